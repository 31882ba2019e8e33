// What stands below the window when all comes at once is laid out a section a frame, so that the page answers in between;
// what is left of it at once, as soon as readers do something, which may lead to any place. What stands above them would
// move them, so it is laid out as it comes; and so is all where the engine does not keep readers in their place. Resolves
// when all is. Part of one script: see failures.js.
const fold = async (mount, host) => {
  if (!ANCHORS) return;
  const below = ({ id }) => host.querySelector(`#${id}`)?.getBoundingClientRect().top > innerHeight;
  const folded = [...mount.querySelectorAll('section[id]:is(.chapter, .glossary, .sources)')].filter(below);
  const unfold = (sections) => sections.forEach((section) => section.classList.remove('later'));
  const rest = () => unfold(folded.splice(0));
  const heed = (way) => ['click', 'keydown'].forEach((deed) => mount[way](deed, rest, true));
  for (const section of folded) section.classList.add('later');
  if (folded.length) heed('addEventListener');
  while (folded.length) {
    await frame();
    unfold(folded.splice(0, 1));
  }
  // Another explainer may take over the element.
  heed('removeEventListener');
};

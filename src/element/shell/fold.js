// What stands below the window when much comes at once is laid out a piece a frame, when all is drawn, so that the page
// answers in between; what readers follow a link over, before that leads them. What stands above them would move them, so
// it is laid out as it comes; and so is all where the engine does not keep readers in their place. Resolves when all is.
// Part of one script: see failures.js.
const fold = async (mount, host, drawn) => {
  if (!ANCHORS) return;
  // What is shown before all is drawn, is shown from its beginning.
  const whole = drawn();
  const below = ({ id }, index) => (whole ? host.querySelector(`#${id}`)?.getBoundingClientRect().top > innerHeight : index > 0);
  const folded = [...mount.querySelectorAll('section:is(.chapter, .glossary, .sources)')].filter(below);
  const follow = ({ target }) => {
    const to = host.shadowRoot.getElementById(target.closest('a')?.hash?.slice(1));
    // 4: it comes behind.
    while (to && folded[0]?.compareDocumentPosition(to) & 4) later('remove', folded.splice(0, 1));
  };
  // Before the explainer itself hears of it.
  const heed = (way) => host.shadowRoot[way]('click', follow, true);
  later('add', folded);
  heed('addEventListener');
  while (!drawn()) await frame();
  for (const section of folded.splice(0)) folded.push(section, ...section.querySelectorAll('.entry'));
  later('add', folded);
  await unfold(folded);
  // Another explainer may take over the element.
  heed('removeEventListener');
};

const later = (how, pieces) => pieces.forEach((piece) => piece.classList[how]('later'));

// A section a frame, or some entries of a list.
const unfold = async (folded) => {
  while (folded.length) {
    await frame();
    later('remove', folded.splice(0, folded[0]?.matches('section') ? 1 : ENTRIES));
  }
};

// The bibliography, as it comes: the last of all, and long. It waits for what is before it.
const foldSources = async (root, unfolded) => {
  if (!ANCHORS) return;
  // It is drawn by then.
  await wait(0);
  const entries = [...root.querySelectorAll('.sources [value]')];
  later('add', entries);
  await unfolded;
  await unfold(entries);
};

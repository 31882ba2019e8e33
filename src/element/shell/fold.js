// What stands below the window when much comes at once is laid out a piece a frame, when all is drawn, so that the page
// answers in between. What stands above it would move readers, so it is laid out as it comes; and so is all where the
// engine does not keep readers in their place. Resolves when all is. Part of one script: see failures.js.
const fold = async (host, below, drawn) => {
  if (!ANCHORS) return;
  const sections = [...host.shadowRoot.querySelectorAll('section:is(.chapter, .glossary, .sources)')];
  const folded = sections.filter(below);
  later('add', folded);
  // Keeps where it stands what begins in the window: the engine holds on to what stands before it, which grows.
  const lay = (pieces) => {
    const first = sections.find((section) => topOf(section) >= 0 && topOf(section) < innerHeight);
    const stood = first && topOf(first);
    later('remove', pieces);
    const moved = first && topOf(first) - stood;
    if (moved) shift(host, moved);
  };
  // Where readers go, what the engine would lay out by itself, before it does: looked for in each frame, as nothing listens
  // on the host's ground.
  const come = () => {
    const near = (piece) => topOf(piece) < innerHeight && piece.getBoundingClientRect().bottom > -2 * innerHeight;
    for (let coming; (coming = folded.filter(near)).length; lay(coming)) {
      for (const piece of coming) folded.splice(folded.indexOf(piece), 1);
    }
    if (folded.length) requestAnimationFrame(come);
  };
  requestAnimationFrame(come);
  while (!drawn()) await frame();
  for (const section of folded.splice(0)) folded.push(section, ...section.querySelectorAll('.entry'));
  later('add', folded);
  await unfold(folded, lay);
};

const later = (how, pieces) => pieces.forEach((piece) => piece.classList[how]('later'));

// A section a frame, or some entries of a list.
const unfold = async (folded, lay) => {
  while (folded.length) {
    await frame();
    lay(folded.splice(0, folded[0]?.matches('section') ? 1 : ENTRIES));
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
  await unfold(entries, (some) => later('remove', some));
};

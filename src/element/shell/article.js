// What readers have before them of an element: of a host's article, and of what it says itself. Chapters are asked
// first: to ask where something stands in one that is out of sight would lay that out. Part of one script: see
// failures.js.
const near = (box) => topOf(box) < innerHeight && box.getBoundingClientRect().bottom > 0;

const isBelow = (box) => box && topOf(box) > innerHeight;

const topOf = (box) => box.getBoundingClientRect().top;

// Whether all parts will be needed: then they come in one file, behind the rest. Who saves data gets each as it comes near.
const wantsAll = (host) => {
  const view = host.getAttribute('view');
  return !host.hasAttribute('chapter') && view !== 'figure' && view !== 'glossary' && !navigator.connection?.saveData;
};

// The figures in sight, and the one that is asked for: they come with the rest, so that nothing jumps.
const inSight = (host) => {
  const asked = host.getAttribute('view') === 'figure' && host.getAttribute('figure');
  const chapters = [...host.querySelectorAll('[data-chapter]')].filter(near);
  const boxes = chapters.length ? chapters : [host];
  const shown = boxes.flatMap((box) => [...box.querySelectorAll('[data-figure]')].filter(near)).map((figure) => figure.dataset.figure);
  return [...new Set([asked, ...shown])].filter((name) => typeof name === 'string' && /^[a-z-]+$/.test(name));
};

// The block that begins nearest to the top of the window, and where it stands.
const blockBefore = (host) => {
  if (topOf(host) >= 0) return [];
  const places = (boxes) => [...boxes].map((box) => [box.id, topOf(box), box]);
  const chapters = places(host.querySelectorAll('section.chapter, section.glossary, section.sources'));
  const at = Math.max(0, chapters.findLastIndex(([, top]) => top <= 0));
  const inside = places((chapters[at]?.[2] ?? host).querySelectorAll('section[id], figure[id]'));
  const blocks = [...chapters.slice(at, at + 2), ...inside];
  return blocks.reduce((nearest, block) => (Math.abs(block[1]) < Math.abs(nearest[1] ?? Infinity) ? block : nearest), []);
};

const attributes = (host) => Object.fromEntries(ATTRIBUTES.filter((name) => host.hasAttribute(name)).map((name) => [name, host.getAttribute(name)]));

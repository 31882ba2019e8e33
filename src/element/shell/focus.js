// Another language sorts lists anew and draws texts anew: both take the focus from readers, from what they come to
// meanwhile too, and close what they have opened. What has moved has its focus back; of what is no longer there, its like in
// the other language has it and is open as it was. It stands at the same height of the window. Returns what ends it
// before its time. Part of one script: see failures.js.
const keepReader = (host, root) => {
  const opened = new Map([...root.querySelectorAll('details[open]')].map((details) => [details, likeness(root, details)]));
  let focus, like, stood, height, ends;
  const come = ({ target }) => {
    focus = target;
    like = target && likeness(root, target);
    stood = target ? topOf(target) : NaN;
  };
  const moved = ({ removedNodes }) => [...removedNodes].some((node) => node.contains(focus));
  const elsewhere = () => ![null, document.body].includes(host.getRootNode().activeElement);
  const drawn = new MutationObserver((changes) => {
    for (const [details, like] of opened) {
      if (details.isConnected) continue;
      opened.delete(details);
      like()?.setAttribute('open', '');
    }
    // It is drawn in one task or in two; where readers scroll behind those, they stay.
    if (!ends) {
      height = stood;
      ends = setTimeout(rest, 100);
    }
    if (!elsewhere() && changes.some(moved)) (focus.isConnected ? focus : like())?.focus({ preventScroll: true });
    const now = root.activeElement;
    if (now && height >= 0 && height < innerHeight) shift(host, topOf(now) - height);
  });
  come({ target: root.activeElement });
  // Firefox would move anew, a frame later, what has come to its place.
  const explainer = root.lastElementChild.style;
  if (!ANCHORS && stood >= 0 && stood < innerHeight) explainer.overflowAnchor = 'none';
  const rest = () => {
    height = NaN;
    explainer.overflowAnchor = '';
  };
  root.addEventListener('focusin', come);
  drawn.observe(root, { childList: true, subtree: true });
  const end = () => {
    // The next change of language has a rest and an end of its own.
    clearTimeout(ends);
    clearTimeout(late);
    rest();
    drawn.disconnect();
    root.removeEventListener('focusin', come);
  };
  const late = setTimeout(end, 10_000);
  return end;
};

// How to find an element's like: the one of its kind, in the same order, in the text or the section that it stands in.
const likeness = (root, element) => {
  const home = element.closest('[data-at], [id]');
  const [name, value] = home?.dataset.at ? ['data-at', home.dataset.at] : ['id', home?.id];
  const alike = (within) => [...within.querySelectorAll(element.localName)];
  const order = home ? alike(home).indexOf(element) : 0;
  return () => {
    const found = root.querySelector(`[${name}="${value}"]`);
    return found && (order < 0 ? found : (alike(found)[order] ?? found));
  };
};

// Another language sorts lists anew and draws texts anew: both take the focus from readers, from what they come to
// meanwhile too. What has moved is given it back; of what is no longer there, its like in the other language has it.
// Part of one script: see failures.js.
const keepFocus = (host, root) => {
  let focus, like;
  const come = ({ target }) => {
    focus = target;
    like = target && likeness(root, target);
  };
  const moved = ({ removedNodes }) => [...removedNodes].some((node) => node.contains(focus));
  const elsewhere = () => ![null, document.body].includes(host.getRootNode().activeElement);
  const kept = () => (focus.isConnected ? focus : like())?.focus({ preventScroll: true });
  const drawn = new MutationObserver((changes) => elsewhere() || (changes.some(moved) && kept()));
  come({ target: root.activeElement });
  root.addEventListener('focusin', come);
  drawn.observe(root, { childList: true, subtree: true });
  setTimeout(() => {
    drawn.disconnect();
    root.removeEventListener('focusin', come);
  }, 10_000);
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

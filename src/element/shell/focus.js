// Sorting a list anew takes the focus from what moves in it, from what readers come to meanwhile too.
// Part of one script: see failures.js.
const keepFocus = (host, root) => {
  let focus = root.activeElement;
  const come = ({ target }) => void (focus = target);
  const moved = ({ removedNodes }) => [...removedNodes].some((node) => node.contains(focus));
  const elsewhere = () => ![null, document.body].includes(host.getRootNode().activeElement);
  const sorted = new MutationObserver((changes) => elsewhere() || (changes.some(moved) && focus?.focus({ preventScroll: true })));
  root.addEventListener('focusin', come);
  sorted.observe(root, { childList: true, subtree: true });
  setTimeout(() => {
    sorted.disconnect();
    root.removeEventListener('focusin', come);
  }, 10_000);
};

const element = document.querySelector('oxytocin-explainer');
const root = element?.shadowRoot;
const q = (selector) => root?.querySelector(selector);
const all = (selector) => [...(root?.querySelectorAll(selector) ?? [])];
const shown = (node) => Boolean(node?.checkVisibility?.() ?? node?.getClientRects().length);
const reading = (name) => Number(q(`[data-reading="${name}"]`)?.dataset.value);
const focused = () => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node;
};

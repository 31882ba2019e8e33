// In the page around two frames of equal width, one blank, one with a host's styles: what differs inside the explainers.
const settle = async (view) => {
  const element = view.document.querySelector('oxytocin-explainer');
  await element.ready;
  const root = element.shadowRoot;
  for (let turn = 0; turn < 200; turn += 1) {
    if ([...root.querySelectorAll('[data-figure]')].every((figure) => figure.querySelector('svg'))) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  root.querySelector('.claim a.term[data-term]').click();
  for (const details of root.querySelectorAll('details')) details.open = true;
  for (const drawing of root.querySelectorAll('svg')) drawing.pauseAnimations();
  // Longer than our longest transition; a host's own, which may move us, have as long as they like.
  await new Promise((done) => setTimeout(done, 1500));
  await Promise.allSettled(view.document.getAnimations().map(({ finished }) => finished));
  return [element, root];
};

// Lengths that only say where a box came to lie are judged by the boxes themselves.
const PLACED = /^(width|height|inline-size|block-size|perspective-origin|transform-origin|top|left|right|bottom|inset|margin|padding)/;

window.compare = async (blank, hostile, scale) => {
  const [[plain, before], [styled, after]] = [await settle(blank.contentWindow), await settle(hostile.contentWindow)];
  const nodes = (root) => [...root.querySelector('.oxy').querySelectorAll('*')];
  const [from, to] = [[before.querySelector('.oxy'), ...nodes(before)], [after.querySelector('.oxy'), ...nodes(after)]];
  const differences = new Map();
  const note = (what, node, was, is) => {
    const key = `${what} (${was} → ${is})`;
    const known = differences.get(key) ?? { count: 0, at: `${node.localName}.${node.getAttribute('class') ?? ''}` };
    known.count += 1;
    differences.set(key, known);
  };
  if (from.length !== to.length) note('count', to[0], from.length, to.length);
  const [first, second] = [from[0].getBoundingClientRect(), to[0].getBoundingClientRect()];
  for (const [index, node] of from.entries()) {
    const other = to[index];
    if (!other || node.localName !== other.localName) {
      note('order', node, node.localName, other?.localName);
      break;
    }
    for (const pseudo of [null, '::before', '::after', '::marker']) {
      if (pseudo && node.namespaceURI.endsWith('svg')) continue;
      const [was, is] = [blank.contentWindow.getComputedStyle(node, pseudo), hostile.contentWindow.getComputedStyle(other, pseudo)];
      if (pseudo === '::before' || pseudo === '::after') if (was.content === 'none' && is.content === 'none') continue;
      for (const name of was) {
        if (pseudo === '::marker' && !/^(color|font|content|letter|word|text-transform)/.test(name)) continue;
        if (PLACED.test(name) || name.startsWith('--') || name === 'zoom') continue;
        const [old, now] = [was.getPropertyValue(name), is.getPropertyValue(name)];
        if (old !== now && scale === 1) note(`${name}${pseudo ?? ''}`, node, old.slice(0, 60), now.slice(0, 60));
      }
    }
    if (scale !== 1 || node.closest('g, svg svg')) continue;
    // What is not drawn lies nowhere, and so not at a distance from the explainer's corner either.
    if (!node.getClientRects().length && !other.getClientRects().length) continue;
    const [box, next] = [node.getBoundingClientRect(), other.getBoundingClientRect()];
    const near = (one, two) => Math.abs(one - two) < 0.6;
    if (!near(box.x - first.x, next.x - second.x) || !near(box.y - first.y, next.y - second.y) || !near(box.width, next.width) || !near(box.height, next.height))
      note('box', node, 'there', 'elsewhere');
  }
  // WebKit measures within the zoom.
  const seen = Math.abs(second.width - first.width) < 1 ? 1 : scale;
  const ratio = second.height / (first.height * seen);
  if (Math.abs(ratio - 1) > 0.03) note('height', to[0], first.height, second.height);
  if (Math.abs(second.width - first.width * seen) > 1) note('width', to[0], first.width, second.width);
  const counted = [...differences].sort((one, two) => two[1].count - one[1].count);
  return { compared: from.length, differences: counted.map(([key, { count, at }]) => `${count} × ${key} at ${at}`).slice(0, 40) };
};

// The computed styles of what is the host's own, but the lengths that say where a box came to lie: there may be a scroll bar.
const own = (frame) => {
  const page = frame.contentDocument;
  const nodes = [page.documentElement, page.body, ...page.body.querySelectorAll('*')].filter((node) => !node.closest('oxytocin-explainer') && node.localName !== 'script');
  return nodes.flatMap((node) => {
    const style = frame.contentWindow.getComputedStyle(node);
    return [...style].filter((name) => !PLACED.test(name)).map((name) => `${node.localName} ${name}: ${style.getPropertyValue(name)}`);
  });
};

window.changed = (hostile, without) => {
  const plain = own(without);
  return own(hostile).filter((style, index) => style !== plain[index]).slice(0, 20);
};

// Of two pictures of a window, the pixels of the explainer that differ by more than an eye can tell; those at its edges,
// where a host may draw what it likes, are left out.
window.differ = async (...pictures) => {
  const [EDGE, WIDTH, TOLD] = [8, 900, 24];
  const read = async ([[left, top], picture]) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(bitmap, 0, 0);
    return pen.getImageData(Math.round(left) + EDGE, Math.round(top) + EDGE, WIDTH - 2 * EDGE, bitmap.height - 2 * EDGE);
  };
  const [was, is] = await Promise.all(pictures.map(read));
  if (was.height !== is.height) return { seen: was.height, different: is.height };
  const box = [Infinity, Infinity, 0, 0];
  const colours = new Set();
  let different = 0;
  for (let at = 0; at < was.data.length; at += 4) {
    colours.add((was.data[at] << 16) | (was.data[at + 1] << 8) | was.data[at + 2]);
    if ([0, 1, 2].every((channel) => Math.abs(was.data[at + channel] - is.data[at + channel]) <= TOLD)) continue;
    const [x, y] = [(at / 4) % was.width, Math.floor(at / 4 / was.width)];
    different += 1;
    [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return { seen: colours.size, different, box: different ? box : null };
};

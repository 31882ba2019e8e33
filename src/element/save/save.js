// Pictures and tables that a reader keeps: loaded when one is asked for. `wish` is { figure, title, description,
// language, sources, licence, kind: 'svg' | 'png' | 'csv' }.
const SVG = 'http://www.w3.org/2000/svg';
const PAINT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-style', 'font-weight', 'text-anchor', 'dominant-baseline', 'paint-order', 'vector-effect', 'display', 'visibility'];

export async function save(root, wish) {
  const figure = root.querySelector(`[data-figure="${CSS.escape(wish.figure)}"]`);
  if (!figure) return;
  if (wish.kind === 'csv') return keep(new Blob(['\ufeff', table(figure.querySelector('table'))], { type: 'text/csv;charset=utf-8' }), `${wish.figure}.csv`);
  const text = picture(figure, wish);
  if (wish.kind === 'svg') return keep(new Blob([text], { type: 'image/svg+xml' }), `${wish.figure}.svg`);
  keep(await pixels(text), `${wish.figure}.png`);
}

// The drawing with its paints written into it, and with what it is said inside: title, description, source, licence.
function picture(figure, wish) {
  const drawing = figure.querySelector('.drawn > svg, .chart svg');
  const copy = drawing.cloneNode(true);
  const from = [drawing, ...drawing.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  to.forEach((element, index) => {
    const style = getComputedStyle(from[index]);
    for (const name of PAINT) element.setAttribute(name, style.getPropertyValue(name));
    if (element.hasAttribute('fill') && element.getAttribute('fill').startsWith('url')) element.setAttribute('fill', element.getAttribute('fill').replace(/url\("?[^#"]*/, 'url(').replace(/"?\)/, ')'));
    for (const { name } of [...element.attributes]) if (/^(class|role|tabindex|aria-|data-)/.test(name)) element.removeAttribute(name);
  });
  for (const element of copy.querySelectorAll('[display="none"]')) element.remove();
  const box = (drawing.getAttribute('viewBox') ?? `0 0 ${drawing.clientWidth} ${drawing.clientHeight}`).split(' ').map(Number);
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', box[2]);
  ground.setAttribute('height', box[3]);
  ground.setAttribute('fill', getComputedStyle(figure.closest('.oxy')).backgroundColor);
  const defs = figure.closest('.oxy').querySelector('.defs defs')?.cloneNode(true);
  const told = [['title', wish.title], ['desc', wish.description], ['metadata', `${wish.sources}\n${wish.licence}`]].map(([name, words]) => {
    const element = document.createElementNS(SVG, name);
    element.textContent = words;
    return element;
  });
  copy.prepend(...told, ...(defs ? [defs] : []), ground);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('lang', wish.language);
  copy.setAttribute('viewBox', box.join(' '));
  copy.setAttribute('width', box[2]);
  copy.setAttribute('height', box[3]);
  return new XMLSerializer().serializeToString(copy);
}

// Twice as large as on the sheet, so that it can be printed.
async function pixels(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

// A table as RFC 4180 has it; a cell never begins as a formula.
function table(element) {
  const cell = (text) => {
    const plain = text.trim().replace(/\s+/g, ' ').replace(/^([=+@])/, "'$1");
    return /[",\n;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return [...element.rows].map((row) => [...row.cells].map((one) => cell(one.textContent)).join(',')).join('\r\n');
}

function keep(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

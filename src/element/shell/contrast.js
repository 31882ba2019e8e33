// Whether text stands out where a host has set colours of its own. Part of one script: see failures.js.
const LEAST = 4.5;
const PAIRS = [['ink', 'paper'], ['quiet', 'paper'], ['ink', 'wash'], ['quiet', 'wash']];
const told = new Set();

// Relative luminance and contrast as WCAG 2.2 defines them; each pair is told of once a page.
const judge = (root) => {
  const probe = root.appendChild(document.createElement('span'));
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) return probe.remove();
  const luminance = (token) => {
    probe.style.color = `var(--oxy-${token})`;
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => linear(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  for (const [text, ground] of PAIRS) {
    // What lies below is painted first: a colour may let it through.
    const [below, above] = [luminance(ground), luminance(text)];
    const contrast = Math.max(below / above, above / below);
    if (!(contrast < LEAST) || told.has(text + ground)) continue;
    told.add(text + ground);
    console.warn(`${NAME}: --oxy-${text} on --oxy-${ground} has a contrast of ${contrast.toFixed(1)}; readers need at least ${LEAST} (WCAG 1.4.3)`);
  }
  probe.remove();
};

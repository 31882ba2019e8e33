// Keeps readers in their place where the engine does not, or not wholly: what comes in above them must not move them, so
// the line that they have before them is noted when something is about to be drawn, and put back to where it stood.
// Part of one script: see failures.js.
class Reading {
  #host;
  #root;
  #watch = null;
  #line = null;
  #stood = 0;

  constructor(host, root) {
    this.#host = host;
    this.#root = root;
  }

  // Sees to it whenever something is drawn there.
  watch(mount) {
    if (ANCHORS) return;
    this.#watch = new MutationObserver(() => this.#kept());
    this.#watch.observe(mount, { childList: true, subtree: true });
  }

  rest() {
    this.#watch?.disconnect();
    this.#line = null;
  }

  // Something is about to be drawn, within this task: what readers do comes with the next one, and moves what it moves.
  hold() {
    if (ANCHORS) return;
    this.#line = this.#found();
    this.#stood = this.#line?.getBoundingClientRect().top;
    setTimeout(() => (this.#line = null));
  }

  // Something has been drawn.
  #kept() {
    if (!this.#line?.isConnected) return;
    const moved = topOf(this.#line) - this.#stood;
    if (moved) shift(this.#host, moved);
    this.#stood = topOf(this.#line);
  }

  // The first line or control of the explainer that begins within the window, and does not stick to it.
  #found() {
    const { left, width } = this.#host.getBoundingClientRect();
    for (let y = 0; y < innerHeight; y += 16) {
      const line = this.#root.elementFromPoint(left + width / 4, y)?.closest('p, li, h1, h2, h3, h4, summary, button');
      const drawing = line?.closest('figure, .loop-drawing');
      const sticks = drawing && getComputedStyle(drawing).position === 'sticky';
      if (line && topOf(line) >= 0 && !sticks && !line.closest('nav, .away')) return line;
    }
    return null;
  }
}

// Keeps readers in their place where the engine has no scroll anchoring: what comes in above them must not move them, so
// the line that they have before them is noted, by its place in the explainer, which their own scrolling does not change.
// Part of one script: see failures.js.
class Reading {
  #host;
  #root;
  #watch = null;
  #line = null;
  #stood = 0;
  #holding = 0;
  // What readers do themselves moves what it moves.
  #forget = () => (this.#line = null);

  constructor(host, root) {
    this.#host = host;
    this.#root = root;
  }

  // Sees to it whenever something is drawn there.
  watch(mount) {
    if (ANCHORS) return;
    this.#watch = new MutationObserver(() => this.#kept());
    this.#watch.observe(mount, { childList: true, subtree: true });
    for (const deed of ['click', 'input', 'keydown', 'toggle']) this.#root.addEventListener(deed, this.#forget, { capture: true, passive: true });
  }

  rest() {
    this.#watch?.disconnect();
    this.#forget();
  }

  // Something is about to be drawn.
  hold() {
    if (ANCHORS) return;
    clearTimeout(this.#holding);
    this.#holding = setTimeout(this.#forget, 500);
    this.#line = this.#found();
    this.#stood = this.#line && this.#depth(this.#line);
  }

  #kept() {
    if (!this.#line?.isConnected) return;
    const stands = this.#depth(this.#line);
    if (stands !== this.#stood) shift(this.#host, stands - this.#stood);
    this.#stood = stands;
  }

  #depth(line) {
    return line.getBoundingClientRect().top - this.#host.getBoundingClientRect().top;
  }

  // The first line or control of the explainer that begins within the window, and does not stick to it.
  #found() {
    const { left, width } = this.#host.getBoundingClientRect();
    for (let y = 0; y < innerHeight; y += 16) {
      const line = this.#root.elementFromPoint(left + width / 4, y)?.closest('p, li, h1, h2, h3, h4, summary, button');
      const figure = line?.closest('figure');
      const sticks = figure && getComputedStyle(figure).position === 'sticky';
      if (line && line.getBoundingClientRect().top >= 0 && !sticks && !line.closest('nav, .away')) return line;
    }
    return null;
  }
}

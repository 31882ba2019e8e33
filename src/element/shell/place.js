// What all elements of a page that load from the same place share. Part of one script: see failures.js.
// One module, one sheet and one pack a language for all elements of the page that load from the same place.
const places = new Map();

class Place {
  constructor(base) {
    this.base = new URL(`v/${FILES.version}/`, base);
    this.files = new Map();
    this.elements = new Set();
    this.restarts = 0;
  }

  static of(element) {
    const given = element.getAttribute('src-base');
    let base = beside;
    try {
      if (given) base = new URL(given.endsWith('/') ? given : `${given}/`, document.baseURI);
    } catch {
      console.warn(`${NAME}: src-base="${given.slice(0, 40)}" is not an address; it is ignored`);
    }
    if (!places.has(base.href)) places.set(base.href, new Place(base));
    return places.get(base.href);
  }

  once(name, load) {
    if (!this.files.has(name)) {
      const loading = load(new URL(name, this.base));
      this.files.set(name, loading);
      loading.catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  async fetched(url, code) {
    const response = await fetch(url).catch(wrap(code));
    if (!response.ok) throw new Failure(code, `${response.status} ${url.pathname}`);
    return response;
  }

  // The module is compiled once; a restart makes a fresh instance of it.
  wasm() {
    if (typeof WebAssembly !== 'object') return Promise.reject(new Failure('no-webassembly', 'this browser has no WebAssembly'));
    return this.once(FILES.wasm, async (url) => {
      const response = await this.fetched(url, 'wasm-not-loaded');
      const bytes = await response.arrayBuffer().catch(wrap('wasm-not-loaded'));
      return WebAssembly.compile(bytes).catch((error) => {
        throw refused(error);
      });
    });
  }

  instance() {
    const query = this.restarts ? `?restart=${this.restarts}` : '';
    return this.once(FILES.glue + query, async (url) => {
      const [module, glue] = await Promise.all([this.wasm(), import(url.href).catch(wrap('glue-not-loaded'))]);
      await glue.default({ module_or_path: module }).catch((error) => {
        throw refused(error);
      });
      glue.prepare((message) => this.crashed(message));
      return glue;
    });
  }

  styles() {
    return this.once(FILES.styles, async (url) => {
      const response = await this.fetched(url, 'styles-not-loaded');
      return new CSSStyleSheet().replace(await response.text());
    });
  }

  pack(language) {
    return this.once(FILES.packs[language], async (url) => {
      const response = await this.fetched(url, 'pack-not-loaded');
      return new Uint8Array(await response.arrayBuffer().catch(wrap('pack-not-loaded')));
    });
  }

  // After a panic the instance is not to be called again: all elements start anew from their last state.
  crashed(message) {
    this.restarts += 1;
    const again = this.restarts <= MOST_RESTARTS;
    for (const element of this.elements) {
      element.crashed(again ? null : new Failure('crashed', message));
    }
  }
}

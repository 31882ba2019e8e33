// The custom element. It loads what it is told to and hands over what it is given; values are judged in Rust.
// FILES is filled in by `bake`: { version, glue, wasm, styles, packs: { bg, … }, links: { bg, … } }.
const FILES = __FILES__;
const NAME = 'oxytocin-explainer';
const ATTRIBUTES = ['lang', 'view', 'chapter', 'figure', 'theme', 'mode', 'quiz', 'eager', 'src-base', 'deep-link', 'remember'];
const PROPERTIES = ['view', 'chapter', 'figure', 'theme'];
const MOST_RESTARTS = 2;
const beside = new URL('./', import.meta.url);

// Why only the article can be shown, and what the host should change.
const FIXES = {
  'no-webassembly': 'Nothing to do: this browser has no WebAssembly, the article is shown.',
  'blocked-by-policy': "Add 'wasm-unsafe-eval' to script-src in the page's Content-Security-Policy.",
  'glue-not-loaded': 'Check that the folder v/ lies beside the script, or name its place in src-base, and that it is served with a JavaScript type and CORS headers.',
  'wasm-not-loaded': 'Check that the .wasm file in v/ is there and served as application/wasm.',
  'styles-not-loaded': 'Check that the .css file in v/ is there.',
  'pack-not-loaded': 'Check that the .pack files in v/ are there, and that the network lets them through.',
  'pack-damaged': 'Upload the .pack files of v/ again, as binary files.',
  'pack-version': 'Upload the whole folder v/ again, so that all its files are of one version.',
  'crashed': 'Please report what you did before it happened; reloading the page starts it again.',
};

class Failure extends Error {
  constructor(code, cause) {
    super(`${code}: ${cause?.message ?? cause ?? ''}`);
    this.code = code;
  }
}

const wrap = (code) => (cause) => {
  throw cause instanceof Failure ? cause : new Failure(code, cause);
};

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
        throw new Failure(/unsafe-eval|Content.Security.Policy|CSP/i.test(error.message) ? 'blocked-by-policy' : 'wasm-not-loaded', error);
      });
    });
  }

  instance() {
    const query = this.restarts ? `?restart=${this.restarts}` : '';
    return this.once(FILES.glue + query, async (url) => {
      const [module, glue] = await Promise.all([this.wasm(), import(url.href).catch(wrap('glue-not-loaded'))]);
      await glue.default({ module_or_path: module }).catch(wrap('wasm-not-loaded'));
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

class OxytocinExplainer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root;
  #mounted = null;
  #starting = null;
  #watcher = null;
  #chosen = null;
  #language = null;
  #state = null;
  #tier = null;
  #settle;

  constructor() {
    super();
    this.#promise();
  }

  #promise() {
    this.ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // A host that does not ask is not told by an unhandled rejection.
    this.ready.catch(() => {});
  }

  get version() {
    return FILES.version;
  }

  get reviewStatus() {
    return FILES.reviewStatus;
  }

  get state() {
    return this.#state ? structuredClone(this.#state) : {};
  }

  set state(state) {
    this.#state = state && typeof state === 'object' ? state : null;
    this.#mounted?.restore(this.#state ?? {});
  }

  reset() {
    this.#state = null;
    this.#mounted?.reset();
  }

  connectedCallback() {
    for (const name of [...PROPERTIES, 'eager', 'state']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'open' });
      this.#root.append(document.createElement('slot'));
      if (!this.hasChildNodes()) this.#link();
    }
    if (this.#mounted || this.#starting || this.#tier === 'article') return;
    if (this.hasAttribute('eager') || !('IntersectionObserver' in globalThis)) return void this.#start();
    this.#watcher ??= new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: '600px' });
    this.#watcher.observe(this);
  }

  // A move disconnects and connects again at once: only what stays away is taken down.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#watcher?.disconnect();
      this.#unmount();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'eager' && now !== null && this.isConnected && !this.#mounted) this.#start();
    if (name === 'lang') this.#chosen = null;
    if (!this.#mounted) return;
    if (name === 'lang') this.#speak();
    else this.#mounted.update(this.#attributes());
  }

  // Until there is more, a host without children of its own gets a line that leads to the article.
  #link() {
    const language = this.#wanted();
    const link = document.createElement('a');
    link.href = new URL(`${language}/`, beside).href;
    link.lang = language;
    link.textContent = FILES.links[language];
    this.#root.querySelector('slot').append(link);
  }

  #attributes() {
    const values = {};
    for (const name of ATTRIBUTES) {
      if (this.hasAttribute(name)) values[name] = this.getAttribute(name);
    }
    return values;
  }

  // The reader's choice, then the host's, then the browser's, then Bulgarian: the first that has a pack.
  #wanted() {
    const near = this.getAttribute('lang') === null ? this.parentElement?.closest('[lang]') : null;
    const tags = [this.#chosen, this.getAttribute('lang'), near?.getAttribute('lang'), ...(navigator.languages ?? [])];
    const known = tags.filter(Boolean).map((tag) => tag.slice(0, 40).toLowerCase().split(/[-_]/)[0]);
    return known.find((tag) => Object.hasOwn(FILES.packs, tag)) ?? Object.keys(FILES.packs)[0];
  }

  #start() {
    this.#watcher?.disconnect();
    this.#starting ??= this.#mount().catch((error) => this.#fail(error)).finally(() => (this.#starting = null));
  }

  async #mount() {
    const place = Place.of(this);
    place.elements.add(this);
    const language = this.#wanted();
    const [glue, sheet, pack] = await Promise.all([place.instance(), place.styles(), place.pack(language)]);
    if (!this.isConnected || this.#mounted) return;
    this.#root.adoptedStyleSheets = [sheet];
    const mount = document.createElement('div');
    mount.hidden = true;
    this.#root.append(mount);
    this.#language = language;
    try {
      this.#mounted = glue.mount(mount, pack, this.#attributes(), this.#state, (name, detail) => this.#hear(mount, name, detail));
    } catch (error) {
      mount.remove();
      const code = String(error).split(':')[0];
      throw new Failure(Object.hasOwn(FIXES, code) ? code : 'crashed', error);
    }
  }

  #hear(mount, name, detail) {
    switch (name) {
      case 'language':
        this.#language = detail;
        return this.#show(mount);
      case 'state':
        this.#state = detail;
        return;
      case 'speak':
        this.#chosen = detail;
        return void this.#speak();
      default:
        this.#tell(name, detail);
    }
  }

  // Swaps the article for the living explainer, once, with the reader's place kept.
  #show(mount) {
    if (!mount.hidden) return;
    const [reading, offset] = this.#reading();
    this.#root.querySelector('slot')?.remove();
    mount.hidden = false;
    const same = reading && mount.querySelector(`#${CSS.escape(reading)}`);
    if (same) scrollBy({ top: same.getBoundingClientRect().top - offset, behavior: 'instant' });
    this.#tier = 'wasm';
    this.#settle.resolve();
    this.#tell('oxy-ready', { version: FILES.version, lang: this.#language, tier: 'wasm' });
  }

  // The last block of the article that begins above the middle of the window, and where it stands.
  #reading() {
    if (this.getBoundingClientRect().top >= 0) return [];
    const passed = [...this.querySelectorAll('section[id], figure[id]')].filter((block) => block.getBoundingClientRect().top < innerHeight / 2);
    const last = passed.at(-1);
    return last ? [last.id, last.getBoundingClientRect().top] : [];
  }

  async #speak() {
    const place = Place.of(this);
    const language = this.#wanted();
    if (language === this.#language) return this.#mounted?.update(this.#attributes());
    try {
      const pack = await place.pack(language);
      if (language === this.#wanted()) this.#mounted?.speak(pack, this.#attributes());
    } catch (error) {
      // The language that is there stays; the reader can ask again.
      this.#chosen = null;
      const code = String(error).split(':')[0];
      this.#report(error instanceof Failure ? error : new Failure(Object.hasOwn(FIXES, code) ? code : 'pack-not-loaded', error));
    }
  }

  #unmount() {
    Place.of(this).elements.delete(this);
    try {
      this.#mounted?.unmount();
    } catch {
      // A module that has crashed cannot take down what it drew.
    }
    this.#mounted = null;
    if (!this.#root.querySelector('slot')) this.#root.replaceChildren(document.createElement('slot'));
    this.#root.querySelectorAll(':scope > div').forEach((mount) => mount.remove());
    if (this.#tier === 'wasm') {
      this.#tier = null;
      this.#promise();
    }
  }

  crashed(failure) {
    this.#mounted = null;
    this.#starting = null;
    this.#root.replaceChildren(document.createElement('slot'));
    if (failure) this.#fail(failure);
    else queueMicrotask(() => this.#start());
  }

  #fail(error) {
    const failure = error instanceof Failure ? error : new Failure('crashed', error);
    this.#tier = 'article';
    this.#report(failure);
    this.#settle.reject(failure);
    this.#tell('oxy-ready', { version: FILES.version, lang: this.#language ?? this.#wanted(), tier: 'article' });
  }

  #report(failure) {
    const fix = FIXES[failure.code];
    console.error(`${NAME}: ${failure.message}. ${fix}`);
    this.#tell('oxy-error', { code: failure.code, message: failure.message, fix });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

for (const name of PROPERTIES) {
  Object.defineProperty(OxytocinExplainer.prototype, name, {
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
    enumerable: true,
    configurable: true,
  });
}

Object.defineProperty(OxytocinExplainer.prototype, 'eager', {
  get() {
    return this.hasAttribute('eager');
  },
  set(value) {
    this.toggleAttribute('eager', Boolean(value));
  },
  enumerable: true,
  configurable: true,
});

const known = customElements.get(NAME);
if (!known) customElements.define(NAME, OxytocinExplainer);
else if (known.version !== FILES.version) console.warn(`${NAME}: another element of that name is defined already; this script (${FILES.version}) does nothing`);

OxytocinExplainer.version = FILES.version;
export { OxytocinExplainer };

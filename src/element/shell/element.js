// The element itself. Part of one script: see failures.js.
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
    const near = this.parentElement?.closest('[lang]');
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

  // The block of the article that begins nearest to the top of the window, and where it stands.
  #reading() {
    if (this.getBoundingClientRect().top >= 0) return [];
    const blocks = [...this.querySelectorAll('section[id], figure[id]')].map((block) => [block.id, block.getBoundingClientRect().top]);
    return blocks.reduce((near, block) => (Math.abs(block[1]) < Math.abs(near[1] ?? Infinity) ? block : near), []);
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

// The custom element, as a host includes it: attributes, properties, and the wait until a reader comes near.
// All else loads then (src/element/shell). FILES is filled in by `bake`: { version, reviewStatus, shell, wasm, links }.
const FILES = __STUB__;
const NAME = 'oxytocin-explainer';
const ATTRIBUTES = ['lang', 'view', 'chapter', 'figure', 'theme', 'mode', 'quiz', 'eager', 'src-base', 'deep-link', 'remember', 'data-emergency'];
const PROPERTIES = { view: 'view', chapter: 'chapter', figure: 'figure', theme: 'theme', mode: 'mode', quiz: 'quiz', remember: 'remember', srcBase: 'src-base' };
const SWITCHES = { eager: 'eager', deepLink: 'deep-link' };
const LATE = 'it takes too long';
const PATIENCE = 30_000;
// What comes in time takes the timer with it, which would hold the element until its time is over.
const inTime = (work) =>
  new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(LATE)), PATIENCE);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
const HERE = new URL('./', import.meta.url);
// Where a file lies.
const place = (name, base) => new URL(name, base).href;
// The module, the largest file, is asked for beside the shell and not behind it, once for each place; the shell takes it.
const modules = new Map();
const moduleAt = (base) => {
  if (!globalThis.WebAssembly || globalThis.oxytocinOffline) return null;
  const url = place(FILES.wasm, base);
  if (!modules.has(url)) {
    modules.set(url, fetch(url, { signal: AbortSignal.timeout?.(PATIENCE) }));
    // The shell hears of it; until then its failure is nobody's surprise.
    modules.get(url).catch(() => {});
  }
  return modules.get(url);
};
// The languages that a reader may want, the first before all others: the element's, the one around it, the browser's.
const tongues = (element) => {
  let near = element;
  while ((near = near.parentNode ?? near.host) && !near.lang);
  return [element.lang, near?.lang, ...(navigator.languages ?? [])].filter(Boolean).map((tag) => tag.slice(0, 40).toLowerCase().split(/[-_]/)[0]);
};

class OxytocinExplainer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static version = FILES.version;

  #root;
  #watcher;
  #explainer;
  #starting;
  #failed = false;
  #state = null;
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
    return structuredClone(this.#explainer?.state ?? this.#state ?? {});
  }

  // Only what JSON can hold is kept: whatever a host hands over, reading it back cannot fail.
  set state(state) {
    try {
      this.#state = JSON.parse(JSON.stringify(state));
    } catch {
      this.#state = null;
    }
    this.#explainer?.restore(this.#state ?? {});
    this.ready.then(() => this.#explainer?.bring(this.#state?.chapter)).catch(() => {});
  }

  reset() {
    this.#state = null;
    this.#explainer?.reset();
  }

  connectedCallback() {
    for (const name of [...Object.keys(PROPERTIES), ...Object.keys(SWITCHES), 'state']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#root) {
      // Our own pages bring the root with them: what they show need not be laid out anew for it.
      this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      if (!this.#root.firstChild) this.#root.append(document.createElement('slot'));
      if (!this.firstElementChild && !this.textContent.trim()) this.#link();
    }
    if (this.#explainer) return void this.#explainer.change();
    if (this.#starting) return;
    if (this.hasAttribute('eager') || !('IntersectionObserver' in globalThis)) return void this.#start();
    this.#watcher ??= new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: '600px' });
    this.#watcher.observe(this);
  }

  // A move disconnects and connects again at once: only what stays away is taken down.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#watcher?.disconnect();
      if (!this.#explainer) return;
      this.#state = this.#explainer.state;
      if (this.#explainer.tier) this.#promise();
      this.#explainer.close();
      this.#explainer = this.#starting = null;
    });
  }

  adoptedCallback() {
    this.#explainer?.moved().catch(() => {});
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    // WebKit may take it out and put it back between this and its first `connectedCallback`, which sees to it too.
    if (name === 'eager' && now !== null && this.#root && this.isConnected) this.#start();
    const failed = this.#failed || this.#explainer?.tier === 'article';
    if (name === 'src-base' && failed && this.isConnected) this.#again();
    this.#explainer?.change(name);
  }

  // Files that were not where the host said may be where it says now.
  #again() {
    this.#explainer?.close();
    this.#explainer = this.#starting = null;
    this.#promise();
    this.#start();
  }

  // Until there is more, a host without children of its own gets a line that leads to the article.
  #link() {
    const language = this.#language();
    const link = document.createElement('a');
    link.href = new URL(`${language}/`, HERE).href;
    link.lang = language;
    link.textContent = FILES.links[language];
    const slot = this.#root.querySelector('slot');
    // Spaces are no children of a host's, and would stand in the link's place.
    if (this.hasChildNodes()) slot.name = 'none';
    slot.append(link);
  }

  #language() {
    return tongues(this).find((code) => Object.hasOwn(FILES.links, code)) ?? Object.keys(FILES.links)[0];
  }

  #base() {
    const given = this.getAttribute('src-base');
    try {
      const base = given ? new URL(given.replace(/\/*$/, '/'), document.baseURI) : HERE;
      new URL('v/', base);
      return base;
    } catch {
      console.warn(`${NAME}: src-base="${given.slice(0, 40)}" is not an address; it is ignored`);
      return HERE;
    }
  }

  #start() {
    this.#watcher?.disconnect();
    this.#failed = false;
    this.#starting ??= this.#load();
  }

  async #load() {
    const base = new URL(`v/${FILES.version}/`, this.#base());
    const url = place(FILES.shell, base);
    const module = moduleAt(base);
    let tries = 0;
    for (;;) {
      try {
        const { Explainer } = await (globalThis.oxytocinOffline?.module(FILES.shell) ?? inTime(import(tries ? `${url}?try=${tries}` : url)));
        if (!this.isConnected) return void (this.#starting = null);
        this.#explainer = new Explainer(this, this.#root, base, this.#state, this.#settle, module, tongues);
        return;
      } catch (error) {
        if (++tries < 3 && error.message !== LATE) await new Promise((done) => setTimeout(done, 400 * 2 ** tries));
        else return this.#fail(error);
      }
    }
  }

  #fail(error) {
    const offline = navigator.onLine === false;
    const code = offline ? 'offline' : 'shell-not-loaded';
    this.#starting = null;
    this.#failed = true;
    if (offline) addEventListener('online', () => this.isConnected && (this.#promise(), this.#start()), { once: true });
    const detail = {
      code,
      message: `${code}: ${error.message}`,
      fix: offline ? 'Nothing to do: the explainer starts when the connection is back.' : 'Check that the folder v/ lies beside the script, or name its place in src-base; that it is served as JavaScript, with CORS headers; and that script-src allows it.',
    };
    console.error(`${NAME}: ${detail.message}. ${detail.fix}`);
    this.#settle.reject(new Error(detail.message));
    const tell = (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    tell('oxy-error', detail);
    tell('oxy-ready', { version: FILES.version, lang: this.#language(), tier: 'article' });
  }
}

const property = (name, get, set) => Object.defineProperty(OxytocinExplainer.prototype, name, { get, set, enumerable: true, configurable: true });
for (const [name, attribute] of Object.entries(PROPERTIES)) {
  property(
    name,
    function () {
      return this.getAttribute(attribute);
    },
    function (value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  );
}
for (const [name, attribute] of Object.entries(SWITCHES)) {
  property(
    name,
    function () {
      return this.hasAttribute(attribute);
    },
    function (value) {
      this.toggleAttribute(attribute, Boolean(value));
    },
  );
}

const known = customElements.get(NAME);
if (!known) customElements.define(NAME, OxytocinExplainer);
else if (known.version !== FILES.version) console.warn(`${NAME}: another element of that name is defined already; this script (${FILES.version}) does nothing`);

export { OxytocinExplainer };

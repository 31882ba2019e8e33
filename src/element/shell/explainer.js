// One element's explainer. Part of one script: see failures.js.
export class Explainer {
  state;
  tier = null;

  #host;
  #root;
  #place;
  #settle;
  #mounted = null;
  #starting = null;
  #chosen = null;
  #language = null;
  #parts = new Set();
  #all = null;
  #reading;
  #begun = false;
  #drawn = false;
  #waits = false;
  #closed = false;
  #unfolded = null;
  #kept = () => {};
  #tongues;

  constructor(host, root, base, state, settle, module, tongues) {
    this.#host = host;
    this.#root = root;
    this.#place = Place.of(base, module);
    this.#settle = settle;
    this.#tongues = tongues;
    this.#reading = new Reading(host, root);
    this.state = state;
    this.#heed();
    this.#start();
  }

  // What the module takes over of it comes back as its state.
  restore(state) {
    if (this.#mounted) this.#mounted.restore(state);
    else this.state = state;
  }

  // Brings a place before a reader who is here, and not elsewhere on the page.
  async bring(id) {
    await this.#unfolded;
    if (near(this.#host)) this.#root.getElementById(id)?.scrollIntoView();
  }

  reset() {
    this.state = null;
    this.#mounted?.reset();
    if (near(this.#host) && topOf(this.#host) < 0) this.#host.scrollIntoView();
  }

  // An attribute has changed, or the place: what stands around it may speak another language.
  change(name) {
    if (name === 'lang') this.#chosen = null;
    this.#heed();
    if (this.#mounted) this.#speak();
  }

  // Another document takes the sheets away.
  async moved() {
    const page = this.#host.ownerDocument;
    const sheet = await this.#place.styles(this.#root);
    if (page === this.#host.ownerDocument) dress(this.#root, sheet);
  }

  close() {
    this.#closed = true;
    this.#heed();
    this.#place.explainers.delete(this);
    this.#mounted?.unmount();
    this.#mounted = null;
    this.#article();
  }

  // The reader's choice, then the host's, then the browser's, then Bulgarian: the first that has a pack.
  #wanted() {
    return [this.#chosen, ...this.#tongues(this.#host)].find((code) => Object.hasOwn(FILES.packs, code)) ?? Object.keys(FILES.packs)[0];
  }

  // Hands the parts over one by one, each in a frame of its own, so that no hand-over keeps the page from answering.
  async #fill(language) {
    for (const [name, bytes] of await this.#place.all(language)) {
      if (language !== this.#language || !this.#mounted) return;
      if (!this.#parts.has(name)) this.#put(name, bytes);
      if (name === 'more') await foldSources(this.#root, this.#unfolded);
      await frame();
      await this.#unfolded;
    }
  }

  #put(name, bytes) {
    this.#hold();
    this.#mounted?.part(name, bytes);
    this.#parts.add(name);
  }

  #hold() {
    if (this.tier) this.#reading.hold();
  }

  // Parts in a language; what cannot be had is asked for again when it is needed.
  #load(language, names) {
    if (this.#all || [...names].length > FEW) return this.#place.all(language).catch(() => []);
    const load = (name) => this.#place.part(language, name).then((bytes) => [name, bytes], () => null);
    return Promise.all([...names].map(load)).then((parts) => parts.filter(Boolean));
  }

  #start() {
    if (this.#starting) return;
    // A start that traps is followed by another one, which is then the one that counts.
    const counts = () => this.#starting === starting;
    const starting = (this.#starting = this.#mount().catch((error) => counts() && this.#fail(error)).finally(() => counts() && (this.#starting = null)));
  }

  async #mount() {
    const place = this.#place;
    place.explainers.add(this);
    const language = this.#wanted();
    if (this.#host.dataset.keep) keep(this.#host.dataset.keep);
    const eager = this.#host.hasAttribute('eager');
    const names = this.#parts.size ? this.#parts : inSight(this.#host);
    // After a trap an instance has all that it may call, if it can be had.
    const whole = place.restarts && place.figures().catch(() => {});
    const core = Promise.all([place.instance(), place.styles(this.#root), place.pack(language), whole]);
    // It is waited for below; until then its failure is nobody's surprise.
    core.catch(() => {});
    const parts = eager ? await place.all(language).catch(() => []) : await this.#load(language, names);
    const [glue, sheet, pack] = await core;
    if (!this.#host.isConnected || this.#mounted || this.#closed) return;
    if (language !== this.#wanted()) return this.#mount();
    dress(this.#root, sheet);
    this.#language = language;
    for (const [name] of parts) this.#parts.add(name);
    this.#all ??= eager || !wantsAll(this.#host) ? null : this.#fill(language).catch(() => (this.#all = null));
    this.#begun = this.#drawn = false;
    this.#waits = this.#placed();
    let mount;
    try {
      mount = glue.root();
      mount.hidden = true;
      this.#root.append(mount);
      this.#reading.watch(mount);
      this.#mounted = glue.mount(mount, pack, parts, attributes(this.#host), this.state, (name, detail) => this.#hear(mount, name, detail));
    } catch (error) {
      mount?.remove();
      // A function that is not there was the glue's of another build.
      throw coded(error, error instanceof TypeError ? 'version-mismatch' : 'crashed');
    }
    await this.#draw(mount);
  }

  // Whether readers stand somewhere, in an article or where the address says: then all must be there before the swap.
  #placed() {
    return this.#host.querySelector('section[id], figure[id]') !== null || this.#linked();
  }

  #linked() {
    return this.#host.hasAttribute('deep-link') && location.hash.length > 1;
  }

  // Links of the host's page lead to a chapter too, and so does the way back, as long as the address keeps the place.
  #heed() {
    const heeds = this.#host.hasAttribute('deep-link') && !this.#closed;
    globalThis[heeds ? 'addEventListener' : 'removeEventListener']('hashchange', this.#follow);
  }

  #follow = async () => {
    await this.#unfolded;
    if (this.tier && this.#linked()) this.#root.getElementById(location.hash.slice(1))?.scrollIntoView();
  };

  // Piece by piece, so that the page answers in between.
  async #draw(mount) {
    while (this.#mounted?.draw()) {
      await wait(0);
      this.#hold();
    }
    this.#drawn = true;
    if (this.#mounted) this.#show(mount);
  }

  #hear(mount, name, detail) {
    switch (name) {
      case 'begun':
        this.#begun = true;
        return this.#show(mount);
      case 'state':
        this.state = detail;
        return;
      case 'speak':
        this.#chosen = detail;
        return void this.#speak();
      case 'part':
        return void this.#part(detail);
      case 'save':
        return void this.#save(detail);
      default:
        if (name === 'oxy-chapter' && this.#host.hasAttribute('deep-link')) history.replaceState(history.state, '', `#${detail.chapter}`);
        this.#tell(name, detail);
    }
  }

  // Swaps the article for the living explainer, once, with the reader's place kept.
  #show(mount) {
    if (!mount.hidden || !this.#begun || (this.#waits && !this.#drawn)) return;
    const [block, offset] = blockBefore(this.#host);
    // What is shown before all is drawn, is shown from its beginning.
    const below = this.#drawn ? ({ id }) => isBelow(this.#host.querySelector(`#${id}`)) : (_, index) => index > 0;
    this.#unfolded = fold(this.#host, below, () => this.#drawn || !this.#mounted);
    this.#root.querySelector('slot')?.remove();
    mount.hidden = false;
    const same = block && this.#root.getElementById(block);
    if (same) shift(this.#host, topOf(same) - offset);
    this.tier = 'wasm';
    if (!same) this.#follow();
    this.#settle.resolve();
    this.#tell('oxy-ready', { version: FILES.version, lang: this.#language, tier: 'wasm' });
    setTimeout(() => judge(this.#root));
  }

  async #speak() {
    const language = this.#wanted();
    if (language === this.#language) return this.#mounted?.update(attributes(this.#host));
    try {
      const [pack, parts] = await Promise.all([this.#place.pack(language), this.#load(language, this.#parts)]);
      if (language !== this.#wanted()) return;
      for (const [name] of parts) this.#parts.add(name);
      this.#kept();
      this.#kept = keepReader(this.#host, this.#root);
      this.#unfolded = fold(this.#host, isBelow, () => true);
      this.#mounted?.speak(pack, parts, attributes(this.#host));
      this.#language = language;
      if (this.#chosen && this.#host.dataset.keep) turn(language, this.#host, this.#root);
    } catch (error) {
      // The language that is there stays; the reader can ask again.
      this.#chosen = null;
      this.#report(error instanceof Failure ? error : new Failure('pack-damaged', error));
    }
  }

  async #part(name) {
    const language = this.#language ?? this.#wanted();
    try {
      if (this.#all) await this.#all;
      if (this.#parts.has(name)) return;
      const bytes = await this.#place.part(language, name);
      if (language === this.#language) this.#put(name, bytes);
    } catch (error) {
      this.#mounted?.missing(name);
      if (!(error instanceof Failure)) this.#place.forget(this.#place.file(language, name));
      this.#report(coded(error, 'pack-damaged'));
    }
  }

  // A picture or a table that the reader wants to keep: made by a script that loads only then.
  async #save(wish) {
    const { save } = await (globalThis.oxytocinOffline?.module(FILES.save) ?? import(new URL(FILES.save, this.#place.base).href));
    await save(this.#root, wish);
  }

  #article() {
    this.#reading.rest();
    const slot = this.#root.querySelector('slot') ?? document.createElement('slot');
    this.#root.replaceChildren(slot);
    this.tier = null;
  }

  crashed(failure) {
    this.#mounted = null;
    this.#starting = null;
    this.#article();
    if (failure) this.#fail(failure);
    else queueMicrotask(() => this.#start());
  }

  #fail(error) {
    const failure = error instanceof Failure ? error : new Failure('crashed', error);
    this.tier = 'article';
    this.#report(failure);
    this.#settle.reject(failure);
    this.#tell('oxy-ready', { version: FILES.version, lang: this.#language ?? this.#wanted(), tier: 'article' });
    if (failure.code === 'offline') addEventListener('online', () => this.tier === 'article' && this.#start(), { once: true });
  }

  #report(failure) {
    const fix = FIXES[failure.code];
    console.error(`${NAME}: ${failure.message}. ${fix}`);
    this.#tell('oxy-error', { code: failure.code, message: failure.message, fix });
  }

  #tell(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

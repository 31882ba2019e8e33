// What all elements of a page that load from the same place share. Part of one script: see failures.js.
// One module, one sheet, one pack a language and one file a part for all of them.
const places = new Map();

class Place {
  // The answer that brings the module has been asked for already.
  constructor(base, module) {
    this.base = base;
    this.module = module;
    this.files = new Map();
    this.spoilt = new Set();
    this.sheets = new WeakMap();
    this.explainers = new Set();
    this.restarts = 0;
    this.reason = null;
  }

  static of(base, module) {
    if (!places.has(base.href)) places.set(base.href, new Place(base, module));
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

  // The bytes of a file; what the network loses is asked for again, what the server refuses is not.
  async bytes(name, code) {
    if (globalThis.oxytocinOffline) return globalThis.oxytocinOffline.bytes(name).catch(wrap(code));
    const url = new URL(name, this.base);
    for (let tries = 1; ; tries += 1) {
      const signal = AbortSignal.timeout?.(PATIENCE);
      try {
        const response = await (this.taken(name) ?? fetch(url, { cache: this.spoilt.has(name) ? 'reload' : 'default', signal }));
        if (response.ok) return new Uint8Array(await response.arrayBuffer());
        if (response.status < 500) throw new Failure(code, `${response.status} ${url.pathname}`);
        throw new Error(`${response.status} ${url.pathname}`);
      } catch (error) {
        if (error instanceof Failure) throw error;
        if (signal?.aborted || error.name === 'TimeoutError') throw new Failure('too-slow', error);
        if (tries >= MOST_TRIES) throw new Failure(navigator.onLine === false ? 'offline' : code, error);
        await wait(400 * 2 ** tries);
      }
    }
  }

  // The answer that is under way, once.
  taken(name) {
    if (name !== FILES.wasm) return null;
    const answer = this.module;
    this.module = null;
    return answer;
  }

  // A module is compiled once; a restart makes a fresh instance of it.
  wasm(name, bytes) {
    if (typeof WebAssembly !== 'object') return Promise.reject(new Failure('no-webassembly', 'this browser has no WebAssembly'));
    const [lost, damaged] = name === FILES.wasm ? ['wasm-not-loaded', 'wasm-damaged'] : ['part-not-loaded', 'pack-damaged'];
    const spoilt = (error) => (this.spoilt.add(name), refused(damaged)(error));
    return this.once(name, async () => WebAssembly.compile(bytes ?? (await this.bytes(name, lost))).catch(spoilt));
  }

  instance() {
    return this.once(`instance ${this.restarts}`, async () => {
      const glue = makeGlue(this.guard(this.restarts));
      const module = await this.wasm(FILES.wasm);
      try {
        await glue.start(module);
        glue.prepare((message) => (this.reason = message));
      } catch (error) {
        refused(error instanceof WebAssembly.RuntimeError ? 'crashed' : 'version-mismatch')(error);
      }
      return glue;
    });
  }

  // What draws figures, added to an instance: it is there before the first of them is handed over. It may have come with
  // all of them.
  figures(bytes) {
    return this.once(`figures ${this.restarts}`, async () => {
      if (!FILES.figures) return;
      const [glue, module] = await Promise.all([this.instance(), this.wasm(FILES.figures, bytes)]);
      await glue.add(module).catch((error) => (this.forget(FILES.figures), refused('version-mismatch')(error)));
    });
  }

  // Every way into the module notices when it traps: the instance is then dead, and is not entered again.
  guard(instance) {
    const enter = (call) => (...values) => {
      if (instance !== this.restarts) return undefined;
      try {
        return call(...values);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError && instance === this.restarts) this.crashed(this.reason ?? error.message);
        throw error;
      }
    };
    return (exports) => Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, typeof value === 'function' ? enter(value) : value]));
  }

  // A sheet belongs to its document: one for each that an element of ours has come to; or its text, see `dress`.
  styles(root) {
    const page = root.ownerDocument;
    this.text ??= this.once(FILES.styles, async () => new TextDecoder().decode(await this.bytes(FILES.styles, 'styles-not-loaded')));
    if (!this.sheets.has(page)) this.sheets.set(page, this.text.then((text) => sheet(page, readable(text, root))));
    this.sheets.get(page).catch(() => (this.sheets.delete(page), (this.text = null)));
    return this.sheets.get(page);
  }

  pack(language) {
    return this.once(FILES.packs[language], () => this.bytes(FILES.packs[language], 'pack-not-loaded'));
  }

  file(language, part) {
    return `${FILES.packs[language].replace('.pack', '')}/${part}.pack`;
  }

  // What turned out to be damaged is fetched anew when it is asked for again, past what the browser keeps.
  forget(name) {
    this.files.delete(name);
    this.spoilt.add(name);
  }

  // A figure, or what readers open, in a language.
  async part(language, part) {
    const name = this.file(language, part);
    const [bytes] = await Promise.all([this.once(name, () => this.bytes(name, 'part-not-loaded')), this.figures()]);
    return bytes;
  }

  // All parts of a language in one file, and what draws them: each is its name and its bytes, both with their length
  // before them.
  async all(language) {
    const name = this.file(language, 'all');
    const all = this.once(name, async () => {
      const bytes = await this.bytes(name, 'part-not-loaded');
      const parts = [];
      for (let at = 0; at < bytes.length; ) {
        const start = at + 1 + bytes[at];
        const end = start + 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(start, true);
        parts.push([new TextDecoder().decode(bytes.subarray(at + 1, start)), bytes.subarray(start + 4, end)]);
        at = end;
      }
      return parts;
    });
    const parts = await all;
    await this.figures(parts.find(([name]) => name === FILES.figures)?.[1]);
    return parts.filter(([name]) => name !== FILES.figures);
  }

  // All explainers start anew from their last state; more than twice is enough.
  crashed(message) {
    this.restarts += 1;
    this.reason = null;
    const failure = this.restarts <= MOST_RESTARTS ? null : new Failure('crashed', message);
    for (const explainer of [...this.explainers]) explainer.crashed(failure);
  }
}

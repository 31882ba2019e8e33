// Notes, from a page's first moment, what the meter asks for later: `meter`.
(() => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const meter = (globalThis.meter = {
    ready: [],
    errors: [],
    first: 0,
    largest: [],
    shifts: 0,
    sources: [],
    long: [],
    deeds: [],
    memories: new Set(),
    frames: 0,
    // The living explainer's part that a selector names.
    in: (selector) => document.querySelector('oxytocin-explainer').shadowRoot.querySelector(selector),
    calm: async () => {
      await frame();
      await frame();
      await new Promise((done) => setTimeout(done, 50));
    },
    until: async (holds, patience = 60_000) => {
      const end = performance.now() + patience;
      while (!holds()) {
        if (performance.now() > end) throw new Error(`in vain: ${holds} ${meter.errors}`);
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    // Brings a drawing before the reader, once it is there, and waits until the explainer stands still.
    see: async (figure) => {
      const drawn = () => meter.in(`[data-figure=${figure}] .scene`);
      await meter.until(() => meter.in(`[data-figure=${figure}]`));
      meter.in(`[data-figure=${figure}]`).scrollIntoView({ behavior: 'instant' });
      await meter.until(drawn);
      await meter.calm();
      await meter.calm();
    },
    // Waits until everything is drawn, in all explainers: the last of all are the entries of the bibliography.
    whole: async () => {
      const roots = [...document.querySelectorAll('oxytocin-explainer')].map(({ shadowRoot }) => shadowRoot);
      await meter.until(() => roots.every((root) => root.querySelector('.sources [value]') && !root.querySelector('.whole .away')));
      await meter.calm();
    },
    // Bytes of WebAssembly memory in use by what the page has loaded; modules may share one.
    wasm: () => [...meter.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    countFrames: () => {
      const next = () => {
        meter.frames += 1;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
  });
  addEventListener('oxy-ready', (event) => meter.ready.push([performance.now(), event.detail.tier]), true);
  addEventListener('oxy-error', (event) => meter.errors.push(event.detail.message), true);

  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  watch('paint', (entry) => entry.name === 'first-contentful-paint' && (meter.first = entry.startTime));
  watch('largest-contentful-paint', (entry) => meter.largest.push([entry.startTime, entry.size, entry.element && `${entry.element.localName}: ${entry.element.textContent.trim().slice(0, 60)}`]));
  watch('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    meter.shifts += entry.value;
    meter.sources.push(...entry.sources.map(({ node }) => `${node?.localName ?? node?.nodeName}.${node?.className ?? ''} ${entry.startTime | 0} ms`));
  });
  watch('longtask', (entry) => meter.long.push([entry.startTime, entry.duration]));

  // From what the reader does to the first task after the next frame has been made.
  for (const type of ['click', 'input', 'keydown']) {
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => meter.deeds.push([type, performance.now() - event.timeStamp]);
          port2.postMessage(null);
        });
      },
      true,
    );
  }

  const keep = ({ instance }) => instance?.exports.memory && meter.memories.add(instance.exports.memory);
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const plain = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await plain.apply(WebAssembly, given);
      keep(made instanceof WebAssembly.Instance ? { instance: made } : made);
      return made;
    };
  }
})();

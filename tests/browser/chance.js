// Steps by chance, from a seed: mulberry32.
window.prepare = (seed) => {
  window.deeds = {};
  const element = document.querySelector('oxytocin-explainer');
  const places = [document.querySelector('main'), document.querySelector('aside')];
  const chance = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const one = (list) => list[Math.floor(chance() * list.length)];
  const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)].filter((node) => node.getClientRects().length);
  const focused = () => element.shadowRoot.activeElement;
  const drawn = () => new Promise((done) => requestAnimationFrame(done));
  // A task of its own, sooner than the shortest timeout.
  const { port1, port2 } = new MessageChannel();
  const turn = () => new Promise((done) => {
    port1.onmessage = () => done();
    port2.postMessage(null);
  });

  // Nothing is saved, and no page left.
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) click.call(this);
  };
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.localName === 'a');
    if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
  });

  const touch = (node, ...names) => names.forEach((name) => node.dispatchEvent(new Event(name, { bubbles: true, composed: true })));
  const states = [{}];
  const LONGEST = 60;
  const values = {
    view: ['explainer', 'figure', 'glossary', 'nonsense', null, null],
    chapter: ['two-roles', 'production', 'labour', 'milk', 'nonsense', null, null, null],
    figure: ['brain-map', 'labour-loop', 'half-life', 'molecule', 'receptor-growth', 'nonsense', null],
    theme: ['auto', 'light', 'dark', null],
    lang: ['bg', 'en', 'tlh', null],
    eager: ['', null],
    'data-emergency': ['112', '911', 'x', null],
  };

  const ways = {
    click: () => {
      const node = one(all('button, a, summary, [role=button], [data-part], [data-step], input[type=checkbox], input[type=radio]'));
      // As a pointer does it: what takes focus has it, then comes the click.
      node?.focus({ preventScroll: true });
      node?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
    },
    key: () => {
      if (chance() < 0.5) one(all('button, a, summary, input, select, [tabindex]'))?.focus({ preventScroll: true });
      const key = one(['Enter', ' ', 'Escape', 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Tab', 'PageDown', '+', '-', 'x']);
      const target = focused() ?? one(all('[tabindex], a'));
      for (const name of ['keydown', 'keyup']) target?.dispatchEvent(new KeyboardEvent(name, { key, bubbles: true, composed: true, cancelable: true }));
    },
    slide: () => {
      const slider = one(all('input[type=range]'));
      if (!slider) return;
      slider.focus({ preventScroll: true });
      slider.value = Number(slider.min) + chance() * (Number(slider.max) - Number(slider.min));
      touch(slider, 'input', 'change');
    },
    choose: () => {
      const select = one(all('select'));
      if (!select) return;
      select.focus({ preventScroll: true });
      select.value = one([...select.options]).value;
      touch(select, 'input', 'change');
    },
    type: () => {
      const field = one(all('input[type=search], input[type=text], input:not([type])'));
      if (!field) return;
      field.focus({ preventScroll: true });
      field.value = one(['', 'у', 'мат', 'uter', 'OXYTOCIN', ' ', '☃', 'zzzz', '\\']);
      touch(field, 'input');
    },
    attribute: () => {
      const name = one(Object.keys(values));
      const value = one(values[name]);
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    },
    state: () => {
      if (chance() < 0.5) element.state = one(states);
      else if (states.push(element.state) > LONGEST) states.splice(1, 1);
    },
    reset: () => element.reset(),
    language: () => {
      const button = one(all('.languages button'));
      button?.focus({ preventScroll: true });
      button?.click();
    },
    scroll: () => scrollTo({ top: chance() * document.documentElement.scrollHeight, behavior: 'instant' }),
    wait: () => new Promise((done) => setTimeout(done, chance() * 40)),
    // A browser takes focus from what a host moves or takes away: not ours to keep.
    move: () => one(places).append(element),
    absence: async () => {
      element.remove();
      if (chance() < 0.5) await drawn();
      one(places).append(element);
      await element.ready;
    },
  };
  const weights = { click: 30, key: 20, slide: 8, choose: 5, type: 5, attribute: 10, state: 5, reset: 2, language: 3, scroll: 4, wait: 1, move: 2, absence: 1 };
  const bag = Object.entries(weights).flatMap(([name, times]) => Array(times).fill(name));
  const trail = [];

  const trouble = () => {
    for (const list of ['errors', 'uncaught', 'rejections']) if (seen[list].length) return `${list}: ${seen[list].join(' | ').slice(0, 600)}`;
    const drawn = element.shadowRoot.querySelectorAll('.oxy');
    if (drawn.length !== 1) return `${drawn.length} explainers are drawn`;
    if (!drawn[0].querySelector('[data-chapter], [data-figure], .glossary')) return 'nothing is drawn';
    return null;
  };

  window.stumble = async (steps) => {
    for (let step = 0; step < steps; step += 1) {
      const name = one(bag);
      deeds[name] = (deeds[name] ?? 0) + 1;
      trail.push(name);
      await ways[name]();
      const had = ['move', 'absence'].includes(name) ? null : focused();
      trail[trail.length - 1] += had ? ` ${had.cloneNode().outerHTML.slice(0, 120)}` : '';
      if (trail.length > 12) trail.shift();
      // Most steps come faster than frames do.
      if (chance() < 0.2) await drawn();
      else await turn();
      // A drawing that takes several turns may have it back only after the last of them.
      // What a host's reset has made a mere picture again cannot have it.
      const lost = () => had?.matches('a[href], button, input, select, summary, [tabindex]') && had.isConnected && had.getClientRects().length && element.shadowRoot.contains(had) && !focused();
      for (let turns = 0; turns < 20 && lost(); turns += 1) await drawn();
      if (lost()) return { lost: had.cloneNode().outerHTML, trail };
      const wrong = trouble();
      if (wrong) return { wrong, trail };
    }
    return null;
  };
};

// Stands before every script of every page: notes what the page says, fails at and fires.
(() => {
  const seen = { errors: [], warnings: [], uncaught: [], rejections: [], blocked: [], events: [], hands: [] };
  window.seen = seen;
  const hear = (name, list) => {
    const before = console[name];
    console[name] = (...words) => {
      list.push(words.map(String).join(' '));
      before.apply(console, words);
    };
  };
  hear('error', seen.errors);
  hear('warn', seen.warnings);
  addEventListener('error', (event) => event instanceof ErrorEvent && seen.uncaught.push(event.message), true);
  addEventListener('unhandledrejection', (event) => seen.rejections.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => seen.blocked.push(`${event.violatedDirective} ${event.blockedURI} by ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
  // What the hands did last, for whoever asks why a click did nothing.
  for (const name of ['pointerdown', 'pointerup', 'click', 'keydown']) {
    addEventListener(name, (event) => seen.hands.push(`${name} ${event.key ?? ''} ${event.composedPath()[0].outerHTML?.slice(0, 80)}`) > 8 && seen.hands.shift(), true);
  }
  for (const name of ['oxy-ready', 'oxy-chapter', 'oxy-term', 'oxy-error']) {
    document.addEventListener(name, (event) => {
      seen.events.push({ name, detail: event.detail, id: event.target.id, bubbles: event.bubbles, composed: event.composed });
    });
  }
})();

// What the shell does for our own pages, and for them alone. Part of one script: see failures.js.

// They stay readable without network after a visit: a worker keeps what the page has loaded.
// Once the explainer lives, it takes what the browser still has, and asks for nothing; what is lacking then, it asks
// for when the reader leaves.
function keep(worker) {
  const workers = navigator.serviceWorker;
  if (!workers || keep.asked) return;
  keep.asked = true;
  const tell = async (ask) => {
    const { active, scope } = await workers.ready;
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
    // A browser that loads a file twice keeps none, and would ask for all of them again.
    const urls = new Set(loaded);
    if (!ask && urls.size < loaded.length) return;
    const here = location.origin + location.pathname;
    active.postMessage({ keep: [here, ...[...urls].filter((name) => name.startsWith(scope))], ask });
  };
  workers.register(worker, { updateViaCache: 'all' }).catch(() => {});
  document.addEventListener('oxy-ready', () => tell(false).catch(() => {}), { once: true });
  document.addEventListener('visibilitychange', () => document.hidden && tell(true).catch(() => {}));
}

// The page speaks the language that a reader chooses, and its address keeps the choice.
const pages = new Map();
async function turn(language, host, root) {
  // All of them, before the address changes, to which they are relative.
  for (const { hreflang, href } of pages.size ? [] : document.querySelectorAll('link[hreflang]')) pages.set(hreflang, href);
  document.documentElement.lang = language;
  if (pages.has(language)) history.replaceState(history.state, '', pages.get(language) + location.hash);
  await frame();
  const said = (selector) => root.querySelector(selector).textContent;
  document.title = host.hasAttribute('chapter') ? `${said('h2')} – ${said('h1')}` : said('h1');
}

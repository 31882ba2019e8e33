// Keeps our own pages readable without network after a visit: the worker. The page's half is in the element's shell
// (src/element/shell/keep.js), which starts it where the page asks for it with data-keep; frames and hosts never do.
const KEPT = 'oxytocin-explainer:__VERSION__';

function worker(self) {
  const path = (url) => url.slice(self.registration.scope.length);
  const immutable = (url) => path(url).startsWith('v/');

  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(forget()));
  self.addEventListener('message', (event) => {
    if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep, event.data.ask === true));
  });
  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const ours = request.method === 'GET' && request.url.startsWith(self.registration.scope);
    if (ours && !path(request.url).startsWith('embed/')) event.respondWith(answer(request));
  });

  async function forget() {
    const old = (await caches.keys()).filter((name) => name.startsWith('oxytocin-explainer:') && name !== KEPT);
    await Promise.all(old.map((name) => caches.delete(name)));
  }

  async function keep(urls, ask) {
    const kept = await caches.open(KEPT);
    const one = async (url) => {
      if (!url.startsWith(self.registration.scope) || (await kept.match(url))) return;
      const response = await fetch(url, ask ? {} : { cache: 'only-if-cached', mode: 'same-origin' });
      if (response.ok) await kept.put(url, response);
    };
    await Promise.allSettled(urls.map(one));
  }

  // Names under v/ change with their content, so a kept one is right; all else is asked for, and kept for worse days.
  async function answer(request) {
    const kept = await caches.open(KEPT);
    const url = request.url.split(/[?#]/)[0];
    const known = () => kept.match(url, { ignoreVary: true });
    if (immutable(url)) {
      const found = await known();
      if (found) return found;
    }
    try {
      const response = await fetch(request);
      if (!response.ok) return response.status < 500 ? response : ((await known()) ?? response);
      if (response.type === 'basic' && !response.redirected) await kept.put(url, response.clone());
      return response;
    } catch (error) {
      const found = await known();
      if (found) return found;
      throw error;
    }
  }
}

worker(globalThis);

// For a page with <iframe>s of ours and nothing of its own that listens: gives each the height that it reports.
(() => {
  const ours = new URL('embed/', document.currentScript?.src || location).href;
  const frames = () => document.querySelectorAll('iframe');
  addEventListener('message', ({ source, data }) => {
    if (data === null || typeof data !== 'object' || data.type !== 'oxytocin-explainer:height' || data.version !== 1) return;
    if (!Number.isFinite(data.height) || data.height < 1 || data.height > 200000) return;
    for (const frame of frames()) {
      if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
    }
  });
  // One that was there sooner may have said all that it had to say.
  for (const frame of frames()) {
    if (frame.src.startsWith(ours)) frame.contentWindow.postMessage({ type: 'oxytocin-explainer:measure', version: 1 }, '*');
  }
})();

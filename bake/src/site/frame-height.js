// For a page with <iframe>s of ours and nothing of its own that listens: gives each the height that it reports.
addEventListener('message', ({ source, data }) => {
  if (data === null || typeof data !== 'object' || data.type !== 'oxytocin-explainer:height' || data.version !== 1) return;
  if (!Number.isFinite(data.height) || data.height < 1 || data.height > 200000) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
  }
});

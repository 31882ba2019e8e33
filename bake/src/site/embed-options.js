// Inside an <iframe>: what is asked for behind the question mark, for those who cannot set attributes there.
(() => {
  const element = document.querySelector('oxytocin-explainer');
  const asked = new URLSearchParams(location.search);
  for (const name of ['view', 'figure', 'theme']) {
    if (asked.has(name)) element?.setAttribute(name, asked.get(name));
  }
})();

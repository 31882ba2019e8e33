// Inside an <iframe>: tells the page around it how tall the explainer is.
new ResizeObserver(function () {
  parent.postMessage({ type: 'oxytocin-explainer:height', version: 1, height: document.documentElement.scrollHeight }, '*');
}).observe(document.documentElement);

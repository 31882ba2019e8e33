// Inside an <iframe>: tells the page around it how tall the explainer is, in the ways that hosts listen for.
// Works without an origin of its own (sandbox="allow-scripts") and never reads anything of the host.
(() => {
  if (parent === window) return;
  const say = (message) => parent.postMessage(message, '*');

  // Ids that iframe-resizer gave us, and whether the host speaks as H5P's does.
  const resizers = new Set();
  let h5p = false;

  // Not scrollHeight: that is never less than the frame, so a frame could only grow.
  const measure = () => Math.ceil(document.documentElement.getBoundingClientRect().height);

  const own = (height) => say({ type: 'oxytocin-explainer:height', version: 1, height });

  function tell(height, why) {
    own(height);
    // Canvas and other learning platforms.
    say(JSON.stringify({ subject: 'lti.frameResize', height }));
    for (const id of resizers) say(`[iFrameSizer]${id}:${height}:${innerWidth}:${why}`);
    if (h5p) say({ context: 'h5p', action: 'prepareResize', scrollHeight: height, clientHeight: height });
  }

  // A frame's scroll bar can make the text narrower, hence taller, hence need no scroll bar, for ever:
  // a pair of heights that comes back again and again is settled at the taller one, until the width changes.
  const MOST_RETURNS = 3;
  let heights = [0, 0];
  let returns = 0;
  let width = innerWidth;

  function report() {
    const height = measure();
    const [before, sent] = heights;
    if (height === 0 || height === sent) return;
    if (Math.abs(innerWidth - width) > 24) returns = 0;
    width = innerWidth;
    returns = height === before ? returns + 1 : 0;
    if (returns > MOST_RETURNS && height < sent) return;
    heights = [sent, height];
    tell(height, 'resize');
  }

  // A reader opens and closes what he likes: then a height may come back.
  for (const deed of ['pointerdown', 'keydown']) addEventListener(deed, () => (returns = 0), { passive: true });

  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    if (typeof data === 'string') {
      // iframe-resizer, versions 4 and 5: "[iFrameSizer]<id>:<settings>" begins, later ones ask again.
      const id = /^\[iFrameSizer\]([^:]{1,200}):/.exec(data)?.[1];
      if (id && (resizers.has(id) || resizers.size < 9)) {
        resizers.add(id);
        say(`[iFrameSizer]${id}:${measure()}:${innerWidth}:init`);
      } else if (data === '[iFrameSizer]resize') {
        for (const known of resizers) say(`[iFrameSizer]${known}:${measure()}:${innerWidth}:size`);
      }
      return;
    }
    if (data === null || typeof data !== 'object') return;
    // Who came too late to hear it asks.
    if (data.type === 'oxytocin-explainer:measure' && data.version === 1) return void own(measure());
    if (data.context !== 'h5p') return;
    const scrollHeight = measure();
    if (data.action === 'hello' && !h5p) {
      h5p = true;
      say({ context: 'h5p', action: 'prepareResize', scrollHeight, clientHeight: scrollHeight });
    } else if (data.action === 'resizePrepared' || (data.action === 'resize' && h5p)) {
      say({ context: 'h5p', action: 'resize', scrollHeight });
    }
  });

  new ResizeObserver(report).observe(document.documentElement);
  // Whoever listens already may begin.
  say('[iFrameResizerChild]Ready');
  say({ context: 'h5p', action: 'hello' });
})();

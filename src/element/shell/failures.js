// What an element loads when a reader comes near: the shell around the module. It loads what it is told to and
// hands over what it is given; values are judged in Rust.
// FILES is filled in by `bake`: { version, wasm, figures, styles, save, packs: { bg, … } }; `figures` in releases only.
const FILES = __FILES__;
const NAME = 'oxytocin-explainer';
const ATTRIBUTES = ['lang', 'view', 'chapter', 'figure', 'theme', 'mode', 'quiz', 'eager', 'deep-link', 'remember', 'data-emergency'];
// Whether the engine keeps readers in their place; Firefox loses them where much grows, or one grows and another shrinks.
const ANCHORS = CSS.supports('overflow-anchor', 'auto') && !CSS.supports('-moz-appearance', 'none');
const MOST_RESTARTS = 2;
const MOST_TRIES = 3;
const PATIENCE = 30_000;
// More parts than these come in one file.
const FEW = 3;
// So many entries of a list are laid out in a frame.
const ENTRIES = 20;

// Why only the article can be shown, and what the host should change.
const FIXES = {
  'no-webassembly': 'Nothing to do: this browser has no WebAssembly, the article is shown.',
  'blocked-by-policy': "Add 'wasm-unsafe-eval' to script-src in the page's Content-Security-Policy.",
  'wasm-not-loaded': 'Check that the .wasm file in v/ is there and served as application/wasm, with CORS headers.',
  'wasm-damaged': 'Upload the .wasm file of v/ again, as a binary file; its size and content were changed on the way.',
  'version-mismatch': 'Upload the whole folder v/ again, so that all its files are of one version.',
  'styles-not-loaded': 'Check that the .css file in v/ is there, and served with CORS headers.',
  'styles-blocked': 'Nothing to do: this browser is from before 2023 and would need style elements, which the page forbids; the article is shown.',
  'pack-not-loaded': 'Check that the .pack files in v/ are there, with CORS headers, and that the network lets them through.',
  'pack-damaged': 'Upload the .pack files of v/ again, as binary files.',
  'pack-version': 'Upload the whole folder v/ again, so that all its files are of one version.',
  'part-not-loaded': 'Check that the folders of .pack files in v/ are there; the reader can ask for the part again.',
  'offline': 'Nothing to do: the reader is offline; the explainer starts when the connection is back.',
  'too-slow': 'Nothing to do: the connection is too slow now; the article is shown.',
  'crashed': 'Please report what you did before it happened; reloading the page starts it again.',
};

class Failure extends Error {
  constructor(code, cause) {
    super(`${code}: ${String(cause?.message ?? cause ?? '').replace(`${code}: `, '')}`);
    this.code = code;
  }
}

// Styles whose `rem` is the size of letters that the reader has chosen: a host may have set its root's to anything.
const readable = (text, root) => {
  const probe = document.createElement('span');
  probe.style.font = 'medium serif';
  root.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize) || 16;
  probe.remove();
  return text.replace(/(\d*\.?\d+)rem\b/g, (_, number) => `${number * size}px`);
};

// Constructed sheets are in all engines since 2023; before, an element in the root has the styles, if the page's policy
// allows it.
const CONSTRUCTS = 'adoptedStyleSheets' in document;
const sheet = (page, text) => (CONSTRUCTS ? new page.defaultView.CSSStyleSheet().replace(text) : text);
const dress = (root, styles) => {
  if (CONSTRUCTS) return void (root.adoptedStyleSheets = [styles]);
  const element = document.createElement('style');
  element.textContent = styles;
  root.querySelector('style')?.remove();
  root.append(element);
  if (!element.sheet) throw new Failure('styles-blocked', 'this browser has no constructed style sheets, and the page allows no style elements');
};

// Scrolls what an element lies in: a box of the host's or the window, which takes over what the page's body says. By where
// it is to stand: Firefox may take back what is said by how far.
const shift = (element, down) => {
  const overflows = (box) => /auto|scroll/.test(getComputedStyle(box).overflowY);
  const scrolls = (box) => box.scrollHeight > box.clientHeight && overflows(box) && (box !== document.body || overflows(box.parentElement));
  let box = element;
  while (box && !scrolls(box)) box = box.assignedSlot ?? box.parentElement ?? box.getRootNode().host;
  (box ?? window).scrollTo({ top: (box?.scrollTop ?? scrollY) + down, behavior: 'instant' });
};

// A task behind the next frame, or a while where none comes: nobody sees the page then.
const frame = () => new Promise((done) => [requestAnimationFrame(() => setTimeout(done)), setTimeout(done, 200)]);

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Some browsers refuse to compile, others to instantiate: either way it may be the policy that forbids it.
const refused = (code) => (error) => {
  throw new Failure(/unsafe-eval|Content.Security.Policy|CSP/i.test(error.message) ? 'blocked-by-policy' : code, error);
};

// Errors of the module begin with their code; others get the one that is likely here.
const coded = (error, otherwise) => {
  const code = String(error).split(':')[0];
  return error instanceof Failure ? error : new Failure(Object.hasOwn(FIXES, code) ? code : otherwise, error);
};

const wrap = (code) => (cause) => {
  throw cause instanceof Failure ? cause : new Failure(code, cause);
};

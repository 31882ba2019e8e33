// The custom element. It loads what it is told to and hands over what it is given; values are judged in Rust.
// FILES is filled in by `bake`: { version, glue, wasm, styles, packs: { bg, … }, links: { bg, … } }.
const FILES = __FILES__;
const NAME = 'oxytocin-explainer';
const ATTRIBUTES = ['lang', 'view', 'chapter', 'figure', 'theme', 'mode', 'quiz', 'eager', 'src-base', 'deep-link', 'remember'];
const PROPERTIES = ['view', 'chapter', 'figure', 'theme'];
const MOST_RESTARTS = 2;
const beside = new URL('./', import.meta.url);

// Why only the article can be shown, and what the host should change.
const FIXES = {
  'no-webassembly': 'Nothing to do: this browser has no WebAssembly, the article is shown.',
  'blocked-by-policy': "Add 'wasm-unsafe-eval' to script-src in the page's Content-Security-Policy.",
  'glue-not-loaded': 'Check that the folder v/ lies beside the script, or name its place in src-base, and that it is served with a JavaScript type and CORS headers.',
  'wasm-not-loaded': 'Check that the .wasm file in v/ is there and served as application/wasm.',
  'styles-not-loaded': 'Check that the .css file in v/ is there.',
  'pack-not-loaded': 'Check that the .pack files in v/ are there, and that the network lets them through.',
  'pack-damaged': 'Upload the .pack files of v/ again, as binary files.',
  'pack-version': 'Upload the whole folder v/ again, so that all its files are of one version.',
  'crashed': 'Please report what you did before it happened; reloading the page starts it again.',
};

class Failure extends Error {
  constructor(code, cause) {
    super(`${code}: ${cause?.message ?? cause ?? ''}`);
    this.code = code;
  }
}

// Some browsers refuse to compile, others to instantiate: either way it may be the policy that forbids it.
const refused = (error) => new Failure(/unsafe-eval|Content.Security.Policy|CSP/i.test(error.message) ? 'blocked-by-policy' : 'wasm-not-loaded', error);

const wrap = (code) => (cause) => {
  throw cause instanceof Failure ? cause : new Failure(code, cause);
};

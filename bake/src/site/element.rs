//! The element's scripts: the stub, the shell that it loads, and the glue of the module.

use anyhow::ensure;
use oxytocin_explainer::model::{PackRef, Word};
use serde_json::json;

use super::{Names, VERSION, smaller};

/// What the element is: the one script that a host includes.
const STUB: &str = include_str!("../../../src/element/stub/element.js");
/// What it loads: one script, in files for its editors.
const SHELL: &str = concat!(
    include_str!("../../../src/element/shell/failures.js"),
    include_str!("../../../src/element/shell/place.js"),
    include_str!("../../../src/element/shell/contrast.js"),
    include_str!("../../../src/element/shell/keep.js"),
    include_str!("../../../src/element/shell/article.js"),
    include_str!("../../../src/element/shell/reading.js"),
    include_str!("../../../src/element/shell/focus.js"),
    include_str!("../../../src/element/shell/fold.js"),
    include_str!("../../../src/element/shell/explainer.js"),
);
/// What makes the pictures and tables that readers keep.
const SAVE: &str = include_str!("../../../src/element/save/save.js");

/// No clinician has reviewed the text yet; their name and the day go here when one has.
const REVIEW_STATUS: &str = "not-reviewed";

/// The stub with what it must know.
pub fn stub(names: &Names, packs: &[PackRef], release: bool) -> anyhow::Result<String> {
    let links: serde_json::Map<_, _> =
        packs.iter().map(|pack| (pack.language.code.clone(), json!(pack.word(Word::ReadArticle)))).collect();
    let files = json!({ "version": VERSION, "reviewStatus": REVIEW_STATUS, "shell": names.shell, "wasm": names.wasm, "links": links });
    filled(STUB, "__STUB__", &files.to_string(), release)
}

/// The shell with the names of the files that it loads.
pub fn shell(names: &Names, release: bool) -> anyhow::Result<String> {
    let packs: serde_json::Map<_, _> = names.packs.iter().map(|(code, name)| (code.clone(), json!(name))).collect();
    let Names { wasm, figures, styles, save, .. } = names;
    let files =
        json!({ "version": VERSION, "wasm": wasm, "figures": figures, "styles": styles, "save": save, "packs": packs });
    filled(&(SHELL.to_owned() + &factory(&names.glue)?), "__FILES__", &files.to_string(), release)
}

/// The script for keeping pictures and tables.
pub fn save(release: bool) -> anyhow::Result<String> {
    if release { smaller::script(SAVE) } else { Ok(SAVE.into()) }
}

/// The glue as a function that makes it anew, so that a restart needs no other file; around every way into the module
/// stands the guard that it is given: a trap anywhere is noticed, whether or not the build can still tell why.
fn factory(glue: &str) -> anyhow::Result<String> {
    const ENTRANCE: &str = "wasm = instance.exports;";
    const IMPORTS: &str = "function __wbg_get_imports() {";
    const READY: &str = "function __wbg_finalize_init(instance, module) {";
    const START: &str = "export { initSync, __wbg_init as default };";
    for mark in [ENTRANCE, IMPORTS, READY, START] {
        let found = glue.matches(mark).count();
        ensure!(
            found == 1,
            "wasm-bindgen's glue should hold `{mark}` once, not {found} times: see bake/src/site/element.rs"
        );
    }
    let mut names = Vec::new();
    let mut body = String::new();
    for line in glue.replace(ENTRANCE, "wasm = guard(instance.exports);").replace(START, "").lines() {
        let inner = line.strip_prefix("export ").unwrap_or(line);
        if inner != line {
            let name = inner.trim_start_matches("class ").trim_start_matches("function ");
            names.extend(name.split(['(', ' ', '{']).next().map(str::to_owned));
        }
        ensure!(!line.starts_with("import "), "wasm-bindgen's glue imports something: {line}");
        body += inner;
        body.push('\n');
    }
    // The shell has compiled the module already; the glue's own ways to load it are left out with what only they call.
    let start =
        "async (module) => __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module)";
    Ok(format!("const makeGlue = (guard) => {{\n{body}return {{ start: {start}, {} }};\n}};\n", names.join(", ")))
}

fn filled(source: &str, mark: &str, files: &str, release: bool) -> anyhow::Result<String> {
    ensure!(source.matches(mark).count() == 1, "the script should hold {mark} once");
    let script = source.replace(mark, files);
    if release { smaller::script(&script) } else { Ok(script) }
}

#[cfg(test)]
mod tests {
    use super::factory;

    const GLUE: &str = "let wasm;\nexport class Mounted {\n    update() {}\n}\n\nexport function mount(root) {\n}\nfunction __wbg_get_imports() {\n}\nfunction __wbg_finalize_init(instance, module) {\n    wasm = instance.exports;\n}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn glue_becomes_a_function_with_a_guard() {
        let made = factory(GLUE).expect("glue as wasm-bindgen writes it");
        assert!(made.starts_with("const makeGlue = (guard) => {\nlet wasm;\nclass Mounted {"));
        assert!(made.contains("wasm = guard(instance.exports);") && !made.contains("export "));
        assert!(made.ends_with("__wbg_get_imports()), module), Mounted, mount };\n};\n"));
    }

    #[test]
    fn other_glue_is_told_of() {
        assert!(factory("export { initSync, __wbg_init as default };").is_err());
    }
}

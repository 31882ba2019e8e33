//! The package's entry: the stub, which here names every file that it can load as bundlers understand it, and does
//! nothing where there is no browser.

use std::fmt::Write;

use anyhow::ensure;
use oxytocin_explainer::model::PackRef;
use serde_json::json;

use super::super::{Names, VERSION, element, names::hashed};

/// Where a bundler puts a file is known only to the bundler: a `URL` that it has written finds it, by name.
const ADDRESSES: &str = r"const address = (name) => {
const [file, query] = name.split('?');
if (!Object.hasOwn(ADDRESSES, file)) return undefined;
const url = new URL(ADDRESSES[file]);
url.search = [url.search.slice(1).replace('no-inline', ''), query].filter(Boolean).join('&');
return url;
};";

/// What the stub is changed in: the text that must stand in it once, and what stands there in the package.
const STUB: [(&str, &str); 8] = [
    // A bundler would look for a file of this name.
    ("const HERE = new URL('./', import.meta.url);", "__ADDRESSES__"),
    // The article stands on a site, if it is known on which.
    ("if (!this.firstElementChild && ", "if (HOME && !this.firstElementChild && "),
    ("new URL(`${language}/`, HERE).href", "new URL(`${language}/`, HOME).href"),
    (
        "const base = new URL(`v/${FILES.version}/`, this.#base());",
        "const home = this.#base();\nconst base = new URL(`v/${FILES.version}/`, home);\nif (home === HERE) base.address = address;",
    ),
    (
        "const place = (name, base) => new URL(name, base).href;",
        "const place = (name, base) => (base.address?.(name) ?? new URL(name, base)).href;",
    ),
    // Bundlers would look for what only the browser can find.
    ("import(tries ? ", "import(/* webpackIgnore: true */ /* @vite-ignore */ tries ? "),
    // On a server there are no elements; the import is to do nothing there.
    ("extends HTMLElement {", "extends (globalThis.HTMLElement ?? class {}) {"),
    (
        "const known = customElements.get(NAME);",
        "const known = globalThis.customElements ? customElements.get(NAME) : OxytocinExplainer;",
    ),
];

/// What the shell is changed in.
const SHELL: [(&str, &str); 3] = [
    ("load(new URL(name, this.base))", "load(this.base.address?.(name) ?? new URL(name, this.base))"),
    ("const url = new URL(name, this.base);", "const url = this.base.address?.(name) ?? new URL(name, this.base);"),
    (
        "import(new URL(FILES.save, this.#place.base).href)",
        "import((this.#place.base.address?.(FILES.save) ?? new URL(FILES.save, this.#place.base)).href)",
    ),
];

/// The element's scripts as the package has them.
pub struct Scripts {
    /// The shell's file name and text.
    pub shell: (String, String),
    /// The stub, still without addresses.
    pub stub: String,
}

/// Makes the scripts, as their editors write them: a bundler makes them small, and reads comments that are for it.
///
/// # Errors
/// When the sources no longer hold what is to be changed.
pub fn scripts(names: &Names, packs: &[PackRef]) -> anyhow::Result<Scripts> {
    let shell = changed(element::shell(names, false)?, &SHELL)?;
    let names = Names { shell: hashed("shell", "js", shell.as_bytes()), ..names.clone() };
    let stub = changed(element::stub(&names, packs, false)?, &STUB)?;
    Ok(Scripts { shell: (names.shell, shell), stub })
}

/// The stub with the addresses of these files, which lie in `v/<version>/`. `base` is the site with the article, or
/// empty.
///
/// # Errors
/// When the shell is not among the files.
pub fn with_addresses(stub: &str, files: &[String], base: &str) -> anyhow::Result<String> {
    let mut text = String::from("const ADDRESSES = {\n");
    for file in files {
        // Written out, as bundlers read it; and never as a `data:` address, which strict policies forbid.
        let path = json!(format!("./v/{VERSION}/{file}?no-inline"));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}: new URL({path}, import.meta.url).href,", json!(file));
    }
    ensure!(files.iter().any(|file| file.starts_with("shell-")), "the package has no shell");
    let home = if base.is_empty() { json!(null) } else { json!(base) };
    let _ =
        write!(text, "}};\n{ADDRESSES}\nconst HERE = new URL('../../', ADDRESSES[FILES.shell]);\nconst HOME = {home};");
    Ok(stub.replace("__ADDRESSES__", &text))
}

fn changed(mut script: String, changes: &[(&str, &str)]) -> anyhow::Result<String> {
    for (from, to) in changes {
        let found = script.matches(from).count();
        ensure!(found == 1, "the script should hold `{from}` once, not {found} times: see bake/src/site/npm/entry.rs");
        script = script.replace(from, to);
    }
    Ok(script)
}

//! The site as `bake` writes it, for tests that read its pages.

use std::{collections::BTreeMap, fs, path::Path, sync::OnceLock};

use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

use crate::real::{packs, root};

/// Where the site will stand.
pub const BASE: &str = "https://example.org/oxytocin/";

/// Folders of pages that are of another make.
const OTHERS: [&str; 2] = ["embed-builder/", "offline/"];

/// Every file of the site by its path, written once.
pub fn files() -> &'static BTreeMap<String, Vec<u8>> {
    static FILES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    FILES.get_or_init(|| {
        std::env::set_current_dir(root()).expect("the project's root");
        let dist = TempDir::new().expect("a folder for the site");
        // What Trunk would have left.
        let glue = "function __wbg_get_imports() {\n}\nfunction __wbg_finalize_init(instance, module) {\nwasm = instance.exports;\n}\nexport { initSync, __wbg_init as default };";
        for name in ["oxytocin-explainer-0_bg.wasm", "oxytocin-explainer-0.js"] {
            fs::write(dist.path().join(name), glue).expect("a file of the module");
        }
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let packs = packs();
        let builder = bake::builder_words(&root().join("content"), &packs).expect("words without problems");
        let order = bake::site::Order { release: false, base: BASE, builder: &builder };
        runtime.block_on(bake::site::write(dist.path(), packs, &order)).expect("a site");
        let mut files = BTreeMap::new();
        collect(dist.path(), dist.path(), &mut files);
        files
    })
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for path in fs::read_dir(folder).expect("a folder of the site").flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("below the site").to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).expect("a file of the site"));
        }
    }
}

/// Every page that holds the explainer, with its path.
pub fn pages() -> &'static [(String, String)] {
    static PAGES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let ours = |name: &&String| name.ends_with(".html") && !OTHERS.iter().any(|folder| name.starts_with(folder));
        let text = |name: &String| String::from_utf8(files()[name].clone()).expect("a page is text");
        files().keys().filter(ours).map(|name| (name.clone(), text(name))).collect()
    })
}

/// The page at a path.
pub fn page(path: &str) -> Html {
    let (_, text) = pages().iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("there is no {path}"));
    Html::parse_document(text)
}

/// Everything within an element that a selector finds.
pub fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// The first that a selector finds; there must be one.
pub fn one<'a>(within: ElementRef<'a>, selector: &str) -> ElementRef<'a> {
    all(within, selector).into_iter().next().unwrap_or_else(|| panic!("there is no {selector}"))
}

/// The text of an element, blanks made one.
pub fn text(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every value of an attribute.
pub fn attributes(page: &Html, name: &str) -> Vec<String> {
    all(page.root_element(), &format!("[{name}]"))
        .iter()
        .filter_map(|element| element.attr(name))
        .map(str::to_owned)
        .collect()
}

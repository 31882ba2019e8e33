//! The site as `bake` writes it, for tests that read its pages.

use std::{fs, path::Path, sync::OnceLock};

use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

use crate::real::{packs, root};

/// Every page with its path, written once.
pub fn pages() -> &'static [(String, String)] {
    static PAGES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    PAGES.get_or_init(|| {
        std::env::set_current_dir(root()).expect("the project's root");
        let dist = TempDir::new().expect("a folder for the site");
        // What Trunk would have left.
        for name in ["oxytocin-explainer-0_bg.wasm", "oxytocin-explainer-0.js"] {
            fs::write(dist.path().join(name), "made by a test").expect("a file of the module");
        }
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(bake::site::write(dist.path(), packs(), false)).expect("a site");
        let mut pages = Vec::new();
        collect(dist.path(), dist.path(), &mut pages);
        pages.sort();
        pages
    })
}

fn collect(root: &Path, folder: &Path, pages: &mut Vec<(String, String)>) {
    for path in fs::read_dir(folder).expect("a folder of the site").flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(root, &path, pages);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            let name = path.strip_prefix(root).expect("below the site").to_string_lossy().replace('\\', "/");
            pages.push((name, fs::read_to_string(&path).expect("a page is text")));
        }
    }
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

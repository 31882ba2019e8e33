//! What a page itself makes a browser download.

use std::path::{Component, Path, PathBuf};

/// Links that a browser fetches without being asked by the reader.
const FETCHED: &[&str] = &["stylesheet", "icon", "preload", "modulepreload", "manifest"];

/// The files of `dist/` that a page's own markup loads: scripts, styles, icons, pictures.
pub fn loads(html: &str, page: &Path, dist: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let address = match tag.split_ascii_whitespace().next() {
            Some("script" | "img" | "iframe" | "source") if attribute(tag, "loading") != Some("lazy") => {
                attribute(tag, "src")
            }
            Some("link") if attribute(tag, "rel").is_some_and(is_fetched) => attribute(tag, "href"),
            _ => None,
        };
        if let Some(file) = address.and_then(|address| resolve(address, page, dist))
            && !files.contains(&file)
        {
            files.push(file);
        }
    }
    files
}

/// Whether a link with these relations is fetched.
fn is_fetched(relations: &str) -> bool {
    relations.split_ascii_whitespace().any(|relation| FETCHED.contains(&relation))
}

/// An attribute's value in the inside of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let stands_alone = tag[..at].ends_with(|before: char| before.is_ascii_whitespace());
        let value = tag[at + name.len()..].strip_prefix('=').filter(|_| stands_alone)?;
        match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next(),
            _ => value.split_ascii_whitespace().next(),
        }
    })
}

/// An address in a page as a file of `dist/`. Addresses that lead elsewhere are none.
fn resolve(address: &str, page: &Path, dist: &Path) -> Option<PathBuf> {
    let address = address.split(['?', '#']).next().filter(|address| !address.is_empty())?;
    if address.contains(':') || address.starts_with("//") {
        return None;
    }
    let joined = match address.strip_prefix('/') {
        Some(from_root) => dist.join(from_root),
        None => page.parent()?.join(address),
    };
    let mut file = PathBuf::new();
    for part in joined.components() {
        match part {
            Component::ParentDir => {
                file.pop();
            }
            Component::CurDir => {}
            other => file.push(other),
        }
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{attribute, loads};

    #[test]
    fn what_a_page_loads_is_found() {
        let html = r##"<!doctype html><link rel="alternate" hreflang=en href="../en/">
            <link href="../page.css" rel="stylesheet"><link rel=icon href='data:image/svg+xml,x'>
            <script type="module" src="../oxytocin-explainer.js"></script>
            <script src="/oxytocin-explainer.js?again"></script>
            <img data-src="no.png" src="pic.svg#part" alt=""><img loading="lazy" src="late.png">
            <script src="https://example.org/else.js"></script>"##;
        let found = loads(html, Path::new("d/bg/index.html"), Path::new("d"));
        let wanted = ["d/page.css", "d/oxytocin-explainer.js", "d/bg/pic.svg"].map(PathBuf::from);
        assert_eq!(found, wanted);
    }

    #[test]
    fn attributes_are_whole_words() {
        assert_eq!(attribute(r#"img data-src="a" src="b""#, "src"), Some("b"));
        assert_eq!(attribute("script async src=c", "src"), Some("c"));
        assert_eq!(attribute("script async", "src"), None);
    }
}

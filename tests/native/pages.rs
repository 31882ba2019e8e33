//! The static pages: links, ids, heads, and nothing that a strict policy refuses.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html};

use crate::{
    real::packs,
    site::{all, attributes, one, pages, text},
};

#[test]
fn every_page_of_the_contract_is_there() {
    let names: BTreeSet<&str> = pages().iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.contains("index.html"));
    for pack in packs() {
        let code = &pack.language.code;
        for folder in [code.clone(), format!("embed/{code}")] {
            assert!(names.contains(format!("{folder}/index.html").as_str()), "{folder}");
            for chapter in &pack.chapters {
                assert!(
                    names.contains(format!("{folder}/{}/index.html", chapter.id).as_str()),
                    "{folder}/{}",
                    chapter.id
                );
            }
        }
    }
}

#[test]
fn links_within_a_page_lead_somewhere() {
    let mut lost = Vec::new();
    for (name, html) in pages() {
        let page = Html::parse_document(html);
        let ids: BTreeSet<String> = attributes(&page, "id").into_iter().collect();
        let links = attributes(&page, "href").into_iter().filter_map(|href| href.strip_prefix('#').map(str::to_owned));
        let names = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
        let named = names.iter().flat_map(|attribute| attributes(&page, attribute));
        let named = named.flat_map(|value| value.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let missing: BTreeSet<String> = links.chain(named).filter(|id| !ids.contains(id)).collect();
        lost.extend(missing.into_iter().map(|id| format!("{name}: #{id}")));
    }
    assert!(lost.is_empty(), "{} ids that do not exist:\n{}\n", lost.len(), lost.join("\n"));
}

#[test]
fn ids_are_unique_on_every_page() {
    for (name, html) in pages() {
        let mut seen = BTreeSet::new();
        let twice: Vec<String> =
            attributes(&Html::parse_document(html), "id").into_iter().filter(|id| !seen.insert(id.clone())).collect();
        assert!(twice.is_empty(), "{name}: {twice:?}");
        assert!(seen.len() > 20, "{name}: {} ids", seen.len());
    }
}

#[test]
fn no_page_holds_what_a_strict_policy_refuses() {
    for (name, html) in pages() {
        let page = Html::parse_document(html);
        assert_eq!(attributes(&page, "style"), Vec::<String>::new(), "{name}");
        assert!(
            all(page.root_element(), "oxytocin-explainer script, oxytocin-explainer style, style").is_empty(),
            "{name}"
        );
        for script in all(page.root_element(), "script") {
            let data = script.attr("type") == Some("application/ld+json");
            assert!(data || script.attr("src").is_some() && text(script).is_empty(), "{name}: {}", script.html());
        }
        for element in all(page.root_element(), "*") {
            assert!(
                element.value().attrs().all(|(attribute, _)| !attribute.starts_with("on")),
                "{name}: {}",
                element.value().name()
            );
        }
        for address in ["src", "href"].iter().flat_map(|attribute| attributes(&page, attribute)) {
            assert!(!address.starts_with("//") && !address.starts_with("javascript:"), "{name}: {address}");
        }
        // Nothing is fetched from elsewhere: only a reader's click leads away.
        let fetched = all(
            page.root_element(),
            "script[src], link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], img, iframe",
        );
        let away = |element: &&ElementRef| {
            ["src", "href"].iter().filter_map(|name| element.attr(name)).any(|address| address.contains("://"))
        };
        assert!(!fetched.iter().any(|element| away(&element)), "{name}");
    }
}

/// The page that a link leads to from another page, and its fragment; nothing for what is no page of ours.
fn target(from: &str, link: &str) -> Option<(String, Option<String>)> {
    let (path, fragment) = match link.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (link, None),
    };
    if !path.ends_with('/') || path.contains("://") {
        return None;
    }
    let mut at: Vec<&str> = from.split('/').collect();
    at.pop();
    for piece in path.trim_end_matches('/').split('/') {
        match piece {
            ".." => at.pop().map_or_else(|| panic!("{from}: {link} leads out of the site"), drop),
            "." => {}
            piece => at.push(piece),
        }
    }
    Some(([&at[..], &["index.html"]].concat().join("/"), fragment))
}

#[test]
fn links_between_pages_lead_to_pages() {
    let parsed: Vec<(&String, Html)> = pages().iter().map(|(name, html)| (name, Html::parse_document(html))).collect();
    let ids = |page: &Html| attributes(page, "id").into_iter().collect::<BTreeSet<_>>();
    let known: BTreeMap<&str, BTreeSet<String>> =
        parsed.iter().map(|(name, page)| (name.as_str(), ids(page))).collect();
    let mut followed = 0;
    for (name, page) in &parsed {
        let links = all(page.root_element(), "a[href], link[rel=alternate]");
        for (path, fragment) in links.iter().filter_map(|link| target(name, link.attr("href")?)) {
            let there =
                known.get(path.as_str()).unwrap_or_else(|| panic!("{name} leads to {path}, which is not there"));
            assert!(
                fragment.is_none_or(|id| there.contains(&id)),
                "{name} leads into {path}, where there is no such id"
            );
            followed += 1;
        }
    }
    assert!(followed > 50, "{followed} links");
}

#[test]
fn heads_describe_their_pages() {
    for (name, page) in pages() {
        let page = Html::parse_document(page);
        let html = page.root_element();
        let (title, description) = (text(one(html, "title")), one(html, "meta[name=description]").attr("content"));
        assert!(
            title.chars().count() > 8 && description.is_some_and(|words| words.chars().count() > 20),
            "{name}: {title}"
        );
        assert_eq!(one(html, "meta[property='og:title']").attr("content"), Some(title.as_str()), "{name}");
        assert!(
            one(html, "meta[name=viewport]").attr("content").is_some_and(|value| !value.contains("user-scalable")),
            "{name}"
        );
        let data: serde_json::Value =
            serde_json::from_str(&one(html, "script[type='application/ld+json']").inner_html())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(data["@context"], "https://schema.org", "{name}");
        assert_eq!(data["inLanguage"].as_str(), html.attr("lang"), "{name}");
        assert_eq!(data["name"].as_str(), Some(title.as_str()), "{name}");
        assert!(data.get("reviewedBy").is_none(), "{name}: nobody has reviewed the text yet");
        assert_eq!(all(html, "h1").len(), 1, "{name}");
        assert_eq!(all(html, "main oxytocin-explainer").len(), 1, "{name}");
    }
}

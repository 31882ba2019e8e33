//! The page on which a site owner makes a snippet, as it is before its script runs.

use std::collections::BTreeSet;

use scraper::Html;
use serde_json::Value;

use crate::{
    real::packs,
    site::{all, attributes, files, one, text},
};

/// Each language with its page.
fn pages() -> Vec<(String, Html)> {
    let codes = packs().into_iter().map(|pack| pack.language.code).enumerate();
    let page = |(index, code): (usize, String)| {
        let folder = if index == 0 { String::new() } else { format!("{code}/") };
        let text = String::from_utf8(files()[&format!("embed-builder/{folder}index.html")].clone()).expect("text");
        assert!(!text.contains("{{") && !text.contains("__"), "{code}: a mark is left");
        (code, Html::parse_document(&text))
    };
    codes.map(page).collect()
}

#[test]
fn every_control_has_its_name_and_every_name_its_control() {
    for (code, page) in pages() {
        let html = page.root_element();
        let ids = attributes(&page, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{code}: an id stands twice");
        for control in all(html, "select, input") {
            let id = control.attr("id").expect("a control has an id");
            let label = one(html, &format!("label[for=\"{id}\"]"));
            assert!(text(label).chars().count() > 3, "{code}: {id}");
        }
        for name in ["for", "aria-labelledby", "aria-describedby"] {
            for id in attributes(&page, name).iter().flat_map(|value| value.split(' ')) {
                assert!(ids.iter().any(|known| known == id), "{code}: {name} names {id}, which is not there");
            }
        }
        assert_eq!((html.attr("lang"), all(html, "h1").len()), (Some(code.as_str()), 1));
        assert!(all(html, "fieldset").iter().all(|group| !text(one(*group, "legend")).is_empty()));
        // Each kind of site has its reason, and a form that is there.
        for option in all(html, "#site option") {
            let (site, form) = (option.attr("value").unwrap_or_default(), option.attr("data-form").unwrap_or_default());
            assert!(text(one(html, &format!("#advice [data-site=\"{site}\"]"))).chars().count() > 60, "{code}: {site}");
            let _ = one(html, &format!("input[name=form][value=\"{form}\"]"));
        }
    }
}

#[test]
fn all_that_can_be_shown_can_be_chosen() {
    for ((code, page), pack) in pages().iter().zip(packs()) {
        let values = |id: &str| -> Vec<String> {
            let options = all(page.root_element(), &format!("#{id} option"));
            options.iter().filter_map(|option| option.attr("value")).map(str::to_owned).collect()
        };
        let chapters = pack.chapters.iter().map(|chapter| chapter.id.as_str().to_owned());
        assert_eq!(values("chapter"), std::iter::once(String::new()).chain(chapters).collect::<Vec<_>>(), "{code}");
        let figures: Vec<String> = pack.figures.iter().map(|figure| figure.id.as_str().to_owned()).collect();
        assert_eq!(values("figure"), figures, "{code}");
        let languages: Vec<String> = pack.languages.iter().map(|language| language.code.clone()).collect();
        assert_eq!(values("lang"), languages, "{code}");
    }
}

#[test]
fn a_strict_policy_lets_it_work_and_its_hashes_are_right() {
    let hashes: Value = serde_json::from_slice(&files()["integrity.json"]).expect("JSON");
    for (code, page) in pages() {
        let html = page.root_element();
        assert!(all(html, "style, [style]").is_empty(), "{code}");
        for script in all(html, "script") {
            let data = script.attr("type") == Some("application/json");
            assert!(data || script.attr("src").is_some() && text(script).is_empty(), "{code}: {}", script.html());
        }
        for element in all(html, "*") {
            assert!(element.value().attrs().all(|(name, _)| !name.starts_with("on")), "{code}: {}", element.html());
        }
        let known: Value = serde_json::from_str(&one(html, "#known").inner_html()).expect("JSON");
        let integrity = known["integrity"].as_object().expect("hashes");
        assert_eq!(integrity.len(), 2);
        for (name, hash) in integrity {
            assert_eq!(hash, &hashes[name], "{code}: {name}");
        }
        let root = if code == "bg" { "embed-builder/" } else { "embed-builder/en/" };
        for address in attributes(&page, "src").iter().chain(&attributes(&page, "href")) {
            if address == "data:," {
                continue;
            }
            let mut at: Vec<&str> = root.trim_end_matches('/').split('/').collect();
            let path = address.split('?').next().unwrap_or_default();
            for piece in path.split('/') {
                match piece {
                    ".." => drop(at.pop().expect("within the site")),
                    "." | "" => {}
                    piece => at.push(piece),
                }
            }
            let file = if path.ends_with('/') || path.is_empty() { at.join("/") + "/index.html" } else { at.join("/") };
            assert!(files().contains_key(&file), "{code}: {address} leads to {file}, which is not there");
        }
    }
}

//! What other sites read of our pages: link pictures and oEmbed.

use std::collections::BTreeSet;

use scraper::Html;

use crate::{
    real::packs,
    site::{BASE, all, files, one, pages},
};

/// The file of the site at a whole address.
fn at(address: &str) -> (String, &'static [u8]) {
    let path = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is not below {BASE}"));
    (path.to_owned(), files().get(path).unwrap_or_else(|| panic!("there is no {path}")))
}

#[test]
fn every_page_has_its_picture() {
    let mut pictures = BTreeSet::new();
    for (name, page) in pages() {
        let page = Html::parse_document(page);
        let head = |property: &str| {
            one(page.root_element(), &format!("meta[property='{property}']")).attr("content").unwrap_or_default()
        };
        let (path, png) = at(head("og:image"));
        let chapter = name.trim_end_matches("/index.html").rsplit('/').next().unwrap_or_default();
        let whole = ["bg", "en", "index.html"].contains(&chapter);
        assert!(path.ends_with(&format!("/{}.png", if whole { "index" } else { chapter })), "{name}: {path}");
        // The PNG's own word for its size.
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n", "{path}");
        let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]).to_string();
        assert_eq!((number(16), number(20)), (head("og:image:width").into(), head("og:image:height").into()));
        assert!(png.len() > 20_000 && png.len() < 300_000, "{path} has {} bytes", png.len());
        assert_eq!(head("og:image:alt"), head("og:title"));
        pictures.insert(path.to_owned());
    }
    let chapters: usize = packs().iter().map(|pack| pack.chapters.len() + 1).sum();
    assert_eq!(pictures.len(), chapters, "{pictures:?}");
}

#[test]
fn pages_name_themselves_and_how_to_embed_them() {
    for (name, page) in pages() {
        let page = Html::parse_document(page);
        let html = page.root_element();
        let language = html.attr("lang").unwrap_or_default();
        let own = one(html, "link[rel=canonical]").attr("href").unwrap_or_default();
        let (path, _) = at(&format!("{own}index.html"));
        let wanted = name.trim_start_matches("embed/");
        assert_eq!(path, if wanted == "index.html" { format!("{language}/index.html") } else { wanted.into() });

        let link = one(html, "link[type='application/json+oembed']");
        let answer: serde_json::Value =
            serde_json::from_slice(at(link.attr("href").unwrap_or_default()).1).expect("JSON");
        assert_eq!((answer["type"].as_str(), answer["version"].as_str()), (Some("rich"), Some("1.0")));
        let frame = Html::parse_fragment(answer["html"].as_str().expect("a snippet"));
        let frames = all(frame.root_element(), "iframe");
        assert_eq!(frames.len(), 1);
        let (place, _) = at(&format!("{}index.html", frames[0].attr("src").unwrap_or_default()));
        let of_a_chapter = wanted.matches('/').count() > 1;
        assert_eq!(
            place,
            format!("embed/{}", if of_a_chapter { wanted.into() } else { format!("{language}/index.html") })
        );
        assert_eq!(answer["title"].as_str(), one(html, "title").text().next(), "{name}");
        for key in ["width", "height"] {
            assert_eq!(frames[0].attr(key).map(str::to_owned), answer[key].as_u64().map(|size| size.to_string()));
        }
        assert_eq!(frames[0].attr("title"), answer["title"].as_str());
        assert!(frames[0].attr("sandbox").is_some_and(|rights| !rights.contains("same-origin")));
        let _ = at(answer["thumbnail_url"].as_str().unwrap_or_default());
        assert!(answer["provider_url"].as_str().is_some_and(|address| address.starts_with(BASE)));
    }
}

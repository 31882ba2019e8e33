//! The offline file, read as a reader without scripts gets it, and unpacked as its script does.

use std::{collections::BTreeSet, io::Read};

use scraper::Html;

use crate::{
    real::packs,
    site::{all, attributes, files, one, page, text},
};

/// Each language with its file: the bytes, and the page that they say.
fn wholes() -> Vec<(String, Vec<u8>, Html)> {
    let whole = |code: String| {
        let bytes = files()[&format!("offline/oxytocin-explainer.{code}.html")].clone();
        let head = String::from_utf8_lossy(&bytes[..400]).into_owned();
        let (_, rest) = head.split_once("<meta charset=\"").expect("the file names its charset early");
        let label = rest.split('"').next().unwrap_or_default();
        let charset = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a known charset");
        assert!(charset.is_single_byte(), "{label}");
        let page = Html::parse_document(&charset.decode(&bytes).0);
        (code, bytes, page)
    };
    packs().into_iter().map(|pack| whole(pack.language.code)).collect()
}

/// The bytes between the beginning and the end of a data block.
fn block<'a>(whole: &'a [u8], name: &str) -> &'a [u8] {
    let find = |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).position(|window| window == wanted);
    let head = format!("data-file=\"{name}\">");
    let start = find(whole, head.as_bytes()).unwrap_or_else(|| panic!("there is no {name}")) + head.len();
    &whole[start..start + find(&whole[start..], b"</script>").expect("a block ends")]
}

#[test]
fn all_that_the_page_says_is_there_without_scripts() {
    for (code, _, offline) in wholes() {
        let online = page(&format!("{code}/index.html"));
        let facts = |page: &Html| attributes(page, "data-fact").into_iter().collect::<BTreeSet<_>>();
        assert_eq!(facts(&offline), facts(&online), "{code}");
        let html = offline.root_element();
        // Blanks and numbers of citations are set otherwise there.
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).collect::<String>();
        let said = letters(&text(html));
        for element in all(online.root_element(), "[data-fact] p, h1, h2, h3, figcaption p, td, dd") {
            let words = letters(&text(element));
            let hidden = element.ancestors().filter_map(scraper::ElementRef::wrap).chain([element]).any(|above| {
                let class = above.attr("class").unwrap_or_default();
                above.attr("hidden").is_some() || ["keys", "key"].contains(&class)
            });
            assert!(hidden || said.contains(&words), "{code}: {words}");
        }
        let ids: BTreeSet<String> = attributes(&offline, "id").into_iter().collect();
        for href in attributes(&offline, "href").iter().filter(|href| !href.starts_with("https://")) {
            let inside = href.strip_prefix('#').is_some_and(|id| ids.contains(id));
            assert!(inside || href == "data:,", "{code} leads to {href}, which is not in the file");
        }
        assert!(attributes(&offline, "src").is_empty(), "{code} loads something");
        assert_eq!(one(html, "oxytocin-explainer").attr("lang"), Some(code.as_str()));
    }
}

/// The name under which the element asks for a file of `v/<version>/`.
fn asked(name: &str) -> &str {
    name.splitn(3, '/').nth(2).unwrap_or_default()
}

#[test]
fn every_file_is_within_and_comes_back_whole() {
    for (code, whole, page) in wholes() {
        let mut names = attributes(&page, "data-file");
        let wanted = |name: &&String| {
            let part = name.matches('/').count() > 2 && !name.ends_with("/all.pack");
            let own = !name.ends_with(".pack") || name.contains(&format!("/{code}-")) && !part;
            name.starts_with("v/") && own && !name.ends_with("manifest.json")
        };
        let files: Vec<(&String, &Vec<u8>)> = files().iter().filter(|(name, _)| wanted(name)).collect();
        names.sort();
        let mut known: Vec<&str> = files.iter().map(|(name, _)| asked(name)).collect();
        known.sort_unstable();
        assert_eq!(names, known, "{code}");
        for (name, bytes) in files {
            let mut packed = Vec::new();
            let mut standing = block(&whole, asked(name)).iter();
            while let Some(byte) = standing.next() {
                let mut shifted = || standing.next().expect("a shifted byte").wrapping_sub(64);
                packed.push(if *byte == b'=' { shifted() } else { *byte });
            }
            let mut unpacked = Vec::new();
            flate2::read::DeflateDecoder::new(&packed[..]).read_to_end(&mut unpacked).expect("deflated bytes");
            if name.contains("/shell-") {
                let text = String::from_utf8(unpacked).expect("a script");
                assert_eq!(text.matches(".pack\"").count(), 1, "{code}: a language is offered that the file lacks");
            } else if name.ends_with(".pack") && !name.ends_with("/all.pack") {
                let pack = oxytocin_explainer::model::Pack::decode(&unpacked).expect("a pack");
                assert_eq!(
                    pack.languages,
                    std::slice::from_ref(&pack.language),
                    "a language is offered that the file lacks"
                );
            } else {
                assert!(unpacked == *bytes, "{name} comes back changed");
            }
        }
    }
}

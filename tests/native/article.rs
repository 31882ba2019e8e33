//! The static article, read as a reader without scripts gets it.

use oxytocin_explainer::model::{Chapter, Drawing, Pack, rich::plain};
use scraper::{ElementRef, Html};

use crate::{
    real::packs,
    site::{all, one, page, text},
};

/// Each language's whole page with its pack.
fn wholes() -> Vec<(Pack, Html)> {
    packs()
        .into_iter()
        .map(|pack| (page(&format!("{}/index.html", pack.language.code)), pack))
        .map(|(page, pack)| (pack, page))
        .collect()
}

#[test]
fn headings_tell_the_whole_in_order() {
    for (pack, page) in wholes() {
        let article = one(page.root_element(), "oxytocin-explainer");
        let headings = all(article, "h1, h2, h3, h4, h5, h6");
        let levels: Vec<u8> = headings.iter().map(|heading| heading.value().name().as_bytes()[1] - b'0').collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert_eq!(levels[0], 1, "the title comes first");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is skipped: {levels:?}");
        assert!(headings.iter().all(|heading| !text(*heading).is_empty()));
        let second: Vec<String> = all(article, "h2").into_iter().map(text).collect();
        let titles: Vec<&str> = pack.chapters.iter().map(|chapter| chapter.title.as_str()).collect();
        assert_eq!(second[..titles.len()], titles, "{second:?}");
        assert_eq!(second.len(), titles.len() + 3, "glossary, sources and “About” follow");
    }
}

/// The chapter with all its claims, each with its words.
fn told(article: ElementRef, chapter: &Chapter) {
    let section = one(article, &format!("[data-chapter=\"{}\"]", chapter.id));
    for claim in chapter.claims() {
        let shown = one(section, &format!("[data-fact=\"{}\"]", claim.id));
        let words = plain(&claim.text).split_whitespace().take(3).collect::<Vec<_>>().join(" ");
        assert!(text(shown).contains(&words), "{}: “{words}” in “{}”", claim.id, text(shown));
        assert!(!all(shown, "sup a[href^='#source-']").is_empty(), "{} shows no source", claim.id);
    }
    for section in &chapter.sections {
        assert!(text(one(article, &format!("[id=\"{}-{}\"]", chapter.id, section.id))).contains(&section.heading));
    }
    for notice in &chapter.notices {
        assert!(!all(section, &format!("[data-notice=\"{notice}\"]")).is_empty(), "{}: {notice}", chapter.id);
    }
}

#[test]
fn every_claim_and_notice_is_told() {
    for (pack, page) in wholes() {
        for chapter in &pack.chapters {
            told(one(page.root_element(), "oxytocin-explainer"), chapter);
            for folder in [pack.language.code.clone(), format!("embed/{}", pack.language.code)] {
                let page = self::page(&format!("{folder}/{}/index.html", chapter.id));
                told(one(page.root_element(), "oxytocin-explainer"), chapter);
            }
        }
        for notice in &pack.notices {
            let shown = one(page.root_element(), &format!("[data-notice=\"{}\"]", notice.id));
            assert!(text(shown).contains(&notice.title), "{}", notice.id);
        }
    }
}

#[test]
fn every_figure_is_drawn_and_described() {
    for (pack, page) in wholes() {
        for figure in &pack.figures {
            let shown = one(page.root_element(), &format!("figure[data-figure=\"{}\"]", figure.id));
            let pictures = all(shown, "svg[role=img]");
            // The ladder is rows of words with glyphs; every other figure is a picture with a name.
            assert!(pictures.is_empty() == (figure.id.as_str() == "evidence-ladder"), "{} has no picture", figure.id);
            assert!(!all(shown, "svg").is_empty(), "{} draws nothing", figure.id);
            for picture in pictures {
                assert!(
                    picture.attr("aria-label").is_some_and(|name| name.trim().chars().count() > 2),
                    "{}",
                    figure.id
                );
            }
            let known = |picture: &&ElementRef| {
                let own = ["role", "aria-hidden"].iter().any(|name| picture.attr(name).is_some());
                own || picture.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "svg")
            };
            assert!(
                all(shown, "svg").iter().all(|picture| known(&picture)),
                "{}: a picture is neither named nor hidden",
                figure.id
            );
            assert!(text(one(shown, "figcaption")).contains(&figure.title), "{}", figure.id);
            let words = text(shown);
            for paragraph in &figure.description {
                let start: String = paragraph.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
                assert!(words.contains(&start), "{}: {start}", figure.id);
            }
            for step in figure.scene().iter().flat_map(|scene| &scene.steps) {
                assert!(
                    shown.html().contains(&step.alternative.replace('&', "&amp;").replace('"', "&quot;")),
                    "{}: {}",
                    figure.id,
                    step.id
                );
            }
            assert!(!all(shown, ".figure-sources a").is_empty(), "{} shows no source", figure.id);
            if matches!(figure.drawing, Drawing::Chart(_) | Drawing::Loop(_)) {
                let rows = all(shown, "table tbody tr");
                assert!(rows.len() >= 2 && all(shown, "table th[scope=col]").len() >= 2, "{} has no table", figure.id);
                assert!(
                    rows.iter().all(|row| all(*row, "th, td").iter().all(|cell| !text(*cell).is_empty())),
                    "{} has empty cells",
                    figure.id
                );
            }
            assert!(all(shown, "button, input, select").is_empty(), "{} has controls that nothing answers", figure.id);
        }
    }
}

#[test]
fn the_glossary_and_the_sources_are_whole() {
    for (pack, page) in wholes() {
        for term in &pack.terms {
            let entry =
                one(page.root_element(), &format!("#glossary [data-term=\"{}\"][id=\"term-{}\"]", term.id, term.id));
            let words = text(entry);
            for wanted in [&term.name]
                .into_iter()
                .chain(&term.synonyms)
                .chain(&term.latin)
                .chain(term.elsewhere.iter().map(|(_, name)| name))
            {
                assert!(words.contains(wanted.as_str()), "{}: {wanted}", term.id);
            }
            let definition = plain(&term.definition).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&definition), "{}: {words}", term.id);
        }
        let entries: Vec<String> = all(page.root_element(), "#glossary .entry dfn").into_iter().map(text).collect();
        assert_eq!(entries, pack.terms.iter().map(|term| term.name.clone()).collect::<Vec<_>>());
        let sources = all(page.root_element(), "#sources > ol > li");
        assert_eq!(sources.len(), pack.sources.len());
        for (index, (shown, source)) in sources.iter().zip(&pack.sources).enumerate() {
            assert!(text(*shown).contains(source.title.trim()), "{}", source.id);
            assert_eq!(shown.attr("value"), Some((index + 1).to_string().as_str()));
        }
        assert!(all(page.root_element(), "a[href^='#term-']").len() >= pack.terms.len() / 2);
    }
}

#[test]
fn languages_lead_to_each_other() {
    for (pack, page) in wholes() {
        let code = pack.language.code.as_str();
        let html = page.root_element();
        assert_eq!((html.attr("lang"), html.attr("dir")), (Some(code), Some("ltr")));
        assert_eq!(one(html, "oxytocin-explainer").attr("lang"), Some(code));
        for language in &pack.languages {
            let other = &language.code;
            assert_eq!(
                one(html, &format!("link[rel=alternate][hreflang={other}]")).attr("href"),
                Some(format!("../{other}/").as_str())
            );
            let link = one(html, &format!("oxytocin-explainer nav.languages a[hreflang={other}]"));
            assert_eq!(link.attr("href"), Some(format!("../{other}/").as_str()));
            assert_eq!((text(link), link.attr("lang")), (language.name.clone(), Some(other.as_str())));
            assert_eq!(link.attr("aria-current").is_some(), other == code);
        }
        let chapter = self::page(&format!("{code}/labour/index.html"));
        let link = one(chapter.root_element(), "nav.languages a[hreflang=en]");
        assert_eq!(link.attr("href"), Some("../../en/labour/"));
        // A page for frames leads to one for frames: others forbid frames.
        let framed = self::page(&format!("embed/{code}/labour/index.html"));
        let link = one(framed.root_element(), "nav.languages a[hreflang=en]");
        assert_eq!(link.attr("href"), Some("../../en/labour/"));
        let framed = self::page(&format!("embed/{code}/index.html"));
        assert_eq!(one(framed.root_element(), "nav.languages a[hreflang=en]").attr("href"), Some("../en/"));
    }
}

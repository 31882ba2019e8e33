//! Reading: the page comes to life with everything on it, in the language asked for.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::{Page, Wish, journey, read, site::Site};

/// The chapters of the contract.
const CHAPTERS: [&str; 9] =
    ["two-roles", "production", "release", "receptors", "labour", "milk", "brain", "elsewhere", "open-questions"];
/// Its figures.
const FIGURES: [&str; 13] = [
    "molecule",
    "processing",
    "brain-map",
    "nerve-ending",
    "half-life",
    "receptor-cascade",
    "receptor-growth",
    "labour-loop",
    "labour-pulses",
    "milk-ejection",
    "evidence-ladder",
    "body-map",
    "vasopressin",
];

#[tokio::test]
async fn bulgarian_page_comes_to_life() {
    read(|page| whole(page, "bg", "Окситоцин")).await;
}

#[tokio::test]
async fn english_page_comes_to_life() {
    read(|page| whole(page, "en", "Oxytocin")).await;
}

async fn whole(page: Page, language: &'static str, title: &'static str) -> Result<()> {
    page.alive(&format!("/{language}/")).await?;
    let ready: Vec<Value> = page.get("seen.events.filter((event) => event.name === 'oxy-ready')").await?;
    let detail = json!({ "version": env!("CARGO_PKG_VERSION"), "lang": language, "tier": "wasm" });
    ensure!(ready.len() == 1 && ready[0]["detail"] == detail, "oxy-ready: {ready:?}");
    ensure!(ready[0]["bubbles"] == true && ready[0]["composed"] == true, "oxy-ready: {ready:?}");
    page.holds("element.version === seen.events[0].detail.version && typeof element.reviewStatus === 'string'").await?;
    page.holds("root.mode === 'open' && shown(q('h1'))").await?;
    let heading: String = page.get("q('h1').textContent.trim()").await?;
    ensure!(heading == title, "the title is {heading}");
    for chapter in CHAPTERS {
        page.holds(&format!(
            "shown(q('section[data-chapter=\"{chapter}\"] h2')) && all('[data-chapter=\"{chapter}\"]').length === 1"
        ))
        .await?;
    }
    for figure in FIGURES {
        page.holds(&format!(
            "shown(q('[data-figure=\"{figure}\"] svg')) && all('[data-figure=\"{figure}\"]').length === 1"
        ))
        .await?;
    }
    page.holds("new Set(all('.glossary [data-term]').map((entry) => entry.dataset.term)).size >= 76").await?;
    page.holds("all('.notice').length >= 2 && all('.notice').every((notice) => notice.textContent.trim().length > 40)")
        .await?;
    page.holds("all('[part=sources] li').length >= 40").await?;
    page.holds("all('[data-fact]').length >= 100").await?;
    for part in ["nav", "chapter", "figure", "caption", "control", "glossary", "term", "sources", "notice"] {
        page.holds(&format!("q('[part~={part}]')")).await?;
    }
    for control in ["receptors", "reflex", "play", "step", "speed", "reset"] {
        page.holds(&format!("shown(q('[data-control={control}]'))")).await?;
    }
    for name in ["time", "dilatation", "pulses", "oxytocin", "contraction", "born"] {
        page.holds(&format!("Number.isFinite(reading('{name}'))")).await?;
    }
    page.holds("all('[id]').every((node, _, nodes) => nodes.filter((other) => other.id === node.id).length === 1)")
        .await?;
    page.quiet().await
}

#[tokio::test]
async fn first_page_picks_the_browsers_language() {
    if crate::harness::Engine::now() == crate::harness::Engine::Webkit {
        // WebKitGTK takes its language from the system; the named one below is tried there too.
        return;
    }
    journey(Site::default(), Wish { language: "en-GB", ..Wish::default() }, |page| async move {
        page.open("/").await?;
        page.until("location.pathname === '/en/' && element").await?;
        page.ready().await?;
        page.holds("q('.oxy').lang === 'en' && document.documentElement.lang === 'en'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn first_page_speaks_bulgarian_to_the_rest() {
    if crate::harness::Engine::now() == crate::harness::Engine::Webkit {
        return;
    }
    journey(Site::default(), Wish { language: "de-DE", ..Wish::default() }, |page| async move {
        page.alive("/").await?;
        page.holds("location.pathname === '/' && q('.oxy').lang === 'bg'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn first_page_keeps_a_named_language() {
    read(|page| async move {
        page.open("/?lang=en").await?;
        page.until("location.pathname === '/en/' && element").await?;
        page.ready().await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn coming_to_a_chapter_is_told() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.click("nav.chapters a[href='#release']").await?;
        page.until("seen.events.some((event) => event.name === 'oxy-chapter' && event.detail.chapter === 'release')")
            .await?;
        page.until("element.state.chapter === 'release'").await?;
        page.until("q('nav.chapters [aria-current=location]')?.getAttribute('href') === '#release'").await?;
        page.holds("location.hash === ''").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn line_of_chapters_tells_of_the_glossary_and_the_sources_too() {
    read(|page| async move {
        page.alive("/en/").await?;
        let marked = |id: &str| {
            format!("all('nav.chapters [aria-current]').map((link) => link.getAttribute('href')).join() === '#{id}'")
        };
        for place in ["open-questions", "glossary", "sources", "open-questions"] {
            page.tap(&format!("nav.chapters a[href='#{place}']")).await?;
            page.until(&marked(place)).await?;
            // The last chapter is still the one that was read last.
            page.until("element.state.chapter === 'open-questions'").await?;
        }
        let told: Vec<String> = page
            .get("seen.events.filter((event) => event.name === 'oxy-chapter').map((event) => event.detail.chapter)")
            .await?;
        ensure!(told.iter().filter(|chapter| *chapter == "open-questions").count() == 1, "told of {told:?}");
        page.quiet().await
    })
    .await;
}

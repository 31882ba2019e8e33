//! The article by itself: scripts off, the page still says and shows everything.

use anyhow::{Result, ensure};
use scraper::{Html, Selector};
use thirtyfour::By;

use crate::harness::{
    Engine, Page, Site, Wish, journey,
    site::{dist, file},
};

const CHAPTERS: [&str; 5] = ["two-roles", "production", "release", "receptors", "labour"];

#[tokio::test]
async fn scripts_off() {
    if Engine::now() == Engine::Webkit {
        // WebKitGTK's driver cannot turn scripts off; there the script is missing instead.
        journey(Site::default().missing("/oxytocin-explainer.js"), Wish::default(), readable).await;
    } else {
        journey(Site::default(), Wish { scripts: false, ..Wish::default() }, readable).await;
    }
}

/// Reads by the driver alone, which needs no scripts of the page.
async fn readable(page: Page) -> Result<()> {
    page.open("/bg/").await?;
    ensure!(page.driver.title().await?.starts_with("Окситоцин"), "the page has no title");
    for chapter in CHAPTERS {
        let heading = page.driver.find(By::Css(format!("oxytocin-explainer > * [data-chapter={chapter}] h2"))).await?;
        ensure!(
            heading.is_displayed().await? && !heading.text().await?.trim().is_empty(),
            "the heading of {chapter} cannot be seen"
        );
    }
    for what in [
        "h1",
        "[data-figure=brain-map] svg[role=img]",
        "[data-figure=labour-loop] .disc text, [data-figure=labour-loop] .name",
        ".entry[data-term=uterus] dfn",
        "#sources li",
        ".notice",
    ] {
        let found = page.driver.find(By::Css(format!("oxytocin-explainer > * {what}"))).await?;
        ensure!(found.is_displayed().await?, "{what} cannot be seen");
    }
    let link = page.driver.find(By::Css("nav.chapters a[href='#labour']")).await?;
    link.click().await?;
    ensure!(page.driver.current_url().await?.fragment() == Some("labour"), "the chapter line leads nowhere");
    Ok(())
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a valid selector")
}

#[test]
fn articles_hold_everything() {
    for language in ["bg", "en"] {
        let html =
            String::from_utf8(file(&format!("/{language}/index.html")).expect("the page is there")).expect("UTF-8");
        let page = Html::parse_document(&html);
        let count = |selector: &str| page.select(&select(selector)).count();
        assert_eq!(count("oxytocin-explainer"), 1);
        assert_eq!(count(&format!("oxytocin-explainer > .oxy[lang={language}]")), 1);
        for chapter in CHAPTERS {
            assert_eq!(
                count(&format!("oxytocin-explainer section[data-chapter={chapter}] > h2")),
                1,
                "{chapter} in {language}"
            );
        }
        assert!(
            count("[data-figure] svg") >= 7 && count("[data-figure] svg text") >= 40,
            "figures with labels in {language}"
        );
        assert!(count(".glossary .entry[data-term]") >= 76, "glossary in {language}");
        assert!(count("#sources li") >= 40 && count("[data-fact]") >= 100, "sources and facts in {language}");
        assert_eq!(
            count("oxytocin-explainer button, oxytocin-explainer input"),
            0,
            "what needs a script in {language}"
        );
        anchors_lead_somewhere(&page, language);
    }
}

/// Every link within the page has its target, and no id stands twice.
fn anchors_lead_somewhere(page: &Html, language: &str) {
    let mut ids: Vec<&str> = page.select(&select("[id]")).filter_map(|node| node.attr("id")).collect();
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    assert!(twice.is_empty(), "twice in {language}: {twice:?}");
    let lost: Vec<&str> = page
        .select(&select("a[href^='#'], use[href^='#']"))
        .filter_map(|link| link.attr("href"))
        .filter(|href| ids.binary_search(&&href[1..]).is_err())
        .collect();
    assert!(lost.is_empty(), "links that lead nowhere in {language}: {lost:?}");
}

#[test]
fn pages_of_chapters_are_there() {
    for language in ["bg", "en"] {
        for path in CHAPTERS
            .map(|chapter| format!("{language}/{chapter}/index.html"))
            .iter()
            .chain(&[format!("embed/{language}/index.html")])
        {
            assert!(dist().join(path).is_file(), "{path}");
        }
        for chapter in CHAPTERS {
            assert!(
                dist().join(format!("embed/{language}/{chapter}/index.html")).is_file(),
                "embed {language} {chapter}"
            );
        }
    }
}

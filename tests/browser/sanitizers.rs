//! What sanitizers leave of the article: still one to read, with its links, notices and sources.

use std::collections::{HashMap, HashSet};

use ammonia::Builder;
use anyhow::{Context, Result, ensure};
use scraper::{ElementRef, Html, Selector};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::{Page, Site, Wish, foreign, journey, site::file};

/// What WordPress lets through: docs/EMBEDDING.md.
const KSES: &str = include_str!("kses.json");

#[derive(Deserialize)]
struct Kses<'a> {
    #[serde(borrow)]
    everywhere: HashSet<&'a str>,
    prefixes: HashSet<&'a str>,
    tags: HashMap<&'a str, HashSet<&'a str>>,
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a valid selector")
}

/// The article of a language's page, as one would paste it.
fn article(language: &str) -> Result<String> {
    let page = Html::parse_document(&String::from_utf8(file(&format!("/{language}/index.html"))?)?);
    Ok(page.select(&select("oxytocin-explainer")).next().context("the page has an element")?.html())
}

/// The words of an element, spaces as one.
fn words(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As `wp_kses_post` would have it.
fn through_kses(html: &str) -> Result<String> {
    let kses: Kses = serde_json::from_str(KSES)?;
    let mut everywhere = kses.everywhere;
    // Styles are filtered further there; the article has none.
    everywhere.remove("style");
    let mut builder = Builder::empty();
    builder
        .tags(kses.tags.keys().copied().collect())
        .tag_attributes(kses.tags)
        .generic_attributes(everywhere)
        .generic_attribute_prefixes(kses.prefixes)
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(ammonia::UrlRelative::PassThrough)
        .clean_content_tags(HashSet::new())
        .link_rel(None);
    Ok(builder.clean(html).to_string())
}

/// What is read: its name, where it stands, how it is read, and how many there are at least.
type Kind = (&'static str, &'static str, fn(ElementRef) -> String, usize);

/// Everything of the article that a reader needs is in what is left of it.
fn complete(before: &str, after: &str) -> Result<()> {
    let (before, after) = (Html::parse_fragment(before), Html::parse_fragment(after));
    let list = |page: &Html, selector: &str, read: fn(ElementRef) -> String| -> Vec<String> {
        page.select(&select(selector)).map(read).collect()
    };
    let href = |link: ElementRef| link.attr("href").unwrap_or_default().to_owned();
    let id = |node: ElementRef| node.attr("id").unwrap_or_default().to_owned();
    let fact = |node: ElementRef| format!("{}: {}", node.attr("data-fact").unwrap_or_default(), words(node));
    // Facts on drawings have their words in the drawing; what is said in text has to stay.
    let all: [Kind; 8] = [
        ("headings", "h1, h2, h3, h4", words, 20),
        ("paragraphs", "p", words, 150),
        ("claims", ".claim[data-fact], .notice[data-fact]", fact, 80),
        ("links", "a[href]", href, 300),
        ("anchors", "section[id], li[id], figure[id], dt[id], div[id]", id, 100),
        ("sources", ".sources li", words, 40),
        ("glossary", ".entry[data-term]", words, 76),
        ("tables", "table td, table th", words, 20),
    ];
    for (what, selector, read, least) in all {
        let (old, new) = (list(&before, selector, read), list(&after, selector, read));
        ensure!(old.len() >= least, "the article has only {} {what}", old.len());
        let lost: Vec<&String> = old.iter().filter(|one| !new.contains(one)).take(5).collect();
        ensure!(
            lost.is_empty() && new.len() == old.len(),
            "{what}: of {} are left {}, lost {lost:#?}",
            old.len(),
            new.len()
        );
    }
    let targets: HashSet<String> = list(&after, "[id]", id).into_iter().collect();
    let dead: Vec<String> =
        list(&after, "a[href^='#']", href).into_iter().filter(|href| !targets.contains(&href[1..])).collect();
    ensure!(dead.is_empty(), "links that lead nowhere: {dead:?}");
    Ok(())
}

/// In a browser: headings are seen, links within lead where they say, nothing runs.
async fn readable(page: &Page) -> Result<()> {
    page.holds(
        "shown(document.querySelector('h1')) && !document.querySelector('oxytocin-explainer, script:not([src])')",
    )
    .await?;
    for (link, target) in [("a[href='#labour']", "labour"), ("a.term[href^='#term-']", ""), ("a.cite", "")] {
        let target = page
            .run("const link = document.querySelector(arguments[0]); link.click(); return arguments[1] || link.hash.slice(1)", &[link.into(), target.into()])
            .await?;
        let target = target.as_str().context("an id")?;
        page.until(&format!("location.hash === '#{target}'")).await?;
        page.until(&format!("shown(document.getElementById('{target}')) && Math.abs(document.getElementById('{target}').getBoundingClientRect().top) < innerHeight")).await?;
    }
    page.quiet().await
}

#[tokio::test]
async fn wordpress() {
    for language in ["bg", "en"] {
        let before = article(language).expect("the article is there");
        let after = through_kses(&before).expect("the list can be read");
        assert!(!after.contains("<svg") && !after.contains("oxytocin-explainer"), "the filter takes nothing out");
        complete(&before, &after).expect("the article is whole");
        journey(Site::default().page("/post", after), Wish::default(), |page| async move {
            page.open("/post").await?;
            readable(&page).await
        })
        .await;
    }
}

#[tokio::test]
async fn dompurify() {
    let purify = foreign::text("dompurify", "dist/purify.min.js").expect("the package is at hand");
    let site = Site::default().page("/post", "<script src=\"/purify.js\"></script><main></main>").file(
        "/purify.js",
        "text/javascript",
        purify.into_bytes(),
    );
    journey(site, Wish::default(), |page| async move {
        for language in ["bg", "en"] {
            let before = article(language)?;
            page.open("/post").await?;
            let after = page
                .run("const clean = DOMPurify.sanitize(arguments[0]); document.querySelector('main').innerHTML = clean; return clean", &[before.clone().into()])
                .await?;
            let after = after.as_str().context("HTML")?;
            ensure!(after.contains("<svg") && !after.contains("oxytocin-explainer"), "it is not as DOMPurify's defaults have it");
            complete(&before, after)?;
            page.holds("document.querySelectorAll('[data-figure] svg text').length > 40").await?;
            readable(&page).await?;
        }
        Ok(())
    })
    .await;
}

#[test]
fn the_filter_is_one() {
    let hostile = "<p onclick=x id=a>text<script>1</script><a href='javascript:1' class=b>c</a><iframe src=x></iframe><x-y>z</x-y></p>";
    let clean = through_kses(hostile).expect("the list can be read");
    assert_eq!(clean, "<p id=\"a\">text1<a class=\"b\">c</a>z</p>");
    assert_eq!(serde_json::from_str::<Value>(KSES).expect("JSON")["prefixes"], json!(["data-"]));
}

//! Files that are broken, missing or forbidden: the article stays, and one error says what to change.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::{
    Page, Site, Wish, journey,
    site::{file, versioned},
};

/// Opens the Bulgarian page of a broken site and asserts all that the contract promises of it.
async fn stays_an_article(site: Site, code: &'static str) {
    journey(site, Wish::default(), move |page| async move {
        page.open("/bg/").await?;
        page.until("element.matches(':defined')").await?;
        let reason: String = page.get("element.ready.then(() => 'ready', (reason) => reason instanceof Error ? reason.message : `no Error: ${reason}`)").await?;
        ensure!(reason.contains(code), "`ready` says: {reason}");
        article_stays(&page).await?;
        let errors: Vec<Value> = page.get("seen.events.filter((event) => event.name === 'oxy-error').map((event) => event.detail)").await?;
        ensure!(errors.len() == 1 && errors[0]["code"] == code, "oxy-error: {errors:?}");
        for words in ["message", "fix"] {
            ensure!(errors[0][words].as_str().is_some_and(|words| words.len() > 10), "{words} of {errors:?}");
        }
        page.holds("seen.events.filter((event) => event.name === 'oxy-ready').every((event) => event.detail.tier === 'article')").await?;
        page.said(&[code], &[]).await
    })
    .await;
}

/// The article's text, figures, glossary and sources can be seen, and nothing else.
async fn article_stays(page: &Page) -> Result<()> {
    page.holds("q('slot') && !q('.oxy')").await?;
    for what in [
        "h1",
        "[data-chapter=labour] h2",
        "[data-chapter=labour] p",
        "[data-figure=brain-map] svg[role=img]",
        ".entry[data-term=uterus]",
        ".sources li",
    ] {
        page.holds(&format!("shown(element.querySelector('{what}')) && element.querySelector('{what}').getBoundingClientRect().width > 0")).await?;
    }
    Ok(())
}

fn pack() -> String {
    versioned("bg-", ".pack").expect("the Bulgarian pack is there")
}

fn module() -> String {
    versioned("module-", ".wasm").expect("the module is there")
}

/// A file with one byte in its middle changed.
fn flipped(path: &str) -> Vec<u8> {
    let mut bytes = file(path).expect("the file is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x20;
    bytes
}

#[tokio::test]
async fn truncated_pack() {
    let mut bytes = file(&pack()).expect("the pack is there");
    bytes.truncate(bytes.len() * 2 / 3);
    stays_an_article(Site::default().file(&pack(), "application/octet-stream", bytes), "pack-damaged").await;
}

#[tokio::test]
async fn empty_pack() {
    stays_an_article(Site::default().file(&pack(), "application/octet-stream", Vec::new()), "pack-damaged").await;
}

#[tokio::test]
async fn damaged_pack() {
    stays_an_article(Site::default().file(&pack(), "application/octet-stream", flipped(&pack())), "pack-damaged").await;
}

#[tokio::test]
async fn missing_pack() {
    stays_an_article(Site::default().missing(&pack()), "pack-not-loaded").await;
}

#[tokio::test]
async fn error_page_instead_of_the_pack() {
    let page = b"<!doctype html><title>404</title><h1>Not found</h1>".to_vec();
    stays_an_article(Site::default().file(&pack(), "text/html", page), "pack-damaged").await;
}

#[tokio::test]
async fn pack_of_another_version() {
    let mut bytes = file(&pack()).expect("the pack is there");
    bytes[4] = bytes[4].wrapping_add(1);
    stays_an_article(Site::default().file(&pack(), "application/octet-stream", bytes), "pack-version").await;
}

#[tokio::test]
async fn missing_module() {
    stays_an_article(Site::default().missing(&module()), "wasm-not-loaded").await;
}

#[tokio::test]
async fn damaged_module() {
    let mut bytes = file(&module()).expect("the module is there");
    bytes.truncate(bytes.len() / 2);
    stays_an_article(Site::default().file(&module(), "application/wasm", bytes), "wasm-damaged").await;
}

#[tokio::test]
async fn missing_shell() {
    let shell = versioned("shell-", ".js").expect("the shell is there");
    stays_an_article(Site::default().missing(&shell), "shell-not-loaded").await;
}

#[tokio::test]
async fn missing_styles() {
    let styles = versioned("styles-", ".css").expect("the styles are there");
    stays_an_article(Site::default().missing(&styles), "styles-not-loaded").await;
}

#[tokio::test]
async fn browser_without_webassembly() {
    stays_an_article(Site::default().before("delete window.WebAssembly;"), "no-webassembly").await;
}

#[tokio::test]
async fn policy_without_webassembly() {
    stays_an_article(Site::default().header("content-security-policy", "script-src 'self'"), "blocked-by-policy").await;
}

#[tokio::test]
async fn host_without_children_keeps_its_link() {
    let body = "<oxytocin-explainer lang=\"en\" eager></oxytocin-explainer><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(Site::default().page("/host", body).missing(&module()), Wish::default(), |page| async move {
        page.open("/host").await?;
        page.until("seen.events.some((event) => event.name === 'oxy-error')").await?;
        page.holds("all('a').length === 1 && shown(q('a')) && new URL(q('a').href).pathname === '/en/'").await?;
        page.said(&["wasm-not-loaded"], &[]).await
    })
    .await;
}

#[tokio::test]
async fn strict_policy_as_documented_is_enough() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'";
    let body = "<oxytocin-explainer lang=\"bg\" eager></oxytocin-explainer><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(
        Site::default().page("/host", body).header("content-security-policy", policy),
        Wish::default(),
        |page| async move {
            page.alive("/host").await?;
            page.click("[data-control=step]").await?;
            page.until("reading('time') === 10").await?;
            let blocked: Vec<String> = page.get("seen.blocked").await?;
            ensure!(blocked.is_empty(), "the policy stops {blocked:?}");
            page.quiet().await
        },
    )
    .await;
}

//! axe-core on whole pages, alive and as articles, light and dark, wide and narrow.

use std::env;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::{Page, Site, Wish, journey};

/// The site with axe-core on it; nothing where axe is not at hand.
fn judged() -> Option<Site> {
    let path = env::var_os("OXY_AXE")?;
    let script = std::fs::read(&path).expect("OXY_AXE names axe.min.js");
    Some(Site::default().file("/axe.js", "text/javascript", script))
}

async fn judged_journey<F, Fut>(site: impl FnOnce(Site) -> Site, walk: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Result<()>> + Send + 'static,
{
    match judged() {
        Some(axe) => journey(site(axe), Wish::default(), walk).await,
        None => panic!("OXY_AXE is not set: run `cargo xtask test --only browser`"),
    }
}

/// Asserts that axe finds nothing on the page as it stands.
async fn clean(page: &Page, when: &str) -> Result<()> {
    let load = "if (window.axe) return true; const script = document.createElement('script'); script.src = '/axe.js'; document.head.append(script);
        return new Promise((done) => { script.onload = () => done(true); script.onerror = () => done(false); })";
    ensure!(page.run(load, &[]).await? == true, "axe does not load");
    let judge = "return axe.run(document, { resultTypes: ['violations'] }).then((results) => results.violations.map(({ id, impact, help, nodes }) => ({
        id, impact, help, count: nodes.length, nodes: nodes.slice(0, 4).map((node) => ({ at: node.target.flat(9).join(' >> '), html: node.html.slice(0, 200), why: node.failureSummary })) })))";
    let found = page.run(judge, &[]).await?;
    let found = found.as_array().context("axe answers with a list")?;
    ensure!(found.is_empty(), "{when}: axe finds {}", readable(found));
    Ok(())
}

/// Violations as a person reads them.
fn readable(found: &[Value]) -> String {
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut text = String::new();
    for violation in found {
        text += &format!(
            "\n{} ({}, {} times): {}",
            words(&violation["id"]),
            words(&violation["impact"]),
            violation["count"],
            words(&violation["help"])
        );
        for node in violation["nodes"].as_array().into_iter().flatten() {
            text += &format!(
                "\n  {}\n    {}\n    {}",
                words(&node["at"]),
                words(&node["html"]),
                words(&node["why"]).replace('\n', " ")
            );
        }
    }
    text
}

/// Opens what a reader opens: a note, a part, details, a step, some of a run.
async fn busy(page: &Page) -> Result<()> {
    page.near("brain-map").await?;
    page.run("for (const details of all('details')) details.open = true", &[]).await?;
    page.tap("[data-figure=brain-map] [data-step=nuclei]").await?;
    page.until("q('[data-figure=brain-map] [data-step=nuclei]').getAttribute('aria-current') === 'step'").await?;
    page.focus("[data-figure=brain-map] [data-part=pvn]").await?;
    page.press(Key::Enter).await?;
    page.until("q('[data-part-words=pvn]')").await?;
    page.tap("[data-chapter=labour] .claim a.term[data-term]").await?;
    page.until("shown(q('.note'))").await?;
    page.until("q('[data-control=step]')").await?;
    page.run("for (let step = 0; step < 30; step += 1) q('[data-control=step]').click()", &[]).await?;
    page.until("reading('time') === 300").await
}

#[tokio::test]
async fn alive_in_light() {
    judged_journey(
        |site| site,
        |page| async move {
            for language in ["bg", "en"] {
                page.alive(&format!("/{language}/")).await?;
                page.run("element.theme = 'light'", &[]).await?;
                clean(&page, &format!("{language} at first")).await?;
                busy(&page).await?;
                clean(&page, &format!("{language} in use")).await?;
            }
            page.quiet().await
        },
    )
    .await;
}

#[tokio::test]
async fn alive_in_dark() {
    judged_journey(
        |site| site,
        |page| async move {
            page.alive("/bg/").await?;
            page.run("element.theme = 'dark'", &[]).await?;
            busy(&page).await?;
            clean(&page, "dark, in use").await?;
            page.run("q('[data-control=reflex]').value = 'off'", &[]).await?;
            page.run("for (let step = 0; step < 100; step += 1) q('[data-control=step]').click()", &[]).await?;
            page.until("reading('born') === 1").await?;
            clean(&page, "dark, after the birth").await?;
            page.quiet().await
        },
    )
    .await;
}

#[tokio::test]
async fn alive_on_a_narrow_screen() {
    judged_journey(
        |site| site,
        |page| async move {
            for (path, theme) in [("/bg/", "light"), ("/en/", "dark")] {
                page.narrow(path).await?;
                page.ready().await?;
                page.run("element.theme = arguments[0]", &[theme.into()]).await?;
                busy(&page).await?;
                clean(&page, &format!("{path} at 320 px, {theme}")).await?;
            }
            page.quiet().await
        },
    )
    .await;
}

#[tokio::test]
async fn other_views() {
    let body = "<main><h1>A host</h1><oxytocin-explainer lang=\"bg\" eager></oxytocin-explainer></main><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    judged_journey(
        |site| site.page("/host", body),
        |page| async move {
            page.alive("/host").await?;
            for (name, value) in [("chapter", "labour"), ("view", "glossary"), ("view", "figure")] {
                page.run("element.setAttribute(arguments[0], arguments[1])", &[name.into(), value.into()]).await?;
                page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[])
                    .await?;
                clean(&page, &format!("{name}={value}")).await?;
            }
            page.quiet().await
        },
    )
    .await;
}

#[tokio::test]
async fn article_before_the_script() {
    judged_journey(
        |site| site.missing("/oxytocin-explainer.js"),
        |page| async move {
            for (path, theme) in [("/bg/", "light"), ("/en/", "dark"), ("/bg/labour/", "light")] {
                page.open(path).await?;
                page.run("element.setAttribute('theme', arguments[0])", &[theme.into()]).await?;
                page.holds("!root?.querySelector('.oxy') && shown(element.querySelector('h1'))").await?;
                // What is out of sight is judged too.
                page.run(
                    "const sheet = document.createElement('style'); sheet.textContent = '* { content-visibility: visible !important }'; document.head.append(sheet)",
                    &[],
                )
                .await?;
                clean(&page, &format!("article {path}, {theme}")).await?;
            }
            page.quiet().await
        },
    )
    .await;
}

#[tokio::test]
async fn page_that_makes_snippets() {
    judged_journey(
        |site| site,
        |page| async move {
            for path in ["/embed-builder/?lang=bg", "/embed-builder/en/"] {
                page.open(path).await?;
                page.until("document.getElementById('snippet')?.value").await?;
                page.run(
                    "document.querySelectorAll('.themes oxytocin-explainer').forEach((element) => element.setAttribute('eager', ''))",
                    &[],
                )
                .await?;
                let live = "[...document.querySelectorAll('.themes oxytocin-explainer')].every((element) => element.shadowRoot?.querySelector('.oxy svg.plate'))";
                page.until(live).await?;
                clean(&page, path).await?;
            }
            page.quiet().await
        },
    )
    .await;
}

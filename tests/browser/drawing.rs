//! The module that draws figures comes behind the text: what readers can do before it has come, and when it does not come.

use anyhow::{Result, ensure};

use crate::{
    harness::{
        Fate, Forecast, Page, Site, Wish, journey,
        site::{file, versioned},
    },
    network::asks_again,
};

const SCRIPT: &str = "<script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
const MAP: &str = "[data-figure=brain-map]";
const ERRORS: &str =
    "seen.events.filter(({ name }) => name === 'oxy-error').map(({ detail }) => [detail.code, detail.fix])";

/// The name of its file begins so; who reads everything has it among all parts.
const FILE: &str = "/figures-";

/// One chapter has each of its figures by itself, and what draws them.
fn chapter() -> Site {
    Site::default()
        .page("/host", format!("<oxytocin-explainer lang=\"bg\" chapter=\"production\"></oxytocin-explainer>{SCRIPT}"))
}

/// All that needs no drawing answers: an early call of what draws would end the instance.
async fn text_answers(page: &Page) -> Result<()> {
    let steps: usize = page.get("all('.step-words, .scene-frame, .plate').length").await?;
    ensure!(steps == 0, "{steps} figures are drawn already");
    page.click("[data-control=step]").await?;
    page.until("reading('time') === 10").await?;
    page.set("receptors", "12").await?;
    page.set("reflex", "half").await?;
    page.click("[data-control=reset]").await?;
    page.until("reading('time') === 0").await?;
    page.holds("shown(q('.labour-loop .model-card summary'))").await?;
    for chapter in ["receptors", "milk"] {
        page.run(&format!("q('[data-chapter={chapter}] a[data-term]').click()"), &[]).await?;
        page.until(&format!("shown(q('[data-chapter={chapter}] .note'))")).await?;
        page.run(&format!("q('[data-chapter={chapter}] .claim sup a').click()"), &[]).await?;
        page.run("all('[data-chapter=brain] details').forEach((details) => (details.open = true))", &[]).await?;
        page.run("q('a.show').click()", &[]).await?;
    }
    page.run("q('.glossary input').value = 'окси'; q('.glossary input').dispatchEvent(new InputEvent('input', { bubbles: true }))", &[]).await?;
    page.until("all('.entry').length < 60").await?;
    page.run("element.state = { ...element.state, chapter: 'milk', figures: { 'brain-map': { step: 'nuclei' } } }; element.theme = 'dark'", &[]).await?;
    page.until("element.state.figures['brain-map']?.step === 'nuclei'").await?;
    page.run("element.reset()", &[]).await?;
    page.until("!element.state.figures?.['brain-map']").await?;
    page.holds("seen.uncaught.length === 0 && q('.oxy')").await
}

#[tokio::test]
async fn text_lives_before_it_has_come() {
    let host = format!("<oxytocin-explainer lang=\"bg\"></oxytocin-explainer>{SCRIPT}");
    journey(Site::default().page("/host", host).held("/all.pack"), Wish::default(), |page| async move {
        page.open("/host").await?;
        page.ready().await?;
        text_answers(&page).await?;
        page.run("release()", &[]).await?;
        page.until("!q('.away') && all('.plate').length > 5").await?;
        page.click(&format!("{MAP} [data-step=made]")).await?;
        page.until(&format!("q('{MAP} [data-step=made]').getAttribute('aria-current') === 'step'")).await?;
        ensure!(!page.site.asked().iter().any(|path| path.contains(FILE)), "it has been asked for twice");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn lost_twice() {
    journey(chapter(), Wish::default(), |page| async move {
        let weather = Forecast::default().then(FILE, Fate::Loses(2)).before(&page.site).await?;
        page.driver.goto(weather.url("/host")).await?;
        page.ready().await?;
        page.until("!q('.away') && q('.plate')").await?;
        ensure!(weather.tries(FILE) >= 3, "it was asked for {} times", weather.tries(FILE));
        page.holds(&format!("{ERRORS}.length === 0")).await
    })
    .await;
}

#[tokio::test]
async fn missing() {
    asks_again(FILE, Fate::Misses, "part-not-loaded", "ask for the part again").await;
}

#[tokio::test]
async fn damaged() {
    asks_again(FILE, Fate::Spoils(4), "pack-damaged", "as binary files").await;
}

#[tokio::test]
async fn of_another_build() {
    // The first letter of the name under which it takes what the first module gives.
    let bytes = versioned("figures-", ".pack").and_then(|path| file(&path)).expect("what draws figures is there");
    let at = bytes.windows(9).position(|name| name[0] == b'f' && name[1..].iter().all(u8::is_ascii_hexdigit));
    asks_again(
        FILE,
        Fate::Spoils(at.expect("imports are named by their build")),
        "version-mismatch",
        "whole folder v/",
    )
    .await;
}

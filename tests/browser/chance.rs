//! A reader, and a host, who do anything at all: thousands of steps by chance, and the explainer lives on.
//!
//! Every run of the tests takes the same steps, ten thousand of them in Chromium; `OXY_SEED=<seed>` and `OXY_STEPS=<number>`
//! take others. The seed is printed.

use std::{env, time::Duration};

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::{Engine, Page, Site, Wish, journey_within};

const CHANCE: &str = include_str!("chance.js");
/// Ten thousand steps take three minutes on a quiet machine; a busy one has its own pace.
const LONGEST: Duration = Duration::from_secs(480);
/// The steps that every run of the tests takes, so that it does not depend on the day.
const SEED: u32 = 20_261_126;
/// Steps that one script takes, well within a driver's patience.
const AT_ONCE: u32 = 250;

/// How many steps: in engines whose driver or drawing is slow, fewer.
fn steps(engine: Engine) -> u32 {
    if engine == Engine::Chromium { 10_000 } else { 1_000 }
}

fn number(name: &str) -> Option<u32> {
    env::var(name).ok()?.parse().ok()
}

#[tokio::test]
async fn anything_at_all() {
    let steps = number("OXY_STEPS").unwrap_or_else(|| steps(Engine::now()));
    let seed = number("OXY_SEED").unwrap_or(SEED);
    println!("OXY_SEED={seed}");
    let body = "<main><oxytocin-explainer eager lang=bg></oxytocin-explainer></main><aside></aside><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey_within(LONGEST, Site::default().page("/host", body), Wish::default(), move |page| async move {
        page.alive("/host").await?;
        page.until("q('[data-control=step]') && all('[data-figure]').every((figure) => figure.querySelector('svg'))")
            .await?;
        page.run(&format!("{CHANCE}; prepare(arguments[0])"), &[seed.into()]).await?;
        for from in (0..steps).step_by(AT_ONCE as usize) {
            let wrong = page.run("return stumble(arguments[0])", &[AT_ONCE.into()]).await?;
            ensure!(wrong == Value::Null, "OXY_SEED={seed}, between steps {from} and {}: {wrong:#}", from + AT_ONCE);
        }
        lives(&page).await?;
        let done: Value = page.get("deeds").await?;
        for deed in
            ["click", "key", "slide", "choose", "attribute", "state", "reset", "language", "move", "absence", "type"]
        {
            ensure!(done[deed].as_u64().unwrap_or_default() > u64::from(steps) / 500, "too few of {deed}: {done}");
        }
        page.holds("seen.errors.length + seen.uncaught.length + seen.rejections.length === 0").await
    })
    .await;
}

/// After all of it, it answers as on the first day.
async fn lives(page: &Page) -> Result<()> {
    page.run("for (const name of element.getAttributeNames()) element.removeAttribute(name); element.state = {}", &[])
        .await?;
    page.until("shown(q('h1')) && all('[data-chapter]').length >= 5 && q('[data-control=step]')").await?;
    // What was asked of it before may come over the first steps.
    page.until("(q('[data-control=step]').click(), reading('time') > 0)").await?;
    page.run("element.reset()", &[]).await?;
    page.until("reading('time') === 0").await?;
    page.tap("[data-control=step]").await?;
    page.until("reading('time') === 10").await?;
    page.holds("seen.events.every((event) => event.name !== 'oxy-error')").await
}

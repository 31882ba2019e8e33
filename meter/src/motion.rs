//! The loop while it plays, and while nobody sees it.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use tokio::time::sleep;

use crate::{
    bench::{Bench, WAITING, ready},
    browser::{Browser, Device},
    figure::Figure,
};

/// How long each state is looked at.
const SPAN: Duration = Duration::from_secs(5);
/// Whether the loop plays: its time goes on.
const RUNS: &str = "const time = () => Number(meter.in('[data-reading=time]').dataset.value); \
    const before = time(); await new Promise((done) => setTimeout(done, 500)); return time() > before";
/// How long for growth.
const LONG: Duration = Duration::from_secs(30);

/// Goes on behind the birth, where a playing run comes to rest once; who plays on may.
const ONWARD: &str =
    "for (let step = 0; step < 130; step += 1) meter.in('[data-control=step]').click(); await meter.calm()";

/// Script a frame while playing; script at all while not.
///
/// # Errors
/// When the browser fails.
pub async fn figures(bench: &Bench) -> Result<Vec<Figure>> {
    let browser = bench.browser(Device::Slow).await?;
    browser.open(&bench.foreign(WAITING)).await?;
    browser.run("scrollTo({ top: 5900, behavior: 'instant' })").await?;
    ready(&browser, 1).await?;
    browser.run("await meter.see('labour-loop')").await?;
    sleep(Duration::from_secs(2)).await;
    let play = "meter.in('[data-control=play]')";
    browser.click(play).await?;
    sleep(Duration::from_secs(1)).await;
    browser.click(play).await?;
    sleep(Duration::from_secs(1)).await;
    let still = span(&browser, SPAN).await?;
    browser.click(play).await?;
    browser.run("meter.in('[data-chapter=milk]').scrollIntoView({ behavior: 'instant' }); await meter.calm()").await?;
    sleep(Duration::from_secs(2)).await;
    let other = span(&browser, SPAN).await?;
    browser.run("scrollTo({ top: 0, behavior: 'instant' }); await meter.calm()").await?;
    sleep(Duration::from_secs(1)).await;
    let off = span(&browser, SPAN).await?;

    // From the start again, now with frames counted, and what the counting takes taken off.
    browser.click("meter.in('[data-control=reset]')").await?;
    if browser.run(RUNS).await? == true {
        browser.click(play).await?;
    }
    browser.run("meter.countFrames(); await meter.calm()").await?;
    let counting = span(&browser, SPAN).await?;
    browser.click(play).await?;
    sleep(Duration::from_secs(1)).await;
    let playing = span(&browser, SPAN).await?;
    let hidden = hidden(&browser).await?;

    browser.run(ONWARD).await?;
    let before = browser.count_clean().await?;
    let wasm_before = browser.number("return meter.wasm()").await?;
    sleep(LONG).await;
    let after = browser.count_clean().await?;
    let wasm_after = browser.number("return meter.wasm()").await?;
    ensure!(browser.run(RUNS).await? == true, "the loop still runs");
    browser.close().await;

    let growth = after.heap - before.heap + wasm_after - wasm_before;
    let frames = playing.frames.max(1.0);
    let script = playing.script / frames - counting.script / counting.frames.max(1.0);
    let second = |span: &Span| span.script / SPAN.as_secs_f64();
    let mut figures = vec![
        Figure::new("loop: script a frame at 4× CPU", "ms", script).at_most(4.0),
        Figure::new("loop: style and layout a frame at 4× CPU", "ms", playing.layout / frames),
        Figure::new("loop: all tasks a frame at 4× CPU", "ms", playing.task / frames),
        Figure::new("loop: frames a second at 4× CPU", "frames", playing.frames / SPAN.as_secs_f64()),
        Figure::new("loop: memory gained in 30 s", "MB", growth / 1_000_000.0).at_most(0.1),
        Figure::new("loop paused: script a second", "ms", second(&still)).at_most(0.0),
        Figure::new("loop off screen, widget in sight: script a second", "ms", second(&other)).at_most(0.0),
        Figure::new("loop off screen, widget too: script a second", "ms", second(&off)).at_most(0.0),
        Figure::new("another chapter in sight: all tasks a second at 4× CPU", "ms", other.task / SPAN.as_secs_f64()),
    ];
    figures.extend(
        hidden.map(|span| Figure::new("loop in a hidden window: script a second", "ms", second(&span)).at_most(0.0)),
    );
    Ok(figures)
}

/// What happened in a span of time.
struct Span {
    script: f64,
    layout: f64,
    task: f64,
    frames: f64,
}

async fn span(browser: &Browser, time: Duration) -> Result<Span> {
    let (frames, before) = (browser.number("return meter.frames").await?, browser.count().await?);
    sleep(time).await;
    let (after, later) = (browser.count().await?, browser.number("return meter.frames").await?);
    Ok(Span {
        script: after.script - before.script,
        layout: after.layout - before.layout,
        task: after.task - before.task,
        frames: later - frames,
    })
}

/// The loop in a hidden window; nothing where this browser does not hide one that is made small.
async fn hidden(browser: &Browser) -> Result<Option<Span>> {
    browser.chromium.driver.minimize_window().await?;
    sleep(Duration::from_secs(1)).await;
    let hides = browser.run("return document.visibilityState").await? == "hidden";
    let found = if hides { Some(span(browser, SPAN).await?) } else { None };
    let window = browser.tell("Browser.getWindowForTarget", json!({})).await?;
    let normal = json!({ "windowId": window["windowId"], "bounds": { "windowState": "normal" } });
    browser.tell("Browser.setWindowBounds", normal).await?;
    browser.run("await meter.calm()").await?;
    Ok(found)
}

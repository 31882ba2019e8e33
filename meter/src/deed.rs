//! What a reader does, and how long it takes until the next frame shows it.

use anyhow::{Context, Result};

use crate::{
    bench::{Bench, LABOUR, ONE, ready},
    browser::{Browser, Device},
    figure::{Figure, median},
};

const LINK: &str = "meter.in('nav.chapters a[href=\"#milk\"]')";

/// The one that is done while the start still goes on.
const EARLY: &str = "chapter link during the start";

/// The deeds, in their order, with what is clicked. The slider is moved by a key.
const DEEDS: [(&str, &str); 5] = [
    (EARLY, LINK),
    ("chapter link", LINK),
    (
        "term",
        "[...meter.in('[data-chapter=labour]').querySelectorAll('[data-term]')].find((it) => it.getClientRects().length)",
    ),
    ("receptor slider", ""),
    ("language switch", "meter.in('nav.languages button:not([aria-current])')"),
];

/// The slowest of each deed, on a slow device and on this one.
///
/// # Errors
/// When something cannot be done.
pub async fn figures(bench: &Bench) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for (device, words, budget) in [(Device::Slow, "at 4× CPU", 100.0), (Device::Plain, "as it is", 50.0)] {
        let browser = bench.browser(device).await?;
        let mut times = vec![Vec::new(); DEEDS.len()];
        let mut longest = vec![Vec::new(); DEEDS.len()];
        for _ in 0..bench.runs {
            browser.open(&bench.foreign(ONE)).await?;
            ready(&browser, 1).await?;
            for (at, (name, find)) in DEEDS.iter().enumerate() {
                let (time, task) = deed(&browser, find).await.with_context(|| format!("{name}, {words}"))?;
                times[at].push(time);
                longest[at].push(task);
                if *name == EARLY {
                    browser.run("await meter.see('labour-loop')").await?;
                }
            }
        }
        // What the slider costs where no other chapter could be drawn again.
        browser.open(&bench.foreign(LABOUR)).await?;
        ready(&browser, 1).await?;
        let (alone, _) = deed(&browser, "").await?;
        figures.push(Figure::new(
            format!("receptor slider, one chapter on the page, to next paint, {words}"),
            "ms",
            alone,
        ));
        browser.close().await;
        let middles: Vec<f64> = times.into_iter().map(median).collect();
        for ((name, _), time) in DEEDS.iter().zip(&middles) {
            figures.push(Figure::new(format!("{name}, to next paint, {words}"), "ms", *time).at_most(budget));
        }
        for ((name, _), tasks) in DEEDS.iter().zip(longest) {
            figures.push(Figure::new(format!("{name}, longest task of it, {words}"), "ms", median(tasks)));
        }
        let slowest = middles.iter().copied().fold(0.0, f64::max);
        figures.push(Figure::new(format!("slowest deed, to next paint, {words}"), "ms", slowest).at_most(budget));
    }
    Ok(figures)
}

/// One deed: ms to the next frame, and its longest task, where that is longer than 50 ms.
async fn deed(browser: &Browser, find: &str) -> Result<(f64, f64)> {
    browser.run("await meter.calm(); meter.deeds.length = meter.long.length = 0").await?;
    if find.is_empty() {
        let focus = "await meter.until(() => meter.in('[data-control=receptors]')); const it = meter.in('[data-control=receptors]'); \
            it.scrollIntoView({ block: 'center', behavior: 'instant' }); it.focus(); await meter.calm(); meter.deeds.length = meter.long.length = 0";
        browser.run(focus).await?;
        browser.key("ArrowRight", 39, "").await?;
    } else {
        browser.click(find).await?;
    }
    browser.run("await meter.until(() => meter.deeds.length > 0, 10_000); await new Promise((done) => setTimeout(done, 1500))").await?;
    let time = browser.number("return Math.max(...meter.deeds.map(([, time]) => time))").await?;
    let task = browser.number("return Math.max(0, ...meter.long.map(([, time]) => time))").await?;
    Ok((time, task))
}

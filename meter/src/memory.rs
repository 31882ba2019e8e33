//! Memory: of one widget, of each further one, and of a thousand that came and went.

use anyhow::Result;

use crate::{
    bench::{Bench, NOTHING, ONE, TWENTY, ready},
    browser::{Browser, Device},
    figure::Figure,
};

const MEGABYTE: f64 = 1_000_000.0;

/// Heap, WebAssembly and listeners of a page.
#[derive(Clone, Copy)]
struct Held {
    heap: f64,
    wasm: f64,
    listeners: f64,
    nodes: f64,
}

async fn held(browser: &Browser) -> Result<Held> {
    let count = browser.count_clean().await?;
    let wasm = browser.number("return meter.wasm()").await?;
    Ok(Held { heap: count.heap, wasm, listeners: count.listeners, nodes: count.nodes })
}

async fn of_page(bench: &Bench, page: &str, widgets: usize) -> Result<Held> {
    let browser = bench.browser(Device::Plain).await?;
    browser.open(&bench.foreign(page)).await?;
    if widgets > 0 {
        ready(&browser, widgets).await?;
        browser.run("await meter.whole()").await?;
    }
    let held = held(&browser).await?;
    browser.close().await;
    Ok(held)
}

/// The figures.
///
/// # Errors
/// When the browser fails.
pub async fn figures(bench: &Bench) -> Result<Vec<Figure>> {
    let nothing = of_page(bench, NOTHING, 0).await?;
    let one = of_page(bench, ONE, 1).await?;
    let twenty = of_page(bench, TWENTY, 20).await?;
    let heap = (one.heap - nothing.heap) / MEGABYTE;
    let further = (twenty.heap + twenty.wasm - one.heap - one.wasm) / 19.0 / MEGABYTE;
    let mut figures = vec![
        Figure::new("one widget: heap", "MB", heap),
        Figure::new("one widget: WebAssembly memory", "MB", one.wasm / MEGABYTE),
        Figure::new("one widget: heap and WebAssembly", "MB", heap + one.wasm / MEGABYTE).at_most(12.0),
        Figure::new("each further widget: heap and WebAssembly", "MB", further).at_most(1.0),
        Figure::new("one widget: nodes", "nodes", one.nodes - nothing.nodes),
        Figure::new("one widget: listeners", "listeners", one.listeners - nothing.listeners),
    ];
    figures.extend(coming_and_going(bench).await?);
    Ok(figures)
}

/// Mounts and removes a widget again and again; what a tenth of it left is where counting begins.
async fn coming_and_going(bench: &Bench) -> Result<Vec<Figure>> {
    let browser = bench.browser(Device::Plain).await?;
    browser.open(&bench.foreign(ONE)).await?;
    ready(&browser, 1).await?;
    browser.run("document.querySelector('oxytocin-explainer').remove(); await meter.calm()").await?;
    let warm = (bench.mounts / 10).max(1);
    cycle(&browser, warm).await?;
    let before = held(&browser).await?;
    for _ in 0..10 {
        cycle(&browser, bench.mounts / 10).await?;
        let now = held(&browser).await?;
        println!("    {:.0} heap, {:.0} wasm, {} listeners, {} nodes", now.heap, now.wasm, now.listeners, now.nodes);
    }
    let after = held(&browser).await?;
    let errors = browser.run("return meter.errors").await?;
    browser.close().await;
    anyhow::ensure!(errors.as_array().is_some_and(Vec::is_empty), "mounting failed: {errors}");
    let what = |of: &str| format!("{} mounts and removals: {of} gained", bench.mounts / 10 * 10);
    Ok(vec![
        Figure::new(what("heap"), "MB", (after.heap - before.heap) / MEGABYTE).at_most(0.1),
        Figure::new(what("WebAssembly memory"), "MB", (after.wasm - before.wasm) / MEGABYTE).at_most(0.0),
        Figure::new(what("listeners"), "listeners", after.listeners - before.listeners).at_most(0.0),
        Figure::new(what("nodes"), "nodes", after.nodes - before.nodes).at_most(0.0),
    ])
}

async fn cycle(browser: &Browser, times: usize) -> Result<()> {
    let script = format!(
        "for (let time = 0; time < {times}; time++) {{ \
           const it = document.createElement('oxytocin-explainer'); it.lang = 'bg'; \
           document.body.append(it); await it.ready; it.remove(); \
           await new Promise((done) => setTimeout(done)); }} meter.ready.length = meter.long.length = meter.shifts = meter.largest.length = meter.sources.length = 0"
    );
    browser.run(&script).await.map(drop)
}

//! From the first byte to the living explainer: requests, bytes, paints, shifts and times.

use anyhow::Result;
use serde::Deserialize;

use crate::{
    bench::{BARE, Bench, EMPTY, FAR, FAR_WITHOUT, ONE, ready, several},
    browser::{Browser, Device},
    figure::{Figure, median},
};

/// What a page has asked for so far, as the browser tells: requests, bytes as they were sent, names. Figures and depth,
/// which are asked for before the explainer is ready but not waited for, stand apart.
const TRAFFIC: &str = "const sent = performance.getEntries().filter((entry) => entry.transferSize > 0 && (entry.startTime <= (meter.ready[0]?.[0] ?? Infinity))); \
    const behind = sent.filter((entry) => entry.name.endsWith('/all.pack')); const before = sent.filter((entry) => !behind.includes(entry)); \
    const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0); \
    return { requests: before.length, bytes: bytes(before), behind: bytes(behind), names: sent.map((entry) => new URL(entry.name).pathname) }";

/// See [`TRAFFIC`].
#[derive(Deserialize)]
struct Traffic {
    requests: f64,
    bytes: f64,
    behind: f64,
    names: Vec<String>,
}

async fn traffic(browser: &Browser) -> Result<Traffic> {
    // What comes behind may still be on its way.
    browser.run("await meter.calm(); await new Promise((done) => setTimeout(done, 1000))").await?;
    Ok(serde_json::from_value(browser.run(TRAFFIC).await?)?)
}

/// Before the element is near: what it costs a reader who never comes to it.
///
/// # Errors
/// When the browser fails.
pub async fn quiet(bench: &Bench) -> Result<Vec<Figure>> {
    let browser = bench.browser(Device::Slow).await?;
    browser.open(&bench.foreign(FAR)).await?;
    browser.run("await new Promise((done) => setTimeout(done, 2000))").await?;
    let Traffic { requests, bytes, names, .. } = traffic(&browser).await?;
    println!("  far below: {names:?}");
    let page = browser.number("return performance.getEntriesByType('navigation')[0].encodedBodySize").await?;
    let mut with = Vec::new();
    let mut without = Vec::new();
    for _ in 0..bench.runs.max(5) {
        for (page, times) in [(FAR, &mut with), (FAR_WITHOUT, &mut without)] {
            browser.chromium.driver.goto("about:blank").await?;
            let before = browser.count().await?.script;
            browser.open(&bench.foreign(page)).await?;
            browser.run("await new Promise((done) => setTimeout(done, 500))").await?;
            let after = browser.count().await?.script;
            times.push(if after < before { after } else { after - before });
        }
    }
    browser.close().await;
    Ok(vec![
        Figure::new("before near: requests of the script", "requests", requests - 1.0).at_most(1.0),
        Figure::new("before near: bytes of the script", "bytes", bytes - page).at_most(2500.0),
        Figure::new("before near: main thread at 4× CPU", "ms", (median(with) - median(without)).max(0.0)).at_most(5.0),
    ])
}

/// Until interactive: what is fetched, on our own page and on a host's.
///
/// # Errors
/// When the browser fails.
pub async fn transfers(bench: &Bench) -> Result<Vec<Figure>> {
    let browser = bench.browser(Device::Plain).await?;
    let mut figures = Vec::new();
    for (name, address, own_page) in [("own page", bench.own("/bg/"), 0.0), ("host's page", bench.foreign(ONE), 1.0)] {
        browser.open(&address).await?;
        ready(&browser, 1).await?;
        let Traffic { requests, bytes, behind, names } = traffic(&browser).await?;
        println!("  {name}: {names:?}");
        let page = browser.number("return performance.getEntriesByType('navigation')[0].encodedBodySize").await?;
        // A host's own page is the host's.
        let what = |of: &str| format!("{name}, until interactive: {of}");
        figures.push(Figure::new(what("requests"), "requests", requests - own_page).at_most(7.0));
        figures.push(Figure::new(what("bytes"), "bytes", bytes - own_page * page).at_most(150_000.0));
        figures.push(Figure::new(format!("{name}, behind it: bytes of figures and depth"), "bytes", behind));
        if own_page == 0.0 {
            figures.push(Figure::new(what("bytes of the article in it"), "bytes", page));
        }
        let others = names.iter().filter(|name| name.contains("/en-") && name.ends_with(".pack")).count();
        figures.push(Figure::new(what("packs of other languages"), "requests", others as f64).at_most(0.0));
    }
    browser.close().await;
    Ok(figures)
}

/// Paints, shifts, and the time to a living explainer, against a bare page and an empty application, all in one run
/// on a slow phone.
///
/// # Errors
/// When the browser fails.
pub async fn times(bench: &Bench) -> Result<Vec<Figure>> {
    bare(bench).await?;
    let browser = bench.browser(Device::Phone).await?;
    let (mut first, mut bare, mut large, mut bare_large) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut shifts, mut blocked, mut blocked_start) = (Vec::new(), Vec::new(), Vec::new());
    let (mut own, mut host, mut empty) = (Vec::new(), Vec::new(), Vec::new());
    let (mut same, mut host_blocked) = (true, Vec::new());
    for run in 0..bench.runs {
        browser.open(&bench.own(BARE)).await?;
        browser.run("await new Promise((done) => setTimeout(done, 1000))").await?;
        bare.push(browser.number("return meter.first").await?);
        bare_large.push(browser.number("return meter.largest.at(-1)?.[0] ?? 0").await?);

        browser.open(&bench.own("/bg/")).await?;
        own.push(ready(&browser, 1).await?);
        browser.run("await new Promise((done) => setTimeout(done, 3000))").await?;
        first.push(browser.number("return meter.first").await?);
        large.push(browser.number("return meter.largest.at(-1)?.[0] ?? 0").await?);
        shifts.push(browser.number("return meter.shifts").await?);
        blocked.push(browser.number("return meter.long.filter(([start]) => start >= meter.first).reduce((sum, [, time]) => sum + time - 50, 0)").await?);
        blocked_start.push(longest(&browser).await?);
        let late = "return !meter.largest.some(([time]) => time > meter.ready[0][0])";
        same &= browser.run(late).await? == true;
        if run == 0 {
            println!("  largest: {}", browser.run("return meter.largest").await?);
            println!("  shifts: {}", browser.run("return meter.sources").await?);
            println!(
                "  long tasks: {}, ready at {}",
                browser.run("return meter.long").await?,
                browser.run("return meter.ready").await?
            );
        }

        browser.open(&bench.own(EMPTY)).await?;
        empty.push(ready(&browser, 1).await?);
        browser.open(&bench.own(ONE)).await?;
        host.push(ready(&browser, 1).await?);
        browser.run("await new Promise((done) => setTimeout(done, 2000))").await?;
        host_blocked.push(longest(&browser).await?);
    }
    browser.close().await;
    let ratio = |of: &[f64], to: &[f64]| median(of.iter().zip(to).map(|(of, to)| of / to).collect());
    Ok(vec![
        Figure::new("first paint: bare page", "ms", median(bare.clone())),
        Figure::new("first paint: bg/", "ms", median(first.clone())),
        Figure::new("first paint: bg/ to bare page", "ratio", ratio(&first, &bare)).at_most(1.3),
        Figure::new("largest paint: bare page", "ms", median(bare_large.clone())),
        Figure::new("largest paint: bg/", "ms", median(large.clone())),
        Figure::new("largest paint: bg/ to bare page", "ratio", ratio(&large, &bare_large)),
        Figure::new("largest paint: other elements after the swap", "elements", f64::from(u8::from(!same)))
            .at_most(0.0),
        Figure::new("layout shift of bg/", "score", median(shifts)).at_most(0.0),
        Figure::new("interactive: empty Yew application", "ms", median(empty.clone())),
        Figure::new("interactive: own page with its article", "ms", median(own.clone())),
        Figure::new("interactive: host's page", "ms", median(host.clone())),
        Figure::new("interactive: own page to empty application", "ratio", ratio(&own, &empty)).at_most(1.5),
        Figure::new("interactive: host's page to empty application", "ratio", ratio(&host, &empty)).at_most(1.5),
        Figure::new("blocked on bg/, from first paint on", "ms", median(blocked)).at_most(100.0),
        Figure::new("longest task on bg/", "ms", median(blocked_start)),
        Figure::new("longest task on a host's page", "ms", median(host_blocked)),
    ])
}

async fn longest(browser: &Browser) -> Result<f64> {
    browser.number("return Math.max(0, ...meter.long.map(([, time]) => time))").await
}

/// Makes the bare page: the elements and words of the article, nothing else.
async fn bare(bench: &Bench) -> Result<()> {
    let browser = bench.browser(Device::Plain).await?;
    browser.open(&bench.own("/bg/")).await?;
    let script = "const html = await (await fetch('/bg/')).text(); \
        const page = new DOMParser().parseFromString(html, 'text/html'); \
        page.querySelectorAll('script, link, style, svg, meta').forEach((it) => it.remove()); \
        page.querySelectorAll('body *').forEach((it) => [...it.attributes].forEach(({ name }) => it.removeAttribute(name))); \
        page.querySelectorAll('oxytocin-explainer').forEach((it) => it.replaceWith(...it.childNodes)); \
        return page.body.innerHTML";
    let body = browser.run(script).await?;
    browser.close().await;
    bench.site.page(BARE, "", body.as_str().unwrap_or_default())
}

/// Twenty explainers on one page.
///
/// # Errors
/// When the browser fails.
pub async fn crowd(bench: &Bench) -> Result<Vec<Figure>> {
    use crate::bench::TWENTY;
    let browser = bench.browser(Device::Plain).await?;
    browser.open(&bench.foreign(TWENTY)).await?;
    ready(&browser, 20).await?;
    let Traffic { names, .. } = traffic(&browser).await?;
    let count = |ending: &str| names.iter().filter(|name| name.ends_with(ending)).count() as f64;
    let (modules, packs) = (
        count(".wasm"),
        names.iter().filter(|name| name.contains("/bg-") && name.matches('/').count() == 3).count() as f64,
    );
    browser.be(Device::Phone).await?;
    let mut ratios = Vec::new();
    let (mut ones, mut twenties) = (Vec::new(), Vec::new());
    for _ in 0..bench.runs {
        browser.open(&bench.foreign(ONE)).await?;
        let one = ready(&browser, 1).await?;
        browser.open(&bench.foreign(TWENTY)).await?;
        let twenty = ready(&browser, 20).await?;
        ratios.push(twenty / one);
        ones.push(one);
        twenties.push(twenty);
    }
    browser.be(Device::Slow).await?;
    let slow = several(bench.runs, async || {
        browser.open(&bench.foreign(ONE)).await?;
        let one = ready(&browser, 1).await?;
        browser.open(&bench.foreign(TWENTY)).await?;
        Ok(ready(&browser, 20).await? / one)
    });
    let slow = slow.await?;
    browser.close().await;
    Ok(vec![
        Figure::new("twenty widgets: modules", "requests", modules).at_most(1.0),
        Figure::new("twenty widgets: packs of their language", "requests", packs).at_most(1.0),
        Figure::new("one widget: interactive", "ms", median(ones)),
        Figure::new("twenty widgets: all interactive", "ms", median(twenties)),
        Figure::new("twenty widgets to one", "ratio", median(ratios)).at_most(2.0),
        Figure::new("twenty widgets to one, without the slow network", "ratio", slow),
    ])
}

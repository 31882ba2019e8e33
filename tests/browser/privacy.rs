//! What leaves the page: nothing but requests for our own files, and after the start only what is asked for.

use anyhow::ensure;
use thirtyfour::Key;

use crate::harness::{Engine, Site, Wish, journey};

#[tokio::test]
async fn nothing_is_kept_and_nobody_else_is_asked() {
    // Whatever would leave for another place is stopped by this policy, and told of.
    let policy = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";
    journey(Site::default().header("content-security-policy", policy), Wish::default(), |page| async move {
        page.alive("/bg/").await?;
        page.until("document.readyState === 'complete'").await?;
        let before = page.site.asked().len();
        page.run("window.entries = history.length", &[]).await?;
        page.click("[data-figure=brain-map] [data-step=nuclei]").await?;
        page.run("all('a.show').filter(shown)[0].click()", &[]).await?;
        page.focus("[data-chapter=production] .claim a.term[data-term]").await?;
        page.press(Key::Enter).await?;
        page.until("shown(q('.note'))").await?;
        page.run("for (const details of all('details')) details.open = true", &[]).await?;
        page.set("speed", "300").await?;
        page.click("[data-control=play]").await?;
        page.until("reading('time') > 100").await?;
        page.click("[data-control=play]").await?;
        page.click("nav.chapters a[href='#glossary']").await?;
        page.focus("#glossary-search").await?;
        page.press("matka").await?;
        page.until("all('.glossary .entry').length < 10").await?;
        let asked = page.site.asked().split_off(before);
        ensure!(asked.is_empty(), "asked for {asked:?} after the start, which took {before}");
        page.tap(".languages button[lang=en]").await?;
        page.until("q('.oxy').lang === 'en'").await?;
        let asked = page.site.asked().split_off(before);
        ensure!(
            asked.len() == 2 && asked.iter().all(|path| path.contains("/en-") && path.ends_with(".pack")),
            "for English it asked for {asked:?}"
        );
        page.holds(
            "performance.getEntriesByType('resource').every((entry) => new URL(entry.name).origin === location.origin)",
        )
        .await?;
        page.holds("document.cookie === '' && localStorage.length === 0 && sessionStorage.length === 0").await?;
        page.holds("(indexedDB.databases?.() ?? Promise.resolve([])).then((bases) => bases.length === 0)").await?;
        // Our own pages, and they alone, keep their files for a reader without network: see offline.rs.
        page.holds("('caches' in window ? caches.keys() : Promise.resolve([])).then((names) => names.every((name) => name.startsWith('oxytocin-explainer:')))")
            .await?;
        page.holds("!('serviceWorker' in navigator) || !navigator.serviceWorker.controller").await?;
        ensure!(page.driver.get_all_cookies().await?.is_empty(), "there are cookies");
        let blocked: Vec<String> = page.get("seen.blocked").await?;
        ensure!(blocked.is_empty(), "stopped: {blocked:?}");
        page.holds("location.hash === '' && history.length === entries").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn few_requests_until_ready() {
    journey(Site::default(), Wish::default(), |page| async move {
        page.alive("/bg/").await?;
        page.until("document.readyState === 'complete'").await?;
        let mut asked = page.site.asked();
        if Engine::now() == Engine::Webkit {
            // An automated WebKitGTK keeps no files, so what was preloaded comes a second time.
            asked.sort();
            asked.dedup();
        }
        ensure!(asked.len() <= 8, "{} requests: {asked:?}", asked.len());
        Ok(())
    })
    .await;
}

/// What a reader may do in any view: come near everything, open it, look a word and a source up.
const LOOK_AROUND: &str = "return (async () => {
    for (const details of all('details')) details.open = true;
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
        scrollTo({ top, behavior: 'instant' });
        await new Promise((done) => setTimeout(done, 100));
    }
    for (const link of ['a.term', 'a.cite']) all(link).find(shown)?.click();
})()";

/// A view on a host's page asks for nothing once it has said that it is ready, wherever a reader goes.
async fn quiet_once_ready(attributes: &'static str) {
    let body = format!(
        "<script type=\"module\" src=\"/oxytocin-explainer.js\"></script>\
        <div style=\"height: 3000px\"></div><oxytocin-explainer lang=\"en\" {attributes}></oxytocin-explainer>"
    );
    // What is asked for by a call is noted when it is called: an engine may begin to load it a moment later.
    let watch = "window.late = []; window.readyAt = Infinity;
        addEventListener('oxy-ready', () => (readyAt = performance.now()));
        const ask = fetch; fetch = (file, ...rest) => { if (readyAt < Infinity) late.push(String(file)); return ask(file, ...rest); };";
    journey(Site::default().page("/host", body).before(watch), Wish::default(), move |page| async move {
        page.open("/host").await?;
        page.run("element.scrollIntoView()", &[]).await?;
        page.ready().await?;
        page.run(LOOK_AROUND, &[]).await?;
        page.until("all('[data-figure]').every((figure) => figure.querySelector('svg')) && !q('.away')").await?;
        let late: Vec<String> = page
            .get("[...late, ...performance.getEntriesByType('resource').filter((entry) => entry.initiatorType !== 'fetch' && entry.startTime > readyAt).map((entry) => entry.name)]")
            .await?;
        ensure!(late.is_empty(), "{attributes}: asked for after the start: {late:#?}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn a_chapter_asks_for_nothing_once_ready() {
    quiet_once_ready("chapter=\"labour\"").await;
}

#[tokio::test]
async fn a_figure_asks_for_nothing_once_ready() {
    quiet_once_ready("view=\"figure\" figure=\"labour-loop\"").await;
}

#[tokio::test]
async fn the_glossary_asks_for_nothing_once_ready() {
    quiet_once_ready("view=\"glossary\"").await;
}

#[tokio::test]
async fn the_whole_asks_for_nothing_once_ready() {
    quiet_once_ready("").await;
}

//! Under the strictest policy that a host can set, Trusted Types among it, a whole journey meets no closed door.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::harness::{Page, Site, Wish, journey};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Instead of being saved, a file is noted: its name, its kind and how it begins.
const SAVES: &str = "window.saved = []; { const blobs = new Map(), make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click; \
    URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url; }; \
    HTMLAnchorElement.prototype.click = function () { \
        if (!this.download) return click.call(this); \
        blobs.get(this.href).text().then((text) => saved.push({ name: this.download, kind: blobs.get(this.href).type, size: text.length, begin: text.slice(0, 300) })); }; }";

fn strict(site: Site) -> Site {
    site.header("content-security-policy", POLICY).before(SAVES)
}

/// Everything that a reader can do, once.
async fn whole(page: &Page) -> Result<()> {
    page.click("[data-figure=brain-map] [data-step=made]").await?;
    page.until("q('[data-figure=brain-map] [data-step=made]').getAttribute('aria-current') === 'step'").await?;
    page.focus("[data-chapter=production] .claim a.term[data-term]").await?;
    page.press(Key::Enter).await?;
    page.until("shown(q('.note'))").await?;
    // Parts load when a reader comes near: come near all of them.
    page.run(
        "return (async () => { for (const figure of all('[data-figure]')) { figure.scrollIntoView({ behavior: 'instant' }); await new Promise((done) => setTimeout(done, 120)); } \
        q('.sources')?.scrollIntoView({ behavior: 'instant' }) })()",
        &[],
    )
    .await?;
    page.until("all('[data-figure]').every((figure) => figure.querySelector('svg'))").await?;
    page.run("for (const details of all('details')) details.open = true", &[]).await?;
    page.until("q('[data-control=week]') && q('[data-save=CSV]')").await?;
    page.run(
        "const slider = q('[data-control=week]'); slider.value = slider.max; for (const name of ['input', 'change']) slider.dispatchEvent(new Event(name, { bubbles: true, composed: true }))",
        &[],
    )
    .await?;
    page.set("speed", "200").await?;
    page.click("[data-control=play]").await?;
    page.until("reading('time') > 100").await?;
    page.click("[data-control=play]").await?;
    for (figure, kind) in [
        ("brain-map", "SVG"),
        ("brain-map", "PNG"),
        ("labour-loop", "SVG"),
        ("labour-loop", "PNG"),
        ("receptor-growth", "CSV"),
    ] {
        let before: usize = page.get("saved.length").await?;
        page.tap(&format!("[data-figure={figure}] [data-save={kind}]")).await?;
        page.until(&format!("saved.length === {}", before + 1)).await?;
        page.holds(&format!("saved.at(-1).name === '{figure}.{}' && saved.at(-1).size > 200", kind.to_lowercase()))
            .await?;
    }
    page.holds("saved[0].begin.startsWith('<svg') && saved[0].kind === 'image/svg+xml' && saved[1].kind === 'image/png' && saved[1].begin.slice(1, 4) === 'PNG' && saved[4].kind.startsWith('text/csv')").await?;
    page.tap(".languages button[lang=en]").await?;
    page.until("q('.oxy').lang === 'en'").await?;
    page.focus("#glossary-search").await?;
    page.press("uterus").await?;
    page.until("all('.glossary .entry').length < 20").await
}

/// Nothing was blocked, said, kept or asked of others.
async fn spotless(page: &Page) -> Result<()> {
    // No policy of that name, no service worker: by the standard nothing else is possible, and our own pages do without.
    let blocked: Vec<String> = page
        .get("seen.blocked.filter((words) => !words.endsWith('ServiceWorkerContainer register|../keep.js'))")
        .await?;
    ensure!(blocked.is_empty(), "blocked: {blocked:#?}");
    page.holds("performance.getEntriesByType('resource').every(({ name }) => new URL(name).origin === location.origin || name.startsWith('data:') || name.startsWith('blob:'))").await?;
    page.holds("document.cookie === '' && localStorage.length === 0 && sessionStorage.length === 0").await?;
    page.holds("(indexedDB.databases?.() ?? Promise.resolve([])).then((bases) => bases.length === 0)").await?;
    ensure!(page.driver.get_all_cookies().await?.is_empty(), "there are cookies");
    page.quiet().await
}

#[tokio::test]
async fn on_a_hosts_page() {
    let body = "<oxytocin-explainer eager lang=bg></oxytocin-explainer><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(strict(Site::default().page("/host", body)), Wish::default(), |page| async move {
        page.alive("/host").await?;
        whole(&page).await?;
        page.holds("('caches' in window ? caches.keys() : Promise.resolve([])).then((names) => names.length === 0)")
            .await?;
        spotless(&page).await
    })
    .await;
}

#[tokio::test]
async fn on_our_own_page() {
    journey(strict(Site::default()), Wish::default(), |page| async move {
        page.alive("/bg/").await?;
        whole(&page).await?;
        spotless(&page).await
    })
    .await;
}

#[tokio::test]
async fn on_the_page_for_frames() {
    journey(strict(Site::default()), Wish::default(), |page| async move {
        page.alive("/embed/bg/?theme=dark").await?;
        whole(&page).await?;
        spotless(&page).await
    })
    .await;
}

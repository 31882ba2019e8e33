//! Files that do not belong together, of a wrong type, or that other origins keep to themselves: what can work works,
//! and the rest is told apart.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::{
    Fate, Forecast, Page, Site, Wish, journey,
    site::{file, versioned},
};

/// A host's page: our script, and one explainer that shall live whatever becomes of others.
const HOST: &str = "<script type=\"module\" src=\"/oxytocin-explainer.js\"></script>\
    <oxytocin-explainer id=\"own\" lang=\"en\" chapter=\"labour\" eager><p>An article of one's own.</p></oxytocin-explainer>";

/// Adds an explainer with an article to the page, whose files lie elsewhere.
pub const ADD: &str = "const made = document.createElement('oxytocin-explainer'); made.id = 'far'; made.lang = 'bg';
    if (arguments[0]) made.setAttribute('src-base', arguments[0]); made.setAttribute('eager', '');
    made.innerHTML = '<h2>An article</h2>'; document.body.append(made);";

/// The shell, which holds the glue.
fn shell() -> String {
    versioned("shell-", ".js").expect("the shell is there")
}

fn module() -> String {
    versioned("module-", ".wasm").expect("the module is there")
}

fn pack() -> String {
    versioned("bg-", ".pack").expect("the Bulgarian pack is there")
}

/// Asserts that an explainer, by its id, stays an article and says why in one error: a code, and what to change.
pub async fn says(page: &Page, id: &str, code: &str, fix: &str) -> Result<()> {
    let errors = format!("seen.events.filter((event) => event.name === 'oxy-error' && event.id === '{id}')");
    page.until(&format!("{errors}.length")).await?;
    let details: Vec<Value> = page.get(&format!("{errors}.map((event) => event.detail)")).await?;
    ensure!(details.len() == 1 && details[0]["code"] == code, "oxy-error: {details:?}, expected {code}");
    let words = |name: &str| details[0][name].as_str().unwrap_or_default();
    ensure!(words("message").len() > 10 && words("fix").contains(fix), "{details:?} does not speak of {fix}");
    let of = match id {
        "" => "element".into(),
        id => format!("document.getElementById('{id}')"),
    };
    page.holds(&format!(
        "{of}.ready.then(() => false, (reason) => Object.prototype.toString.call(reason) === '[object Error]' && reason.message.includes('{code}'))"
    ))
    .await?;
    page.holds(&format!("!{of}.shadowRoot.querySelector('.oxy') && shown({of}.querySelector('h1, h2'))")).await?;
    page.holds(&format!("seen.events.filter((event) => event.id === '{id}' && event.name === 'oxy-ready').map((event) => event.detail.tier).join() === 'article'")).await?;
    page.holds("seen.uncaught.length === 0 && seen.rejections.length === 0").await
}

/// The explainer of the host's own files answers the reader.
pub async fn own_lives(page: &Page) -> Result<()> {
    page.until("own.shadowRoot.querySelector('[data-control=step]')").await?;
    page.run("window.time = () => Number(own.shadowRoot.querySelector('[data-reading=time]').dataset.value); window.was = time(); \
        own.shadowRoot.querySelector('[data-control=step]').click()", &[]).await?;
    page.until("time() === was + 10").await
}

/// Our page in Bulgarian stays an article.
async fn article(site: Site, code: &'static str, fix: &'static str) {
    journey(site, Wish::default(), move |page| async move {
        page.open("/bg/").await?;
        says(&page, "", code, fix).await?;
        page.holds("shown(element.querySelector('[data-chapter=labour] p')) && shown(element.querySelector('[data-figure=brain-map] svg'))").await?;
        page.said(&[code], &[]).await
    })
    .await;
}

/// Our page in Bulgarian lives all the same.
async fn lives(site: Site) {
    journey(site, Wish::default(), |page| async move {
        page.alive("/bg/").await?;
        page.run("element.setAttribute('eager', '')", &[]).await?;
        page.until("q('[data-control=step]')").await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 10").await?;
        page.quiet().await
    })
    .await;
}

/// The shell, which has the glue as its last part, with a name changed in it as another build would have it.
fn changed(change: impl Fn(&str) -> String) -> Site {
    let text = String::from_utf8(file(&shell()).expect("the shell is there")).expect("the shell is text");
    let other = change(&text);
    assert!(other != text, "the glue is as it was");
    Site::default().file(&shell(), "text/javascript", other.into_bytes())
}

/// The same with another name where the glue calls the module.
fn calling(call: &str, other: &str) -> Site {
    changed(|text| text.rsplit_once(call).map(|(before, after)| [before, other, after].concat()).expect("a call"))
}

/// Glue and module of two builds differ in the name of what the one gives to the other, if in nothing else.
#[tokio::test]
async fn glue_of_another_build() {
    let module = file(&module()).expect("the module is there");
    let named = |name: &&[u8]| name[0] == b'm' && name[1..].iter().all(u8::is_ascii_hexdigit);
    let name = module.windows(9).find(named).expect("imports are named by their build");
    let name = std::str::from_utf8(name).expect("letters");
    article(changed(|text| text.replace(name, "m01234567")), "version-mismatch", "whole folder v/").await;
}

#[tokio::test]
async fn glue_that_knows_another_mount() {
    article(calling(".mount(", ".mount_of_another_build("), "version-mismatch", "whole folder v/").await;
}

#[tokio::test]
async fn glue_that_knows_another_start() {
    article(calling(".prepare(", ".prepare_of_another_build("), "version-mismatch", "whole folder v/").await;
}

#[tokio::test]
async fn another_module() {
    let empty = b"\0asm\x01\0\0\0".to_vec();
    article(Site::default().file(&module(), "application/wasm", empty), "version-mismatch", "whole folder v/").await;
}

#[tokio::test]
async fn an_error_page_instead_of_the_module() {
    let page = b"<!doctype html><h1>Sign in</h1>".to_vec();
    article(Site::default().file(&module(), "text/html", page), "wasm-damaged", ".wasm file of v/").await;
}

#[tokio::test]
async fn shell_served_as_text() {
    let bytes = file(&shell()).expect("the shell is there");
    article(Site::default().file(&shell(), "text/plain", bytes), "shell-not-loaded", "JavaScript").await;
}

#[tokio::test]
async fn module_served_as_text() {
    lives(Site::default().file(&module(), "text/plain", file(&module()).expect("the module is there"))).await;
}

#[tokio::test]
async fn pack_served_as_text() {
    lives(Site::default().file(&pack(), "text/plain", file(&pack()).expect("the pack is there"))).await;
}

/// Files on another origin, which lets pages read only some of them.
async fn across(allowed: &'static [&'static str], refused: Option<(&'static str, &'static str)>) {
    journey(Site::default().page("/host", HOST), Wish::default(), move |page| async move {
        let forecast =
            allowed.iter().fold(Forecast::default(), |forecast, within| forecast.then(within, Fate::Allowed));
        let far = forecast.before(&page.site).await?;
        page.alive("/host").await?;
        page.run(ADD, &[far.url("/").into()]).await?;
        match refused {
            Some((code, fix)) => says(&page, "far", code, fix).await?,
            None => {
                page.holds("far.ready.then(() => true, () => false)").await?;
                page.holds("far.shadowRoot.querySelector('h1').textContent === 'Окситоцин'").await?;
            }
        }
        own_lives(&page).await
    })
    .await;
}

#[tokio::test]
async fn another_origin_that_allows_everything() {
    across(&["/v/"], None).await;
}

#[tokio::test]
async fn another_origin_that_allows_nothing() {
    across(&[], Some(("shell-not-loaded", "CORS"))).await;
}

#[tokio::test]
async fn another_origin_that_keeps_its_module() {
    across(&["shell-", ".css", ".pack"], Some(("wasm-not-loaded", "CORS"))).await;
}

#[tokio::test]
async fn another_origin_that_keeps_its_packs() {
    across(&["shell-", ".css", ".wasm"], Some(("pack-not-loaded", "CORS"))).await;
}

#[tokio::test]
async fn another_origin_that_keeps_its_styles() {
    across(&["shell-", ".wasm", ".pack"], Some(("styles-not-loaded", "CORS"))).await;
}

/// What a browser of 2022 does not have.
const WITHOUT_CONSTRUCTED_SHEETS: &str = "delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; \
    window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') };";

#[tokio::test]
async fn a_browser_without_constructed_sheets() {
    let site = || Site::default().before(WITHOUT_CONSTRUCTED_SHEETS);
    journey(site(), Wish::default(), |page| async move {
        page.alive("/bg/").await?;
        page.holds("!('adoptedStyleSheets' in document) && getComputedStyle(q('.oxy')).containerName === 'oxy'")
            .await?;
        page.quiet().await
    })
    .await;
    lives(site()).await;
    let strict = site().header("content-security-policy", "style-src 'self'");
    article(strict, "styles-blocked", "Nothing to do").await;
}

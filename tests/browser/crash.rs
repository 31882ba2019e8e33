//! A crash after the start: the explainer starts anew from its last state, twice, then shows the article.

use anyhow::ensure;

use crate::harness::{
    Page, Site, Wish, journey,
    site::{file, versioned},
};

/// The glue, with a handle on what the module calls when it panics.
const HANDLE: &str = "const glue = await import('/glue-itself.js' + new URL(import.meta.url).search);
    export default glue.default;
    export const mount = glue.mount;
    export const prepare = (crashed) => { window.crash = crashed; return glue.prepare(crashed); };";

/// How often the module has been asked for.
fn loaded(page: &Page) -> usize {
    page.site.asked().iter().filter(|path| path.ends_with(".wasm")).count()
}

#[tokio::test]
async fn twice_it_starts_anew_then_the_article() {
    let glue = versioned("glue-", ".js").expect("the glue is there");
    let itself = file(&glue).expect("the glue is there");
    let site = Site::default().file("/glue-itself.js", "text/javascript", itself).file(
        &glue,
        "text/javascript",
        HANDLE.into(),
    );
    journey(site, Wish::default(), |page| async move {
        page.alive("/bg/").await?;
        let modules = loaded(&page);
        page.click("[data-figure=brain-map] [data-step=made]").await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 10 && element.state.simulation?.time === 10").await?;
        for time in [20, 30] {
            page.run("window.before = window.crash; window.drawn = q('.oxy'); window.crash('a test')", &[]).await?;
            page.until("window.crash !== before && q('.oxy') && q('.oxy') !== drawn && shown(q('h1'))").await?;
            page.until(&format!("reading('time') === {}", time - 10)).await?;
            page.holds("q('[data-figure=brain-map] [data-step=made]').getAttribute('aria-current') === 'step'").await?;
            page.click("[data-control=step]").await?;
            page.until(&format!("reading('time') === {time}")).await?;
            page.holds("!seen.events.some((event) => event.name === 'oxy-error')").await?;
        }
        page.run("window.crash('a test')", &[]).await?;
        page.until("seen.events.some((event) => event.name === 'oxy-error')").await?;
        page.holds("!q('.oxy') && q('slot') && shown(element.querySelector('[data-chapter=labour] h2'))").await?;
        let codes: Vec<String> = page
            .get("seen.events.filter((event) => event.name === 'oxy-error').map((event) => event.detail.code)")
            .await?;
        ensure!(codes == ["crashed"], "oxy-error: {codes:?}");
        ensure!(loaded(&page) == modules, "the module was loaded again");
        page.said(&["crashed"], &[]).await
    })
    .await;
}

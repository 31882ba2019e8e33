//! A host that is a Yew application itself: `yew-component/examples/host.rs`, built by `cargo xtask test`.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{
    harness::{Page, Site, Wish, journey},
    package,
};

/// The page around the application, and the handles that the other hosts have too.
const BODY: &str = "<script type=\"module\">import init from './host.js'; await init({ module_or_path: 'host_bg.wasm' });</script>\
    <script>window.host = { get heard() { return [...document.querySelectorAll('#heard li')].map((line) => line.textContent) }, \
    chapter() { document.querySelector('#release').click() }, unmount() { document.querySelector('#unmount').click() } }</script>";

/// The application's page.
fn host() -> Result<Site> {
    let folder = PathBuf::from(env::var_os("OXY_YEW_HOST").context("OXY_YEW_HOST is not set: run `cargo xtask test`")?);
    let read =
        |name: &str| fs::read(folder.join(name)).with_context(|| format!("{name} is not in {}", folder.display()));
    Ok(Site::default().page("/host/", BODY).file("/host/host.js", "text/javascript", read("host.js")?).file(
        "/host/host_bg.wasm",
        "application/wasm",
        read("host_bg.wasm")?,
    ))
}

#[tokio::test]
async fn values_pass_and_events_arrive() {
    journey(host().expect("the application is built"), Wish::default(), |page| async move {
        page.open("/host/").await?;
        package::walk(&page).await
    })
    .await;
}

#[tokio::test]
async fn neither_hears_the_others_clicks() {
    journey(host().expect("the application is built"), Wish::default(), |page| async move {
        page.open("/host/").await?;
        page.until("element?.ready").await?;
        page.ready().await?;
        page.until("q('[data-control=step]')").await?;
        page.run("document.querySelector('#press').click()", &[]).await?;
        page.until(&format!("{} === '1'", PRESSES)).await?;
        page.holds("reading('time') === 0").await?;
        every_button(&page).await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') > 0").await?;
        page.holds(&format!(
            "{PRESSES} === '1' && element.getAttribute('chapter') === 'labour' && !document.querySelector('#gone')"
        ))
        .await?;
        page.quiet().await
    })
    .await;
}

/// How often the host's button was pressed.
const PRESSES: &str = "document.querySelector('#press').textContent";

/// Presses everything in the explainer that can be pressed, but for what changes its language.
async fn every_button(page: &Page) -> Result<()> {
    page.run(
        "all('button, a[role=button], summary').filter((it) => !it.closest('.languages')).forEach((it) => it.click())",
        &[],
    )
    .await?;
    Ok(())
}

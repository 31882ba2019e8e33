//! A network that loses, stalls, spoils and goes away: asked again where that makes sense, told apart where it does not.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::{
    harness::{Engine, Fate, Forecast, Page, Site, Wish, journey, read},
    tiers::{ADD, own_lives, says},
};

/// Time limits end ten times sooner.
const HASTE: &str = "{ const LONG = 20_000; const limit = AbortSignal.timeout; const later = window.setTimeout;
    AbortSignal.timeout = (time) => limit.call(AbortSignal, time > LONG ? time / 10 : time);
    window.setTimeout = (call, time, ...rest) => later(call, time > LONG ? time / 10 : time, ...rest); }";

const HOST: &str = "<script type=\"module\" src=\"/oxytocin-explainer.js\"></script>\
    <oxytocin-explainer id=\"own\" lang=\"en\" chapter=\"labour\" eager><h2>An article of one's own</h2></oxytocin-explainer>";

const MAP: &str = "[data-figure=brain-map]";

/// Our Bulgarian page lives although the network does this to some of its files.
async fn recovers(within: &'static str, fate: Fate) {
    read(move |page| async move {
        let weather = Forecast::default().then(within, fate).before(&page.site).await?;
        page.driver.goto(weather.url("/bg/")).await?;
        page.ready().await?;
        ensure!(weather.tries(within) >= 3, "{within} was asked for {} times", weather.tries(within));
        page.run("element.setAttribute('eager', '')", &[]).await?;
        page.until("q('[data-control=step]')").await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 10").await?;
        page.holds("!seen.events.some((event) => event.name === 'oxy-error')").await
    })
    .await;
}

#[tokio::test]
async fn shell_lost_twice() {
    recovers("shell-", Fate::Loses(2)).await;
}

#[tokio::test]
async fn module_lost_twice() {
    recovers(".wasm", Fate::Loses(2)).await;
}

#[tokio::test]
async fn module_torn_twice() {
    // WebKitGTK takes half a file for a whole one; what then follows is `wasm-damaged`, and the article.
    if Engine::now() != Engine::Webkit {
        recovers(".wasm", Fate::Tears(2)).await;
    }
}

#[tokio::test]
async fn styles_lost_twice() {
    recovers("styles-", Fate::Loses(2)).await;
}

#[tokio::test]
async fn packs_and_parts_lost_twice() {
    recovers("/bg-", Fate::Loses(2)).await;
}

/// Some file never comes to its end: the article stays, and the reason is told within the time limit.
async fn stalls(within: &'static str, codes: &'static [&'static str]) {
    journey(Site::default().page("/host", HOST).before(HASTE), Wish::default(), move |page| async move {
        let weather = Forecast::default().then(within, Fate::Stalls).before(&page.site).await?;
        page.driver.goto(weather.url("/host")).await?;
        page.until("seen.events.some((event) => event.name === 'oxy-error')").await?;
        let code: String = page.get("seen.events.find((event) => event.name === 'oxy-error').detail.code").await?;
        ensure!(codes.contains(&code.as_str()), "the code is {code}");
        says(&page, "own", &code, "").await
    })
    .await;
}

#[tokio::test]
async fn module_that_never_ends() {
    stalls(".wasm", &["too-slow"]).await;
}

#[tokio::test]
async fn pack_that_never_ends() {
    stalls("/en-", &["too-slow"]).await;
}

#[tokio::test]
async fn styles_that_never_end() {
    stalls("styles-", &["too-slow"]).await;
}

#[tokio::test]
async fn shell_that_never_ends() {
    // Firefox's driver waits for a script that never ends longer than a journey may take.
    if Engine::now() != Engine::Firefox {
        stalls("shell-", &["too-slow", "shell-not-loaded"]).await;
    }
}

/// The network goes and comes; only Chromium can be told.
async fn connected(page: &Page, connected: bool) -> Result<()> {
    ensure!(Engine::now() == Engine::Chromium, "only for Chromium");
    let cdp = page.driver.cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    let wanted = json!({ "offline": !connected, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    cdp.send_raw("Network.emulateNetworkConditions", wanted).await?;
    page.until(&format!("navigator.onLine === {connected}")).await
}

/// A second explainer starts while the network is away; it says so, and starts by itself when it is back.
async fn away_and_back(first: bool) {
    // The host's own explainer waits below the window, unless it is to live first.
    let host = match first {
        true => HOST.to_owned(),
        false => HOST.replace(" eager", "").replace("<oxytocin", "<div style=\"height: 5000px\"></div><oxytocin"),
    };
    journey(Site::default().page("/host", host), Wish { alone: true, ..Wish::default() }, move |page| async move {
        if Engine::now() != Engine::Chromium {
            return Ok(());
        }
        page.open("/host").await?;
        page.until("customElements.get('oxytocin-explainer')").await?;
        if first {
            page.ready().await?;
        }
        connected(&page, false).await?;
        page.run(ADD, &[]).await?;
        says(&page, "far", "offline", "starts when the connection is back").await?;
        if first {
            own_lives(&page).await?;
        }
        connected(&page, true).await?;
        page.until("far.shadowRoot.querySelector('.oxy h1')?.textContent === 'Окситоцин'").await?;
        page.until("seen.events.some(({ name, id, detail }) => name === 'oxy-ready' && id === 'far' && detail.tier === 'wasm')").await?;
        page.run("own.scrollIntoView(); own.setAttribute('eager', '')", &[]).await?;
        own_lives(&page).await
    })
    .await;
}

#[tokio::test]
async fn offline_beside_a_living_one() {
    away_and_back(true).await;
}

#[tokio::test]
async fn offline_from_the_start() {
    away_and_back(false).await;
}

/// A file that a figure needs is not what it should be at first: the figure says so, the text lives, the reader asks again,
/// and gets it.
pub async fn asks_again(within: &'static str, fate: Fate, code: &'static str, fix: &'static str) {
    // One chapter has each of its figures by itself.
    let host = "<oxytocin-explainer lang=\"bg\" chapter=\"production\"></oxytocin-explainer><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(Site::default().page("/host", host), Wish::default(), move |page| async move {
        let weather = Forecast::default().then(within, fate).before(&page.site).await?;
        page.driver.goto(weather.url("/host")).await?;
        page.ready().await?;
        page.run(&format!("q('{MAP}').scrollIntoView()"), &[]).await?;
        page.until(&format!("shown(q('{MAP} .away button'))")).await?;
        let errors =
            "seen.events.filter((event) => event.name === 'oxy-error').map(({ detail }) => [detail.code, detail.fix])";
        let told: Vec<(String, String)> = page.get(errors).await?;
        ensure!(
            told.iter().all(|(heard, words)| heard == code && words.contains(fix)) && !told.is_empty(),
            "oxy-error: {told:?}"
        );
        page.holds(&format!("shown(q('{MAP} h3, {MAP} figcaption'))")).await?;
        page.run("q('.claim a[data-term]').click()", &[]).await?;
        page.until("shown(q('.note'))").await?;
        weather.clears();
        // Where readers have come near again, it has been asked for already.
        page.run(&format!("q('{MAP} .away button')?.click()"), &[]).await?;
        page.until(&format!("q('{MAP} svg [data-part]') && !shown(q('{MAP} .away'))")).await?;
        page.click(&format!("{MAP} [data-step=made]")).await?;
        page.until(&format!("q('{MAP} [data-step=made]').getAttribute('aria-current') === 'step'")).await?;
        page.holds("seen.uncaught.length === 0").await
    })
    .await;
}

#[tokio::test]
async fn a_figure_that_is_missing() {
    asks_again("/brain-map.pack", Fate::Misses, "part-not-loaded", "ask for the part again").await;
}

#[tokio::test]
async fn a_figure_that_is_damaged() {
    asks_again("/brain-map.pack", Fate::Spoils(200), "pack-damaged", "as binary files").await;
}

#[tokio::test]
async fn a_figure_of_another_version() {
    asks_again("/brain-map.pack", Fate::Spoils(4), "pack-version", "whole folder v/").await;
}

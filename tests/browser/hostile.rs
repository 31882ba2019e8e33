//! Hostile values in every attribute, in `state` and in messages: no exception, no script run, nothing out of shape.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::{Engine, Page, Site, Wish, foreign, journey, journey_within};

const ATTRIBUTES: [&str; 12] = [
    "lang",
    "view",
    "chapter",
    "figure",
    "theme",
    "mode",
    "quiz",
    "eager",
    "src-base",
    "deep-link",
    "remember",
    "data-emergency",
];
/// Hundreds of strings take their time, in WebKit above all.
const LONGEST: Duration = Duration::from_secs(600);
/// Whatever of a value comes to run, is noted.
const TRAPS: &str = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = (...words) => void ran.push([name, ...words].join(' '));";
/// The strings, every so many of them, with those that no JSON can carry.
const STRINGS: &str = "window.strings = [...arguments[0].filter((text, at) => at % arguments[1] === 0), '\\ud800', 'x\\udfff\\ud83d', '\\ud800'.repeat(1 << 18), '\\0', 'labour\\0', ' labour', 'LABOUR', '__proto__', 'constructor', 'toString'];";
const FRAME: &str = "await new Promise((done) => requestAnimationFrame(done));";

fn host() -> Site {
    let body = "<main><oxytocin-explainer eager lang=en></oxytocin-explainer></main><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    Site::default().page("/host", body).before(TRAPS)
}

/// Hands the strings to the page.
async fn strings(page: &Page) -> Result<usize> {
    let list = foreign::naughty()?;
    ensure!(list.len() > 400, "only {} strings", list.len());
    let every = Engine::now().every();
    let count = page.run(&format!("{STRINGS} return strings.length"), &[list.into(), every.into()]).await?;
    let count = count.as_u64().unwrap_or_default() as usize;
    ensure!(count > 400 / every, "only {count} strings");
    Ok(count)
}

/// Nothing thrown or run, and the page is in shape.
async fn sound(page: &Page) -> Result<()> {
    for list in ["seen.uncaught", "seen.rejections", "seen.errors", "ran"] {
        let heard: Vec<String> = page.get(&format!("{list}.map((words) => words.slice(0, 200))")).await?;
        ensure!(heard.is_empty(), "{list}: {heard:#?}");
    }
    page.holds("document.documentElement.scrollWidth <= innerWidth").await?;
    page.holds("!document.querySelector('script:not([src]), img') && !q('script, img, iframe, object, embed')").await
}

/// That the explainer still answers.
async fn answers(page: &Page) -> Result<()> {
    page.run("for (const name of element.getAttributeNames()) element.removeAttribute(name); element.state = {}; element.reset()", &[]).await?;
    page.until("shown(q('h1')) && all('[data-chapter]').length >= 5 && reading('time') === 0").await?;
    page.tap("[data-control=step]").await?;
    page.until("reading('time') === 10").await
}

#[tokio::test]
async fn in_every_attribute() {
    journey_within(LONGEST, host(), Wish::default(), |page| async move {
        page.alive("/host").await?;
        let count = strings(&page).await?;
        page.until("q('[data-control=step]')").await?;
        for from in (0..count).step_by(30) {
            let script = format!(
                "return (async () => {{ const wrong = []; for (const text of strings.slice({from}, {from} + 30)) {{ \
                    const before = seen.warnings.length; \
                    for (const name of arguments[0]) element.setAttribute(name, text); {FRAME} \
                    const told = seen.warnings.slice(before).map((words) => words.match(/: (?:the )?([a-z-]+)/)?.[1]); \
                    for (const name of arguments[0]) if (told.filter((other) => other === name).length > 1) wrong.push(`${{name}} is told of more than once for string ${{strings.indexOf(text)}}`); \
                    if (seen.warnings.slice(before).some((words) => words.length > 400)) wrong.push(`a long warning for string ${{strings.indexOf(text)}}`); \
                    if (!shown(q('.oxy'))) wrong.push(`nothing is shown for string ${{strings.indexOf(text)}}`); \
                    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`too wide with string ${{strings.indexOf(text)}}`); }} return wrong }})()"
            );
            let wrong = page.run(&script, &[ATTRIBUTES.to_vec().into()]).await?;
            ensure!(wrong == Value::Array(Vec::new()), "{wrong:#}");
            sound(&page).await?;
        }
        answers(&page).await?;
        sound(&page).await
    })
    .await;
}

#[tokio::test]
async fn at_the_start_of_an_element() {
    journey_within(LONGEST, host(), Wish::default(), |page| async move {
        page.alive("/host").await?;
        let count = strings(&page).await?;
        let names: Vec<&str> = ATTRIBUTES.into_iter().filter(|name| *name != "src-base").collect();
        // Of the list every twentieth, and all those at its end, which are the longest and strangest.
        for index in (0..count).filter(|index| index % 20 == 0 || index + 14 > count) {
            let script = format!(
                "return (async () => {{ const text = strings[{index}]; const one = document.createElement('oxytocin-explainer'); \
                    for (const name of arguments[0]) one.setAttribute(name, text); document.querySelector('main').prepend(one); \
                    const way = await one.ready.then(() => 'alive', String); {FRAME} \
                    const drawn = shown(one.shadowRoot.querySelector('.oxy')); one.remove(); return [way, drawn] }})()"
            );
            let answer = page.run(&script, &[names.clone().into()]).await?;
            ensure!(answer == serde_json::json!(["alive", true]), "string {index}: {answer}");
        }
        sound(&page).await?;
        answers(&page).await
    })
    .await;
}

#[tokio::test]
async fn as_the_place_of_the_files() {
    // Addresses that can be no folder: said once, and then the usual place is used.
    const PLACES: [&str; 6] = [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "mailto:a@b",
        "blob:x",
        "http://[::1",
        "https://",
    ];
    let mut site = Site::default().before(TRAPS);
    for (number, place) in PLACES.into_iter().enumerate() {
        let body = format!(
            "<script src=\"/early-{number}.js\"></script><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>"
        );
        let early = format!(
            "const one = document.createElement('oxytocin-explainer'); one.setAttribute('src-base', {place:?}); one.eager = true; one.setAttribute('eager', ''); one.append('theirs'); document.body.append(one)"
        );
        site = site.page(&format!("/host-{number}"), &body).file(
            &format!("/early-{number}.js"),
            "text/javascript",
            early.into_bytes(),
        );
    }
    journey(site, Wish::default(), |page| async move {
        for number in 0..PLACES.len() {
            page.alive(&format!("/host-{number}")).await?;
            page.holds("ran.length === 0").await?;
            page.said(&[], &["src-base"]).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn in_the_state() {
    journey_within(LONGEST, host(), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.until("q('[data-control=step]')").await?;
        let count = strings(&page).await?;
        for from in (0..count).step_by(30) {
            let script = format!(
                "return (async () => {{ const wrong = []; for (const text of strings.slice({from}, {from} + 30)) {{ \
                    for (const state of [text, [text], {{ language: text, chapter: text, term: text, at: text, figures: {{ [text]: {{ step: text }}, 'brain-map': {{ step: text, part: text, setting: text }}, 'half-life': {{ setting: text }} }}, \
                        simulation: {{ receptors: text, reflex: text, speed: text, time: text, dilatation: text, oxytocin: text, born: text }} }}, {{ term: 'uterus', at: text }}]) {{ \
                        element.state = state; {FRAME} \
                        if (!shown(q('h1')) || !Number.isFinite(reading('time'))) wrong.push(strings.indexOf(text)); \
                        if (JSON.stringify(element.state).length > 65536) wrong.push(`the state grows with string ${{strings.indexOf(text)}}`); }} }} return wrong }})()"
            );
            let wrong = page.run(&script, &[]).await?;
            ensure!(wrong == Value::Array(Vec::new()), "{wrong:#}");
            sound(&page).await?;
        }
        answers(&page).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn in_messages_and_addresses_of_frames() {
    let body = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script><iframe width=700 height=600 src=\"/embed/en/labour/\"></iframe>";
    journey(Site::default().page("/host", body).before(TRAPS), Wish::default(), |page| async move {
        page.open("/host").await?;
        page.until("heard.some((message) => message?.type === 'oxytocin-explainer:height')").await?;
        let count = strings(&page).await?;
        let still = "(window.still = window.still?.[0] === heard.length ? [heard.length, window.still[1] + 1] : [heard.length, 0])[1] > 80";
        page.until(still).await?;
        let before: u64 = page.get("heard.length").await?;
        let script = "return (async () => { const frame = document.querySelector('iframe').contentWindow; for (const text of strings) for (const message of [text, { type: text }, \
            { type: 'oxytocin-explainer:height', version: 1, height: text }, { context: text, action: text }, { context: 'h5p', action: text }, [text], new Map([[text, text]])]) \
            frame.postMessage(message, '*'); await new Promise((done) => setTimeout(done, 800)); return frame.document.querySelector('oxytocin-explainer').shadowRoot.querySelectorAll('.oxy').length })()";
        ensure!(page.run(script, &[]).await? == 1, "the frame's explainer is gone");
        let after: u64 = page.get("heard.length").await?;
        ensure!(before == after, "it answered {:#}", page.run("return heard.slice(arguments[0], arguments[0] + 9)", &[before.into()]).await?);
        for list in ["uncaught", "rejections", "errors", "warnings"] {
            page.holds(&format!("document.querySelector('iframe').contentWindow.seen.{list}.length === 0")).await?;
        }
        // Behind the question mark, too, as a reader's neighbour may write it.
        for index in (0..count).step_by(23) {
            page.run("window.text = encodeURIComponent(strings[arguments[0]].toWellFormed?.() ?? strings[arguments[0]])", &[index.into()]).await?;
            page.run("const frame = document.querySelector('iframe'); frame.src = `/embed/en/labour/?view=${text}&figure=${text}&theme=${text}`; return new Promise((done) => { frame.onload = () => done(); })", &[]).await?;
            page.until("document.querySelector('iframe').contentDocument.querySelector('oxytocin-explainer').shadowRoot?.querySelector('.oxy')").await?;
            page.holds("document.querySelector('iframe').contentWindow.ran.length === 0 && ran.length === 0").await?;
            for list in ["uncaught", "rejections", "errors"] {
                page.holds(&format!("document.querySelector('iframe').contentWindow.seen.{list}.length === 0")).await?;
            }
        }
        page.quiet().await
    })
    .await;
}

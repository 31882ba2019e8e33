//! A good guest: it stops no event, eats no key of the host, and hears nothing outside itself.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::{Page, Site, Wish, journey};

/// Notes who asks to hear what on what belongs to the host.
const EARS: &str = "window.ears = []; { const add = EventTarget.prototype.addEventListener; \
    EventTarget.prototype.addEventListener = function (name, ...rest) { \
        if (this === window || this === document || this === document.documentElement || this === document.body) ears.push(name); \
        return add.call(this, name, ...rest); } }";
/// What a reader's hand makes.
const DEEDS: [&str; 10] =
    ["click", "pointerdown", "pointerup", "mousedown", "mouseup", "keydown", "keyup", "input", "change", "wheel"];

fn host() -> Site {
    let body = "<input id=theirs><oxytocin-explainer eager lang=en></oxytocin-explainer><button id=button>theirs</button>\
        <script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    Site::default().page("/host", body).before(EARS)
}

/// Hears every deed on window, document and the element, in both phases.
async fn hear(page: &Page) -> Result<()> {
    let script = "window.heard = {}; window.prevented = []; const names = arguments[0]; \
        for (const [place, target] of [['window', window], ['document', document], ['element', element]]) for (const capture of [true, false]) for (const name of names) \
            target.addEventListener(name, (event) => { if (!event.composedPath().includes(element)) return; const key = `${name} ${place} ${capture ? 'down' : 'up'}`; heard[key] = (heard[key] ?? 0) + 1; }, { capture, passive: true }); \
        for (const name of names) window.addEventListener(name, (event) => event.defaultPrevented && prevented.push(`${name} ${event.key ?? ''} ${event.composedPath()[0].outerHTML?.slice(0, 60)}`), { passive: true })";
    page.run(script, &[DEEDS.to_vec().into()]).await?;
    Ok(())
}

#[tokio::test]
async fn no_event_is_stopped() {
    journey(host(), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.until("q('[data-figure=brain-map] [data-step=made]') && q('[data-control=step]')").await?;
        hear(&page).await?;
        page.click("[data-figure=brain-map] [data-step=made]").await?;
        page.focus("[data-chapter=production] .claim a.term[data-term]").await?;
        page.press(Key::Enter).await?;
        page.until("shown(q('.note'))").await?;
        page.press(Key::Escape).await?;
        page.until("!shown(q('.note'))").await?;
        page.focus("[data-figure=brain-map] [data-part][tabindex='0']").await?;
        page.press(Key::Right + Key::Enter + Key::Escape + Key::Space).await?;
        page.focus("[data-control=receptors]").await?;
        page.press(Key::Right).await?;
        page.set("reflex", "half").await?;
        page.click("[data-control=step]").await?;
        page.focus("#glossary-search").await?;
        page.press("uter").await?;
        page.until("all('.glossary .entry').length < 20").await?;
        page.press(Key::Tab).await?;
        page.run(
            "q('[data-figure=brain-map] svg').dispatchEvent(new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, deltaY: 50 }))",
            &[],
        )
        .await?;
        let heard: Value = page.get("heard").await?;
        for deed in DEEDS {
            let count = |place: &str| heard[format!("{deed} {place}")].as_u64().unwrap_or_default();
            let first = count("window down");
            ensure!(first > 0, "the journey makes no {deed}");
            for place in ["document down", "element down", "element up", "document up", "window up"] {
                ensure!(count(place) == first, "{deed} is heard {first} times, but on {place} {} times", count(place));
            }
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn keys_and_clicks_of_the_host_stay_the_hosts() {
    journey(host(), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.until("q('[data-control=step]')").await?;
        let theirs = "window.prevented = []; for (const name of ['keydown', 'keyup', 'click', 'wheel', 'pointerdown', 'touchstart', 'contextmenu', 'dragstart', 'paste', 'copy', 'submit']) \
            window.addEventListener(name, (event) => event.defaultPrevented && prevented.push(`${name} ${event.key ?? ''}`))";
        page.run(theirs, &[]).await?;
        // The place follows what scrolls by; all else is the reader's deed.
        let deeds = "(({ chapter, ...deeds }) => deeds)(element.state)";
        let before: Value = page.get(deeds).await?;
        page.run("theirs.focus()", &[]).await?;
        page.press("1 /?ghost").await?;
        for key in [Key::Left, Key::Right, Key::Home, Key::End, Key::Escape, Key::Enter, Key::Down, Key::PageDown] {
            page.press(key).await?;
        }
        page.holds("theirs.value === '1 /?ghost' && document.activeElement === theirs").await?;
        page.run("button.click()", &[]).await?;
        // Inside the explainer too, a key that means nothing there, or comes with a modifier, is the browser's or the host's.
        for place in ["[data-figure=brain-map] [data-part][tabindex='0']", "[data-control=step]", ".claim a.term[data-term]"] {
            page.focus(place).await?;
            let script = "for (const key of ['k', 'F1', '/', 'PageDown', 'Tab', 'ArrowRight', 'Enter', ' ', 'Escape', 'Home']) for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) \
                focused().dispatchEvent(new KeyboardEvent('keydown', { key, [modifier]: true, bubbles: true, composed: true, cancelable: true })); \
                for (const key of ['k', 'F1', '/', 'PageDown', 'Tab']) focused().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })); \
                focused().dispatchEvent(new WheelEvent('wheel', { deltaY: 9, bubbles: true, composed: true, cancelable: true })); \
                focused().dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true }))";
            page.run(script, &[]).await?;
        }
        page.holds("prevented.length === 0").await?;
        let after: Value = page.get(deeds).await?;
        ensure!(before == after, "the host's keys changed {before} into {after}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn a_click_with_a_modifier_opens_the_link_elsewhere() {
    journey(host(), Wish::default(), |page| async move {
        page.alive("/host").await?;
        // The browser opens a tab for these; here it is only asked whether it may.
        page.run("window.kept = []; document.addEventListener('click', (event) => { if (event.composedPath().includes(element)) { kept.push(event.defaultPrevented); event.preventDefault(); } })", &[]).await?;
        for link in ["nav.chapters a", ".claim a.term[data-term]"] {
            for modifier in ["ctrlKey", "metaKey", "shiftKey"] {
                page.run(
                    "q(arguments[0]).dispatchEvent(new MouseEvent('click', { [arguments[1]]: true, bubbles: true, composed: true, cancelable: true }))",
                    &[link.into(), modifier.into()],
                )
                .await?;
            }
        }
        page.holds("kept.length === 6 && kept.every((prevented) => !prevented)").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn nothing_listens_on_the_hosts_ground() {
    journey(host(), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.until("q('[data-control=step]')").await?;
        page.run("q('[data-control=step]').click(); q('.claim a.term[data-term]').click()", &[]).await?;
        page.until("shown(q('.note'))").await?;
        // What the browser itself tells of network and motion is nobody's; everything else is the host's.
        let ears: Vec<String> = page.get("ears.filter((name) => !['online', 'offline'].includes(name))").await?;
        ensure!(ears.is_empty(), "it listens on the host for {ears:?}");
        // The driver has names of its own, which hold a “proxy”.
        page.holds("Object.keys(window).every((name) => !/oxytocin|yew|wasm|wbg/i.test(name))").await?;
        page.quiet().await
    })
    .await;
}

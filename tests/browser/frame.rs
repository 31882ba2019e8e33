//! The explainer in somebody's `<iframe>`: it tells its height to every kind of host, and then is quiet.

use anyhow::ensure;

use crate::harness::{Page, Site, Wish, journey};

/// What a host without a listener of its own includes.
const LISTENER: &str = "<script src=\"/frame-height.js\"></script>";

/// A host that hears everything, and speaks as one kind of host does.
fn host(speaks: &str) -> Site {
    hearing(speaks, LISTENER)
}

/// The same with that listener, or none.
fn hearing(speaks: &str, listener: &str) -> Site {
    let body = format!(
        "<script>window.heard = []; window.say = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
        addEventListener('message', ({{ data }}) => {{ heard.push(data); {speaks} }});</script>
        {listener}
        <iframe sandbox=\"allow-scripts\" src=\"/embed/en/two-roles/\" width=\"600\" height=\"150\"></iframe>"
    );
    // A frame without an origin of its own asks for everything as a stranger does.
    Site::default().page("/host", body).header("access-control-allow-origin", "*")
}

/// Opens the host and waits until the frame says nothing new for a while.
async fn settled(page: &Page) -> anyhow::Result<()> {
    page.open("/host").await?;
    page.until("heard.some((message) => message?.type === 'oxytocin-explainer:height')").await?;
    page.until(
        "(window.still = window.still?.[0] === heard.length ? [heard.length, window.still[1] + 1] : [heard.length, 0])[1] > 80",
    )
    .await
}

/// The height in the frame's own words, and the frame's own height.
const OWN: &str = "heard.filter((message) => message?.type === 'oxytocin-explainer:height').at(-1).height";
const FRAME: &str = "document.querySelector('iframe').clientHeight";

#[tokio::test]
async fn a_sandboxed_frame_takes_the_height_of_its_text() {
    journey(host(""), Wish::default(), |page| async move {
        settled(&page).await?;
        page.holds(&format!("{OWN} > 1000 && {FRAME} === {OWN}")).await?;
        page.holds("heard.some((message) => typeof message === 'string' && message.startsWith('{') && JSON.parse(message).subject === 'lti.frameResize')").await?;
        let tall: u64 = page.get(FRAME).await?;
        page.run("document.querySelector('iframe').width = 320", &[]).await?;
        page.until(&format!("{FRAME} > {tall} && {FRAME} === {OWN}")).await?;
        // Wide again, it shrinks again.
        page.run("document.querySelector('iframe').width = 900", &[]).await?;
        page.until(&format!("{FRAME} < {tall} && {FRAME} === {OWN}")).await?;
        settled_count(&page).await
    })
    .await;
}

#[tokio::test]
async fn a_listener_that_comes_late_is_told() {
    journey(hearing("", ""), Wish::default(), |page| async move {
        let add = "const script = document.createElement('script'); const write = (text) => { script.textContent = text; document.body.append(script); }";
        // Some hosts can only paste a script's text.
        for way in ["script.src = '/frame-height.js'; document.body.append(script)", "return fetch('/frame-height.js').then((answer) => answer.text()).then(write)"] {
            settled(&page).await?;
            page.holds(&format!("{FRAME} === 150 && {OWN} > 1000")).await?;
            page.run(&format!("{add}; {way}"), &[]).await?;
            page.until(&format!("{FRAME} === {OWN}")).await?;
        }
        settled_count(&page).await
    })
    .await;
}

/// Words that it does not know change nothing and are not answered.
async fn settled_count(page: &Page) -> anyhow::Result<()> {
    page.until(
        "(window.still = window.still?.[0] === heard.length ? [heard.length, window.still[1] + 1] : [heard.length, 0])[1] > 80",
    )
    .await?;
    let before: u64 = page.get("heard.length").await?;
    page.run(
        "for (const message of [null, 1, 'x', '', '[iFrameSizer]', `[iFrameSizer]${'a'.repeat(500)}:`, [], {}, { context: 'h5p' }, \
         { context: 'h5p', action: 'unknown' }, { context: 'h5p', action: 'resize' }, { type: 'oxytocin-explainer:height', version: 1, height: 9 }]) say(message); \
         return new Promise((done) => setTimeout(done, 500))",
        &[],
    )
    .await?;
    let after: u64 = page.get("heard.length").await?;
    ensure!(before == after, "it answered {:#}", page.run("return heard.slice(arguments[0])", &[before.into()]).await?);
    Ok(())
}

#[tokio::test]
async fn iframe_resizer_is_answered() {
    let speaks =
        "if (data === '[iFrameResizerChild]Ready') say('[iFrameSizer]frame7:8:false:false:32:true:true:8:bodyOffset');";
    journey(host(speaks), Wish::default(), |page| async move {
        settled(&page).await?;
        page.holds("heard.filter((message) => /^\\[iFrameSizer\\]frame7:\\d+:600:init$/.test(message)).length === 1")
            .await?;
        let last = "heard.filter((message) => String(message).startsWith('[iFrameSizer]frame7:')).at(-1).split(':')";
        page.holds(&format!("Number({last}[1]) === {OWN}")).await
    })
    .await;
}

#[tokio::test]
async fn h5p_hosts_are_answered() {
    let speaks = "if (data?.context === 'h5p' && data.action === 'hello') say({ context: 'h5p', action: 'hello' });
        if (data?.context === 'h5p' && data.action === 'prepareResize') say({ context: 'h5p', action: 'resizePrepared' });";
    journey(host(speaks), Wish::default(), |page| async move {
        settled(&page).await?;
        let h5p = |action: &str| {
            format!("heard.filter((message) => message?.context === 'h5p' && message.action === '{action}')")
        };
        page.holds(&format!("{}.length === 1", h5p("hello"))).await?;
        page.holds(&format!("{}.at(-1).scrollHeight === {OWN}", h5p("prepareResize"))).await?;
        page.holds(&format!("{}.at(-1).scrollHeight === {OWN}", h5p("resize"))).await
    })
    .await;
}

//! However a host makes the element, wherever it puts it and whatever it moves: it lives, and keeps its state.

use anyhow::{Result, ensure};

use crate::harness::{Page, Site, Wish, journey};

const SCRIPT: &str = "<script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
/// An element that shows one chapter, the one with the simulation.
const ELEMENT: &str = "<oxytocin-explainer id=it eager lang=bg chapter=labour></oxytocin-explainer>";
/// What `it` has drawn.
const DRAWN: &str = "it.shadowRoot.querySelectorAll('.oxy').length === 1 && shown(it.shadowRoot.querySelector('[data-chapter=labour] h2'))";
/// The simulation's time in `it`.
const TIME: &str = "Number(it.shadowRoot.querySelector('[data-reading=time]')?.dataset.value)";

/// A page with that body and our script behind it.
fn host(body: &str) -> Site {
    Site::default().page("/host", format!("{body}{SCRIPT}"))
}

/// Opens the page, and waits until our script has run.
async fn open(page: &Page) -> Result<()> {
    page.open("/host").await?;
    page.until("customElements.get('oxytocin-explainer') && document.readyState === 'complete'").await
}

/// Waits until `it` lives and is drawn once.
async fn lives(page: &Page) -> Result<()> {
    page.until("window.it?.ready").await?;
    let way = page.run("return it.ready.then(() => 'alive', (reason) => `refused: ${reason}`)", &[]).await?;
    ensure!(way == "alive", "it does not come to life: {way}");
    page.until(DRAWN).await
}

/// Steps the simulation in `it`, which has run so long before.
async fn steps(page: &Page, before: u32) -> Result<()> {
    // Its drawing loads when a reader comes near.
    page.run("it.shadowRoot.querySelector('[data-figure=labour-loop]').scrollIntoView({ behavior: 'instant' })", &[])
        .await?;
    page.until(&format!("{TIME} === {before}")).await?;
    page.run("it.shadowRoot.querySelector('[data-control=step]').click()", &[]).await?;
    page.until(&format!("{TIME} === {}", before + 10)).await
}

/// Waits some frames: whatever a deed has set off is done then.
async fn settles(page: &Page) -> Result<()> {
    page.run(
        "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))",
        &[],
    )
    .await?;
    Ok(())
}

#[tokio::test]
async fn made_in_every_way() {
    journey(host("<main></main>"), Wish::default(), |page| async move {
        let ways = [
            format!("document.querySelector('main').innerHTML = '{ELEMENT}'; window.it = document.querySelector('main').firstChild"),
            "window.it = document.createElement('oxytocin-explainer'); it.lang = 'bg'; it.chapter = 'labour'; it.eager = true; document.querySelector('main').append(it)".into(),
            "window.it = new (customElements.get('oxytocin-explainer'))(); document.querySelector('main').append(it); it.setAttribute('chapter', 'labour'); it.eager = true".into(),
            format!("const template = document.createElement('template'); template.innerHTML = '{ELEMENT}'; document.querySelector('main').append(document.importNode(template.content, true)); window.it = document.querySelector('main').lastChild"),
            format!("window.it = new DOMParser().parseFromString('{ELEMENT}', 'text/html').body.firstChild; document.querySelector('main').append(it)"),
        ];
        for way in ways {
            open(&page).await?;
            page.run(&way, &[]).await?;
            lives(&page).await?;
            steps(&page, 0).await?;
            page.quiet().await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_copy_lives_by_itself() {
    journey(host(ELEMENT), Wish::default(), |page| async move {
        open(&page).await?;
        lives(&page).await?;
        steps(&page, 0).await?;
        page.run("window.first = it; window.copy = it.cloneNode(true); copy.id = 'copy'; document.body.append(copy); window.it = copy", &[]).await?;
        lives(&page).await?;
        page.holds("copy.shadowRoot !== first.shadowRoot && copy.getAttribute('chapter') === 'labour'").await?;
        steps(&page, 0).await?;
        page.run("copy.remove(); window.it = first", &[]).await?;
        steps(&page, 10).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn every_property_before_the_script() {
    let early = "const it = document.createElement('oxytocin-explainer'); it.id = 'it'; \
        Object.assign(it, { lang: 'bg', view: 'explainer', chapter: 'labour', figure: 'labour-loop', theme: 'dark', mode: 'read', quiz: 'off', remember: 'none', srcBase: '/', eager: true, deepLink: true }); \
        document.body.append(it);";
    let site = host("<script src=\"/early.js\"></script>").file("/early.js", "text/javascript", early.into());
    journey(site, Wish::default(), |page| async move {
        open(&page).await?;
        lives(&page).await?;
        page.holds("['view', 'chapter', 'figure', 'theme', 'mode', 'quiz', 'remember'].every((name) => !Object.hasOwn(it, name) && it[name] === it.getAttribute(name))").await?;
        page.holds("it.srcBase === '/' && it.getAttribute('src-base') === '/' && it.deepLink === true && it.hasAttribute('deep-link') && it.eager === true && it.hasAttribute('eager')").await?;
        page.holds("it.chapter === 'labour' && it.quiz === 'off'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn moved_before_and_while_it_starts() {
    journey(host("<main></main>"), Wish::default(), |page| async move {
        open(&page).await?;
        // Taken out and put back at each of many moments between its first connection and its first drawing.
        for moment in 0..12 {
            page.run(
                &format!(
                    "return (async () => {{ document.querySelector('main').innerHTML = '{ELEMENT}'; window.it = document.querySelector('main').firstChild; \
                    for (let turn = 0; turn < {moment} * 3; turn += 1) await Promise.resolve(); \
                    if ({moment} > 5) await new Promise((done) => setTimeout(done, {moment} - 5)); \
                    it.remove(); await Promise.resolve(); await Promise.resolve(); document.querySelector('main').append(it); \
                    document.body.append(it); document.querySelector('main').append(it) }})()"
                ),
                &[],
            )
            .await?;
            lives(&page).await?;
            settles(&page).await?;
            page.holds(DRAWN).await?;
            page.holds("it.shadowRoot.children.length === 1").await?;
            steps(&page, 0).await?;
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn moves_and_absences_keep_the_state() {
    journey(host(&format!("<main>{ELEMENT}</main><aside></aside>")), Wish::default(), |page| async move {
        open(&page).await?;
        lives(&page).await?;
        steps(&page, 0).await?;
        page.run("document.querySelector('aside').append(it)", &[]).await?;
        settles(&page).await?;
        steps(&page, 10).await?;
        page.run("window.it = it; it.remove()", &[]).await?;
        settles(&page).await?;
        page.holds("it.state.simulation.time === 20").await?;
        page.run("document.querySelector('main').append(it)", &[]).await?;
        lives(&page).await?;
        steps(&page, 20).await?;
        page.run("document.querySelector('aside').attachShadow({ mode: 'open' }).append(it)", &[]).await?;
        lives(&page).await?;
        steps(&page, 30).await?;
        page.run("it.hidden = true", &[]).await?;
        settles(&page).await?;
        page.holds("it.getClientRects().length === 0").await?;
        page.run("it.hidden = false", &[]).await?;
        steps(&page, 40).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn moved_into_the_document_of_a_frame() {
    let body = format!("<main>{ELEMENT}</main><iframe width=900 height=700></iframe>");
    journey(host(&body), Wish::default(), |page| async move {
        open(&page).await?;
        lives(&page).await?;
        steps(&page, 0).await?;
        let ground = "getComputedStyle(it.shadowRoot.querySelector('.oxy')).backgroundColor";
        let paper: String = page.get(ground).await?;
        ensure!(paper != "rgba(0, 0, 0, 0)", "it has no ground to begin with");
        page.run("window.it = it; document.querySelector('iframe').contentDocument.body.append(it)", &[]).await?;
        settles(&page).await?;
        lives(&page).await?;
        steps(&page, 10).await?;
        page.holds(&format!("{ground} === '{paper}'")).await?;
        // One that is made there from the start, and the first one back again.
        page.run("window.other = it; window.it = document.createElement('oxytocin-explainer'); it.eager = true; it.chapter = 'labour'; other.ownerDocument.body.append(it)", &[]).await?;
        lives(&page).await?;
        page.holds(&format!("{ground} === '{paper}'")).await?;
        page.run("window.it = other; document.body.append(it)", &[]).await?;
        lives(&page).await?;
        steps(&page, 20).await?;
        page.holds(&format!("{ground} === '{paper}'")).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn inside_what_a_host_builds() {
    let element = ELEMENT.replace("eager ", "");
    let body = format!(
        "<div hidden><p>{}</p></div><details><summary>more</summary>{}</details><dialog>{}</dialog><section></section>",
        element.replace("id=it", "id=hid"),
        element.replace("id=it", "id=folded"),
        element.replace("id=it", "id=modal")
    );
    journey(host(&body), Wish::default(), |page| async move {
        open(&page).await?;
        settles(&page).await?;
        page.holds("[hid, folded, modal].every((one) => !one.shadowRoot.querySelector('.oxy'))").await?;
        let ways = [
            ("hid", "document.querySelector('div').hidden = false"),
            ("folded", "document.querySelector('details').open = true"),
            ("modal", "document.querySelector('dialog').showModal()"),
        ];
        for (name, show) in ways {
            page.run(&format!("window.it = {name}; {show}; it.scrollIntoView()"), &[]).await?;
            lives(&page).await?;
            steps(&page, 0).await?;
        }
        // As wide as its place, also where it had none when it was made.
        page.holds("[hid, folded, modal].every((one) => one.shadowRoot.querySelector('.oxy').clientWidth === one.clientWidth && one.clientWidth > 300)").await?;
        page.run("document.querySelector('dialog').close(); document.querySelector('dialog').showModal()", &[]).await?;
        steps(&page, 10).await?;
        page.run("document.querySelector('dialog').close()", &[]).await?;
        for mode in ["open", "closed"] {
            page.run(
                "const outer = document.createElement('div'); document.body.append(outer); window.it = document.createElement('oxytocin-explainer'); \
                it.chapter = 'labour'; it.lang = 'bg'; outer.attachShadow({ mode: arguments[0] }).append(it); it.scrollIntoView()",
                &[mode.into()],
            )
            .await?;
            lives(&page).await?;
            steps(&page, 0).await?;
        }
        // Its events come out of an open and a closed root alike.
        page.holds("seen.events.filter((event) => event.name === 'oxy-ready').length === 5").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn the_script_twice() {
    let body = format!("{ELEMENT}<script type=\"module\" src=\"/oxytocin-explainer.js?again\"></script>");
    journey(host(&body), Wish::default(), |page| async move {
        open(&page).await?;
        lives(&page).await?;
        steps(&page, 0).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn another_element_of_that_name() {
    let other = "customElements.define('oxytocin-explainer', class extends HTMLElement { static version = '0.0.0' });";
    for other in [other, "customElements.define('oxytocin-explainer', class extends HTMLElement {});"] {
        let body =
            format!("<script src=\"/other.js\"></script><oxytocin-explainer>theirs</oxytocin-explainer>{SCRIPT}");
        let site = host(&body).file("/other.js", "text/javascript", other.into());
        journey(site, Wish::default(), |page| async move {
            open(&page).await?;
            page.until("seen.warnings.length > 0").await?;
            settles(&page).await?;
            page.holds("element.textContent === 'theirs' && !element.shadowRoot").await?;
            page.said(&[], &["another element of that name"]).await
        })
        .await;
    }
}

/// WebKit tells an observer that has ended what it had noted until then, unless that is taken from it.
#[tokio::test]
async fn what_observers_tell_late_is_not_heard() {
    let late = "<script>const Observer = IntersectionObserver; window.ended = 0; \
        window.IntersectionObserver = class extends Observer { #tell; #left = false; \
          constructor(tell, options) { super(tell, options); this.#tell = tell; } \
          disconnect() { super.disconnect(); this.#left = true; ended += 1; queueMicrotask(() => this.#left && this.#tell([], this)); } \
          takeRecords() { this.#left = false; return super.takeRecords(); } }</script>";
    journey(host(&format!("{late}{ELEMENT}")), Wish::default(), |page| async move {
        open(&page).await?;
        lives(&page).await?;
        steps(&page, 0).await?;
        let press = "q('[data-control=play]').click()";
        page.run(press, &[]).await?;
        settles(&page).await?;
        for deed in [press, "it.removeAttribute('chapter')", "it.remove()"] {
            page.run(&format!("window.before = ended; {deed}"), &[]).await?;
            page.until("ended > before").await?;
        }
        settles(&page).await?;
        page.quiet().await
    })
    .await;
}

//! What a host or a reader changes while an explainer starts: the last word counts, and it starts once.

use anyhow::Result;

use crate::harness::{Page, Site, Wish, journey};

const SCRIPT: &str = "<script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
const ELEMENT: &str = "<oxytocin-explainer eager lang=bg chapter=release></oxytocin-explainer>";
/// Far below what readers see.
const BELOW: &str = "<div style=\"height: 9000px\"></div>";

fn host(body: &str) -> Site {
    Site::default().page("/host", format!("{body}{SCRIPT}"))
}

/// Opens the host's page, and waits until the explainer has asked for its module and its texts.
async fn under_way(page: &Page) -> Result<()> {
    page.open("/host").await?;
    page.until("window.release && performance.getEntriesByType('resource').some(({ name }) => name.includes('.pack'))")
        .await
}

#[tokio::test]
async fn another_language() {
    let site = host(ELEMENT).held(".wasm");
    journey(site, Wish::default(), |page| async move {
        under_way(&page).await?;
        page.run("element.lang = 'en'; release()", &[]).await?;
        page.ready().await?;
        page.until("q('.oxy').lang === 'en' && all('.oxy').length === 1").await?;
        page.holds("seen.events.find((event) => event.name === 'oxy-ready').detail.lang === 'en'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn taken_away_and_put_back() {
    let site = host(ELEMENT).held(".wasm");
    journey(site, Wish::default(), |page| async move {
        under_way(&page).await?;
        let script = "window.it = element; it.remove(); return new Promise((done) => setTimeout(() => { document.body.append(it); setTimeout(() => { release(); done() }, 100) }, 100))";
        page.run(script, &[]).await?;
        page.ready().await?;
        page.run("return new Promise((done) => setTimeout(done, 300))", &[]).await?;
        page.holds("all('.oxy').length === 1 && seen.events.filter((event) => event.name === 'oxy-ready').length === 1")
            .await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn spaces_are_no_children() {
    let site = host(&format!("{BELOW}<oxytocin-explainer lang=en>\n  \n</oxytocin-explainer>"));
    journey(site, Wish::default(), |page| async move {
        page.open("/host").await?;
        page.until("shown(q('a')) && q('a').getBoundingClientRect().height > 10").await?;
        page.holds("new URL(q('a').href).pathname === '/en/'").await?;
        page.run("element.scrollIntoView({ behavior: 'instant' })", &[]).await?;
        page.ready().await?;
        page.holds("shown(q('h1')) && !q('slot')").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn the_line_before_speaks_as_the_explainer_will() {
    // The element's own language has no pack, so that of the nearest element around it counts, through shadow roots.
    let body = format!("{BELOW}<div lang=\"en\"><section></section></div>");
    journey(host(&body), Wish::default(), |page| async move {
        page.open("/host").await?;
        page.until("customElements.get('oxytocin-explainer')").await?;
        page.run(
            "const within = document.querySelector('section').attachShadow({ mode: 'open' }); within.innerHTML = '<p><oxytocin-explainer lang=\"fr\" chapter=\"release\"></oxytocin-explainer></p>'; \
            window.it = within.querySelector('oxytocin-explainer')",
            &[],
        )
        .await?;
        page.until("new URL(it.shadowRoot.querySelector('a').href).pathname === '/en/'").await?;
        page.run("it.eager = true; return it.ready.then(() => true)", &[]).await?;
        page.holds("it.shadowRoot.querySelector('.oxy').lang === 'en'").await?;
        page.said(&[], &["lang=\"fr\""]).await
    })
    .await;
}

#[tokio::test]
async fn addresses_that_are_none() {
    let site = host("<oxytocin-explainer eager deep-link lang=bg></oxytocin-explainer>");
    journey(site, Wish::default(), |page| async move {
        for hash in ["#%", "#50%", "#\"]", "#nowhere"] {
            page.alive(&format!("/host{hash}")).await?;
            page.run("location.hash = ''", &[]).await?;
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn links_of_the_page_lead_to_a_chapter() {
    let site = host("<a href=\"#milk\">milk</a><oxytocin-explainer eager deep-link lang=bg></oxytocin-explainer>");
    journey(site, Wish::default(), |page| async move {
        let near = |chapter: &str| {
            format!("Math.abs(q('[data-chapter={chapter}]').getBoundingClientRect().top) < innerHeight / 2")
        };
        page.alive("/host#release").await?;
        page.until(&near("release")).await?;
        page.run("document.querySelector('a').click()", &[]).await?;
        page.until(&near("milk")).await?;
        page.run("element.removeAttribute('deep-link'); location.hash = '#labour'", &[]).await?;
        page.run("return new Promise((done) => setTimeout(done, 300))", &[]).await?;
        page.holds(&near("milk")).await?;
        page.quiet().await
    })
    .await;
}

//! Two explainers on one page: each by itself, everything loaded once.

use anyhow::ensure;

use crate::harness::{Site, Wish, journey};

const BODY: &str = "<oxytocin-explainer id=\"one\" lang=\"bg\" eager></oxytocin-explainer>\
    <oxytocin-explainer id=\"two\" lang=\"en\" eager></oxytocin-explainer>\
    <script type=\"module\" src=\"/oxytocin-explainer.js\"></script><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";

#[tokio::test]
async fn two_languages_on_one_page() {
    journey(Site::default().page("/host", BODY), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.run("return two.ready.then(() => true)", &[]).await?;
        page.holds("one.shadowRoot.querySelector('h1').textContent === 'Окситоцин' && two.shadowRoot.querySelector('h1').textContent === 'Oxytocin'").await?;
        // The rest is drawn behind what readers see first.
        page.until("[one, two].every(({ shadowRoot }) => shadowRoot.querySelector('[data-control=step]') && shadowRoot.querySelector('[data-figure=brain-map] [data-step=made]'))").await?;
        page.run("one.shadowRoot.querySelector('[data-control=step]').click()", &[]).await?;
        let time = |id: &str| format!("{id}.shadowRoot.querySelector('[data-reading=time]').dataset.value");
        page.until(&format!("Number({}) === 10", time("one"))).await?;
        page.holds(&format!("Number({}) === 0", time("two"))).await?;
        page.run("two.shadowRoot.querySelector('[data-figure=brain-map] [data-step=made]').click()", &[]).await?;
        let step = |id: &str| format!("{id}.shadowRoot.querySelector('[data-figure=brain-map] .steps [aria-current]').dataset.step");
        page.until(&format!("{} === 'made'", step("two"))).await?;
        page.holds(&format!("{} === 'where'", step("one"))).await?;
        page.run("two.shadowRoot.querySelector('.languages button[lang=bg]').click()", &[]).await?;
        page.until("two.shadowRoot.querySelector('.oxy').lang === 'bg'").await?;
        page.holds("one.shadowRoot.querySelector('.oxy').lang === 'bg'").await?;
        page.run("one.remove()", &[]).await?;
        page.run("two.shadowRoot.querySelector('[data-control=step]').click()", &[]).await?;
        page.until(&format!("Number({}) === 10", time("two"))).await?;
        let ready: Vec<String> = page.get("seen.events.filter((event) => event.name === 'oxy-ready').map((event) => event.id + event.detail.lang)").await?;
        ensure!(ready.len() == 2 && ready.contains(&"onebg".into()) && ready.contains(&"twoen".into()), "ready: {ready:?}");
        for (what, most) in [(".wasm", 1), ("/shell-", 1), (".css", 1), ("/bg-", 2), ("/en-", 2), ("oxytocin-explainer.js", 1)] {
            let times: usize = page.get(&format!("performance.getEntriesByType('resource').filter((entry) => entry.name.includes('{what}')).length")).await?;
            ensure!(times <= most, "{what} was asked for {times} times");
            let served = page.site.asked().iter().filter(|path| path.contains(what)).count();
            ensure!(served == most, "{what} was served {served} times");
        }
        page.quiet().await
    })
    .await;
}

//! The page that makes snippets: every snippet that it can make lives on a page.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::{Engine, Page, Site, Wish, journey, read};

/// Every snippet of a form in a language for a kind of site: each chapter, each figure, the glossary, each theme.
const SNIPPETS: &str = "const { elements } = document.getElementById('choices');
    const made = new Set();
    const choose = (choices) => {
      for (const [name, value] of Object.entries(choices)) elements[name].value = value;
      elements.lang.dispatchEvent(new Event('input', { bubbles: true }));
      const lines = document.getElementById('snippet').value;
      const told = [...document.querySelectorAll('[data-with]')].filter((part) => !part.hidden).map((part) => part.dataset.with).join();
      if (told !== (lines.includes('<script') ? 'script' : 'nothing')) throw new Error(`told of ${told} beside ${lines}`);
      made.add(lines);
    };
    const values = (name) => [...elements[name].options].map((option) => option.value);
    choose({ site: arguments[2], lang: arguments[0], form: arguments[1], view: 'explainer' });
    for (const chapter of values('chapter')) choose({ chapter });
    for (const theme of values('theme')) choose({ theme });
    for (const figure of values('figure')) choose({ theme: 'auto', view: 'figure', figure });
    choose({ view: 'glossary' });
    return [...made];";

async fn snippets(page: &Page, language: &str, form: &str, site: &str) -> Result<Vec<String>> {
    page.open("/embed-builder/?lang=bg").await?;
    page.until("document.getElementById('snippet')?.value").await?;
    let made: Vec<String> =
        serde_json::from_value(page.run(SNIPPETS, &[language.into(), form.into(), site.into()]).await?)?;
    ensure!(made.len() > 22, "only {} snippets: {made:#?}", made.len());
    Ok(made.into_iter().step_by(Engine::now().every()).collect())
}

/// The link that the builder makes for a kind of site.
async fn link_for(page: &Page, site: &str) -> Result<String> {
    page.open("/embed-builder/?lang=en").await?;
    page.until("document.getElementById('snippet')?.value").await?;
    let choose = "const { elements } = document.getElementById('choices'); \
        elements.chapter.value = 'labour'; elements.site.value = arguments[0]; elements.site.dispatchEvent(new Event('change', { bubbles: true })); \
        elements.form.value = 'link'; elements.form[0].dispatchEvent(new Event('input', { bubbles: true })); \
        return document.getElementById('snippet').value";
    Ok(serde_json::from_value(page.run(choose, &[site.into()]).await?)?)
}

/// A page of a host with nothing but the snippet.
async fn paste(page: &Page, snippet: &str) -> Result<()> {
    page.open("/narrow").await?;
    let script = "document.open(); \
        document.write(`<!doctype html><html lang=\"en\"><head><title>host</title></head><body>${arguments[0]}</body></html>`); document.close()";
    page.run(script, &[Value::from(snippet)]).await?;
    Ok(())
}

async fn elements_live(language: &'static str) {
    read(move |page| async move {
        for snippet in snippets(&page, language, "element", "plain").await? {
            ensure!(snippet.contains("integrity=\"sha384-"), "no integrity: {snippet}");
            paste(&page, &snippet).await?;
            page.ready().await.map_err(|error| error.context(snippet))?;
            page.holds(&format!("q('.oxy').lang === '{language}'")).await?;
        }
        Ok(())
    })
    .await;
}

/// What a host's page has in it, how it is known that the frame has told its height, and whose script grows it.
struct Ear {
    site: &'static str,
    script: &'static str,
    heard: &'static str,
    ours: bool,
}

const OUR_SCRIPT: Ear =
    Ear { site: "plain", script: "", heard: "document.querySelector('iframe').style.height", ours: true };
/// Canvas takes scripts out, and grows frames by what they say.
const CANVAS: Ear = Ear {
    site: "canvas",
    script: "<script>addEventListener('message', ({ data }) => { \
        try { const said = JSON.parse(data); if (said.subject === 'lti.frameResize') window.told = said.height; } catch {} })</script>",
    heard: "window.told > 100",
    ours: false,
};

async fn frames_live(language: &'static str, ear: &'static Ear) {
    // A frame without an origin of its own asks as a stranger does.
    let site = Site::default().header("access-control-allow-origin", "*");
    journey(site, Wish::default(), move |page| async move {
        for snippet in snippets(&page, language, "iframe", ear.site).await? {
            ensure!(snippet.contains("sandbox="), "{snippet}");
            ensure!(snippet.contains("<script") == ear.ours, "{snippet}");
            ensure!(snippet.contains("integrity=\"sha384-") == ear.ours, "{snippet}");
            paste(&page, &format!("{}{snippet}", ear.script)).await?;
            page.until(ear.heard).await.map_err(|error| error.context(snippet.clone()))?;
            page.driver.clone().enter_frame(0).await?;
            page.ready().await.map_err(|error| error.context(snippet))?;
            page.holds(&format!("q('.oxy').lang === '{language}'")).await?;
            page.driver.clone().enter_default_frame().await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn elements_from_the_builder_live_in_bulgarian() {
    elements_live("bg").await;
}

#[tokio::test]
async fn elements_from_the_builder_live_in_english() {
    elements_live("en").await;
}

#[tokio::test]
async fn frames_from_the_builder_live_in_bulgarian() {
    frames_live("bg", &OUR_SCRIPT).await;
}

#[tokio::test]
async fn frames_from_the_builder_live_in_english() {
    frames_live("en", &OUR_SCRIPT).await;
}

#[tokio::test]
async fn frames_for_canvas_live_in_bulgarian() {
    frames_live("bg", &CANVAS).await;
}

#[tokio::test]
async fn frames_for_canvas_live_in_english() {
    frames_live("en", &CANVAS).await;
}

#[tokio::test]
async fn links_from_the_builder_lead_to_pages() {
    read(|page| async move {
        for (language, site) in [("bg", "plain"), ("en", "plain"), ("bg", "moodle"), ("en", "google-sites")] {
            for snippet in snippets(&page, language, "link", site).await? {
                ensure!(snippet.starts_with("<a ") == (site == "plain"), "{site}: {snippet}");
                let script = "const holder = document.createElement('template'); holder.innerHTML = arguments[0]; \
                    const link = holder.content.querySelector('a'); \
                    if (link && link.textContent.length < 4) return 'no words'; \
                    return fetch(link?.href ?? arguments[0]).then((answer) => answer.ok && answer.text()).then((text) => text.includes(`lang=\"${arguments[1]}\"`) || 'nowhere')";
                let leads = page.run(script, &[Value::from(snippet.as_str()), language.into()]).await?;
                ensure!(leads == true, "{snippet}: {leads}");
            }
        }
        Ok(())
    })
    .await;
}

/// Moodle and Google Sites make a frame of an address, and a page of its own refuses to be framed.
#[tokio::test]
async fn addresses_for_sites_that_frame_them_are_those_of_frames() {
    read(|page| async move {
        for site in ["moodle", "google-sites"] {
            let address = link_for(&page, site).await?;
            ensure!(address.ends_with("/embed/en/labour/"), "{site}: {address}");
        }
        let link = link_for(&page, "drupal").await?;
        ensure!(link.contains("/en/labour/\"") && !link.contains("embed"), "{link}");
        Ok(())
    })
    .await;
}

/// The example themes: each explainer there, the colours of its ground and text, and its lines.
const THEMES: &str = "[...document.querySelectorAll('.themes article')].map((theme) => {
    const element = theme.querySelector('oxytocin-explainer');
    const { backgroundColor, color } = getComputedStyle(element.shadowRoot.querySelector('.oxy'));
    const given = theme.querySelector('code').textContent;
    return [`${backgroundColor} ${color}`, given.includes('--oxy-paper') && given.includes(`theme=\"${element.theme}\"`)]; })";

#[tokio::test]
async fn example_themes_live_each_in_its_colours() {
    read(|page| async move {
        page.open("/embed-builder/?lang=bg").await?;
        page.run("window.warned = []; const warn = console.warn; console.warn = (...words) => { warned.push(String(words)); warn(...words); }; \
            document.querySelectorAll('.themes oxytocin-explainer').forEach((element) => element.setAttribute('eager', ''))", &[])
            .await?;
        let live = "[...document.querySelectorAll('.themes oxytocin-explainer')].every((element) => element.shadowRoot?.querySelector('.oxy svg.plate'))";
        page.until(live).await?;
        let themes: Vec<(String, bool)> = page.get(THEMES).await?;
        let colours: std::collections::BTreeSet<&String> = themes.iter().map(|(colours, _)| colours).collect();
        ensure!(themes.len() == 3 && colours.len() == 3 && themes.iter().all(|(_, lines)| *lines), "{themes:?}");
        // Told by the explainer itself, a moment after it is there.
        page.run("return new Promise((done) => setTimeout(done, 300))", &[]).await?;
        page.holds("warned.length === 0").await
    })
    .await;
}

//! The page that makes snippets: every snippet that it can make lives on a page.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::{Page, Site, Wish, journey, read};

/// Every snippet of a form in a language: each chapter, each figure, the glossary, each theme.
const SNIPPETS: &str = "const { elements } = document.getElementById('choices');
    const made = new Set();
    const choose = (choices) => {
      for (const [name, value] of Object.entries(choices)) elements[name].value = value;
      elements.lang.dispatchEvent(new Event('input', { bubbles: true }));
      made.add(document.getElementById('snippet').value);
    };
    const values = (name) => [...elements[name].options].map((option) => option.value);
    choose({ lang: arguments[0], form: arguments[1], view: 'explainer' });
    for (const chapter of values('chapter')) choose({ chapter });
    for (const theme of values('theme')) choose({ theme });
    for (const figure of values('figure')) choose({ theme: 'auto', view: 'figure', figure });
    choose({ view: 'glossary' });
    return [...made];";

async fn snippets(page: &Page, language: &str, form: &str) -> Result<Vec<String>> {
    page.open("/embed-builder/?lang=bg").await?;
    page.until("document.getElementById('snippet')?.value").await?;
    let made: Vec<String> = serde_json::from_value(page.run(SNIPPETS, &[language.into(), form.into()]).await?)?;
    ensure!(made.len() > 12, "only {} snippets: {made:#?}", made.len());
    Ok(made)
}

/// What the builder makes for a kind of site.
async fn for_site(page: &Page, site: &str, form: &str) -> Result<String> {
    page.open("/embed-builder/?lang=en").await?;
    page.until("document.getElementById('snippet')?.value").await?;
    let choose = "const { elements } = document.getElementById('choices'); \
        elements.chapter.value = 'labour'; elements.site.value = arguments[0]; elements.site.dispatchEvent(new Event('change', { bubbles: true })); \
        elements.form.value = arguments[1]; elements.form[0].dispatchEvent(new Event('input', { bubbles: true })); \
        return document.getElementById('snippet').value";
    Ok(serde_json::from_value(page.run(choose, &[site.into(), form.into()]).await?)?)
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
        for snippet in snippets(&page, language, "element").await? {
            ensure!(snippet.contains("integrity=\"sha384-"), "no integrity: {snippet}");
            paste(&page, &snippet).await?;
            page.ready().await.map_err(|error| error.context(snippet))?;
            page.holds(&format!("q('.oxy').lang === '{language}'")).await?;
        }
        Ok(())
    })
    .await;
}

async fn frames_live(language: &'static str) {
    // A frame without an origin of its own asks as a stranger does.
    let site = Site::default().header("access-control-allow-origin", "*");
    journey(site, Wish::default(), move |page| async move {
        for snippet in snippets(&page, language, "iframe").await? {
            ensure!(snippet.contains("integrity=\"sha384-") && snippet.contains("sandbox="), "{snippet}");
            paste(&page, &snippet).await?;
            page.until("document.querySelector('iframe').style.height")
                .await
                .map_err(|error| error.context(snippet.clone()))?;
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
    frames_live("bg").await;
}

#[tokio::test]
async fn frames_from_the_builder_live_in_english() {
    frames_live("en").await;
}

#[tokio::test]
async fn links_from_the_builder_lead_to_pages() {
    read(|page| async move {
        for language in ["bg", "en"] {
            for snippet in snippets(&page, language, "link").await? {
                let script = "const holder = document.createElement('template'); holder.innerHTML = arguments[0]; \
                    const link = holder.content.querySelector('a'); \
                    return fetch(link.href).then((answer) => answer.ok && link.textContent.length > 3 && answer.text()).then((text) => Boolean(text) && text.includes(`lang=\"${link.hreflang}\"`))";
                ensure!(page.run(script, &[Value::from(snippet.as_str())]).await? == true, "{snippet} leads nowhere");
            }
        }
        Ok(())
    })
    .await;
}

/// Canvas takes scripts out, and grows frames by what they say.
#[tokio::test]
async fn a_frame_for_canvas_needs_no_script_of_ours() {
    let site = Site::default().header("access-control-allow-origin", "*");
    journey(site, Wish::default(), |page| async move {
        let snippet = for_site(&page, "canvas", "iframe").await?;
        ensure!(!snippet.contains("script src") && snippet.contains("sandbox="), "{snippet}");
        let ear = "<script>addEventListener('message', ({ data }) => { \
            try { const said = JSON.parse(data); if (said.subject === 'lti.frameResize') window.told = said.height; } catch {} })</script>";
        paste(&page, &format!("{ear}{snippet}")).await?;
        page.until("window.told > 900").await
    })
    .await;
}

/// Moodle and Google Sites make a frame of an address, and a page of its own refuses to be framed.
#[tokio::test]
async fn addresses_for_sites_that_frame_them_are_those_of_frames() {
    read(|page| async move {
        for site in ["moodle", "google-sites"] {
            let address = for_site(&page, site, "link").await?;
            ensure!(address.ends_with("/embed/en/labour/"), "{site}: {address}");
        }
        let link = for_site(&page, "drupal", "link").await?;
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

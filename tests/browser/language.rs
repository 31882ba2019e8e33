//! Another language, in the middle of things: place, steps and the simulation stay.

use anyhow::{Result, ensure};

use crate::harness::{Page, Site, Wish, journey, read, site};

#[tokio::test]
async fn switching_keeps_place_and_simulation() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.click("[data-figure=brain-map] [data-step=made]").await?;
        for expected in [10, 20, 30] {
            page.click("[data-control=step]").await?;
            page.until(&format!("reading('time') === {expected}")).await?;
        }
        page.set("receptors", "15").await?;
        page.until("element.state.chapter === 'labour' && element.state.simulation.receptors === 15").await?;
        let dilatation: f64 = page.get("reading('dilatation')").await?;
        for (language, title, play) in [("en", "Oxytocin", "Play"), ("bg", "Окситоцин", "")] {
            let asked = page.site.asked().len();
            speak(&page, language).await?;
            ensure!(page.get::<String>("q('h1').textContent.trim()").await? == title, "the title is not in {language}");
            page.holds(&format!("q('.oxy').lang === '{language}'")).await?;
            page.holds(&format!("reading('time') === 30 && reading('dilatation') === {dilatation}")).await?;
            page.holds("Number(q('[data-control=receptors]').value) === 15").await?;
            page.holds("q('[data-figure=brain-map] [data-step=made]').getAttribute('aria-current') === 'step'").await?;
            page.holds(&format!("!'{play}' || q('[data-control=play]').textContent.trim() === '{play}'")).await?;
            in_place(&page).await?;
            page.holds(&format!("q('.languages button[aria-current]').lang === '{language}'")).await?;
            let new = page.site.asked().split_off(asked);
            ensure!(
                new.len() <= 2 && new.iter().all(|path| path.contains(&format!("/{language}-"))),
                "asked for {new:?}"
            );
        }
        page.quiet().await
    })
    .await;
}

/// Presses a language's button without leaving the place, as a host's own switch would.
async fn speak(page: &Page, language: &str) -> Result<()> {
    page.tap(&format!(".languages button[lang={language}]")).await?;
    page.until(&format!("q('.oxy').lang === '{language}'")).await
}

/// The labour chapter still crosses the upper part of the window.
async fn in_place(page: &Page) -> Result<()> {
    let script = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
        const { top, bottom } = q('[data-chapter=labour]').getBoundingClientRect(); done([top, bottom, innerHeight]) })))";
    let (top, bottom, height): (f64, f64, f64) = page.get(script).await?;
    ensure!(top < height * 0.3 && bottom > height * 0.2, "labour stands from {top} to {bottom} of {height}");
    page.holds("element.state.chapter === 'labour'").await
}

/// Asks for English and in the next turn of the page for Bulgarian, then comes to an entry of the glossary.
const IN_HASTE: &str = "return (async () => {
    const { port1, port2 } = new MessageChannel();
    const turn = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(null); });
    for (const language of ['en', 'bg']) {
      q(`.languages button[lang=${language}]`).click();
      await turn();
    }
    q('#term-nonapeptide').focus({ preventScroll: true });
})()";

#[tokio::test]
async fn language_asked_for_last_stays_however_soon() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.until("all('.entry').length > 70").await?;
        // Both are loaded: only drawing takes time.
        for language in ["en", "bg"] {
            speak(&page, language).await?;
        }
        page.run(IN_HASTE, &[]).await?;
        page.until("/[а-я]/.test(q('#term-nonapeptide dfn').textContent)").await?;
        page.until("focused()?.id === 'term-nonapeptide'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn language_of_the_attribute_and_of_the_reader() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.run("element.lang = 'en-GB'", &[]).await?;
        page.until("q('.oxy').lang === 'en'").await?;
        page.click(".languages button[lang=bg]").await?;
        page.until("q('.oxy').lang === 'bg'").await?;
        page.run("element.removeAttribute('lang')", &[]).await?;
        page.until("q('.oxy').lang === 'bg'").await?;
        page.run("document.documentElement.lang = 'en'; element.setAttribute('lang', 'en')", &[]).await?;
        page.until("q('.oxy').lang === 'en'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn focus_goes_to_the_same_thing_when_the_host_changes_the_language() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.until("all('.entry').length > 70").await?;
        // A link in a claim, one in a note, the description of a figure, a step, a control, an entry of the glossary.
        page.tap("[data-chapter=labour] [data-fact] a[data-term]").await?;
        page.until("q('[data-chapter=labour] .note .close')").await?;
        for place in [
            "q('[data-chapter=production] [data-fact] a[data-term]')",
            "q('[data-chapter=labour] .note .close')",
            "q('[data-figure=brain-map] .description summary')",
            "q('[data-figure=brain-map] [data-step=made]')",
            "q('[data-control=receptors]')",
            "q('#term-nonapeptide')",
        ] {
            for language in ["en", "bg"] {
                page.run(
                    &format!("{place}.focus({{ preventScroll: true }}); {place}.scrollIntoView({{ block: 'center' }})"),
                    &[],
                )
                .await?;
                page.holds(&format!("focused() === {place}")).await?;
                let before: f64 = page.get(&format!("{place}.getBoundingClientRect().top")).await?;
                page.run(&format!("element.lang = '{language}'"), &[]).await?;
                page.until(&format!("q('.oxy').lang === '{language}' && focused() === {place}")).await?;
                // What is near stays near: not to the pixel, as texts above it are longer or shorter.
                page.until(&format!("Math.abs({place}.getBoundingClientRect().top - {before}) < innerHeight / 2"))
                    .await?;
            }
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn what_is_open_stays_open_in_another_language() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.until("all('[data-figure] svg').length > 12 && !q('.away')").await?;
        page.run("for (const details of all('details')) details.open = true", &[]).await?;
        let all: usize = page.get("all('details').length").await?;
        ensure!(all > 20, "{all} can be opened");
        page.run("element.lang = 'en'", &[]).await?;
        page.until(&format!("q('.oxy').lang === 'en' && all('details[open]').length === {all}")).await?;
        page.run("q('.about details, .chapter details').open = false; element.lang = 'bg'", &[]).await?;
        page.until(&format!("q('.oxy').lang === 'bg' && all('details[open]').length === {}", all - 1)).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn choice_on_our_own_pages_stays_in_their_address() {
    read(|page| async move {
        page.alive("/bg/labour/").await?;
        for (language, title) in [("en", "Labour"), ("bg", "Раждането"), ("en", "Labour")] {
            speak(&page, language).await?;
            page.until(&format!(
                "location.pathname === '/{language}/labour/' && document.documentElement.lang === '{language}'"
            ))
            .await?;
            page.until(&format!("document.title.startsWith('{title}')")).await?;
        }
        page.quiet().await?;
        page.alive("/").await?;
        let other = if page.get::<bool>("q('.oxy').lang === 'bg'").await? { "en" } else { "bg" };
        speak(&page, other).await?;
        page.until(&format!("location.pathname === '/{other}/'")).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn moved_element_speaks_what_is_around_it() {
    let body = "<div lang=\"en\" id=\"one\"><oxytocin-explainer eager></oxytocin-explainer></div><div lang=\"bg\" id=\"two\"></div>\
        <script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(Site::default().page("/host", body), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.holds("q('.oxy').lang === 'en'").await?;
        page.run("two.append(element)", &[]).await?;
        page.until("q('.oxy').lang === 'bg'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn nearest_language_around_is_taken() {
    let body = "<div lang=\"en\"><p lang=\"bg\">…</p><section><oxytocin-explainer eager></oxytocin-explainer></section></div>\
        <script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(Site::default().page("/host", body), Wish { language: "bg", ..Wish::default() }, |page| async move {
        page.alive("/host").await?;
        page.holds("q('.oxy').lang === 'en'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn language_that_does_not_come_leaves_the_one_there() {
    let pack = site::versioned("en-", ".pack").expect("the English pack is there");
    journey(Site::default().missing(&pack), Wish::default(), |page| async move {
        page.alive("/bg/").await?;
        page.tap(".languages button[lang=en]").await?;
        page.until("seen.events.some((event) => event.name === 'oxy-error')").await?;
        page.holds("q('.oxy').lang === 'bg' && shown(q('[data-chapter=labour]'))").await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 10").await?;
        page.holds("seen.events.filter((event) => event.name === 'oxy-error').length === 1").await?;
        page.said(&["pack-not-loaded"], &[]).await
    })
    .await;
}

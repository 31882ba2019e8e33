//! A figure's parts: selected by pointer, by keys and from the text.

use anyhow::Result;
use thirtyfour::Key;

use crate::harness::{Site, Wish, journey, read};

/// A figure alone.
const LADDER: &str = "<oxytocin-explainer lang=\"bg\" view=\"figure\" figure=\"evidence-ladder\" eager></oxytocin-explainer>\
    <script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";

const MAP: &str = "[data-figure=brain-map]";

#[tokio::test]
async fn clicking_a_part_shows_its_words() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.click(&format!("{MAP} [data-step=nuclei]")).await?;
        page.until(&format!("q('{MAP} [data-step=nuclei]').getAttribute('aria-current') === 'step'")).await?;
        page.click(&format!("{MAP} [data-part=pvn]")).await?;
        page.until(&format!("shown(q('{MAP} [data-part-words=pvn]'))")).await?;
        page.holds(&format!("q('{MAP} [data-part=pvn]').getAttribute('aria-pressed') === 'true'")).await?;
        page.holds(&format!("q('{MAP} [data-part=son]').getAttribute('aria-pressed') === 'false'")).await?;
        page.click(&format!("{MAP} [data-part=pvn]")).await?;
        page.until(&format!("!q('{MAP} [data-part-words]')")).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn link_in_the_text_lights_the_part() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.holds("all('a.show[data-show]').length >= 5").await?;
        let places: Vec<String> =
            page.get("[...new Set(all('a.show[data-show]').filter(shown).map((link) => link.dataset.show))]").await?;
        for place in places.iter().take(12) {
            let (figure, part) = place.split_once('/').unwrap_or_default();
            page.run(
                "all('a.show').filter(shown).find((link) => link.dataset.show === arguments[0]).click()",
                &[place.as_str().into()],
            )
            .await?;
            page.until(&format!("q('[data-figure=\"{figure}\"] [data-part=\"{part}\"]')?.matches('.selected')"))
                .await?;
            page.until(&format!("shown(q('[data-figure=\"{figure}\"] [data-part-words=\"{part}\"]'))")).await?;
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn arrows_go_from_part_to_part_and_enter_selects() {
    read(|page| async move {
        page.alive("/en/").await?;
        page.click(&format!("{MAP} [data-step=nuclei]")).await?;
        page.until(&format!(
            "q('{MAP} g[data-part][tabindex=\"0\"]')?.matches('[data-part=pvn]') || q('{MAP} g[tabindex=\"0\"]')"
        ))
        .await?;
        page.focus(&format!("{MAP} g[data-part][tabindex='0']")).await?;
        let first: String = page.get("focused().dataset.part").await?;
        page.press(Key::Right).await?;
        page.until(&format!("focused().dataset.part && focused().dataset.part !== '{first}'")).await?;
        let second: String = page.get("focused().dataset.part").await?;
        page.press(Key::Enter).await?;
        page.until(&format!("q('{MAP} [data-part-words]')?.dataset.partWords === '{second}'")).await?;
        page.holds("focused().getAttribute('aria-pressed') === 'true'").await?;
        page.press(Key::Left).await?;
        page.until(&format!("focused().dataset.part === '{first}'")).await?;
        page.press(" ").await?;
        page.until(&format!("q('{MAP} [data-part-words]')?.dataset.partWords === '{first}'")).await?;
        every_part_is_met(&page, &first).await?;
        page.quiet().await
    })
    .await;
}

/// All labelled parts of the step lie on the round that arrows take.
async fn every_part_is_met(page: &crate::harness::Page, first: &str) -> Result<()> {
    let labels: usize = page.get(&format!("all('{MAP} .labels > g').length")).await?;
    let mut met = vec![first.to_owned()];
    for _ in 1..labels {
        page.press(Key::Down).await?;
        met.push(page.get("focused().dataset.part").await?);
    }
    page.press(Key::Down).await?;
    anyhow::ensure!(page.get::<String>("focused().dataset.part").await? == first, "the round does not close: {met:?}");
    met.sort();
    met.dedup();
    anyhow::ensure!(met.len() == labels, "of {labels} parts arrows meet {met:?}");
    Ok(())
}

#[tokio::test]
async fn steps_follow_their_buttons() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.near("brain-map").await?;
        let count: usize = page.get(&format!("all('{MAP} .steps [data-step]').length")).await?;
        let at = |index: usize| format!("all('{MAP} .steps [data-step]').findIndex((dot) => dot.getAttribute('aria-current') === 'step') === {index}");
        page.holds(&at(0)).await?;
        page.holds(&format!("q('{MAP} .steps .back').getAttribute('aria-disabled') === 'true'")).await?;
        for index in 1..count {
            let before: String = page.get(&format!("q('{MAP} .step-words').textContent")).await?;
            page.click(&format!("{MAP} .steps .next")).await?;
            page.until(&at(index)).await?;
            anyhow::ensure!(page.get::<String>(&format!("q('{MAP} .step-words').textContent")).await? != before, "step {index} says nothing new");
        }
        page.holds(&format!("q('{MAP} .steps .next').getAttribute('aria-disabled') === 'true'")).await?;
        page.click(&format!("{MAP} .steps .next")).await?;
        page.holds(&at(count - 1)).await?;
        page.click(&format!("{MAP} .steps .back")).await?;
        page.until(&at(count - 2)).await?;
        page.click(".to-step [data-deed*=' brain-map ']").await?;
        page.until("q(\".to-step [data-deed*=' brain-map ']\").getAttribute('aria-pressed') === 'true'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn what_the_text_shows_is_brought_in_sight() {
    read(|page| async move {
        page.narrow("/bg/").await?;
        page.ready().await?;
        page.near("brain-map").await?;
        // A figure that comes would move the page where the engine does not keep readers in their place.
        page.until("!q('.figure > .away')").await?;
        let seen = format!(
            "(() => {{ const {{ top, bottom, height }} = q('{MAP} .scene').getBoundingClientRect();
              return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / height; }})()"
        );
        for (link, shown) in [
            (
                ".to-step [data-deed$=' brain-map 5']",
                "q('[data-figure=brain-map] [data-step=released]').getAttribute('aria-current') === 'step'",
            ),
            (
                "[data-chapter=production] .prose [data-show='brain-map/herring-bodies']",
                "q('[data-figure=brain-map] [data-part=herring-bodies]').getAttribute('aria-pressed') === 'true'",
            ),
        ] {
            let last = format!("all(\"{link}\").at(-1)");
            page.run(&format!("{last}.scrollIntoView({{ block: 'start' }})"), &[]).await?;
            page.until(&format!("{seen} < 0.5")).await?;
            page.run(&format!("{last}.click()"), &[]).await?;
            page.until(shown).await?;
            page.until(&format!("{seen} > 0.9")).await?;
            // Seen already, it stays where it is.
            let top: f64 = page.get(&format!("q('{MAP}').getBoundingClientRect().top")).await?;
            page.run(&format!("{last}.click()"), &[]).await?;
            page.holds(&format!("Math.abs(q('{MAP}').getBoundingClientRect().top - {top}) < 1")).await?;
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn what_a_row_cites_opens_where_there_is_no_bibliography() {
    journey(Site::default().page("/host", LADDER), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.until("all('[data-figure=evidence-ladder] svg a[href^=\"#source-\"], [data-figure=evidence-ladder] .chart a[href^=\"#source-\"]').length > 5").await?;
        page.holds("!q('.sources')").await?;
        let row = "all('[data-figure=evidence-ladder] .chart a[href^=\"#source-\"]').find(shown)";
        page.run(&format!("{row}.click()"), &[]).await?;
        page.until("q('.note .reference')?.textContent.length > 40").await?;
        page.holds(&format!("focused()?.getAttribute('aria-expanded') === 'true' && focused().hash === {row}.hash")).await?;
        // Once more leaves it open.
        page.run(&format!("{row}.click()"), &[]).await?;
        page.holds("all('.note').length === 1 && location.hash === ''").await?;
        page.quiet().await
    })
    .await;
}

//! The keyboard alone: Tab reaches everything, in order, and one always sees where one is.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::harness::{Page, read};

/// What stands out of a focused element, or of the label of a focused part; and what it is.
const FOCUS: &str = "(() => { const node = focused(); if (!node || node === document.body) return { at: '', seen: true };
    const style = getComputedStyle(node);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const underlined = node.matches('g.part') && getComputedStyle(node.closest('.scene').querySelector('.label[data-focused] .name') ?? node).textDecorationLine.includes('underline');
    const box = node.getBoundingClientRect();
    return { at: node.outerHTML.slice(0, 120), seen: outlined || underlined, inside: box.bottom > 0 && box.top < innerHeight }; })()";

/// Presses Tab until the focus is on something of that selector, and asserts that each stop can be seen.
async fn tab_to(page: &Page, selector: &str) -> Result<usize> {
    for presses in 1..=400 {
        page.press(Key::Tab).await?;
        let stop: serde_json::Value = page.get(FOCUS).await?;
        ensure!(stop["seen"] == true, "focus cannot be seen on {}", stop["at"]);
        ensure!(stop["at"] == "" || stop["inside"] == true, "focus lies outside of the window on {}", stop["at"]);
        if page.get::<bool>(&format!("focused()?.getRootNode() === root && focused().matches('{selector}')")).await? {
            return Ok(presses);
        }
    }
    anyhow::bail!("400 presses of Tab do not lead to {selector}")
}

#[tokio::test]
async fn tab_goes_through_the_page() {
    read(|page| async move {
        page.alive("/bg/").await?;
        ensure!(tab_to(&page, ".languages button").await? <= 2, "the language comes late");
        tab_to(&page, "nav.chapters a[href=\"#two-roles\"]").await?;
        tab_to(&page, "[data-chapter] a.term[data-term]").await?;
        tab_to(&page, "[data-figure=molecule] summary, [data-figure=brain-map] g.part").await?;
        tab_to(&page, "[data-figure=brain-map] .steps button").await?;
        page.holds("!q('[tabindex]:not([tabindex=\"0\"]):not([tabindex=\"-1\"])')").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn tab_goes_through_the_loop() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.run("element.setAttribute('view', 'figure'); element.setAttribute('figure', 'labour-loop')", &[]).await?;
        page.until("all('[data-figure]').length === 1 && q('[data-figure=labour-loop]')").await?;
        for control in ["receptors", "reflex", "play", "step", "reset", "speed"] {
            tab_to(&page, &format!("[data-control={control}]")).await?;
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn loop_obeys_the_keys() {
    read(|page| async move {
        page.alive("/en/").await?;
        page.focus("[data-control=step]").await?;
        page.press(Key::Enter).await?;
        page.until("reading('time') === 10").await?;
        page.press(" ").await?;
        page.until("reading('time') === 20").await?;
        page.focus("[data-control=receptors]").await?;
        page.press(Key::Right).await?;
        page.until("Number(q('[data-control=receptors]').value) === 13 && element.state.simulation.receptors === 13")
            .await?;
        page.press(Key::Home).await?;
        page.until("element.state.simulation.receptors === 1").await?;
        page.focus("[data-control=play]").await?;
        page.press(Key::Enter).await?;
        page.until("reading('time') > 20").await?;
        page.holds("focused() === q('[data-control=play]')").await?;
        page.press(Key::Enter).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn chapter_line_leads_and_takes_the_focus_along() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.focus("nav.chapters a[href='#labour']").await?;
        page.press(Key::Enter).await?;
        page.until("focused() === q('[data-chapter=labour]')").await?;
        page.until("Math.abs(q('[data-chapter=labour]').getBoundingClientRect().top) < innerHeight / 3").await?;
        page.press(Key::Tab).await?;
        page.holds("focused().closest('[data-chapter=labour]')").await?;
        page.quiet().await
    })
    .await;
}

//! The state: taken, kept by the host, given back; and what moves and removals leave of it.

use anyhow::ensure;
use serde_json::Value;

use crate::harness::{Page, read};

async fn touched(page: &Page) -> anyhow::Result<Value> {
    page.alive("/bg/").await?;
    page.click("[data-figure=brain-map] [data-step=made]").await?;
    page.set("receptors", "9").await?;
    page.set("reflex", "half").await?;
    for expected in [10, 20, 30] {
        page.click("[data-control=step]").await?;
        page.until(&format!("reading('time') === {expected}")).await?;
    }
    page.until("element.state.simulation?.time === 30").await?;
    page.get("JSON.parse(JSON.stringify(element.state))").await
}

/// That the page stands where [`touched`] left it.
async fn stands(page: &Page) -> anyhow::Result<()> {
    page.until("reading('time') === 30 && Number(q('[data-control=receptors]').value) === 9 && q('[data-control=reflex]').value === 'half'").await?;
    page.until("q('[data-figure=brain-map] [data-step=made]').getAttribute('aria-current') === 'step'").await
}

#[tokio::test]
async fn state_survives_a_reload_by_the_host() {
    read(|page| async move {
        let state = touched(&page).await?;
        ensure!(state.to_string().len() < 4096, "the state is not small: {state}");
        let (dilatation, oxytocin): (f64, f64) = page.get("[reading('dilatation'), reading('oxytocin')]").await?;
        page.alive("/bg/").await?;
        page.holds("reading('time') === 0").await?;
        page.run("element.state = arguments[0]", std::slice::from_ref(&state)).await?;
        stands(&page).await?;
        page.holds(&format!("reading('dilatation') === {dilatation} && reading('oxytocin') === {oxytocin}")).await?;
        let again: Value = page.get("element.state.simulation").await?;
        ensure!(again == state["simulation"], "{again} is not {}", state["simulation"]);
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn state_brings_its_place_and_reset_the_start() {
    read(|page| async move {
        let stands = |chapter: &str| {
            format!("Math.abs(q('section[data-chapter={chapter}]').getBoundingClientRect().top) < innerHeight * 0.25 && element.state.chapter === '{chapter}'")
        };
        page.open("/en/").await?;
        page.run("document.querySelector('oxytocin-explainer').state = { chapter: 'milk' }", &[]).await?;
        page.ready().await?;
        page.until(&stands("milk")).await?;
        page.run("element.state = { chapter: 'receptors' }", &[]).await?;
        page.until(&stands("receptors")).await?;
        page.run("element.reset()", &[]).await?;
        page.until("element.getBoundingClientRect().top > -50 && shown(q('h1'))").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn line_of_a_run_comes_back_with_it_and_nonsense_does_not() {
    read(|page| async move {
        page.alive("/en/").await?;
        page.run("for (let step = 0; step < 60; step += 1) q('[data-control=step]').click()", &[]).await?;
        page.until("element.state.simulation?.time === 600").await?;
        let line = "all('.axes path.line').map((path) => path.getAttribute('d')).join('|')";
        let before: String = page.get(line).await?;
        page.run("element.state = { ...element.state, figures: { 'receptor-growth': { setting: 1e300 } } }", &[])
            .await?;
        page.until("element.state.figures['receptor-growth'].setting < 256").await?;
        page.until("reading('time') === 600").await?;
        let after: String = page.get(line).await?;
        ensure!(before == after, "the line was {before}, and is {after}");
        page.run("element.state = { simulation: { time: 5, pulses: 99999, contraction: -77, receptors: 3.33 } }", &[])
            .await?;
        page.until("element.state.simulation.receptors === 3").await?;
        page.holds(
            "element.state.simulation.pulses === reading('pulses') && element.state.simulation.contraction >= 0",
        )
        .await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn controls_show_what_is_restored() {
    let chosen = "q('[data-control=reflex]').value";
    read(move |page| async move {
        page.alive("/bg/").await?;
        for (before, after) in [("half", "off"), ("off", "half"), ("half", "full")] {
            page.set("reflex", before).await?;
            page.until(&format!("element.state.simulation?.reflex === '{before}'")).await?;
            page.run("window.kept = element.state", &[]).await?;
            page.set("reflex", after).await?;
            page.until(&format!("element.state.simulation.reflex === '{after}'")).await?;
            page.run("element.state = kept", &[]).await?;
            page.until(&format!("element.state.simulation.reflex === '{before}' && {chosen} === '{before}'")).await?;
            page.run("element.reset()", &[]).await?;
            page.until(&format!("{chosen} === 'full'")).await?;
        }
        // A host may say no more than what it wants to set.
        page.run("element.state = { simulation: { receptors: 3, reflex: 'half' } }", &[]).await?;
        page.until(&format!(
            "q('[data-control=receptors]').value === '3' && {chosen} === 'half' && reading('time') === 0"
        ))
        .await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn controls_changed_at_once_all_count() {
    read(|page| async move {
        page.alive("/bg/").await?;
        let set = "for (const [name, value] of arguments[0]) { const input = q(`[data-control=${name}]`); input.value = value; \
            for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true, composed: true })) }";
        for (receptors, reflex, first) in [(20, "off", "receptors"), (7, "half", "reflex")] {
            let mut pairs = [("receptors", receptors.to_string()), ("reflex", reflex.to_owned())];
            pairs.sort_by_key(|(name, _)| *name != first);
            page.run(set, &[serde_json::json!(pairs)]).await?;
            page.until(&format!(
                "element.state.simulation?.receptors === {receptors} && element.state.simulation.reflex === '{reflex}' && q('[data-control=reflex]').value === '{reflex}'"
            ))
            .await?;
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn reset_goes_back_to_the_start() {
    read(|page| async move {
        touched(&page).await?;
        page.run("element.reset()", &[]).await?;
        page.until("reading('time') === 0 && Number(q('[data-control=receptors]').value) === 12").await?;
        page.until("q('[data-figure=brain-map] [data-step=where]').getAttribute('aria-current') === 'step'").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn moving_the_element_keeps_everything() {
    read(|page| async move {
        touched(&page).await?;
        page.run("window.before = q('.oxy'); const place = document.createElement('section'); document.body.append(place); place.append(element)", &[]).await?;
        page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]).await?;
        stands(&page).await?;
        page.holds("q('.oxy') === before && seen.events.filter((event) => event.name === 'oxy-ready').length === 1").await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 40").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn removed_and_put_back_it_lives_again() {
    read(|page| async move {
        touched(&page).await?;
        page.run("window.away = element; element.remove(); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]).await?;
        page.run("document.body.append(away)", &[]).await?;
        page.ready().await?;
        stands(&page).await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 40").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn nonsense_as_state_is_left_out() {
    read(|page| async move {
        page.alive("/en/").await?;
        let nonsense = "[null, undefined, 42, 'state', [], {}, () => 1, { chapter: 7 }, { chapter: '__proto__', figures: 3 }, \
            { figures: { 'brain-map': { step: 'no-such', part: 'no-such' }, constructor: {} } }, { term: 'no-such', at: 'x' }, \
            { simulation: { receptors: NaN, time: Infinity, dilatation: -5, oxytocin: '1', reflex: 'double', speed: -1 } }, \
            { simulation: { receptors: 1e308, time: 1e308, dilatation: 1e308, oxytocin: 1e308, speed: 1e308 } }, \
            { simulation: { receptors: -1e308, time: -1e308, dilatation: -1e308, oxytocin: -1e308, speed: -1e308 } }]";
        let count: usize = page.get(&format!("({nonsense}).length")).await?;
        for index in 0..count {
            page.run(&format!("element.state = ({nonsense})[{index}]; return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"), &[]).await?;
            page.tap("[data-control=step]").await?;
            page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]).await?;
            page.holds("shown(q('h1')) && ['time', 'dilatation', 'pulses', 'oxytocin', 'contraction'].every((name) => Number.isFinite(reading(name)))").await?;
            page.holds("reading('time') >= 0 && reading('dilatation') >= 1 && reading('dilatation') <= 10 && reading('oxytocin') >= 0").await?;
        }
        page.run("element.reset()", &[]).await?;
        page.until("reading('time') === 0").await?;
        page.quiet().await
    })
    .await;
}

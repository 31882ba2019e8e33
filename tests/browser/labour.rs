//! The labour loop: run to the birth, stepped, paused, reset, and run with too little to get there.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::{Page, read};

/// How long after the birth the loop rests, in model units: `window` of `content/facts/figures/labour-pulses.json`.
const WINDOW: f64 = 30.0;

#[tokio::test]
async fn loop_runs_to_the_birth() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.near("labour-loop").await?;
        let numbers = |of: &str| {
            format!("all('[data-figure=labour-loop] {of}').map((number) => number.textContent).sort().join()")
        };
        // The birth is named when it has come.
        page.until(&format!("{} === {}", numbers(".disc text"), numbers(".keys .number"))).await?;
        page.holds("!q('[data-figure=labour-loop] [data-names=birth]')").await?;
        page.holds("reading('time') === 0 && reading('dilatation') === 1 && reading('born') === 0").await?;
        let fastest: f64 = page.get("Number(q('[data-control=speed]').max)").await?;
        ensure!(fastest >= 200.0, "the fastest is {fastest} units a second");
        page.set("speed", &fastest.to_string()).await?;
        watch(&page).await?;
        page.click("[data-control=play]").await?;
        page.until_within(Duration::from_secs(60), "reading('born') === 1 && watched.some((row) => row.born)").await?;
        page.holds("Math.max(...watched.map((row) => row.dilatation)) >= 9.9").await?;
        page.holds(
            "watched.every((row, index) => index === 0 || row.born || row.dilatation >= watched[index - 1].dilatation)",
        )
        .await?;
        page.holds("watched.every((row, index) => index === 0 || row.time >= watched[index - 1].time)").await?;
        let born: f64 = page.get("watched.find((row) => row.born).time").await?;
        ensure!((1154.0 * 0.93..1154.0 * 1.07).contains(&born), "born at {born} of 1154");
        let before: f64 = page.get("Math.max(...watched.filter((row) => !row.born).map((row) => row.pulses))").await?;
        ensure!(before > 6.0, "at most {before} pulses before the birth");
        page.until("reading('pulses') < 2").await?;
        // A window later it comes to rest; who plays on may.
        page.until("q('[data-control=play]').textContent === 'Пускане'").await?;
        let rested: f64 = page.get("reading('time')").await?;
        // Born between two frames, it rests with the first frame that is a window later; the longest is a quarter of a second.
        let unborn: f64 = page.get("Math.max(...watched.filter((row) => !row.born).map((row) => row.time))").await?;
        let rests = unborn + WINDOW..=born + WINDOW + fastest / 4.0;
        ensure!(rests.contains(&rested), "not yet born at {unborn}, born at {born}, at rest at {rested}");
        page.holds("q('[data-reading=dilatation]').textContent === '–' && reading('dilatation') === 10").await?;
        page.click("[data-control=step]").await?;
        page.until(&format!("reading('time') === {}", rested + 10.0)).await?;
        page.click("[data-control=play]").await?;
        page.until(&format!("reading('time') > {}", rested + 100.0)).await?;
        page.click("[data-control=play]").await?;
        page.holds("shown(q('[data-reading=born]')) && q('[data-reading=born]').textContent.trim()").await?;
        // The list names by number what the drawing still has, and nothing else.
        page.until(&format!("{} === {}", numbers(".disc text"), numbers(".keys .number"))).await?;
        page.holds("q('[data-figure=labour-loop] [data-names=birth]')").await?;
        page.holds("all('[data-figure=labour-loop] .keys li').length > 3").await?;
        page.quiet().await
    })
    .await;
}

/// Notes all readings at each frame.
async fn watch(page: &Page) -> Result<Value> {
    let script = "window.watched = []; const names = ['time', 'dilatation', 'pulses', 'oxytocin', 'contraction', 'born'];
        const note = () => { watched.push(Object.fromEntries(names.map((name) => [name, reading(name)]))); requestAnimationFrame(note); }; note();";
    page.run(script, &[]).await
}

/// Where readers set the body in motion they see it: beside the controls, or close before them.
#[tokio::test]
async fn the_body_is_in_sight_of_its_controls() {
    read(|page| async move {
        let (play, last) = ("[data-control=play]", "[data-what-if=what-if-reflex-off]");
        for (narrow, control, at, least) in
            [(false, play, "center", 0.9), (false, last, "center", 0.6), (true, play, "end", 0.4)]
        {
            match narrow {
                true => page.narrow("/bg/").await?,
                false => page.open("/bg/").await?,
            }
            page.ready().await?;
            page.near("labour-loop").await?;
            let script = "q(arguments[0]).scrollIntoView({ block: arguments[1], behavior: 'instant' });
                return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
                  const { top, bottom, height } = q('.loop-drawing .scene').getBoundingClientRect();
                  done((Math.min(bottom, innerHeight) - Math.max(top, 0)) / height); })))";
            page.find(control).await?;
            let seen = page.run(script, &[control.into(), at.into()]).await?.as_f64().unwrap_or_default();
            ensure!(seen >= least, "at {control}, narrow: {narrow}, {seen} of the drawing are to be seen");
            let foot = "q('.loop-drawing').getBoundingClientRect().bottom";
            page.holds(&format!("{foot} <= q('.labour-loop > .table').getBoundingClientRect().top")).await?;
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn step_advances_by_ten() {
    read(|page| async move {
        page.alive("/en/").await?;
        for expected in [10, 20, 30, 40] {
            page.click("[data-control=step]").await?;
            page.until(&format!("reading('time') === {expected}")).await?;
        }
        page.holds("reading('dilatation') > 1 && reading('oxytocin') > 0").await?;
        page.set("receptors", "20").await?;
        page.click("[data-control=reset]").await?;
        page.until("reading('time') === 0 && reading('dilatation') === 1").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn pause_stops_the_time() {
    read(|page| async move {
        page.alive("/bg/").await?;
        let word: String = page.get("q('[data-control=play]').textContent").await?;
        page.click("[data-control=play]").await?;
        page.until("reading('time') > 20").await?;
        ensure!(page.get::<String>("q('[data-control=play]').textContent").await? != word, "play does not turn into pause");
        page.click("[data-control=play]").await?;
        page.until(&format!("q('[data-control=play]').textContent === '{word}'")).await?;
        let script = "const before = reading('time'); let frames = 30;
            return new Promise((done) => { const next = () => (frames-- ? requestAnimationFrame(next) : done(reading('time') - before)); next(); })";
        let passed = page.run(script, &[]).await?;
        ensure!(passed == 0.0 || passed == 0, "{passed} units passed while paused");
        page.click("[data-control=play]").await?;
        page.until(&format!("q('[data-control=play]').textContent !== '{word}'")).await?;
        page.click("[data-control=reset]").await?;
        page.until(&format!("reading('time') === 0 && q('[data-control=play]').textContent === '{word}'")).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn reset_holds_however_it_falls_between_frames() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.run("q('[data-figure=labour-loop]').scrollIntoView()", &[]).await?;
        let script = "const frame = () => new Promise(requestAnimationFrame), task = () => new Promise((done) => setTimeout(done));
            const late = []; const press = (name) => q(`[data-control=${name}]`).click();
            for (let round = 0; round < 60; round += 1) {
              press('play'); await frame(); await frame(); await (round % 2 ? frame() : task()); press('reset'); await frame(); await frame(); await frame();
              if (reading('time') !== 0) late.push(reading('time'));
            } return late";
        let late = page.run(&format!("return (async () => {{ {script} }})()"), &[]).await?;
        ensure!(late.as_array().is_some_and(Vec::is_empty), "after a reset the time stood at {late}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn few_receptors_do_not_get_there() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.holds("q('[data-control=receptors]').type === 'range' && q('[data-control=receptors]').min === '1' && q('[data-control=receptors]').max === '20'").await?;
        page.set("receptors", "3").await?;
        page.run("for (let step = 0; step < 60; step += 1) q('[data-control=step]').click()", &[]).await?;
        page.until("reading('time') === 600").await?;
        page.holds("reading('born') === 0 && reading('dilatation') < 3 && reading('contraction') < 0.3").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn birth_without_the_reflex_is_told_as_such() {
    read(|page| async move {
        page.alive("/en/").await?;
        page.set("receptors", "20").await?;
        page.set("reflex", "off").await?;
        page.run("for (let step = 0; step < 215; step += 1) q('[data-control=step]').click()", &[]).await?;
        page.until("reading('born') === 1").await?;
        page.holds("/no signal to the brain before either/.test(q('[data-reading=born]').textContent)").await?;
        page.set("reflex", "full").await?;
        page.until("/signal to the brain stops/.test(q('[data-reading=born]').textContent)").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn half_a_reflex_takes_longer() {
    read(|page| async move {
        page.alive("/en/").await?;
        page.holds("JSON.stringify([...q('select[data-control=reflex]').options].map((option) => option.value).sort()) === '[\"full\",\"half\",\"off\"]'").await?;
        let opened = |page: Page, reflex: &'static str| async move {
            page.set("reflex", reflex).await?;
            page.click("[data-control=reset]").await?;
            page.until("reading('time') === 0").await?;
            page.run("for (let step = 0; step < 80; step += 1) q('[data-control=step]').click()", &[]).await?;
            page.until("reading('time') === 800").await?;
            page.get::<f64>("reading('dilatation')").await
        };
        let (off, half, full) = (opened(page.clone(), "off").await?, opened(page.clone(), "half").await?, opened(page.clone(), "full").await?);
        ensure!(off < half && half < full, "off {off}, half {half}, full {full}");
        page.quiet().await
    })
    .await;
}

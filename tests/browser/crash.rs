//! A module that traps: the explainers start anew from their last state, twice, then show the article.

use anyhow::{Result, ensure};

use crate::harness::{Page, Site, Wish, journey};

/// Keeps every instance of the module, so that its memory can be overwritten: whatever runs in it next, traps. What draws
/// figures shares the memory of the one that it is added to.
const HOLD: &str = "{ window.instances = [];
    const keep = (made) => {
      const of = made.instance ?? made;
      if (instances.at(-1)?.exports.memory !== of.exports.memory) instances.push(of);
      return made;
    };
    const { instantiate, instantiateStreaming } = WebAssembly;
    WebAssembly.instantiate = (...given) => instantiate(...given).then(keep);
    WebAssembly.instantiateStreaming = (...given) => instantiateStreaming(...given).then(keep);
    window.spoil = () => new Uint8Array(instances.at(-1).exports.memory.buffer).fill(0xff); }";

/// A second explainer, in another language.
const SECOND: &str = "const two = document.createElement('oxytocin-explainer'); two.id = 'two'; two.lang = 'en';
    two.setAttribute('eager', ''); two.setAttribute('chapter', 'labour'); two.innerHTML = '<p>An article.</p>';
    document.body.append(two); return two.ready.then(() => true)";

const ERRORS: &str = "seen.events.filter((event) => event.name === 'oxy-error')";

fn site() -> Site {
    Site::default().before(HOLD)
}

/// How often the module has been asked for.
fn loaded(page: &Page) -> usize {
    page.site.asked().iter().filter(|path| path.ends_with(".wasm")).count()
}

/// A reading of the second explainer.
fn second(time: u32) -> String {
    format!("Number(two.shadowRoot.querySelector('[data-reading=time]')?.dataset.value ?? NaN) === {time}")
}

/// Two explainers, each at a place of its own; in the first a step of a figure has been chosen too.
async fn at_work(page: &Page) -> Result<()> {
    page.alive("/bg/").await?;
    page.run("element.setAttribute('eager', '')", &[]).await?;
    page.run(SECOND, &[]).await?;
    page.until("q('[data-figure=brain-map] [data-step=made]') && q('[data-control=step]')").await?;
    page.until(&second(0)).await?;
    page.click("[data-figure=brain-map] [data-step=made]").await?;
    page.click("[data-control=step]").await?;
    page.until("reading('time') === 10 && element.state.simulation?.time === 10").await?;
    page.run("two.shadowRoot.querySelector('[data-control=step]').click()", &[]).await?;
    page.until(&second(10)).await?;
    page.until("two.state.simulation?.time === 10").await?;
    page.run("window.drawn = q('.oxy')", &[]).await?;
    Ok(())
}

/// Both explainers live again where they stood, on a fresh instance of the module, and nobody was alarmed.
async fn stands_again(page: &Page, instances: usize, time: u32) -> Result<()> {
    page.until(&format!("instances.length === {instances} && q('.oxy') && q('.oxy') !== drawn && shown(q('h1'))"))
        .await?;
    page.until(&format!("reading('time') === {time}")).await?;
    page.until("q('[data-figure=brain-map] [data-step=made]')?.getAttribute('aria-current') === 'step'").await?;
    page.until(&second(10)).await?;
    page.holds(&format!("{ERRORS}.length === 0 && element.ready.then(() => true, () => false)")).await?;
    page.run("window.drawn = q('.oxy')", &[]).await?;
    Ok(())
}

/// The next press of a button traps in its callback.
async fn trap_in_a_callback(page: &Page) -> Result<()> {
    page.run("spoil(); q('[data-control=step]').click()", &[]).await.map(drop)
}

/// A press of a button is heard, and the drawing that follows it traps. In a task of the page: in a script of the driver's
/// WebKit draws before `click` returns.
async fn trap_in_rendering(page: &Page) -> Result<()> {
    let script = "const before = seen.uncaught.length; const press = () => { q('[data-control=step]').click(); \
        const heard = seen.uncaught.length === before; spoil(); return heard }; \
        return new Promise((done) => setTimeout(() => done(press())))";
    ensure!(page.run(script, &[]).await? == true, "the callback trapped already");
    Ok(())
}

#[tokio::test]
async fn twice_it_starts_anew_then_the_article() {
    journey(site(), Wish::default(), |page| async move {
        at_work(&page).await?;
        let modules = loaded(&page);
        trap_in_a_callback(&page).await?;
        stands_again(&page, 2, 10).await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 20 && element.state.simulation?.time === 20").await?;
        trap_in_rendering(&page).await?;
        stands_again(&page, 3, 20).await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 30").await?;
        trap_in_a_callback(&page).await?;
        page.until(&format!("{ERRORS}.length >= 2")).await?;
        page.holds("!q('.oxy') && q('slot') && shown(element.querySelector('[data-chapter=labour] h2'))").await?;
        page.holds("!two.shadowRoot.querySelector('.oxy') && shown(two.querySelector('p'))").await?;
        let codes: Vec<(String, String)> =
            page.get(&format!("{ERRORS}.map(({{ id, detail }}) => [id, detail.code])")).await?;
        let of = |id: &str| codes.iter().filter(|(known, code)| known == id && code == "crashed").count();
        ensure!(codes.len() == 2 && of("two") == 1 && of("") == 1, "oxy-error: {codes:?}");
        page.holds(&format!(
            "{ERRORS}.every(({{ detail }}) => detail.message.length > 10 && detail.fix.includes('report'))"
        ))
        .await?;
        page.holds("instances.length === 3").await?;
        ensure!(loaded(&page) == modules, "the module was loaded again");
        page.holds("seen.rejections.length === 0 && seen.uncaught.every((words) => words.includes('RuntimeError'))")
            .await
    })
    .await;
}

#[tokio::test]
async fn the_other_widget_goes_on_after_a_restart() {
    journey(site(), Wish::default(), |page| async move {
        at_work(&page).await?;
        trap_in_a_callback(&page).await?;
        stands_again(&page, 2, 10).await?;
        page.run("two.shadowRoot.querySelector('[data-control=step]').click()", &[]).await?;
        page.until(&second(20)).await?;
        page.run("two.shadowRoot.querySelector('.languages button[lang=bg]')?.click()", &[]).await?;
        page.run("element.remove()", &[]).await?;
        page.run("two.shadowRoot.querySelector('[data-control=step]').click()", &[]).await?;
        page.run("two.setAttribute('chapter', 'release')", &[]).await?;
        page.until("two.shadowRoot.querySelector('[data-chapter=release]')").await?;
        page.holds(&format!("{ERRORS}.length === 0")).await
    })
    .await;
}

#[tokio::test]
async fn a_host_that_reads_the_state_of_a_dead_instance_gets_the_last_one() {
    journey(site(), Wish::default(), |page| async move {
        at_work(&page).await?;
        let kept = "element.state.simulation.time === 10 && element.state.figures['brain-map'].step === 'made'";
        // The trap and the question in one turn: nothing has started anew yet.
        page.holds(&format!("(spoil(), q('[data-control=step]').click(), {kept})")).await?;
        stands_again(&page, 2, 10).await?;
        page.run("element.reset()", &[]).await?;
        page.until("reading('time') === 0").await?;
        page.holds(&format!("{ERRORS}.length === 0")).await
    })
    .await;
}

#[tokio::test]
async fn an_explainer_whose_start_traps_starts_anew_too() {
    journey(site(), Wish::default(), |page| async move {
        at_work(&page).await?;
        let script = "spoil(); const three = document.createElement('oxytocin-explainer'); three.id = 'three'; \
            three.lang = 'en'; three.setAttribute('eager', ''); document.body.append(three)";
        page.run(script, &[]).await?;
        page.until("three.shadowRoot.querySelector('.oxy h1')").await?;
        stands_again(&page, 2, 10).await?;
        page.holds("three.ready.then(() => true, () => false)").await?;
        page.holds("seen.events.filter(({ name, id }) => name === 'oxy-ready' && id === 'three').length === 1").await
    })
    .await;
}

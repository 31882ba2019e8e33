//! When an explainer starts: near the window, or at once if told so.

use anyhow::ensure;

use crate::harness::{Site, Wish, journey};

fn below(attributes: &str) -> Site {
    let body = format!(
        "<div style=\"height: 8000px\"></div><oxytocin-explainer lang=\"bg\" {attributes}></oxytocin-explainer>\
         <script type=\"module\" src=\"/oxytocin-explainer.js\"></script>"
    );
    Site::default().page("/host", body)
}

#[tokio::test]
async fn starts_when_the_reader_comes_near() {
    journey(below(""), Wish::default(), |page| async move {
        page.open("/host").await?;
        page.until("element.matches(':defined') && document.readyState === 'complete'").await?;
        page.run("return new Promise((done) => { let frames = 30; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); })", &[]).await?;
        ensure!(page.site.asked() == ["/host", "/oxytocin-explainer.js"], "asked for {:?}", page.site.asked());
        // What a host that gave no children shows meanwhile: one line, a link that leads to the article.
        page.holds("all('a').length === 1 && shown(q('a')) && q('a').textContent.trim() && q('a').getBoundingClientRect().height < 60").await?;
        let article: String = page.get("new URL(q('a').href).pathname").await?;
        ensure!(article == "/bg/", "the link leads to {article}");
        page.run("scrollTo({ top: 3000, behavior: 'instant' })", &[]).await?;
        page.run("return new Promise((done) => { let frames = 30; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); })", &[]).await?;
        ensure!(page.site.asked().len() == 2, "too early: {:?}", page.site.asked());
        page.run("element.scrollIntoView({ behavior: 'instant' })", &[]).await?;
        page.ready().await?;
        page.holds("shown(q('h1')) && !q('slot')").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn eager_starts_at_once() {
    journey(below("eager"), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.holds("scrollY === 0 && element.getBoundingClientRect().top > innerHeight").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn eager_set_later_starts_then() {
    journey(below(""), Wish::default(), |page| async move {
        page.open("/host").await?;
        page.until("element.matches(':defined')").await?;
        page.run("element.eager = true", &[]).await?;
        page.ready().await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn coming_to_life_does_not_move_the_reader() {
    // Where the chapter of the address stood in the article, up to the last frame before the swap.
    let watch = "const watch = () => {
        const chapter = document.querySelector('oxytocin-explainer #release');
        if (scrollY && chapter?.getClientRects().length) window.stood = chapter.getBoundingClientRect().top;
        requestAnimationFrame(watch);
      }; watch();";
    journey(Site::default().before(watch), Wish::default(), |page| async move {
        page.open("/bg/#release").await?;
        page.ready().await?;
        page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]).await?;
        let (stood, stands): (Option<f64>, f64) =
            page.get("[window.stood, q('[data-chapter=release]').getBoundingClientRect().top]").await?;
        let stood = stood.unwrap_or_default();
        ensure!((stands - stood).abs() < 60.0, "the chapter of the address stood at {stood} and stands at {stands}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn a_link_to_a_chapter_leads_there() {
    journey(Site::default(), Wish::default(), |page| async move {
        for (time, chapter) in ["brain", "release", "open-questions", "brain", "labour", "brain"].iter().enumerate() {
            page.open(&format!("/bg/?{time}#{chapter}")).await?;
            page.ready().await?;
            page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[])
                .await?;
            let stands: f64 = page.get(&format!("q('[data-chapter={chapter}]').getBoundingClientRect().top")).await?;
            ensure!(stands.abs() < 120.0, "the chapter {chapter} of the address stands at {stands}");
        }
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn figures_that_come_in_above_do_not_move_the_reader() {
    journey(Site::default().held("/all.pack"), Wish::default(), |page| async move {
        page.open("/bg/").await?;
        page.ready().await?;
        page.until("window.release").await?;
        let waiting: usize = page.get("all('[data-figure] > .away').length").await?;
        ensure!(waiting > 5, "only {waiting} figures are held back");
        page.run("q('[data-chapter=open-questions]').scrollIntoView({ behavior: 'instant' })", &[]).await?;
        let place = "[q('[data-chapter=open-questions]').getBoundingClientRect().top, q('.oxy').getBoundingClientRect().height]";
        let (stood, before): (f64, f64) = page.get(place).await?;
        page.run("release()", &[]).await?;
        page.until("!q('[data-figure] > .away')").await?;
        page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]).await?;
        let (stands, after): (f64, f64) = page.get(place).await?;
        ensure!((before - after).abs() > 100.0, "nothing grew: {before}, then {after}");
        ensure!((stands - stood).abs() < 2.0, "the reader's chapter stood at {stood} and stands at {stands}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn what_readers_open_while_figures_come_in_moves_what_it_moves() {
    journey(Site::default().held("/all.pack"), Wish::default(), |page| async move {
        page.open("/bg/").await?;
        page.ready().await?;
        page.until("window.release").await?;
        page.run("q('[data-chapter=open-questions]').scrollIntoView({ behavior: 'instant' })", &[]).await?;
        let script = "return (async () => {
            const frame = () => new Promise((done) => requestAnimationFrame(done));
            release();
            while (q('[data-figure] > .away')) await frame();
            for (const details of all('[data-chapter] details')) details.open = true;
            await frame();
            const before = scrollY;
            q('[data-control=step]').click();
            await frame();
            await frame();
            return [before, scrollY];
          })()";
        let moved: Vec<f64> = serde_json::from_value(page.run(script, &[]).await?)?;
        ensure!((moved[0] - moved[1]).abs() < 60.0, "the page was scrolled from {} to {}", moved[0], moved[1]);
        page.holds("reading('time') === 10").await?;
        page.quiet().await
    })
    .await;
}

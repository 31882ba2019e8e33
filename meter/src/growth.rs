//! How the explainer bears growth: glossaries of up to ten thousand terms, and ten times the content.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use oxytocin_explainer::model::{ChapterId, ClaimId, Pack, TermId};

use crate::{
    bench::{Bench, GLOSSARY, ONE, ready},
    browser::{Browser, Device},
    figure::{Figure, median},
    plot::{self, Line},
};

/// How many terms a glossary is tried with.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// The largest that is tried on a slow device too.
const MOST_SLOW: usize = 1_000;

/// The figures, and the picture of them.
///
/// # Errors
/// When the pack cannot be read, or the browser fails.
pub async fn figures(bench: &Bench, plot: Option<&Path>) -> Result<Vec<Figure>> {
    let path = bench.pack("bg")?;
    let file = bench.dist.join(path.trim_start_matches('/'));
    let pack = Pack::decode(&fs::read(&file)?).map_err(|problem| anyhow::anyhow!("{}: {problem}", file.display()))?;
    let mut figures = Vec::new();
    let mut lines = vec![
        Line::new("key stroke in search, slowest"),
        Line::new("key stroke in search, median"),
        Line::new("key stroke, slowest, 4× CPU"),
        Line::new("glossary interactive"),
    ];
    for count in SIZES {
        let bytes = with_terms(&pack, count).encode().map_err(|problem| anyhow::anyhow!("{count} terms: {problem}"))?;
        let sent = bench.site.put(&path, &bytes)?;
        let found = one_size(bench, count).await.with_context(|| format!("{count} terms"))?;
        for (line, value) in lines.iter_mut().zip(found) {
            line.points.extend(value.map(|value| (count as f64, value)));
        }
        let what = |of: &str| format!("{count} terms: {of}");
        figures.push(Figure::new(what("pack"), "bytes", sent as f64));
        let names = [
            "key stroke in search, slowest",
            "key stroke in search, median",
            "key stroke in search, slowest, at 4× CPU",
            "glossary interactive",
        ];
        for (at, (name, value)) in names.iter().zip(found).enumerate() {
            let figure = value.map(|value| Figure::new(what(name), "ms", value));
            figures.extend(figure.map(|figure| if at == 0 && count == 10_000 { figure.at_most(16.0) } else { figure }));
        }
    }
    figures.extend(ten_times(bench, &path, &pack).await?);
    bench.site.take(&path);
    if let Some(plot) = plot {
        fs::write(plot, plot::svg("terms in the glossary", &lines))
            .with_context(|| format!("cannot write {}", plot.display()))?;
    }
    Ok(figures)
}

/// The same pack with that many terms: those that there are, again and again, under other names.
fn with_terms(pack: &Pack, count: usize) -> Pack {
    let mut grown = pack.clone();
    let known = pack.terms.len();
    grown.terms = (0..count)
        .map(|at| {
            let mut term = pack.terms[at % known].clone();
            if at >= known {
                term.id = TermId::from(format!("{}-{}", term.id, at / known).as_str());
                term.name = format!("{} {}", term.name, at / known);
            }
            term
        })
        .collect();
    grown
}

/// Slowest and median key stroke, the slowest on a slow device, and the time until the glossary is there; in ms.
async fn one_size(bench: &Bench, count: usize) -> Result<[Option<f64>; 4]> {
    let (interactive, plain) = on(bench, Device::Plain).await?;
    let slow = if count > MOST_SLOW { None } else { Some(on(bench, Device::Slow).await?.1) };
    let slowest = |strokes: &Vec<f64>| strokes.iter().copied().fold(0.0, f64::max);
    Ok([Some(slowest(&plain)), Some(median(plain.clone())), slow.as_ref().map(slowest), Some(interactive)])
}

/// The time until the glossary is there, and of each stroke.
async fn on(bench: &Bench, device: Device) -> Result<(f64, Vec<f64>)> {
    let browser = bench.browser(device).await?;
    browser.open(&bench.foreign(GLOSSARY)).await?;
    let interactive = ready(&browser, 1).await?;
    let strokes = strokes(&browser).await?;
    browser.close().await;
    Ok((interactive, strokes))
}

/// A word typed letter by letter, and taken back: ms to the frame after each stroke.
async fn strokes(browser: &Browser) -> Result<Vec<f64>> {
    browser.run("const it = meter.in('#glossary-search'); it.focus(); await meter.calm()").await?;
    let mut times = Vec::new();
    for letter in ["о", "к", "с", "и", "", "", "", ""] {
        browser.run("await meter.calm(); meter.deeds.length = 0").await?;
        if letter.is_empty() {
            browser.key("Backspace", 8, "").await?;
        } else {
            browser.key(letter, 0, letter).await?;
        }
        browser
            .run("await meter.until(() => meter.deeds.some(([type]) => type === 'input')); await meter.calm()")
            .await?;
        times.push(browser.number("return Math.max(...meter.deeds.map(([, time]) => time))").await?);
    }
    println!("    strokes: {times:.1?}");
    Ok(times)
}

/// Ten times the chapters and terms: the same module serves them.
async fn ten_times(bench: &Bench, path: &str, pack: &Pack) -> Result<Vec<Figure>> {
    let mut grown = with_terms(pack, pack.terms.len() * 10);
    for time in 1..10 {
        for chapter in &pack.chapters {
            let mut chapter = chapter.clone();
            chapter.id = ChapterId::from(format!("{}-{time}", chapter.id).as_str());
            for section in &mut chapter.sections {
                section.figure = None;
                for claim in &mut section.claims {
                    claim.id = ClaimId::from(format!("{}-{time}", claim.id).as_str());
                }
            }
            grown.chapters.push(chapter);
        }
    }
    let bytes = grown.encode().map_err(|problem| anyhow::anyhow!("ten times the content: {problem}"))?;
    let browser = bench.browser(Device::Plain).await?;
    let mut figures = Vec::new();
    let mut modules = Vec::new();
    for (words, grown) in [("content as it is", false), ("content × 10", true)] {
        bench.site.take(path);
        if grown {
            bench.site.put(path, &bytes)?;
        }
        browser.open(&bench.foreign(ONE)).await?;
        let time = ready(&browser, 1).await?;
        let module = "return performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('.wasm')).encodedBodySize";
        let pack = "return performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('.pack')).encodedBodySize";
        modules.push(browser.number(module).await?);
        figures.push(Figure::new(format!("{words}: pack"), "bytes", browser.number(pack).await?));
        figures.push(Figure::new(format!("{words}: interactive on a host's page"), "ms", time));
    }
    browser.close().await;
    figures.push(Figure::new("content × 10: bytes more in the module", "bytes", modules[1] - modules[0]).at_most(0.0));
    Ok(figures)
}

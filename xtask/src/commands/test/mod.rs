//! `test`: every test, in three layers.

mod layers;
mod report;
pub mod summary;

use clap::{Args, ValueEnum};

use crate::{
    problem::{Outcome, Problem},
    project::Project,
    tools::browsers::Engine,
};
use report::Entry;
use summary::{Counts, Heard};

/// Run the tests.
///
/// Three layers, in this order: native (rules, content, simulation), component (the widget's
/// parts in Chromium) and browser (a reader's journeys through the release build, in each engine).
/// Installs what is missing, browsers only as root on Debian or Ubuntu. All layers run even if
/// one fails. Where at most three journeys fail in an engine, those are run again: what they do then
/// counts, and the end tells what they did at first. The last line is "N passed, N failed".
#[derive(Args)]
pub struct Options {
    /// The engine for the browser layer.
    #[arg(long, value_name = "ENGINE", default_value = "chromium")]
    engine: Engines,
    /// Run one layer alone.
    #[arg(long, value_name = "LAYER")]
    only: Option<Layer>,
}

/// Which engines to test in.
#[derive(Clone, Copy, ValueEnum)]
enum Engines {
    Chromium,
    Firefox,
    Webkit,
    All,
}

impl Engines {
    fn list(self) -> &'static [Engine] {
        match self {
            Self::Chromium => &[Engine::Chromium],
            Self::Firefox => &[Engine::Firefox],
            Self::Webkit => &[Engine::Webkit],
            Self::All => &Engine::ALL,
        }
    }
}

/// A layer of tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layer {
    /// Rules, content, simulation: no browser.
    Native,
    /// The widget's parts, in Chromium.
    Component,
    /// A reader's journeys through the release build.
    Browser,
}

/// Runs the layers, then tells how they went.
pub fn run(project: &mut Project, options: &Options) -> Outcome {
    let asked = |layer| options.only.is_none_or(|only| only == layer);
    let mut entries = Vec::new();
    if asked(Layer::Native) {
        entries.push(entry("native".into(), |heard| layers::native(project, heard)));
    }
    if asked(Layer::Component) {
        entries.push(entry("component".into(), |heard| layers::component(project, heard)));
    }
    if asked(Layer::Browser) {
        for &engine in options.engine.list() {
            entries.push(entry(format!("browser, {engine}"), |heard| layers::browser(project, engine, heard)));
        }
    }
    let mut total = Counts::default();
    for entry in &entries {
        total += entry.counts;
    }
    println!("\n{}\n{}{}", report::table(&entries), report::failures(&entries), report::last_line(&total));
    if total.failed == 0 { Ok(()) } else { Err(Problem::Shown) }
}

/// Runs one layer. A problem in it is told and counted, and the next layer runs all the same.
fn entry(name: String, layer: impl FnOnce(&mut Heard) -> Outcome<bool>) -> Entry {
    println!("\n== {name} ==");
    let mut heard = Heard::default();
    let ended_well = layer(&mut heard).unwrap_or_else(|problem| {
        println!("{name}: {problem}");
        false
    });
    Entry::judge(name, heard, ended_well)
}

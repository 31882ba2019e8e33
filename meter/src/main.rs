//! Measures the release build in Chromium, through Chromium's own protocol.
//!
//! ```text
//! bench (site, browser, hosts' pages) ─► arrival, deed, motion, memory, growth ─► figures ─► JSON, a plot
//! ```
//!
//! `cargo xtask bench` builds what is stale, finds the browser and starts this program.

mod arrival;
mod bench;
mod browser;
mod deed;
mod figure;
mod growth;
mod memory;
mod motion;
mod plot;
mod profile;
mod report;
mod site;

use std::{fs, path::PathBuf, process::ExitCode, time::Instant};

use anyhow::{Context, Result};
use clap::Parser;
use serde_json::Value;

use bench::Bench;
use figure::Figure;
use oxytocin_chromium::Programs;

/// Measures the release build.
#[derive(Parser)]
struct Wish {
    /// The release build.
    #[arg(long)]
    dist: PathBuf,
    /// The folder of the empty Yew application: `empty.js` and `empty_bg.wasm`.
    #[arg(long)]
    empty: PathBuf,
    /// The browser that is measured.
    #[command(flatten)]
    programs: Programs,
    /// Where the figures go, as JSON.
    #[arg(long)]
    out: PathBuf,
    /// Where the picture of growth goes.
    #[arg(long)]
    plot: Option<PathBuf>,
    /// The document whose table of figures is written anew.
    #[arg(long)]
    report: Option<PathBuf>,
    /// How many times noisy things are measured.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// How many mounts and removals in the long run.
    #[arg(long, default_value_t = 1000)]
    mounts: usize,
    /// Only these groups: quiet, transfers, times, crowd, deed, motion, memory, growth, profile.
    #[arg(long)]
    only: Vec<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Wish::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("meter: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(wish: &Wish) -> Result<()> {
    let bench = Bench {
        site: site::Site::serve(&wish.dist).await?,
        programs: wish.programs.clone(),
        dist: wish.dist.clone(),
        runs: wish.runs.max(1),
        mounts: wish.mounts.max(1),
    };
    bench.prepare(&wish.empty)?;
    let mut figures: Vec<Figure> = Vec::new();
    let asked = |group: &str| wish.only.is_empty() || wish.only.iter().any(|only| only == group);
    for group in ["quiet", "transfers", "times", "crowd", "deed", "motion", "memory", "growth", "profile"] {
        if !asked(group) {
            continue;
        }
        let started = Instant::now();
        println!("  measuring {group} ...");
        let found = match group {
            "quiet" => arrival::quiet(&bench).await,
            "transfers" => arrival::transfers(&bench).await,
            "times" => arrival::times(&bench).await,
            "crowd" => arrival::crowd(&bench).await,
            "deed" => deed::figures(&bench).await,
            "motion" => motion::figures(&bench).await,
            "memory" => memory::figures(&bench).await,
            "growth" => growth::figures(&bench, wish.plot.as_deref()).await,
            _ => profile::tell(&bench).await,
        }
        .with_context(|| format!("measuring {group}"))?;
        for figure in &found {
            let verdict = figure.verdict().unwrap_or_default();
            println!("    {}: {} {} {verdict}", figure.name, figure.rounded(), figure.unit);
        }
        println!("  {group} took {} s", started.elapsed().as_secs());
        figures.extend(found);
        // What is known already is kept if a later group fails.
        let anew: Vec<Value> = figures.iter().map(Figure::as_json).collect();
        let all = if wish.only.is_empty() { anew } else { report::merged(&wish.out, anew) };
        let text = format!("{:#}\n", Value::from(all.clone()));
        fs::write(&wish.out, text).with_context(|| format!("cannot write {}", wish.out.display()))?;
        if let Some(document) = &wish.report {
            report::write(document, &all)?;
        }
    }
    Ok(())
}

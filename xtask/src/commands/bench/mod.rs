//! `bench`: the budgets, measured on this machine.

mod facts;
mod measured;
mod page;
mod rows;
mod served;

use std::{fs, path::PathBuf};

use clap::Args;
use serde_json::json;

use super::build;
use crate::{
    problem::{Explain, Outcome, Problem},
    project::Project,
    table::{layout, spelt},
};
use rows::{Download, Row};

/// Measure the budgets and say whether each is kept.
///
/// Builds for release first if anything changed. Ends with an error if a budget is exceeded.
#[derive(Args)]
pub struct Options {
    /// Write the same figures to a file, as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Measures, prints, writes, judges.
pub fn run(project: &mut Project, options: &Options) -> Outcome {
    build::if_stale(project)?;
    let downloads = Download::all(&project.dist())?;
    // A new figure is one more function here.
    let rows = [
        rows::transfer(&downloads),
        rows::requests(&downloads),
        rows::readable(project)?,
        rows::serving(project),
        rows::offline(&project.dist(), &downloads),
        served::rows(project)?,
        measured::rows(project)?,
        rows::files(&downloads),
    ]
    .concat();

    println!("\n{}", table(&rows));
    if let Some(file) = &options.json {
        let text = format!("{:#}\n", as_json(&rows));
        fs::write(file, text).or_say(format_args!("cannot write {}", file.display()))?;
    }
    let over: Vec<&str> = rows.iter().filter(|row| row.is_over()).map(|row| row.figure.as_str()).collect();
    if over.is_empty() {
        println!("All budgets are kept.");
        Ok(())
    } else {
        Err(Problem::says(format!("over budget: {}", over.join("; "))))
    }
}

/// The figures for people.
fn table(rows: &[Row]) -> String {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let sizes = row.size.map_or([None, None], |size| [Some(size.gzip), Some(size.raw)]);
            let numbers =
                [Some(row.value), sizes[0].map(|size| size as f64), sizes[1].map(|size| size as f64), row.budget];
            let spelt = numbers.map(|number| number.map_or(String::new(), spelt));
            let unit = row.unit.name().to_owned();
            let verdict = row.verdict().unwrap_or_default().to_owned();
            [row.figure.clone(), unit].into_iter().chain(spelt).chain([verdict]).collect()
        })
        .collect();
    layout(&["figure", "unit", "value", "(gzip)", "(raw)", "budget", ""], &cells)
}

/// The figures for programs.
fn as_json(rows: &[Row]) -> serde_json::Value {
    let figures: Vec<_> = rows
        .iter()
        .map(|row| {
            json!({
                "figure": row.figure,
                "unit": row.unit.name(),
                "value": row.value,
                "gzip": row.size.map(|size| size.gzip),
                "raw": row.size.map(|size| size.raw),
                "budget": row.budget,
                "verdict": row.verdict(),
            })
        })
        .collect();
    json!({ "figures": figures, "over": rows.iter().filter(|row| row.is_over()).count() })
}

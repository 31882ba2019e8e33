//! The project's commands, run as `cargo xtask <command>`.
//!
//! ```text
//! main ─► commands: one file a command ─► tools: one file a tool, found or installed
//!                                      ─► dist, manifest: the release build on disk
//!                                      ─► shell: running programs, with progress
//! ```
//!
//! Each command installs what it needs and finds missing. A person's own tools are never
//! replaced: ours go to a cache directory and are put before `PATH` for our children only.

mod commands;
mod dist;
mod manifest;
mod problem;
mod project;
mod serve_times;
mod shell;
mod size;
mod table;
mod tools;

use std::process::ExitCode;

use clap::Parser;

use problem::Problem;
use project::Project;

/// The commands of the oxytocin explainer.
///
/// Each installs what it needs on the first run (the wasm target, Trunk, wasm-bindgen, for the
/// tests also browsers) and says so; later runs start at once.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
enum Xtask {
    Serve(commands::serve::Options),
    Build(commands::build::Options),
    Test(commands::test::Options),
    Bench(commands::bench::Options),
    Gallery(commands::gallery::Options),
    Check(commands::check::Options),
}

fn main() -> ExitCode {
    let command = Xtask::parse();
    let outcome = Project::find().and_then(|mut project| match command {
        Xtask::Serve(options) => commands::serve::run(&mut project, &options),
        Xtask::Build(options) => commands::build::run(&mut project, &options),
        Xtask::Test(options) => commands::test::run(&mut project, &options),
        Xtask::Bench(options) => commands::bench::run(&mut project, &options),
        Xtask::Gallery(options) => commands::gallery::run(&mut project, &options),
        Xtask::Check(options) => commands::check::run(&mut project, &options),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Problem::Shown) => ExitCode::FAILURE,
        Err(Problem::Says(line)) => {
            eprintln!("xtask: {line}");
            ExitCode::FAILURE
        }
    }
}

//! Photographs the release build, for people to look at: every figure at every step, every chapter,
//! at each width, theme and language, with one contact sheet for each and a page that shows them all.
//!
//! ```text
//! wish (what to photograph) ─► session (which pages, which steps) ─► camera (the browser) ─► sheet, index
//! ```
//!
//! `cargo xtask gallery` finds the browser, builds what is stale and starts this program.

mod camera;
mod index;
mod session;
mod sheet;
mod site;
mod wish;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    match session::run(&wish::Wish::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("gallery: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

//! `check`: the quick gate before every commit.

use clap::Args;

use super::test::summary::Counts;
use crate::{
    problem::{Outcome, Problem},
    project::{Project, WIDGET},
    shell::{self, Streams},
    tools::rustup,
};

/// Check the format, the lints on host and browser and of the fuzz targets, and the tidy rules.
///
/// The quick gate: nothing runs in a browser. All checks run even if one fails.
#[derive(Args)]
pub struct Options {}

/// Runs every check and says at the end which failed.
pub fn run(project: &mut Project, _options: &Options) -> Outcome {
    rustup::rustfmt_and_clippy(project)?;
    rustup::wasm_target(project)?;
    let lints = ["--", "-D", "warnings"];
    let host = ["clippy", "--workspace", "--all-targets"];
    let browser = ["clippy", "--package", WIDGET, "--lib", "--bins", "--target", rustup::WASM];
    // A workspace of its own, and checked without libFuzzer, which needs a C++ compiler.
    let fuzz = ["--manifest-path", "fuzz/Cargo.toml"];
    let fuzz_format = [&["fmt"], &fuzz[..], &["--check"]].concat();
    let fuzz_lints = [&["clippy"], &fuzz[..], &["--no-default-features", "--features", "targets"], &lints].concat();

    let mut failed = Vec::new();
    let mut note = |name, good: bool| failed.extend((!good).then_some(name));
    note("format", cargo(project, "checking the format", &["fmt", "--all", "--check"])?);
    note("lints on the host", cargo(project, "linting for the host", &[&host[..], &lints].concat())?);
    note("lints for the browser", cargo(project, "linting for the browser", &[&browser[..], &lints].concat())?);
    note("format of the fuzz targets", cargo(project, "checking the format of the fuzz targets", &fuzz_format)?);
    note("lints of the fuzz targets", cargo(project, "linting the fuzz targets", &fuzz_lints)?);
    note("tidy rules", tidy(project)?);

    if failed.is_empty() {
        println!("All checks passed.");
        Ok(())
    } else {
        Err(Problem::says(format!(
            "these checks failed: {} (see above; `cargo fmt` mends the format)",
            failed.join(", ")
        )))
    }
}

/// Runs Cargo; says whether all was well.
fn cargo(project: &Project, what: &str, arguments: &[&str]) -> Outcome<bool> {
    Ok(shell::loud(what, project.command("cargo").args(arguments))?.success())
}

/// Runs the tidy tests. None at all is a failure.
fn tidy(project: &Project) -> Outcome<bool> {
    let mut counts = Counts::default();
    let mut command = project.command("cargo");
    command.args(["test", "--package", WIDGET, "--test", "native", "tidy"]);
    let status = shell::listen("checking the tidy rules", &mut command, Streams::Out, |line| counts.read(line))?;
    Ok(status.success() && counts.executed() > 0)
}

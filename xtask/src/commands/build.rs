//! `build`: the release build, everything under `dist/`.

use std::process::ExitStatus;

use clap::Args;

use crate::{
    dist::{self, BuildStart},
    manifest::Manifest,
    problem::{Outcome, Problem},
    project::Project,
    shell::{self, Streams},
    size::{Size, short},
    table::{grouped, layout},
    tools::{
        self,
        trunk::{self, Profile},
        wasm_opt::{self, WasmOpt},
    },
};

/// Build everything that is published, into dist/.
///
/// Installs what is missing, builds with all optimisations, checks that nothing is left out and
/// prints how large the main files are.
#[derive(Args)]
pub struct Options {}

/// Builds, whether or not something changed.
pub fn run(project: &mut Project, _options: &Options) -> Outcome {
    tools::for_building(project)?;
    let wasm_opt = wasm_opt::ensure(project)?;
    let start = BuildStart::now();
    trunk_build(project, wasm_opt)?;
    let manifest = dist::complete(&project.dist())?;
    start.record(project)?;
    summarise(project, &manifest)
}

/// Builds if `dist/` is missing or older than the sources.
pub fn if_stale(project: &mut Project) -> Outcome {
    if dist::is_fresh(project) {
        return Ok(());
    }
    println!("dist/ is missing or older than the sources.");
    run(project, &Options {})
}

/// Runs Trunk; if it cannot get wasm-opt, once more without.
fn trunk_build(project: &Project, wasm_opt: WasmOpt) -> Outcome {
    const WHAT: &str = "building the explainer for release";
    if wasm_opt == WasmOpt::Here {
        return good(shell::loud(WHAT, &mut trunk::command(project, "build", Profile::Release))?);
    }
    let mut without = false;
    let mut trunk = trunk::command(project, "build", Profile::Release);
    let status = shell::listen(WHAT, &mut trunk, Streams::Both, |line| without |= is_about_wasm_opt(line))?;
    if status.success() || !without {
        return good(status);
    }
    println!(
        "wasm-opt cannot be had here, so the module stays a little larger: install npm, or Binaryen, to change that."
    );
    let mut trunk = trunk::command(project, "build", Profile::ReleaseWithoutWasmOpt);
    good(shell::loud("building the explainer for release, without wasm-opt", &mut trunk)?)
}

/// Whether a line of Trunk's says that wasm-opt could not be fetched.
fn is_about_wasm_opt(line: &str) -> bool {
    ["running wasm-opt", "failed downloading release archive"].iter().any(|sign| line.contains(sign))
}

/// Trunk has told its own story.
fn good(status: ExitStatus) -> Outcome {
    if status.success() { Ok(()) } else { Err(Problem::Shown) }
}

/// Prints the sizes of what a reader's browser loads.
fn summarise(project: &Project, manifest: &Manifest) -> Outcome {
    let dist = project.dist();
    let packs = manifest.packs.values().map(|pack| manifest.path(pack));
    let loaded = [&manifest.wasm, &manifest.glue].into_iter().chain(&manifest.styles).map(|file| manifest.path(file));
    let files = std::iter::once(dist.join("oxytocin-explainer.js")).chain(loaded).chain(packs);
    let rows = files
        .map(|file| {
            let size = Size::of(&file)?;
            Ok(vec![short(&file, &dist).into_owned(), grouped(size.raw), grouped(size.brotli)])
        })
        .collect::<Outcome<Vec<_>>>()?;
    println!("\ndist/ holds version {}:\n\n{}", manifest.version, layout(&["file", "bytes", "brotli"], &rows));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_about_wasm_opt;

    #[test]
    fn trunks_complaint_about_wasm_opt_is_told_from_others() {
        assert!(is_about_wasm_opt("    1: running wasm-opt"));
        assert!(!is_about_wasm_opt("error[E0308]: mismatched types"));
    }
}

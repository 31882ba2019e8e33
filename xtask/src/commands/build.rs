//! `build`: the release build, everything under `dist/`.

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
        self, small_std,
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
    let small = small_std::ensure(project);
    let start = BuildStart::now();
    trunk_build(project, Means { wasm_opt: true, small, own_wasm_opt: wasm_opt == WasmOpt::LeftToTrunk })?;
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

/// What makes the module smaller, as far as it can be had.
#[derive(Clone, Copy)]
struct Means {
    /// wasm-opt runs over it.
    wasm_opt: bool,
    /// Trunk has to fetch wasm-opt itself, and may fail.
    own_wasm_opt: bool,
    /// The standard library is built anew for it.
    small: bool,
}

/// Runs Trunk; if some means cannot be had, once more without.
fn trunk_build(project: &Project, means: Means) -> Outcome {
    let profile = if means.wasm_opt { Profile::Release } else { Profile::ReleaseWithoutWasmOpt };
    let mut trunk = trunk::command(project, "build", profile);
    if means.small {
        small_std::apply(&mut trunk);
    }
    let (mut no_wasm_opt, mut no_small) = (false, false);
    let status = shell::listen("building the explainer for release", &mut trunk, Streams::Both, |line| {
        no_wasm_opt |= is_about_wasm_opt(line);
        no_small |= is_about_small_std(line);
    })?;
    if status.success() {
        return Ok(());
    }
    if means.small && no_small {
        println!("This compiler cannot build the standard library anew, so the module stays larger: once more.");
        return trunk_build(project, Means { small: false, ..means });
    }
    if means.own_wasm_opt && means.wasm_opt && no_wasm_opt {
        println!(
            "wasm-opt cannot be had here, so the module stays a little larger: install npm, or Binaryen, to change that."
        );
        return trunk_build(project, Means { wasm_opt: false, ..means });
    }
    // Trunk has told its own story.
    Err(Problem::Shown)
}

/// Whether a line of Trunk's says that wasm-opt could not be fetched.
fn is_about_wasm_opt(line: &str) -> bool {
    ["running wasm-opt", "failed downloading release archive"].iter().any(|sign| line.contains(sign))
}

/// Whether a line says that the compiler takes no part in building the standard library.
fn is_about_small_std(line: &str) -> bool {
    let signs = [
        "-Z build-std",
        "build-std",
        "immediate-abort",
        "unknown unstable option",
        "nightly",
        "rust-src",
        "could not compile `std`",
        "could not compile `core`",
    ];
    line.contains("error") && signs.iter().any(|sign| line.contains(sign))
}

/// Prints the sizes of what a reader's browser loads.
fn summarise(project: &Project, manifest: &Manifest) -> Outcome {
    let dist = project.dist();
    let packs = manifest.packs.values().map(|pack| manifest.path(pack));
    let loaded = [&manifest.wasm, &manifest.shell].into_iter().chain(&manifest.styles).map(|file| manifest.path(file));
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
    use super::{is_about_small_std, is_about_wasm_opt};

    #[test]
    fn a_refused_standard_library_is_told_from_our_own_errors() {
        assert!(is_about_small_std("error: the `-Z` flag is only accepted on the nightly channel of Cargo"));
        assert!(is_about_small_std("error: could not compile `core` (lib) due to 3 previous errors"));
        assert!(!is_about_small_std("error[E0308]: mismatched types"));
        assert!(!is_about_small_std("  Compiling std v0.0.0"));
    }

    #[test]
    fn trunks_complaint_about_wasm_opt_is_told_from_others() {
        assert!(is_about_wasm_opt("    1: running wasm-opt"));
        assert!(!is_about_wasm_opt("error[E0308]: mismatched types"));
    }
}

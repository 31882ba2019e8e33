//! wasm-opt, which makes the module smaller.

use super::{npm, version_of};
use crate::{problem::Outcome, project::Project};

/// The version, which `Trunk.toml` names too.
const VERSION: &str = "132";

/// Where the release build takes wasm-opt from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WasmOpt {
    /// It is on the `PATH` that our children see.
    Here,
    /// Trunk will try to download it.
    LeftToTrunk,
}

/// wasm-opt from `PATH`, from our cache or from npm; else it is left to Trunk.
pub fn ensure(project: &mut Project) -> Outcome<WasmOpt> {
    if answers(project) {
        return Ok(WasmOpt::Here);
    }
    let dir = project.tool_dir("binaryen", VERSION);
    let bin = dir.join("node_modules").join(".bin");
    if !bin.is_dir() && project.which("npm").is_some() {
        // Trunk's download is the other way, so a failure here is not the end.
        if let Err(problem) = npm::install(project, &dir, &format!("binaryen@{VERSION}.0.0")) {
            println!("  {problem}; Trunk will download it instead");
        }
    }
    if bin.is_dir() {
        project.prefer(&bin);
    }
    Ok(if answers(project) { WasmOpt::Here } else { WasmOpt::LeftToTrunk })
}

/// Whether the `wasm-opt` that our children see is of the right version.
fn answers(project: &Project) -> bool {
    project.which("wasm-opt").is_some_and(|program| version_of(project, &program).as_deref() == Some(VERSION))
}

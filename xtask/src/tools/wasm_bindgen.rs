//! wasm-bindgen's programs, of exactly the version that the widget is built with.

use std::{fs, path::PathBuf};

use super::{cargo_tool::CargoTool, version};
use crate::{
    problem::{Explain, Outcome, Problem},
    project::Project,
};

/// Both programs of the locked version; returns the one that runs tests in a browser.
pub fn ensure(project: &mut Project) -> Outcome<PathBuf> {
    let path = project.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).or_say(format_args!("cannot read {}", path.display()))?;
    let Some(version) = version::locked(&lock, "wasm-bindgen") else {
        return Err(Problem::says("Cargo.lock names no wasm-bindgen: restore it with `git checkout Cargo.lock`"));
    };
    let tool = |program| CargoTool {
        package: "wasm-bindgen-cli",
        program,
        version: &version,
        // Not `--locked`: the dependencies that were locked then cannot be had everywhere now.
        arguments: &[],
        length: "once, some minutes",
    };
    tool("wasm-bindgen").ensure(project)?;
    tool("wasm-bindgen-test-runner").ensure(project)
}

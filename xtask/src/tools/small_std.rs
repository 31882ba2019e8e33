//! The standard library built anew for the module, without the texts and tables of panics: a tenth smaller.
//!
//! The shell notices a trap by itself (`src/element/shell/place.js`), so nothing is lost that a reader has; what is
//! lost is the text of a panic. Stable compilers do this only when they are told to behave like a nightly one;
//! where that fails, the plain library serves, and the module stays larger.

use std::{path::Path, process::Command};

use super::rustup;
use crate::{project::Project, shell};

/// What the compiler is told, for the module alone.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Whether the library's sources are there, or could be added. The build's hook must not see our settings, which
/// takes a program that Windows lacks.
pub fn ensure(project: &Project) -> bool {
    if cfg!(windows) {
        return false;
    }
    if is_here(project) {
        return true;
    }
    if let Err(problem) = rustup::sources(project) {
        println!("  {problem}; the module is built with the plain standard library and stays larger");
        return false;
    }
    is_here(project)
}

/// Makes a build use it.
pub fn apply(command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS);
}

fn is_here(project: &Project) -> bool {
    let root = shell::ask(project.command("rustc").args(["--print", "sysroot"]));
    root.is_some_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file())
}

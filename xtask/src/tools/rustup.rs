//! What rustup adds to the compiler: the wasm target, rustfmt, clippy, the sources of the standard library.

use std::path::Path;

use crate::{
    problem::{Outcome, Problem},
    project::Project,
    shell,
};

/// The target of the widget.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The compiler's libraries for the browser.
pub fn wasm_target(project: &Project) -> Outcome {
    let folder = shell::ask(project.command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    add(project, &["target", "add", WASM], "the WebAssembly target")
}

/// The formatter and the linter.
pub fn rustfmt_and_clippy(project: &Project) -> Outcome {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        // Rustup puts stand-ins on PATH, so only an answer proves that the component is there.
        if shell::ask(project.command(program).arg("--version")).is_none() {
            add(project, &["component", "add", component], component)?;
        }
    }
    Ok(())
}

/// The sources of the standard library.
pub fn sources(project: &Project) -> Outcome {
    add(project, &["component", "add", "rust-src"], "rust-src")
}

/// Adds a part to the toolchain in use.
fn add(project: &Project, arguments: &[&str], name: &str) -> Outcome {
    if project.which("rustup").is_none() {
        return Err(Problem::says(format!(
            "{name} is missing and so is rustup: install rustup, or add {} to your Rust toolchain",
            arguments.last().unwrap_or(&name),
        )));
    }
    let fix = format!("run `rustup {}` yourself", arguments.join(" "));
    super::install(project, name, "once, some seconds", project.command("rustup").args(arguments), &fix)
}

//! Small applications for the browser, built without Trunk: what the explainer's start is held against, and a host.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    rustup, small_std, wasm_bindgen,
    wasm_opt::{self, WasmOpt},
};
use crate::{
    problem::{Outcome, Problem},
    project::Project,
    shell,
};

/// What Trunk passes to wasm-opt for the explainer; `index.html` says the same. The lowest kilobyte is the end of the
/// stack, where nothing lies that an address plus an offset could mean. Less is put in line, and functions of one kind
/// stand together: both make what is sent smaller.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--inline-max-combined-binary-size=0",
    "--always-inline-max-function-size=4",
    "--reorder-functions-by-name",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// Builds the program of a package as the explainer is built: `<name>.js` and `<name>_bg.wasm` in a folder.
pub fn release(project: &mut Project, package: &str, name: &str, folder: &Path) -> Outcome {
    let mut cargo = cargo(project)?;
    // A folder of its own: the standard library is built anew here, and must not push out the plain one.
    let target = folder.join("target");
    cargo.args(["--release", "--package", package, "--target-dir"]).arg(&target);
    if small_std::ensure(project) {
        small_std::apply(&mut cargo);
    }
    run(&format!("building {package}"), &mut cargo)?;
    let module = target.join(rustup::WASM).join("release").join(format!("{package}.wasm"));
    bind(project, &module, name, folder)?;
    if wasm_opt::ensure(project)? == WasmOpt::LeftToTrunk {
        println!("  without wasm-opt {package} stays larger than it could be");
        return Ok(());
    }
    let bound = folder.join(format!("{name}_bg.wasm"));
    let mut small = project.command("wasm-opt");
    small.args(WASM_OPT).arg(&bound).arg("-o").arg(&bound);
    run("making it smaller", &mut small)
}

/// Builds an example of a package for tests, and says in which folder its `<example>.js` and `<example>_bg.wasm` are.
pub fn example(project: &mut Project, package: &str, example: &str) -> Outcome<PathBuf> {
    let mut cargo = cargo(project)?;
    cargo.args(["--package", package, "--example", example]);
    run(&format!("building the example {example} of {package}"), &mut cargo)?;
    let target = project.root.join("target");
    let module = target.join(rustup::WASM).join("debug").join("examples").join(format!("{example}.wasm"));
    let folder = target.join(package);
    bind(project, &module, example, &folder)?;
    Ok(folder)
}

fn cargo(project: &mut Project) -> Outcome<Command> {
    rustup::wasm_target(project)?;
    wasm_bindgen::ensure(project)?;
    let mut cargo = project.command("cargo");
    cargo.args(["build", "--target", rustup::WASM]);
    Ok(cargo)
}

fn bind(project: &Project, module: &Path, name: &str, folder: &Path) -> Outcome {
    let mut bind = project.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(folder).arg(module);
    run("writing its glue", &mut bind)
}

fn run(what: &str, command: &mut Command) -> Outcome {
    if shell::loud(what, command)?.success() { Ok(()) } else { Err(Problem::Shown) }
}

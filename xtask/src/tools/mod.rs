//! The tools that the commands need, one a file: each is found, or installed, or told in one line.
//!
//! The order is always the same: the person's own, if it is of the right version; else our copy
//! in the cache; else it is installed there (or, for browsers and as root, by the system).

pub mod axe;
pub mod browsers;
pub mod dictionaries;
pub mod foreign;
pub mod nginx;
pub mod package_checks;
pub mod rustup;
pub mod small_std;
pub mod trunk;
pub mod wasm_app;
pub mod wasm_bindgen;
pub mod wasm_opt;

mod apt;
mod c_compiler;
mod cargo_tool;
mod npm;
mod version;

use std::path::Path;

use crate::{
    problem::{Outcome, Problem},
    project::Project,
    shell,
};

/// What every build of the explainer needs.
pub fn for_building(project: &mut Project) -> Outcome {
    c_compiler::check(project)?;
    rustup::wasm_target(project)?;
    trunk::ensure(project)?;
    wasm_bindgen::ensure(project)?;
    Ok(())
}

/// The version that a program states.
fn version_of(project: &Project, program: &Path) -> Option<String> {
    shell::ask(project.command(program).arg("--version")).and_then(|text| version::in_text(&text))
}

/// Installs something quietly; `name` is for people, `fix` says what else they can do.
fn install(project: &Project, name: &str, length: &str, command: &mut std::process::Command, fix: &str) -> Outcome {
    let log = project.cache.join("logs").join(format!("{}.log", name.replace([' ', ','], "-")));
    match shell::quiet(&format!("installing {name} ({length})"), command, &log)? {
        Ok(()) => Ok(()),
        Err(text) if sounds_like_no_network(&text) => Err(Problem::says(format!(
            "the network does not let me install {name}: connect and run this again, or {fix}"
        ))),
        Err(_) => {
            Err(Problem::says(format!("{name} could not be installed: {fix}; the whole log is {}", log.display())))
        }
    }
}

/// Whether an installer's complaint is about the network.
fn sounds_like_no_network(log: &str) -> bool {
    const SIGNS: &[&str] = &[
        "could not resolve host",
        "couldn't resolve host",
        "temporary failure resolving",
        "failed to lookup address",
        "name or service not known",
        "enotfound",
        "eai_again",
        "econnrefused",
        "network is unreachable",
        "network failure",
        "failed to connect",
        "could not connect",
        "couldn't connect",
        "unable to connect",
        "connection timed out",
        "operation timed out",
        "download of config.json failed",
    ];
    let log = log.to_lowercase();
    SIGNS.iter().any(|sign| log.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::sounds_like_no_network;

    #[test]
    fn installers_complain_about_the_network_in_their_own_ways() {
        assert!(sounds_like_no_network("warning: spurious network error: [6] Could not resolve host: example.org"));
        assert!(sounds_like_no_network("npm error code ENOTFOUND"));
        assert!(sounds_like_no_network("Err:1 Temporary failure resolving 'example.org'"));
        assert!(!sounds_like_no_network("error[E0308]: mismatched types"));
    }
}

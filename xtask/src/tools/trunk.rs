//! Trunk, which builds and serves the pages.

use std::process::Command;

use super::cargo_tool::CargoTool;
use crate::{problem::Outcome, project::Project};

/// Newer ones want a newer compiler than ours.
const VERSION: &str = "0.21.14";

/// Trunk of the exact version.
pub fn ensure(project: &mut Project) -> Outcome {
    let tool = CargoTool {
        package: "trunk",
        program: "trunk",
        version: VERSION,
        arguments: &["--locked", "--no-default-features", "--features", "rustls"],
        length: "once, some minutes",
    };
    tool.ensure(project).map(drop)
}

/// How the explainer is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build, for work.
    Debug,
    /// As published.
    Release,
    /// As published, but not made smaller by wasm-opt.
    ReleaseWithoutWasmOpt,
}

/// A Trunk command with what both `build` and `serve` want.
///
/// Hooks see the profile in `OXY_PROFILE` (`debug` or `release`): Trunk's own `TRUNK_PROFILE`
/// says `debug` where wasm-opt is left out.
pub fn command(project: &Project, verb: &str, profile: Profile) -> Command {
    let mut trunk = project.command("trunk");
    trunk.arg(verb).env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_BACKTRACE", "0");
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        // Trunk wants `true` or `false` there, and refuses the customary `1`.
        trunk.args(["--color", "never"]).env_remove("NO_COLOR");
    }
    match profile {
        Profile::Debug => trunk.env("OXY_PROFILE", "debug"),
        Profile::Release => trunk.arg("--release").env("OXY_PROFILE", "release"),
        // Trunk has no switch for it, but runs wasm-opt only with `--release`.
        Profile::ReleaseWithoutWasmOpt => {
            trunk.args(["--cargo-profile", "release", "--minify=true"]).env("OXY_PROFILE", "release")
        }
    };
    trunk
}

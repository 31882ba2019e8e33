//! npm, which brings axe-core, the dictionaries, wasm-opt and what judges our package.

use std::{fs, path::Path};

use super::apt;
use crate::{
    problem::{Explain, Outcome, Problem},
    project::Project,
};

/// Makes sure that npm is there.
pub fn ensure(project: &Project) -> Outcome {
    if project.which("npm").is_some() {
        return Ok(());
    }
    apt::install(project, "npm", &["npm"])?;
    match project.which("npm") {
        Some(_) => Ok(()),
        None => Err(Problem::says(
            "npm is missing: install Node.js with npm (Debian, Ubuntu: `sudo apt-get install npm`) and run this again",
        )),
    }
}

/// Installs one exact package into a folder of ours.
pub fn install(project: &Project, dir: &Path, package: &str) -> Outcome {
    fs::create_dir_all(dir).or_say(format_args!("cannot make the folder {}", dir.display()))?;
    let npm = project.which("npm").ok_or_else(|| Problem::says("npm is missing: install Node.js with npm"))?;
    let mut command = project.command(npm);
    command
        .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
        .arg(dir)
        .arg(package)
        .current_dir(dir);
    let fix = format!("run `npm install {package}` in {} yourself", dir.display());
    super::install(project, &package.replace('@', " "), "once, some seconds", &mut command, &fix)
}

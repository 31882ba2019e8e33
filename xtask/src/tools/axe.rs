//! axe-core, which judges the pages' accessibility in the browser tests.

use std::path::PathBuf;

use super::npm;
use crate::{
    problem::{Outcome, Problem},
    project::Project,
};

const VERSION: &str = "4.14.1";

/// The path of `axe.min.js`.
pub fn ensure(project: &Project) -> Outcome<PathBuf> {
    let dir = project.tool_dir("axe-core", VERSION);
    let script = dir.join("node_modules").join("axe-core").join("axe.min.js");
    if !script.is_file() {
        npm::ensure(project)?;
        npm::install(project, &dir, &format!("axe-core@{VERSION}"))?;
    }
    if script.is_file() {
        Ok(script)
    } else {
        Err(Problem::says(format!("axe-core came without axe.min.js: remove {} and run this again", dir.display())))
    }
}

//! publint and "are the types wrong", which judge the package for npm in the browser tests.

use std::path::PathBuf;

use super::npm;
use crate::{
    problem::{Outcome, Problem},
    project::Project,
};

/// The programs that judge a package.
pub struct Checks {
    /// publint: whether what `package.json` says is there and is found.
    pub publint: PathBuf,
    /// attw: whether the types are found by every way of resolving.
    pub attw: PathBuf,
}

/// Finds both or installs them.
pub fn ensure(project: &Project) -> Outcome<Checks> {
    Ok(Checks {
        publint: tool(project, "publint", "publint", "0.3.25")?,
        attw: tool(project, "@arethetypeswrong/cli", "attw", "0.18.5")?,
    })
}

fn tool(project: &Project, package: &str, program: &str, version: &str) -> Outcome<PathBuf> {
    npm::ensure(project)?;
    let dir = project.tool_dir(program, version);
    let name = if cfg!(windows) { format!("{program}.cmd") } else { program.to_owned() };
    let path = dir.join("node_modules").join(".bin").join(name);
    if !path.is_file() {
        npm::install(project, &dir, &format!("{package}@{version}"))?;
    }
    if path.is_file() {
        Ok(path)
    } else {
        Err(Problem::says(format!("{package} came without {program}: remove {} and run this again", dir.display())))
    }
}

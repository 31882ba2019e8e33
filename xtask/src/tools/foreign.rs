//! What others wrote and hosts have around us, for the browser tests: style sheets, a sanitizer, hostile strings.

use std::{env, ffi::OsString};

use super::npm;
use crate::{
    problem::{Outcome, Problem},
    project::Project,
};

/// Packages with their exact versions.
const PACKAGES: [(&str, &str); 6] = [
    ("big-list-of-naughty-strings", "1.0.0"),
    ("bootstrap", "5.3.9"),
    ("bulma", "1.0.4"),
    ("dompurify", "3.4.18"),
    ("normalize.css", "8.0.1"),
    ("tailwindcss", "4.3.5"),
];

/// The packages' folders, each named as its package, joined as the paths in `PATH` are.
pub fn ensure(project: &Project) -> Outcome<OsString> {
    let mut folders = Vec::new();
    for (name, version) in PACKAGES {
        let dir = project.tool_dir(name, version);
        let folder = dir.join("node_modules").join(name);
        if !folder.join("package.json").is_file() {
            npm::ensure(project)?;
            npm::install(project, &dir, &format!("{name}@{version}"))?;
        }
        if !folder.join("package.json").is_file() {
            return Err(Problem::says(format!("{name} came empty: remove {} and run this again", dir.display())));
        }
        folders.push(folder);
    }
    env::join_paths(folders).map_err(|error| Problem::says(format!("the cache folder has an unusable path: {error}")))
}

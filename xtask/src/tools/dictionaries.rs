//! The languages' hunspell dictionaries, by which the native tests judge the spelling.

use std::{fs, path::PathBuf};

use serde_json::Value;

use super::npm;
use crate::{
    problem::{Explain, Outcome, Problem},
    project::Project,
};

/// Fetches what is missing of the dictionaries that `content/languages.json` names.
///
/// Returns the folder in which they lie, one folder each, named `<package>-<version>`.
pub fn ensure(project: &Project) -> Outcome<PathBuf> {
    let list = project.root.join("content").join("languages.json");
    let text = fs::read_to_string(&list).or_say(format_args!("cannot read {}", list.display()))?;
    for package in packages(&text)? {
        let Some((name, version)) = package.split_once('@') else {
            return Err(Problem::says(format!(
                "{}: the dictionary “{package}” has no version: write name@version",
                list.display()
            )));
        };
        let dir = project.tool_dir(name, version);
        let words = dir.join("node_modules").join(name).join("index.dic");
        if !words.is_file() {
            npm::ensure(project)?;
            npm::install(project, &dir, &package)?;
        }
        if !words.is_file() {
            return Err(Problem::says(format!(
                "{package} came without index.dic: remove {} and run this again",
                dir.display()
            )));
        }
    }
    Ok(project.cache.clone())
}

/// The packages that a list of languages names.
fn packages(languages: &str) -> Outcome<Vec<String>> {
    let languages: Value =
        serde_json::from_str(languages).map_err(|error| Problem::says(format!("content/languages.json: {error}")))?;
    let entries = languages.as_array().into_iter().flatten();
    Ok(entries.filter_map(|entry| Some(entry.get("dictionary")?.as_str()?.to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use super::packages;

    #[test]
    fn each_language_names_its_dictionary() {
        let list = r#"[{ "code": "bg", "dictionary": "a@1.0.0" }, { "code": "en", "dictionary": "b@2.0.0" }]"#;
        assert_eq!(packages(list).ok(), Some(vec!["a@1.0.0".to_owned(), "b@2.0.0".to_owned()]));
    }
}

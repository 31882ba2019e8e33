//! `words/<lang>/builder.json`: the words of the page on which site owners make their snippets.
//!
//! They stand outside the packs, as readers never need them.

use std::{collections::BTreeSet, fs, path::Path};

use super::Map;
use crate::problem::{Problem, Problems};

/// Each language's words by key.
pub type BuilderWords = Map<Map<String>>;

/// Reads the words of these languages, and holds them against the keys that the page has a place for.
///
/// # Errors
/// Every problem: a file that cannot be read, a key that is missing, empty or unknown.
pub fn read(content: &Path, languages: &[String], keys: &BTreeSet<String>) -> Result<BuilderWords, Vec<Problem>> {
    let problems = Problems::default();
    let mut all = BuilderWords::new();
    for language in languages {
        let file = format!("words/{language}/builder.json");
        let words: Map<String> = match fs::read_to_string(content.join(&file)).map(|text| serde_json::from_str(&text)) {
            Ok(Ok(words)) => words,
            Ok(Err(error)) => {
                problems.add(&file, "", error.to_string());
                continue;
            }
            Err(error) => {
                problems.add(&file, "", format!("cannot be read: {error}"));
                continue;
            }
        };
        for key in keys.iter().filter(|key| words.get(*key).is_none_or(|word| word.trim().is_empty())) {
            problems.add(&file, key, "this word is missing in this language");
        }
        for key in words.keys().filter(|key| !keys.contains(*key)) {
            problems.add(&file, key, "the page has no such word");
        }
        all.insert(language.clone(), words);
    }
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(all) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use super::read;

    #[test]
    fn every_wrong_word_is_told_with_its_file() {
        let content = std::env::temp_dir().join(format!("bake-builder-{}", std::process::id()));
        let folder = content.join("words/bg");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("builder.json"), r#"{ "empty": " ", "unknown": "x", "good": "x" }"#).expect("a file");
        let keys = ["empty", "good", "missing"].map(str::to_owned).into_iter().collect::<BTreeSet<_>>();
        let told = read(&content, &["bg".into(), "en".into()], &keys).expect_err("problems");
        fs::remove_dir_all(&content).expect("the folder goes away");
        let told: Vec<String> = told.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 4, "{told:#?}");
        for (line, start) in [
            "words/bg/builder.json: empty: this word is missing",
            "words/bg/builder.json: missing: this word is missing",
            "words/bg/builder.json: unknown: the page has no such word",
            "words/en/builder.json: cannot be read",
        ]
        .iter()
        .enumerate()
        {
            assert!(told[line].starts_with(start), "{told:#?}");
        }
    }
}

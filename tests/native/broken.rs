//! Every kind of wrong content is reported, with file, key and what to do.
//!
//! `tests/broken/base` is a small content set without problems. Every other folder there lays a few
//! files over it: `<file>.patch` is merged into the file (RFC 7396: `null` takes a key away),
//! `<file>.remove` deletes a file or a folder, anything else replaces a file. `expected.txt` holds
//! all problems that follow, and no others may. The files that have one entry for each word of the
//! interface and each parameter of the model are made here, so that they follow the types.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use oxytocin_explainer::model::{Pack, Parameters, Word};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use crate::real::root;

const EXPECTED: &str = "expected.txt";
/// Stands in `expected.txt` for the key of each word of the interface.
const EVERY_WORD: &str = "<every word>";

fn folder() -> PathBuf {
    root().join("tests/broken")
}

/// The folders that each hold one wrong content set.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("there is a folder of wrong content").flatten();
    let names = entries.filter(|entry| entry.path().is_dir()).filter_map(|entry| entry.file_name().into_string().ok());
    let mut cases: Vec<String> = names.filter(|name| name != "base").collect();
    cases.sort();
    cases
}

/// A content folder: the base with these cases laid over it.
fn content(cases: &[&str]) -> TempDir {
    let content = TempDir::new().expect("a folder for a content set");
    lay(&folder().join("base"), content.path());
    made(content.path());
    for case in cases {
        lay(&folder().join(case), content.path());
    }
    content
}

/// Writes the files that follow the types.
fn made(content: &Path) {
    let words: Map<String, Value> = Word::ALL.iter().map(|word| (word.key().into(), "…".into())).collect();
    for language in ["bg", "en"] {
        write(&content.join(format!("words/{language}/interface.json")), &Value::from(words.clone()));
    }
    let one = json!({ "value": 1, "unit": "none", "kind": "illustrative", "about": "a number" });
    let parameters: Map<String, Value> = Parameters::KEYS.iter().map(|key| ((*key).into(), one.clone())).collect();
    write(&content.join("facts/physiology.json"), &parameters.into());
}

fn lay(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())).flatten() {
        let (path, name) = (entry.path(), entry.file_name().into_string().expect("a plain name"));
        if path.is_dir() {
            lay(&path, &to.join(name));
        } else if let Some(name) = name.strip_suffix(".remove") {
            let gone = to.join(name);
            let removed = if gone.is_dir() { fs::remove_dir_all(&gone) } else { fs::remove_file(&gone) };
            removed.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        } else if let Some(name) = name.strip_suffix(".patch") {
            let mut json = read(&to.join(name));
            merge(&mut json, &read(&path));
            write(&to.join(name), &json);
        } else if name != EXPECTED {
            fs::create_dir_all(to).expect("a folder for a file");
            fs::copy(&path, to.join(name)).expect("a file that can be copied");
        }
    }
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(path: &Path, json: &Value) {
    fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder for a file");
    fs::write(path, json.to_string()).expect("a file that can be written");
}

/// JSON Merge Patch, RFC 7396.
fn merge(json: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *json = patch.clone();
        return;
    };
    if !json.is_object() {
        *json = Value::Object(Map::new());
    }
    let Some(entries) = json.as_object_mut() else { return };
    for (key, change) in patch {
        match change {
            Value::Null => drop(entries.remove(key)),
            change => merge(entries.entry(key).or_insert(Value::Null), change),
        }
    }
}

fn bake(content: &Path) -> Result<Vec<Pack>, BTreeSet<String>> {
    bake::packs(content).map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

fn problems(cases: &[&str]) -> BTreeSet<String> {
    bake(content(cases).path()).err().unwrap_or_default()
}

fn expected(case: &str) -> BTreeSet<String> {
    let path = folder().join(case).join(EXPECTED);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let every = |line: &str| match line.contains(EVERY_WORD) {
        true => Word::ALL.iter().map(|word| line.replace(EVERY_WORD, word.key())).collect(),
        false => vec![line.to_owned()],
    };
    text.lines().flat_map(every).collect()
}

#[test]
fn the_base_has_no_problems() {
    let packs = bake(content(&[]).path()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let codes: Vec<&str> = packs.iter().map(|pack| pack.language.code.as_str()).collect();
    assert_eq!(codes, ["bg", "en"]);
}

#[test]
fn every_kind_of_wrong_content_is_reported() {
    let cases = cases();
    assert!(cases.len() >= 50, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let (expected, found) = (expected(case), problems(&[case]));
        assert!(!expected.is_empty(), "{case} expects something");
        wrong.extend(expected.difference(&found).map(|line| format!("{case}: not reported: {line}")));
        wrong.extend(found.difference(&expected).map(|line| format!("{case}: reported, not expected: {line}")));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn several_problems_are_reported_at_once() {
    let cases = ["unknown-term", "malformed-json", "unknown-paint", "number-without-source", "missing-interface-word"];
    let expected: BTreeSet<String> = cases.iter().flat_map(|case| expected(case)).collect();
    let files: BTreeSet<&str> =
        expected.iter().filter_map(|line| line.split_once(": ")).map(|(file, _)| file).collect();
    assert!(files.len() >= 5, "{files:?}");
    assert_eq!(problems(&cases), expected);
}

#[test]
fn problems_come_sorted_and_each_once() {
    let folder = content(&["unknown-term", "missing-language-folder"]);
    let problems = bake::packs(folder.path()).err().unwrap_or_default();
    assert!(problems.len() > 5);
    assert!(problems.is_sorted() && problems.windows(2).all(|pair| pair[0] != pair[1]));
}

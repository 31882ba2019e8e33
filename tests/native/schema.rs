//! The JSON Schemas, as an editor uses them: the real files pass, an unknown field does not.

use std::{fs, path::PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::real::root;

/// The content files that a schema is for; `*` stands for every file of the folder.
fn files(name: &str) -> Vec<PathBuf> {
    let paths: &[&str] = match name {
        "about" => &["words/bg/about.json", "words/en/about.json"],
        "builder" => &["words/bg/builder.json", "words/en/builder.json"],
        "chapter-facts" => &["facts/chapters/*"],
        "chapter-words" => &["words/bg/chapters/*", "words/en/chapters/*"],
        "figure-facts" => &["facts/figures/*"],
        "figure-words" => &["words/bg/figures/*", "words/en/figures/*"],
        "hard" => &["words/bg/hard.json", "words/en/hard.json"],
        "interface" => &["words/bg/interface.json", "words/en/interface.json"],
        "languages" => &["languages.json"],
        "notices-facts" => &["facts/notices.json"],
        "notices-words" => &["words/bg/notices.json", "words/en/notices.json"],
        "physiology" => &["facts/physiology.json"],
        "quantities" => &["facts/quantities/*"],
        "sources" => &["sources.json"],
        "spelling" => &["words/bg/spelling.json", "words/en/spelling.json"],
        "term-facts" => &["facts/terms/*"],
        "term-words" => &["words/bg/terms/*", "words/en/terms/*"],
        "units" => &["words/bg/units.json", "words/en/units.json"],
        "wording" => &["words/bg/wording.json", "words/en/wording.json"],
        other => panic!("no content is known for the schema {other}"),
    };
    let content = root().join("content");
    let list = |path: &&str| match path.strip_suffix("/*") {
        Some(folder) => {
            fs::read_dir(content.join(folder)).expect("a content folder").flatten().map(|entry| entry.path()).collect()
        }
        None => vec![content.join(path)],
    };
    paths.iter().flat_map(list).collect()
}

fn read(path: &PathBuf) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Each schema by name, ready to check files.
fn schemas() -> Vec<(&'static str, Validator)> {
    let ready = |(name, schema): (&'static str, _)| {
        let schema = serde_json::to_value(&schema).expect("a schema is JSON");
        (name, jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    bake::schema::all().into_iter().map(ready).collect()
}

#[test]
fn the_content_keeps_to_its_schemas() {
    let mut checked = 0;
    for (name, schema) in schemas() {
        let files = files(name);
        assert!(!files.is_empty(), "{name}");
        for file in files {
            let problems: Vec<String> =
                schema.iter_errors(&read(&file)).map(|error| format!("{}: {error}", error.instance_path)).collect();
            assert!(problems.is_empty(), "{}: {problems:?}", file.display());
            checked += 1;
        }
    }
    assert!(checked >= 250, "{checked} files");
}

#[test]
fn every_content_file_has_a_schema() {
    let mut known: Vec<PathBuf> = schemas().iter().flat_map(|(name, _)| files(name)).collect();
    known.sort();
    let mut folders = vec![root().join("content")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("a content folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                // Written by `bake schema`, for editors.
                if !path.ends_with("schema") {
                    folders.push(path);
                }
            } else {
                assert!(known.binary_search(&path).is_ok(), "no schema is for {}", path.display());
            }
        }
    }
}

/// The entry of a file that a new field is put into: itself, or the first of a map or a list of entries.
fn entry<'a>(name: &str, json: &'a mut Value) -> &'a mut Value {
    match name {
        "languages" => &mut json[0],
        "notices-facts" | "notices-words" | "physiology" | "quantities" | "sources" | "spelling" | "units"
        | "wording" => json.as_object_mut().and_then(|entries| entries.values_mut().next()).expect("an entry"),
        _ => json,
    }
}

#[test]
fn an_unknown_field_is_refused() {
    for (name, schema) in schemas() {
        let mut json = read(&files(name)[0]);
        entry(name, &mut json)["surprise"] = json!({});
        assert!(!schema.is_valid(&json), "{name} takes an unknown field");
    }
}

#[test]
fn a_missing_field_and_a_wrong_type_are_refused() {
    for (name, schema) in schemas() {
        for wrong in [json!("text"), json!([1]), json!(null)] {
            assert!(!schema.is_valid(&wrong), "{name} takes {wrong}");
        }
        let needed = !matches!(name, "about" | "builder" | "hard" | "interface" | "term-facts");
        if needed {
            let mut json = read(&files(name)[0]);
            *entry(name, &mut json) = json!({});
            assert!(!schema.is_valid(&json), "{name} takes an empty entry");
        }
    }
    let figure = schemas().into_iter().find(|(name, _)| *name == "figure-facts").expect("a schema for figures").1;
    let part = |field: &str, value: &str| {
        let mut part = json!({ "id": "a", "role": "ink", "shapes": [] });
        part[field] = value.into();
        json!({ "kind": "scene", "sources": ["a"], "parts": [part] })
    };
    assert!(figure.is_valid(&part("role", "nerve")) && figure.is_valid(&part("side", "left")));
    for (field, value) in [("role", "red"), ("side", "above"), ("layer", "bones")] {
        assert!(
            !figure.is_valid(&part(field, value)),
            "the schema for figures takes “{value}” as {field}, which bake refuses"
        );
    }
}

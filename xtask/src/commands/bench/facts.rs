//! The ids of all that the content claims.

use std::{fs, path::Path};

use serde_json::Value;

use crate::problem::{Explain, Outcome, Problem};

/// The ids of claims, glossary entries and notices, as `data-fact` carries them.
pub fn all(content: &Path) -> Outcome<Vec<String>> {
    let mut facts = Vec::new();
    for (_, chapter) in folder(&content.join("facts/chapters"))? {
        claims(&chapter, &mut facts);
    }
    facts.extend(folder(&content.join("facts/terms"))?.into_iter().map(|(id, _)| format!("term-{id}")));
    if let Value::Object(notices) = read(&content.join("facts/notices.json"))? {
        facts.extend(notices.keys().cloned());
    }
    Ok(facts)
}

/// Every id in a `claims` or `depth` list.
fn claims(value: &Value, facts: &mut Vec<String>) {
    let ids = |list: &Value| -> Vec<String> {
        let items = list.as_array().into_iter().flatten();
        items.filter_map(|item| Some(item.get("id")?.as_str()?.to_owned())).collect()
    };
    facts.extend(value.get("depth").map(ids).unwrap_or_default());
    for section in value.get("sections").and_then(Value::as_array).into_iter().flatten() {
        facts.extend(section.get("claims").map(ids).unwrap_or_default());
    }
}

fn folder(path: &Path) -> Outcome<Vec<(String, Value)>> {
    let entries = fs::read_dir(path).or_say(format_args!("cannot read {}", path.display()))?;
    let files =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "json"));
    files.map(|path| Ok((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), read(&path)?))).collect()
}

fn read(path: &Path) -> Outcome<Value> {
    let text = fs::read_to_string(path).or_say(format_args!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| Problem::says(format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::claims;

    #[test]
    fn claims_of_sections_and_depth_count() {
        let chapter = json!({ "sections": [{ "claims": [{ "id": "a" }] }], "depth": [{ "id": "b" }] });
        let mut facts = Vec::new();
        claims(&chapter, &mut facts);
        assert_eq!(facts, ["b", "a"]);
    }
}

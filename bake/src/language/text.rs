//! Every text of a language's words, with file and key.

use std::{fs, path::Path};

use serde_json::Value;

/// Files that hold words about words.
const LISTS: [&str; 3] = ["hard.json", "spelling.json", "wording.json"];

/// One string that a reader may see, as it is written.
#[derive(Debug, Clone)]
pub struct Text {
    /// Its file, relative to the content folder.
    pub file: String,
    /// The key inside it, as a dotted path.
    pub key: String,
    /// What stands there, with its marks.
    pub words: String,
}

impl Text {
    /// How many words a sentence may have here: a description of a picture is read at leisure.
    pub fn most(&self) -> usize {
        if self.key.starts_with("description[") || self.key.ends_with(".alternative") { 30 } else { 25 }
    }

    /// Whether it gives what others write: another name of a term, or a saying that a claim answers.
    pub fn is_of_others(&self) -> bool {
        self.file.contains("/terms/") && self.key.starts_with("synonyms[") || self.key.contains(".said.")
    }
}

/// All texts of a language in the order of files and keys. A file that cannot be read is left out:
/// [`crate::files::Files::read`] complains of it.
pub fn texts(content: &Path, code: &str) -> Vec<Text> {
    let mut found = Vec::new();
    folder(content, &format!("words/{code}"), &mut found);
    found
}

fn folder(content: &Path, path: &str, found: &mut Vec<Text>) {
    let entries = fs::read_dir(content.join(path)).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    for name in names.iter().filter(|name| !LISTS.contains(&name.as_str())) {
        let path = format!("{path}/{name}");
        if content.join(&path).is_dir() {
            folder(content, &path, found);
        } else if let Some(json) =
            fs::read_to_string(content.join(&path)).ok().and_then(|text| serde_json::from_str(&text).ok())
        {
            strings(&json, &path, "", found);
        }
    }
}

fn strings(json: &Value, file: &str, key: &str, found: &mut Vec<Text>) {
    match json {
        Value::String(words) => found.push(Text { file: file.into(), key: key.into(), words: words.clone() }),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                strings(item, file, &format!("{key}[{at}]"), found);
            }
        }
        Value::Object(entries) => {
            for (name, item) in entries {
                let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                strings(item, file, &key, found);
            }
        }
        _ => {}
    }
}

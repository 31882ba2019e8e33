//! `dist/v/<version>/manifest.json`: what the script loads, as `bake` wrote it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::problem::{Explain, Outcome, Problem};

/// The files of one version, relative to the manifest's folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The folder `dist/v/<version>`.
    pub dir: PathBuf,
    /// The version of the widget.
    pub version: String,
    /// The shell that the stub loads.
    pub shell: String,
    /// The WebAssembly module.
    pub wasm: String,
    /// The style sheets: one or more.
    pub styles: Vec<String>,
    /// The content pack of each language.
    pub packs: BTreeMap<String, String>,
}

impl Manifest {
    /// Reads the one manifest of a release build.
    pub fn read(dist: &Path) -> Outcome<Self> {
        let versions = dist.join("v");
        let entries = fs::read_dir(&versions).or_say(format_args!("cannot read {}", versions.display()))?;
        let mut dirs: Vec<PathBuf> =
            entries.flatten().map(|entry| entry.path()).filter(|dir| dir.join("manifest.json").is_file()).collect();
        let (Some(dir), true) = (dirs.pop(), dirs.is_empty()) else {
            return Err(Problem::says(format!("{} should hold one version with a manifest.json", versions.display())));
        };
        let path = dir.join("manifest.json");
        let text = fs::read_to_string(&path).or_say(format_args!("cannot read {}", path.display()))?;
        Self::parse(&text, dir).map_err(|fault| Problem::says(format!("{}: {fault}", path.display())))
    }

    /// Reads a manifest's text.
    fn parse(text: &str, dir: PathBuf) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let word = |key: &str| {
            value.get(key).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| format!("`{key}` should be text"))
        };
        let packs =
            value.get("packs").and_then(Value::as_object).ok_or("`packs` should name a file for each language")?;
        Ok(Self {
            version: word("version")?,
            shell: word("shell")?,
            wasm: word("wasm")?,
            styles: files(value.get("styles").unwrap_or(&Value::Null)).ok_or("`styles` should name files")?,
            packs: packs
                .iter()
                .map(|(language, file)| Some((language.clone(), file.as_str()?.to_owned())))
                .collect::<Option<_>>()
                .ok_or("`packs` should name a file for each language")?,
            dir,
        })
    }

    /// The path of a file that the manifest names.
    pub fn path(&self, file: &str) -> PathBuf {
        self.dir.join(file)
    }

    /// All parts of a language that load behind the rest, as one file.
    pub fn parts(&self, language: &str) -> PathBuf {
        let pack = self.packs.get(language).map(String::as_str).unwrap_or_default();
        self.path(pack.trim_end_matches(".pack")).join("all.pack")
    }

    /// Everything that the script loads for one language.
    pub fn loads(&self, language: &str) -> Vec<PathBuf> {
        [&self.shell, &self.wasm]
            .into_iter()
            .chain(&self.styles)
            .chain(self.packs.get(language))
            .map(|file| self.path(file))
            .collect()
    }
}

/// File names: one, a list, or the values of an object.
fn files(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::String(file) => Some(vec![file.clone()]),
        Value::Array(list) => list.iter().map(|file| file.as_str().map(str::to_owned)).collect(),
        Value::Object(map) => map.values().map(|file| file.as_str().map(str::to_owned)).collect(),
        Value::Bool(_) | Value::Number(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::Manifest;

    const TEXT: &str = r#"{"version": "0.1.0", "shell": "shell-1.js", "wasm": "w-1.wasm", "styles": "s-1.css",
        "packs": {"bg": "bg-1.pack", "en": "en-1.pack"}}"#;

    #[test]
    fn a_language_loads_its_own_pack_only() {
        let manifest = Manifest::parse(TEXT, PathBuf::from("v")).expect("reads");
        let names: Vec<_> = manifest.loads("en").into_iter().map(|path| path.display().to_string()).collect();
        let dir = Path::new("v");
        let wanted =
            ["shell-1.js", "w-1.wasm", "s-1.css", "en-1.pack"].map(|name| dir.join(name).display().to_string());
        assert_eq!(names, wanted);
    }

    #[test]
    fn a_fault_names_its_key() {
        let fault = Manifest::parse(&TEXT.replace("\"wasm\"", "\"was\""), PathBuf::new());
        assert_eq!(fault, Err("`wasm` should be text".to_owned()));
    }
}

//! JSON Schemas of the content files, made from the very types that read them.

use std::{fs, path::Path};

use anyhow::Context;
use schemars::schema_for;

use crate::files::{
    AboutWords, ChapterFacts, ChapterWords, FigureFacts, FigureWords, LanguageFacts, Map, NoticeFacts, NoticeWords,
    ParameterFacts, Quantity, SourceFacts, SpelledWord, TermFacts, TermWords, UnitWords, WordingWords,
};

/// Writes one schema a kind of file; `.vscode/settings.json` maps them to the files.
///
/// # Errors
/// When the folder cannot be written.
pub fn write(out: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    for (name, schema) in all() {
        let path = out.join(format!("{name}.schema.json"));
        let text = serde_json::to_string_pretty(&schema)?;
        fs::write(&path, text + "\n").with_context(|| format!("cannot write {}", path.display()))?;
    }
    println!("schemas: {}", out.display());
    Ok(())
}

/// Every schema by name.
pub fn all() -> Vec<(&'static str, schemars::Schema)> {
    vec![
        ("about", schema_for!(Map<AboutWords>)),
        ("builder", schema_for!(Map<String>)),
        ("chapter-facts", schema_for!(ChapterFacts)),
        ("chapter-words", schema_for!(ChapterWords)),
        ("figure-facts", schema_for!(FigureFacts)),
        ("figure-words", schema_for!(FigureWords)),
        ("hard", schema_for!(Map<String>)),
        ("interface", schema_for!(Map<String>)),
        ("languages", schema_for!(Vec<LanguageFacts>)),
        ("notices-facts", schema_for!(Map<NoticeFacts>)),
        ("notices-words", schema_for!(Map<NoticeWords>)),
        ("physiology", schema_for!(Map<ParameterFacts>)),
        ("quantities", schema_for!(Map<Quantity>)),
        ("sources", schema_for!(Map<SourceFacts>)),
        ("spelling", schema_for!(Map<SpelledWord>)),
        ("term-facts", schema_for!(TermFacts)),
        ("term-words", schema_for!(TermWords)),
        ("units", schema_for!(Map<UnitWords>)),
        ("wording", schema_for!(Map<WordingWords>)),
    ]
}

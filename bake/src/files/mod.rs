//! The files of `content/` as they are written: one type a format, unknown keys refused.

pub mod builder;
pub mod chapter;
pub mod drawing;
pub mod figure;
pub mod language;
pub mod quantity;
pub mod small;

use std::{collections::BTreeMap, fs, path::Path};

use serde::de::DeserializeOwned;

use crate::problem::Problems;

pub use builder::BuilderWords;
pub use chapter::{ChapterFacts, ChapterWords, ClaimFacts, SectionFacts, SectionWords};
pub use drawing::{FlowFacts, MoveFacts, PartFacts, ShapeFacts, StepFacts};
pub use figure::{ChartFacts, FigureFacts, FigureWords, Kind, RungFacts};
pub use language::{SpelledWord, Why, WordingWords};
pub use quantity::Quantity;
pub use small::{
    AboutWords, LanguageFacts, NoticeFacts, NoticeWords, ParameterFacts, SourceFacts, TermFacts, TermWords, UnitWords,
};

/// Where it stands no line ends.
const WORD_JOINER: char = '\u{2060}';

/// A map in the order of its keys.
pub type Map<T> = BTreeMap<String, T>;

/// All files of a content folder.
#[derive(Debug)]
pub struct Files {
    /// `languages.json`, the source language first.
    pub languages: Vec<LanguageFacts>,
    /// `sources.json`.
    pub sources: Map<SourceFacts>,
    /// `facts/quantities/*.json`: each id with the file that it stands in.
    pub quantities: Map<(String, Quantity)>,
    /// `facts/chapters/*.json`.
    pub chapters: Map<ChapterFacts>,
    /// `facts/figures/*.json`.
    pub figures: Map<FigureFacts>,
    /// `facts/terms/*.json`.
    pub terms: Map<TermFacts>,
    /// `facts/notices.json`.
    pub notices: Map<NoticeFacts>,
    /// `facts/physiology.json`.
    pub physiology: Map<ParameterFacts>,
    /// `words/<lang>/…`, by language code.
    pub words: Map<Words>,
}

/// All words of one language.
#[derive(Debug)]
pub struct Words {
    /// `chapters/*.json`.
    pub chapters: Map<ChapterWords>,
    /// `figures/*.json`.
    pub figures: Map<FigureWords>,
    /// `terms/*.json`.
    pub terms: Map<TermWords>,
    /// `about.json`.
    pub about: Map<AboutWords>,
    /// `notices.json`.
    pub notices: Map<NoticeWords>,
    /// `units.json`.
    pub units: Map<UnitWords>,
    /// `interface.json`.
    pub interface: Map<String>,
    /// `spelling.json`: words that the dictionary does not know, each with what allows it.
    pub spelling: Map<SpelledWord>,
    /// `hard.json`: words that the dictionary knows and readers may not, each with the term that explains it.
    pub hard: Map<String>,
    /// `wording.json`: forms that are not used, each with the one that is.
    pub wording: Map<WordingWords>,
}

impl Files {
    /// Reads the whole folder; what cannot be read is noted and left out.
    pub fn read(root: &Path, problems: &Problems) -> Self {
        let reader = Reader { root, problems, unbroken: &[] };
        let languages: Vec<LanguageFacts> = reader.file("languages.json").unwrap_or_default();
        let mut quantities = Map::new();
        for (name, group) in reader.folder::<Map<Quantity>>("facts/quantities") {
            let file = format!("facts/quantities/{name}.json");
            for (id, quantity) in group {
                if let Some((first, _)) = quantities.get(&id) {
                    problems.add(&file, &id, format!("this quantity stands in {first} too"));
                }
                quantities.insert(id, (file.clone(), quantity));
            }
        }
        let words = languages.iter().map(|language| (language.code.clone(), reader.words(language))).collect();
        Self {
            sources: reader.file("sources.json").unwrap_or_default(),
            quantities,
            chapters: reader.folder("facts/chapters"),
            figures: reader.folder("facts/figures"),
            terms: reader.folder("facts/terms"),
            notices: reader.file("facts/notices.json").unwrap_or_default(),
            physiology: reader.file("facts/physiology.json").unwrap_or_default(),
            words,
            languages,
        }
    }
}

struct Reader<'a> {
    root: &'a Path,
    problems: &'a Problems,
    /// See [`LanguageFacts::unbroken`].
    unbroken: &'a [String],
}

impl Reader<'_> {
    fn words(&self, language: &LanguageFacts) -> Words {
        let at = |path: &str| format!("words/{}/{path}", language.code);
        let shown = Reader { unbroken: &language.unbroken, ..*self };
        Words {
            chapters: shown.folder(&at("chapters")),
            figures: shown.folder(&at("figures")),
            terms: shown.folder(&at("terms")),
            about: shown.file(&at("about.json")).unwrap_or_default(),
            // They stand to the letter.
            notices: self.file(&at("notices.json")).unwrap_or_default(),
            units: shown.file(&at("units.json")).unwrap_or_default(),
            interface: shown.file(&at("interface.json")).unwrap_or_default(),
            spelling: self.file(&at("spelling.json")).unwrap_or_default(),
            hard: self.file(&at("hard.json")).unwrap_or_default(),
            wording: self.file(&at("wording.json")).unwrap_or_default(),
        }
    }

    /// Every `.json` of a folder by its stem; a missing folder is an empty one.
    fn folder<T: DeserializeOwned>(&self, path: &str) -> Map<T> {
        let Ok(entries) = fs::read_dir(self.root.join(path)) else {
            return Map::new();
        };
        entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                let stem = name.strip_suffix(".json")?;
                Some((stem.to_owned(), self.file(&format!("{path}/{name}"))?))
            })
            .collect()
    }

    fn file<T: DeserializeOwned>(&self, path: &str) -> Option<T> {
        let text = match fs::read_to_string(self.root.join(path)) {
            Ok(text) => unbroken(text, self.unbroken),
            Err(error) => {
                self.problems.add(path, "", format!("cannot be read: {error}"));
                return None;
            }
        };
        let mut json = serde_json::Deserializer::from_str(&text);
        match serde_path_to_error::deserialize(&mut json) {
            Ok(value) => match json.end() {
                Ok(()) => Some(value),
                Err(error) => {
                    self.problems.add(path, "", error.to_string());
                    None
                }
            },
            Err(error) => {
                // The path is "." for the whole file and ends with "?" where it is not known.
                let key = error.path().to_string();
                let key = key.trim_end_matches(['.', '?']);
                self.problems.add(path, key, error.into_inner().to_string());
                None
            }
        }
    }
}

/// A file whose words hold together at the hyphens of such beginnings.
fn unbroken(text: String, beginnings: &[String]) -> String {
    beginnings.iter().fold(text, |text, beginning| {
        let mut whole = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find(beginning.as_str()) {
            let (before, after) = rest.split_at(at + beginning.len());
            let starts = !before[..at].chars().next_back().is_some_and(char::is_alphabetic);
            whole.push_str(before);
            whole.extend((starts && after.starts_with(char::is_alphabetic)).then_some(WORD_JOINER));
            rest = after;
        }
        whole + rest
    })
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn comparatives_hold_together_at_their_hyphen() {
        let beginnings = ["по-".to_owned(), "най-".to_owned()];
        let set = |text: &str| unbroken(text.to_owned(), &beginnings).replace('\u{2060}', "|");
        assert_eq!(set("по-бързо и най-малко"), "по-|бързо и най-|малко");
        assert_eq!(set("депо-форма, по- и най-"), "депо-форма, по- и най-");
    }
}

//! The small files: languages, sources, terms, notices, units, the model's parameters.

use oxytocin_explainer::model;
use schemars::JsonSchema;
use serde::Deserialize;

/// An entry of `languages.json`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct LanguageFacts {
    /// BCP 47 code.
    pub code: String,
    /// Its name for itself.
    pub name: String,
    /// Writing direction.
    pub direction: Direction,
    /// What stands between whole and fraction.
    pub decimal: char,
    /// What opens and what closes a quotation.
    pub quotes: (char, char),
    /// The package that brings its hunspell dictionary, with its exact version, as npm names it.
    pub dictionary: String,
    /// How it writes a day, with `{day}`, `{month}` and `{year}`; it is never broken.
    pub date: String,
    /// What it calls the months, if a day is written with their names.
    #[serde(default)]
    pub months: Vec<String>,
    /// Beginnings of words after whose hyphen no line may end.
    #[serde(default)]
    pub unbroken: Vec<String>,
    /// Whether it is the source, complete, or still in work.
    pub status: Status,
}

/// Writing direction.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// How far a language has come. A language in work is checked as strictly as the others.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The one that is written first.
    Source,
    /// Whole.
    Complete,
}

impl From<&LanguageFacts> for model::Language {
    fn from(facts: &LanguageFacts) -> Self {
        Self {
            code: facts.code.clone(),
            name: facts.name.clone(),
            direction: match facts.direction {
                Direction::Ltr => "ltr".into(),
                Direction::Rtl => "rtl".into(),
            },
            decimal: facts.decimal,
        }
    }
}

/// An entry of `sources.json`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SourceFacts {
    /// Who wrote it.
    #[serde(default)]
    pub authors: Option<String>,
    /// What it is called, or what it is.
    pub title: String,
    /// Journal, volume, pages, or the page's owner.
    #[serde(rename = "where")]
    pub place: String,
    /// The year.
    #[serde(default)]
    pub year: Option<u16>,
    /// Where to find it.
    #[serde(default)]
    pub url: Option<String>,
    /// How much of it the editors had before them.
    pub seen: Seen,
}

/// How much of a source the editors had before them.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// Its abstract.
    Abstract,
    /// An excerpt.
    Excerpt,
    /// Its title only.
    Title,
}

impl From<Seen> for model::Seen {
    fn from(seen: Seen) -> Self {
        match seen {
            Seen::Abstract => Self::Abstract,
            Seen::Excerpt => Self::Excerpt,
            Seen::Title => Self::Title,
        }
    }
}

/// `facts/terms/*.json`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct TermFacts {
    /// The Latin name, where it has been verified.
    #[serde(default)]
    pub latin: Option<String>,
    /// Neighbouring terms.
    #[serde(default)]
    pub related: Vec<String>,
}

/// `words/<lang>/terms/*.json`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct TermWords {
    /// The headword.
    pub name: String,
    /// Other names and abbreviations.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What it means (rich, without links).
    pub definition: String,
}

/// An entry of `facts/notices.json`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct NoticeFacts {
    /// Where it stands.
    pub place: NoticePlace,
    /// What it stands on.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Where a notice stands.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum NoticePlace {
    /// Before the first chapter.
    Start,
    /// At the end of each chapter that names it.
    Chapter,
}

impl From<NoticePlace> for model::NoticePlace {
    fn from(place: NoticePlace) -> Self {
        match place {
            NoticePlace::Start => Self::Start,
            NoticePlace::Chapter => Self::Chapter,
        }
    }
}

/// An entry of `words/<lang>/notices.json`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct NoticeWords {
    /// Its heading.
    pub title: String,
    /// What it says (rich).
    pub text: String,
    /// A list under it (rich).
    #[serde(default)]
    pub items: Vec<String>,
    /// A sentence that introduces what is urgent (rich).
    #[serde(default)]
    pub urgent: String,
    /// The list of what is urgent (rich).
    #[serde(default)]
    pub urgent_items: Vec<String>,
}

/// An item of `words/<lang>/about.json`: what readers may ask of whoever informs them about their health.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct AboutWords {
    /// Its heading.
    pub title: String,
    /// What it says (rich).
    pub text: String,
}

/// An entry of `words/<lang>/units.json`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct UnitWords {
    /// After one.
    pub one: String,
    /// After any other number.
    pub other: String,
}

/// An entry of `facts/physiology.json`: one number of the labour model.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ParameterFacts {
    /// The number.
    pub value: f64,
    /// Its unit, in words.
    pub unit: String,
    /// Whether it was measured or chosen to show the behaviour.
    pub kind: ParameterKind,
    /// What it stands on; a measured one has at least one.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What it is, for editors.
    pub about: String,
}

/// Where a number of the model comes from.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ParameterKind {
    /// Measured.
    Measured,
    /// Chosen to show the behaviour.
    Illustrative,
}

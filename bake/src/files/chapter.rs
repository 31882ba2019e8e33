//! `facts/chapters/*.json` and `words/<lang>/chapters/*.json`.

use oxytocin_explainer::model;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Map;

/// A chapter's facts.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ChapterFacts {
    /// Its place among the chapters, from 1.
    pub order: u8,
    /// The day on which its claims were last held against their sources, as `YYYY-MM-DD`.
    pub checked: String,
    /// Its sections in reading order.
    pub sections: Vec<SectionFacts>,
    /// The claims of its closed "In depth" part.
    pub depth: Vec<ClaimFacts>,
    /// "In short": each item with the claims it rests on.
    pub summary: Vec<SummaryFacts>,
    /// The notices that close it.
    #[serde(default)]
    pub notices: Vec<String>,
}

/// A section's facts.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SectionFacts {
    /// Its id within the chapter.
    pub id: String,
    /// The figure beside it.
    #[serde(default)]
    pub figure: Option<FigurePlaceFacts>,
    /// Its claims in reading order.
    pub claims: Vec<ClaimFacts>,
}

/// Which figure stands beside a section, at which step.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct FigurePlaceFacts {
    /// The figure.
    pub id: String,
    /// Its step.
    #[serde(default)]
    pub step: Option<String>,
}

/// A claim's ground.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ClaimFacts {
    /// Its id, unique in the whole content.
    pub id: String,
    /// What it stands on: ids of `sources.json`, at least one.
    pub sources: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// In whom it was found.
    #[serde(default)]
    pub species: Vec<Species>,
    /// How the statement that it answers fares; only with words under `said`.
    #[serde(default)]
    pub verdict: Option<Verdict>,
}

/// How a popular statement fares against the sources.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It holds.
    Confirmed,
    /// It holds in part, or needs a caution.
    Refined,
    /// It does not hold as it is said.
    Corrected,
}

impl From<Verdict> for model::Verdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Confirmed => Self::Confirmed,
            Verdict::Refined => Self::Refined,
            Verdict::Corrected => Self::Corrected,
        }
    }
}

/// An item of the summary.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SummaryFacts {
    /// Its id within the chapter.
    pub id: String,
    /// The claims that it sums up.
    pub from: Vec<String>,
}

/// How sure a claim is.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Textbook ground.
    Established,
    /// Well supported, not closed.
    Likely,
    /// Sources disagree.
    Debated,
}

impl From<Certainty> for model::Certainty {
    fn from(certainty: Certainty) -> Self {
        match certainty {
            Certainty::Established => Self::Established,
            Certainty::Likely => Self::Likely,
            Certainty::Debated => Self::Debated,
        }
    }
}

/// In whom something was found.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Species {
    /// People.
    Human,
    /// Rats.
    Rat,
    /// Mice.
    Mouse,
    /// Prairie voles.
    Vole,
    /// Guinea pigs.
    GuineaPig,
    /// Rabbits.
    Rabbit,
    /// Animals of several kinds, or of kinds that the source's reader has not seen named.
    Animal,
}

impl From<Species> for model::Species {
    fn from(species: Species) -> Self {
        match species {
            Species::Human => Self::Human,
            Species::Rat => Self::Rat,
            Species::Mouse => Self::Mouse,
            Species::Vole => Self::Vole,
            Species::GuineaPig => Self::GuineaPig,
            Species::Rabbit => Self::Rabbit,
            Species::Animal => Self::Animal,
        }
    }
}

/// A chapter's words.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ChapterWords {
    /// Its heading.
    pub title: String,
    /// Its name in the line of chapters: a word or two.
    pub short: String,
    /// Its message in one sentence (rich).
    pub message: String,
    /// The sections' words by id.
    pub sections: Map<SectionWords>,
    /// The depth's claims by id (rich).
    pub depth: Map<String>,
    /// The summary's items by id (rich).
    pub summary: Map<String>,
}

/// A section's words.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SectionWords {
    /// Its heading.
    pub heading: String,
    /// What is often said, by the id of the claim that answers it (plain, without quotation marks).
    #[serde(default)]
    pub said: Map<String>,
    /// Its claims by id (rich).
    pub claims: Map<String>,
}

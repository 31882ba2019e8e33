//! A glossary entry.

use serde::{Deserialize, Serialize};

use super::{
    id::{ChapterId, TermId},
    rich::Rich,
    search::fold,
};

/// One entry of the glossary.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Term {
    /// Its name in links and hooks.
    pub id: TermId,
    /// The headword.
    pub name: String,
    /// Other names and abbreviations.
    pub synonyms: Vec<String>,
    /// What it means.
    pub definition: Rich,
    /// The Latin name, where it has been verified.
    pub latin: Option<String>,
    /// The headword in the other languages, with their codes.
    pub elsewhere: Vec<(String, String)>,
    /// Neighbouring terms.
    pub related: Vec<TermId>,
    /// The chapters whose text links to it.
    pub chapters: Vec<ChapterId>,
    /// What search looks through: [`Term::folded`], worked out when a pack is read.
    #[serde(skip)]
    pub key: String,
}

impl Term {
    /// All its names, folded for search.
    pub fn folded(&self) -> String {
        let elsewhere = self.elsewhere.iter().map(|(_, name)| name);
        let names = [&self.name].into_iter().chain(&self.synonyms).chain(elsewhere).chain(&self.latin);
        names.map(|name| fold(name)).collect::<Vec<_>>().join(" | ")
    }
}

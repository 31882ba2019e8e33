//! A chapter: its message, its sections of claims, what to take home, and the depth for students.

use serde::{Deserialize, Serialize};

use super::{
    id::{ChapterId, ClaimId, FigureId, NoticeId, SectionId, StepId},
    rich::Rich,
};

/// One chapter of the explainer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Chapter {
    /// Its name in links and hooks.
    pub id: ChapterId,
    /// Its heading.
    pub title: String,
    /// Its name in the line of chapters.
    pub short: String,
    /// Its message, in one sentence.
    pub message: Rich,
    /// Its text, in reading order.
    pub sections: Vec<Section>,
    /// The closed "In depth" part.
    pub depth: Vec<Claim>,
    /// "In short".
    pub summary: Vec<Rich>,
    /// The notices of care that close it.
    pub notices: Vec<NoticeId>,
    /// The day on which its claims were last held against their sources: ISO, and as the language writes it.
    pub checked: (String, String),
}

/// A heading and the claims under it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Section {
    /// Its name within the chapter.
    pub id: SectionId,
    /// Its heading.
    pub heading: String,
    /// The figure that stands beside it, if any.
    pub figure: Option<FigurePlace>,
    /// Its paragraphs.
    pub claims: Vec<Claim>,
}

/// Which figure stands beside a section, and at which of its steps.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FigurePlace {
    /// The figure.
    pub id: FigureId,
    /// The step that shows what the section tells.
    pub step: Option<StepId>,
}

/// A short paragraph with its ground.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// Its name, unique in the whole explainer; the `data-fact` hook.
    pub id: ClaimId,
    /// The words, citations included.
    pub text: Rich,
    /// How sure it is.
    pub certainty: Certainty,
    /// In whom it was found; empty where no species applies.
    pub species: Vec<Species>,
}

impl Chapter {
    /// Every claim, the sections' first, then the depth's.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.sections.iter().flat_map(|section| &section.claims).chain(&self.depth)
    }
}

/// How sure a claim is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Textbook ground.
    Established,
    /// Well supported, not closed.
    Likely,
    /// Sources disagree.
    Debated,
}

/// In whom something was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
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
}

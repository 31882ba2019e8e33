//! A chapter: its message, its sections of claims, what to take home, and the depth for students.

use super::{
    Word,
    id::{ChapterId, ClaimId, FigureId, NoticeId, SectionId, StepId},
    packed::packed,
    rich::Rich,
};

/// One chapter of the explainer.
#[derive(Clone, PartialEq, Debug)]
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
#[derive(Clone, PartialEq, Debug)]
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
#[derive(Clone, PartialEq, Debug)]
pub struct FigurePlace {
    /// The figure.
    pub id: FigureId,
    /// The step that shows what the section tells.
    pub step: Option<StepId>,
}

/// A short paragraph with its ground.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// Its name, unique in the whole explainer; the `data-fact` hook.
    pub id: ClaimId,
    /// What is often said, where the claim answers it.
    pub said: Option<Saying>,
    /// The words, citations included.
    pub text: Rich,
    /// How sure it is.
    pub certainty: Certainty,
    /// In whom it was found; empty where no species applies.
    pub species: Vec<Species>,
}

/// A statement of popular texts, and how it fares.
#[derive(Clone, PartialEq, Debug)]
pub struct Saying {
    /// The statement, without quotation marks.
    pub words: String,
    /// What is to be said of it; without, the claim corrects it.
    pub verdict: Option<Verdict>,
}

/// How a popular statement fares against the sources.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It holds.
    Confirmed,
    /// It holds in part, or needs a caution.
    Refined,
    /// It does not hold as it is said.
    Corrected,
}

impl Chapter {
    /// Every claim, the sections' first, then the depth's.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.sections.iter().flat_map(|section| &section.claims).chain(&self.depth)
    }

    /// The figures that stand beside its sections, in reading order; one that several share comes with each.
    pub fn figures(&self) -> impl Iterator<Item = &FigureId> {
        self.sections.iter().filter_map(|section| Some(&section.figure.as_ref()?.id))
    }
}

/// How sure a claim is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// Textbook ground.
    Established,
    /// Well supported, not closed.
    Likely,
    /// Sources disagree.
    Debated,
}

/// In whom something was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
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

impl Species {
    /// Its name among the words of the interface.
    pub fn word(self) -> Word {
        match self {
            Self::Human => Word::Human,
            Self::Rat => Word::Rat,
            Self::Mouse => Word::Mouse,
            Self::Vole => Word::Vole,
            Self::GuineaPig => Word::GuineaPig,
            Self::Rabbit => Word::Rabbit,
            Self::Animal => Word::Animal,
        }
    }
}

packed!(struct Chapter { id, title, short, message, sections, depth, summary, notices, checked });
packed!(struct Section { id, heading, figure, claims });
packed!(struct FigurePlace { id, step });
packed!(struct Claim { id, said, text, certainty, species });
packed!(struct Saying { words, verdict });
packed!(
    enum Verdict {
        Confirmed,
        Refined,
        Corrected,
    }
);
packed!(
    enum Certainty {
        Established,
        Likely,
        Debated,
    }
);
packed!(
    enum Species {
        Human,
        Rat,
        Mouse,
        Vole,
        GuineaPig,
        Rabbit,
        Animal,
    }
);

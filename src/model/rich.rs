//! Rich text as a tree: what a sentence may hold besides letters.

use serde::{Deserialize, Serialize};

use super::id::{ChapterId, FigureId, PartId, TermId};

/// A run of rich text, in reading order.
pub type Rich = Vec<Inline>;

/// One piece of rich text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Inline {
    /// Plain words; numbers already stand in them in the language's own way.
    Text(String),
    /// Stressed words.
    Emphasis(String),
    /// A glossary link: the words, and the term that they open.
    Term(TermId, String),
    /// A link that lights a part of a figure.
    Part(FigureId, PartId, String),
    /// A link to a chapter.
    Chapter(ChapterId, String),
    /// A citation: the source's index in [`super::Pack::sources`].
    Cite(u16),
}

/// The words alone, without links and citations.
pub fn plain(rich: &[Inline]) -> String {
    rich.iter()
        .map(|inline| match inline {
            Inline::Text(words)
            | Inline::Emphasis(words)
            | Inline::Term(_, words)
            | Inline::Part(_, _, words)
            | Inline::Chapter(_, words) => words.as_str(),
            Inline::Cite(_) => "",
        })
        .collect()
}

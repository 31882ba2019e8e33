//! Rich text as a tree: what a sentence may hold besides letters.

use super::{
    id::{ChapterId, FigureId, PartId, TermId},
    packed::packed,
};

/// A run of rich text, in reading order.
pub type Rich = Vec<Inline>;

/// One piece of rich text.
#[derive(Clone, PartialEq, Debug)]
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
    /// The number to call in an emergency, unless the host names another.
    Emergency(String),
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
            | Inline::Chapter(_, words)
            | Inline::Emergency(words) => words.as_str(),
            Inline::Cite(_) => "",
        })
        .collect()
}

packed!(
    enum Inline {
        Text(words),
        Emphasis(words),
        Term(id, words),
        Part(figure, part, words),
        Chapter(id, words),
        Emergency(number),
        Cite(source),
    }
);

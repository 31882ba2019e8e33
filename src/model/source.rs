//! A source: what a claim stands on.

use super::{
    id::{ChapterId, SourceId},
    packed::packed,
};

/// One entry of the bibliography. Its number is its place in the pack, plus one.
#[derive(Clone, PartialEq, Debug)]
pub struct Source {
    /// Its name in hooks.
    pub id: SourceId,
    /// Who wrote it, where named.
    pub authors: Option<String>,
    /// What it is called, in its own language.
    pub title: String,
    /// Where it appeared: journal, volume, pages, or the page's owner.
    pub place: String,
    /// The year, where known.
    pub year: Option<u16>,
    /// Where to find it.
    pub url: Option<String>,
    /// How much of it the editors had before them.
    pub seen: Seen,
    /// The chapters whose claims it supports.
    pub chapters: Vec<ChapterId>,
}

impl Source {
    /// A source of which only the name has been loaded.
    pub fn unread(id: SourceId) -> Self {
        let (title, place) = (String::new(), String::new());
        Self { id, authors: None, title, place, year: None, url: None, seen: Seen::Title, chapters: Vec::new() }
    }
}

/// How much of a source the editors had before them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seen {
    /// Its abstract.
    Abstract,
    /// An excerpt of the full text or page.
    Excerpt,
    /// Its title only.
    Title,
}

packed!(struct Source { id, authors, title, place, year, url, seen, chapters });
packed!(
    enum Seen {
        Abstract,
        Excerpt,
        Title,
    }
);

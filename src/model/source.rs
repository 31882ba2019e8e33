//! A source: what a claim stands on.

use serde::{Deserialize, Serialize};

use super::id::SourceId;

/// One entry of the bibliography. Its number is its place in the pack, plus one.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
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
}

/// How much of a source the editors had before them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// Its abstract.
    Abstract,
    /// An excerpt of the full text or page.
    Excerpt,
    /// Its title only.
    Title,
}

//! The desk at which one language's pack is put together, and the notes taken meanwhile.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    files::{Files, LanguageFacts, Words},
    problem::Problems,
};

/// Everything at hand while one language is put together.
pub struct Desk<'a> {
    pub files: &'a Files,
    pub words: &'a Words,
    pub language: &'a LanguageFacts,
    pub problems: &'a Problems,
    /// Source ids in the order of their numbers.
    pub order: &'a [String],
    pub uses: RefCell<Uses>,
}

/// What the words of one language have made use of.
#[derive(Default)]
pub struct Uses {
    /// Terms linked to, with the chapters that link (none for figures and notices).
    pub terms: BTreeMap<String, BTreeSet<String>>,
    pub quantities: BTreeSet<String>,
}

/// Where a text stands, and what links in it may mean.
#[derive(Clone)]
pub struct Place<'a> {
    pub file: String,
    pub key: String,
    /// The chapter it belongs to.
    pub chapter: Option<&'a str>,
    /// The figure that a bare `show:` means.
    pub figure: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub fn new(file: &str, key: impl Into<String>) -> Self {
        Self { file: file.into(), key: key.into(), chapter: None, figure: None }
    }

    pub fn chapter(self, chapter: &'a str) -> Self {
        Self { chapter: Some(chapter), ..self }
    }

    pub fn figure(self, figure: Option<&'a str>) -> Self {
        Self { figure, ..self }
    }
}

impl<'a> Desk<'a> {
    pub fn new(
        files: &'a Files,
        problems: &'a Problems,
        language: &'a LanguageFacts,
        order: &'a [String],
    ) -> Option<Self> {
        Some(Self {
            words: files.words.get(&language.code)?,
            uses: RefCell::default(),
            files,
            language,
            problems,
            order,
        })
    }

    /// The path of a words file in this language.
    pub fn words_file(&self, path: &str) -> String {
        format!("words/{}/{path}", self.language.code)
    }

    /// The index of a source in the pack.
    pub fn cite(&self, id: &str) -> Option<u16> {
        let index = self.order.iter().position(|known| known == id)?;
        u16::try_from(index).ok()
    }

    /// Notes a problem at a place.
    pub fn complain(&self, place: &Place, message: impl Into<String>) {
        self.problems.add(&place.file, &place.key, message);
    }

    /// Notes that a term is linked to, or that there is none of that id.
    pub fn use_term(&self, place: &Place, id: &str) -> bool {
        if !self.files.terms.contains_key(id) {
            self.complain(place, format!("there is no term “{id}”"));
            return false;
        }
        let mut uses = self.uses.borrow_mut();
        let chapters = uses.terms.entry(id.into()).or_default();
        chapters.extend(place.chapter.map(str::to_owned));
        true
    }

    /// Checks a list of source ids that stands in a facts file.
    pub fn check_sources(&self, file: &str, key: &str, sources: &[String]) {
        for id in sources.iter().filter(|id| !self.files.sources.contains_key(*id)) {
            self.problems.add(file, key, format!("there is no source “{id}” in sources.json"));
        }
    }

    /// Complains of a text that is too long to be read comfortably where it stands.
    pub fn check_length(&self, place: &Place, text: &str, most: usize) {
        let length = text.chars().count();
        if length > most {
            self.complain(place, format!("{length} characters, {most} at most"));
        }
    }

    /// Complains of an empty text.
    pub fn check_filled(&self, place: &Place, text: &str) {
        if text.trim().is_empty() {
            self.complain(place, "this text is empty");
        }
    }
}

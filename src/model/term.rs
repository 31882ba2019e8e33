//! A glossary entry.

use super::{
    id::{ChapterId, TermId},
    packed::{Packed, Reader, Writer},
    rich::Rich,
    search::fold,
};

/// One entry of the glossary.
#[derive(Clone, PartialEq, Debug)]
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

impl Packed for Term {
    fn write(&self, writer: &mut Writer) {
        self.id.write(writer);
        self.name.write(writer);
        self.synonyms.write(writer);
        self.definition.write(writer);
        self.latin.write(writer);
        self.elsewhere.write(writer);
        self.related.write(writer);
        self.chapters.write(writer);
    }

    fn read(reader: &mut Reader) -> Self {
        let mut term = Self {
            id: Packed::read(reader),
            name: Packed::read(reader),
            synonyms: Packed::read(reader),
            definition: Packed::read(reader),
            latin: Packed::read(reader),
            elsewhere: Packed::read(reader),
            related: Packed::read(reader),
            chapters: Packed::read(reader),
            key: String::new(),
        };
        term.key = term.folded();
        term
    }
}

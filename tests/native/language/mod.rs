//! How the words are written, where a dictionary is needed to tell: spelling, and rare words explained.
//! The rules that need none are in `bake::language`.
//!
//! `cargo xtask test` fetches the dictionaries; after that, `cargo test --test native language` finds them too.

mod dictionary;
mod rare;
mod set;
mod spelling;

use std::sync::OnceLock;

use bake::{
    files::{Files, LanguageFacts, Words},
    language::{Text, texts},
    problem::Problems,
};

use crate::real::root;
use dictionary::Speller;

/// One language with all its words, and the dictionary that knows them.
struct Tongue {
    facts: &'static LanguageFacts,
    words: &'static Words,
    texts: Vec<Text>,
    speller: Speller,
}

/// The content's files.
fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| Files::read(&root().join("content"), &Problems::default()))
}

/// Every language of the content.
fn tongues() -> &'static [Tongue] {
    static TONGUES: OnceLock<Vec<Tongue>> = OnceLock::new();
    TONGUES.get_or_init(|| {
        files()
            .languages
            .iter()
            .map(|facts| {
                let words = &files().words[&facts.code];
                let texts = texts(&root().join("content"), &facts.code);
                assert!(texts.len() > 500, "{} texts in {}", texts.len(), facts.code);
                Tongue { facts, words, texts, speller: Speller::read(&facts.dictionary, words) }
            })
            .collect()
    })
}

/// Fails with every complaint, each on a line of its own.
fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{} problems:\n{}\n", complaints.len(), complaints.join("\n"));
}

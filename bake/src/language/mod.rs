//! How the words are written: the rules that need no dictionary.
//!
//! They read the files as plain JSON, so that a new field of any format is held to them from its first day.
//! What needs a dictionary (spelling, and whether rare words are explained) stands in `tests/native/language`
//! and reads the same texts.

mod listed;
mod sentences;
mod text;
mod typography;
mod visible;
mod wording;

use std::path::Path;

pub use text::{Text, texts};
pub use visible::{links, seen, tokens};

use crate::{files::Files, problem::Problems};

/// Notes every text that is not written as its language is.
pub fn check(content: &Path, files: &Files, problems: &Problems) {
    for language in &files.languages {
        let Some(words) = files.words.get(&language.code) else { continue };
        listed::check(&language.code, words, files, problems);
        for text in texts(content, &language.code) {
            let seen = seen(&text.words);
            let ours = (!text.is_of_others()).then(|| wording::without_quotations(&seen, language.quotes));
            let unwanted = ours.map(|ours| wording::breaches(&ours, &words.wording));
            let said = typography::breaches(&seen, language.quotes)
                .into_iter()
                .chain(typography::loose_units(&text.words, files, &words.units))
                .chain(sentences::breaches(&seen, text.most()))
                .chain(unwanted.into_iter().flatten());
            for message in said {
                problems.add(&text.file, &text.key, message);
            }
        }
    }
}

//! Content to packs and pages: everything that can be known before the reader comes.
//!
//! [`files`] reads `content/`, [`assemble`] follows every link and sets every number, [`language`] reads how
//! the words are written, `drawn` draws what never changes, [`problem`] gathers what is wrong, and [`site`]
//! writes what a reader gets.

pub mod assemble;
mod drawn;
pub mod files;
pub mod language;
pub mod problem;
pub mod schema;
pub mod site;

use std::path::Path;

use files::BuilderWords;
use oxytocin_explainer::model::Pack;
use problem::{Problem, Problems};

/// The words of the page on which site owners make their snippets, in the languages of the packs.
///
/// # Errors
/// Every problem of these words.
pub fn builder_words(content: &Path, packs: &[Pack]) -> Result<BuilderWords, Vec<Problem>> {
    let languages: Vec<String> = packs.iter().map(|pack| pack.language.code.clone()).collect();
    files::builder::read(content, &languages, &site::builder_keys())
}

/// One pack a language from a content folder.
///
/// # Errors
/// Every problem of the content, none left out.
pub fn packs(content: &Path) -> Result<Vec<Pack>, Vec<Problem>> {
    let problems = Problems::default();
    let files = files::Files::read(content, &problems);
    let packs = assemble::packs(&files, &problems);
    language::check(content, &files, &problems);
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(packs.into_iter().map(drawn::draw).map(settled).collect()) } else { Err(problems) }
}

/// The pack as a reader gets it: its numbers as fine as a pack keeps them.
fn settled(pack: Pack) -> Pack {
    match pack.encode().map(|bytes| Pack::decode(&bytes)) {
        Ok(Ok(settled)) => settled,
        // What cannot be packed is told of when it is written.
        _ => pack,
    }
}

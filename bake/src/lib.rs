//! Content to packs and pages: everything that can be known before the reader comes.
//!
//! [`files`] reads `content/`, [`assemble`] follows every link and sets every number, `drawn` draws what
//! never changes, [`problem`] gathers what is wrong, and [`site`] writes what a reader gets.

pub mod assemble;
mod drawn;
pub mod files;
pub mod problem;
pub mod schema;
pub mod site;

use std::path::Path;

use oxytocin_explainer::model::Pack;
use problem::{Problem, Problems};

/// One pack a language from a content folder.
///
/// # Errors
/// Every problem of the content, none left out.
pub fn packs(content: &Path) -> Result<Vec<Pack>, Vec<Problem>> {
    let problems = Problems::default();
    let files = files::Files::read(content, &problems);
    let packs = assemble::packs(&files, &problems);
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(packs.into_iter().map(drawn::draw).collect()) } else { Err(problems) }
}

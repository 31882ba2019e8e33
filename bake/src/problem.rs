//! What is wrong with the content: gathered, never stopping at the first.

use std::{cell::RefCell, fmt};

/// One problem, where it stands, and what to do.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The key inside it, as a dotted path; empty for the whole file.
    pub key: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "{}: {}", self.file, self.message),
            key => write!(f, "{}: {key}: {}", self.file, self.message),
        }
    }
}

/// Gathers problems while the content is read and put together.
#[derive(Default, Debug)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Notes one more.
    pub fn add(&self, file: &str, key: &str, message: impl Into<String>) {
        self.0.borrow_mut().push(Problem { file: file.into(), key: key.into(), message: message.into() });
    }

    /// All of them, sorted by file and key, each once.
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut all = self.0.into_inner();
        all.sort();
        all.dedup();
        all
    }
}

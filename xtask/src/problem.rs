//! What can go wrong, told in one line that says what to do.

use std::{fmt, io};

/// The result of anything that a command does.
pub type Outcome<T = ()> = Result<T, Problem>;

/// Why a command ends early.
#[derive(Debug)]
pub enum Problem {
    /// One line for the person at the keyboard.
    Says(String),
    /// What failed has printed its own story already.
    Shown,
}

impl Problem {
    /// A problem told in one line: what is wrong, then what to do.
    pub fn says(line: impl Into<String>) -> Self {
        Self::Says(line.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Says(line) => out.write_str(line),
            Self::Shown => out.write_str("failed, see above"),
        }
    }
}

/// Turns a system error into a [`Problem`].
pub trait Explain<T> {
    /// Puts `doing` before the system's own words: "cannot read Cargo.lock: not found".
    fn or_say(self, doing: impl fmt::Display) -> Outcome<T>;
}

impl<T> Explain<T> for io::Result<T> {
    fn or_say(self, doing: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Problem::Says(format!("{doing}: {error}")))
    }
}

//! What the explainer says of itself.

use super::{packed::packed, rich::Rich};

/// One item of "About": who wrote it, who paid, what is kept of readers.
#[derive(Clone, PartialEq, Debug)]
pub struct About {
    /// Its heading.
    pub title: String,
    /// What it says.
    pub text: Rich,
}

packed!(struct About { title, text });

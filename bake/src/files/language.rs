//! The lists by which a language's words are judged: `spelling.json`, `hard.json`, `wording.json`.

use schemars::JsonSchema;
use serde::Deserialize;

/// An entry of `words/<lang>/spelling.json`: a word that the language's dictionary does not know.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SpelledWord {
    /// Why it may stand in the text: the id of the term that it is a word of, `name of <term>` for the
    /// name of a thing that the term explains, or `name` for one that needs no explanation. Where several terms
    /// share the word, all of them: `one or another`.
    pub why: String,
    /// A word of the dictionary with the same endings; without it, only the very form is known.
    #[serde(default)]
    pub like: Option<String>,
}

/// What allows a word of `spelling.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why<'a> {
    /// It is a word of this term (of each of these, with ` or ` between), or a form of one.
    Term(&'a str),
    /// It names a thing that this term explains.
    NameOf(&'a str),
    /// It is a name.
    Name,
}

impl SpelledWord {
    /// What allows this word.
    pub fn why(&self) -> Why<'_> {
        match self.why.strip_prefix("name of ") {
            Some(term) => Why::NameOf(term),
            None if self.why == "name" => Why::Name,
            None => Why::Term(&self.why),
        }
    }
}

impl<'a> Why<'a> {
    /// The terms of which any one explains the word; a name of its own needs none.
    pub fn terms(self) -> Vec<&'a str> {
        match self {
            Self::Term(terms) | Self::NameOf(terms) => terms.split(" or ").collect(),
            Self::Name => Vec::new(),
        }
    }
}

/// An entry of `words/<lang>/wording.json`: a form that is not used here.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct WordingWords {
    /// What to write instead.
    #[serde(rename = "use")]
    pub instead: String,
    /// The reason.
    pub why: String,
}

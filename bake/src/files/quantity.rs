//! `facts/quantities/*.json`: every number, with unit and source.

use schemars::JsonSchema;
use serde::Deserialize;

use super::chapter::{Certainty, Species};

/// A number that the explainer prints or draws.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number itself; or `range`.
    #[serde(default)]
    pub value: Option<f64>,
    /// Least and most; or `value`.
    #[serde(default)]
    pub range: Option<(f64, f64)>,
    /// The ± of a value, as its source prints it.
    #[serde(default)]
    pub spread: Option<f64>,
    /// A key of `units.json`.
    pub unit: String,
    /// How many people or animals it was measured in.
    #[serde(default)]
    pub n: Option<u32>,
    /// In whom it was measured.
    #[serde(default)]
    pub species: Vec<Species>,
    /// Where it stands: ids of `sources.json`, at least one.
    pub sources: Vec<String>,
    /// How sure it is.
    #[serde(default)]
    pub certainty: Option<Certainty>,
    /// Whether we worked it out from other numbers.
    #[serde(default)]
    pub derived: bool,
    /// What it is, for editors.
    pub about: String,
}

impl Quantity {
    /// Least and most; the same number twice for a plain value.
    pub fn bounds(&self) -> Option<(f64, f64)> {
        self.range.or(self.value.map(|value| (value, value)))
    }
}

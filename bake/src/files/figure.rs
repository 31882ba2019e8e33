//! `facts/figures/*.json` and `words/<lang>/figures/*.json`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Map,
    chapter::Species,
    drawing::{FlowFacts, PartFacts, StepFacts},
};

/// A figure's facts.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct FigureFacts {
    /// What kind of drawing it is.
    pub kind: Kind,
    /// What it stands on.
    pub sources: Vec<String>,
    /// Where labels stand (scene, loop).
    #[serde(default)]
    pub columns: Option<Columns>,
    /// The sheet's height; its width is 800 (scene, loop).
    #[serde(default)]
    pub height: Option<f32>,
    /// Its parts in drawing order (scene, loop).
    #[serde(default)]
    pub parts: Vec<PartFacts>,
    /// What moves along paths (scene, loop).
    #[serde(default)]
    pub flows: Vec<FlowFacts>,
    /// Its steps, at least one (scene, loop).
    #[serde(default)]
    pub steps: Vec<StepFacts>,
    /// Its numbers (chart).
    #[serde(default)]
    pub chart: Option<ChartFacts>,
}

/// The closed set of drawing kinds.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A drawing of named parts.
    Scene,
    /// Measured numbers.
    Chart,
    /// A drawing that follows the labour simulation.
    Loop,
}

/// Where labels stand.
#[derive(Deserialize, JsonSchema, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Columns {
    /// Left and right of the drawing.
    Both,
    /// Right of it.
    Right,
    /// Nowhere.
    None,
}

/// A chart's numbers, by quantity id.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ChartFacts {
    /// What is left after a time.
    Decay {
        /// The half-life drawn.
        half_life: String,
        /// The range reported.
        range: String,
        /// How many minutes are drawn.
        span: f64,
    },
    /// Ticks on strips of equal time.
    Strips {
        /// The strips' length in minutes.
        window: f64,
        /// The strips.
        rows: Vec<StripFacts>,
    },
    /// Two measured levels.
    Growth {
        /// The first.
        early: LevelFacts,
        /// The second.
        term: LevelFacts,
        /// Regions from most to fewest, by label key.
        regions: Vec<String>,
    },
    /// Claims by how strong the evidence for them is.
    Ladder {
        /// The claims, in any order.
        rows: Vec<RungFacts>,
    },
}

/// A claim on the ladder; its words are the labels `claim-<id>`, `answer-<id>` and `found-<id>`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct RungFacts {
    /// The ending of its labels' keys.
    pub id: String,
    /// In whom it was looked for.
    pub species: Vec<Species>,
    /// How strong the evidence for what was found is: 1 (weak) to 4 (strong).
    pub strength: u8,
    /// Whether it was found again; `false` only where a replication failed.
    #[serde(default = "yes")]
    pub replicated: bool,
    /// What it stands on: ids of `sources.json`, at least one.
    pub sources: Vec<String>,
    /// The row that it replicates: it is set right under it.
    #[serde(default)]
    pub beside: Option<String>,
}

fn yes() -> bool {
    true
}

/// A strip.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct StripFacts {
    /// Its label's key.
    pub id: String,
    /// Pulses in the window: a quantity.
    pub pulses: String,
    /// Length of a pulse: a quantity.
    pub length: String,
}

/// A measured level.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct LevelFacts {
    /// First and last week: a quantity.
    pub weeks: String,
    /// The level: a quantity.
    pub level: String,
}

/// A figure's words.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct FigureWords {
    /// Its title.
    pub title: String,
    /// Its message in one sentence (rich).
    pub message: String,
    /// Its long description, in paragraphs.
    pub description: Vec<String>,
    /// The parts' words by id.
    #[serde(default)]
    pub parts: Map<PartWords>,
    /// The steps' words by id.
    #[serde(default)]
    pub steps: Map<StepWords>,
    /// Other words inside the figure, by key.
    #[serde(default)]
    pub labels: Map<String>,
}

/// A part's words.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct PartWords {
    /// Its name.
    pub label: String,
    /// What it does here (rich).
    pub words: String,
}

/// A step's words.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    /// Its heading.
    pub title: String,
    /// What it shows (rich).
    pub text: String,
    /// What the picture shows now.
    pub alternative: String,
}

//! What scenes and loops are drawn of: parts, shapes, flows, steps.

use std::collections::BTreeMap;

use oxytocin_explainer::model;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

/// A part.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct PartFacts {
    /// Its id within the figure.
    pub id: String,
    /// What it is: a role.
    #[schemars(schema_with = "roles")]
    pub role: model::Role,
    /// The layer it can be hidden with.
    #[serde(default)]
    #[schemars(schema_with = "layers")]
    pub layer: Option<model::Layer>,
    /// Its glossary term.
    #[serde(default)]
    pub term: Option<String>,
    /// Where its leader line ends; a part without is background.
    #[serde(default)]
    pub anchor: Option<(f32, f32)>,
    /// The label column it prefers.
    #[serde(default)]
    #[schemars(schema_with = "sides")]
    pub side: Option<model::Side>,
    /// What is drawn.
    pub shapes: Vec<ShapeFacts>,
}

/// A shape: exactly one of `path`, `circle`, `ellipse`, `rect`, `text`.
#[derive(Deserialize, JsonSchema, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct ShapeFacts {
    /// SVG path data.
    #[serde(default)]
    pub path: Option<String>,
    /// `[cx, cy, r]`.
    #[serde(default)]
    pub circle: Option<(f32, f32, f32)>,
    /// `[cx, cy, rx, ry]`.
    #[serde(default)]
    pub ellipse: Option<(f32, f32, f32, f32)>,
    /// `[x, y, width, height]` or `[x, y, width, height, corner]`.
    #[serde(default)]
    pub rect: Option<Vec<f32>>,
    /// A symbol that is the same in every language.
    #[serde(default)]
    pub text: Option<SymbolFacts>,
    /// A role, `<role>-soft`, `paper` or `none`.
    #[serde(default)]
    pub fill: Option<String>,
    /// A role, `<role>-soft`, `paper` or `none`.
    #[serde(default)]
    pub stroke: Option<String>,
    /// The outline's width.
    #[serde(default)]
    pub width: Option<f32>,
    /// The outline's dashes.
    #[serde(default)]
    pub dash: String,
    /// `hatch`, `dots` or `cross`.
    #[serde(default)]
    #[schemars(schema_with = "patterns")]
    pub pattern: Option<model::Pattern>,
    /// Offsets at which it is repeated.
    #[serde(default)]
    pub at: Vec<(f32, f32)>,
    /// How it follows the simulation (loop).
    #[serde(default)]
    pub moves: Vec<MoveFacts>,
}

/// A symbol that is the same in every language.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SymbolFacts {
    /// Its centre.
    pub at: (f32, f32),
    /// Its letters.
    pub symbol: String,
    /// Its size.
    #[serde(default)]
    pub size: Option<f32>,
}

/// How a shape follows a reading.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct MoveFacts {
    /// The reading.
    #[schemars(schema_with = "readings")]
    pub by: model::Reading,
    /// Where it begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
    /// How far the shape has gone at the end.
    #[serde(default)]
    pub translate: Option<(f32, f32)>,
    /// Its outline at the end.
    #[serde(default)]
    pub morph: Option<String>,
    /// Its opacity at beginning and end.
    #[serde(default)]
    pub opacity: Option<(f32, f32)>,
}

/// Dots that move along a path.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct FlowFacts {
    /// Its id, for steps to call.
    pub id: String,
    /// What moves: a role.
    #[schemars(schema_with = "roles")]
    pub role: model::Role,
    /// The layer it can be hidden with.
    #[serde(default)]
    #[schemars(schema_with = "layers")]
    pub layer: Option<model::Layer>,
    /// SVG path data.
    pub path: String,
    /// How many dots.
    #[serde(default)]
    pub count: Option<u8>,
    /// How long one takes.
    #[serde(default)]
    pub seconds: Option<f32>,
    /// A dot's radius.
    #[serde(default)]
    pub size: Option<f32>,
}

/// A step.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct StepFacts {
    /// Its id within the figure.
    pub id: String,
    /// `[x, y, width, height]` of the drawing that fills the plate.
    pub camera: (f32, f32, f32, f32),
    /// Parts labelled, nine at most.
    #[serde(default)]
    pub label: Vec<String>,
    /// Parts stressed.
    #[serde(default)]
    pub lit: Vec<String>,
    /// Parts not drawn.
    #[serde(default)]
    pub hide: Vec<String>,
    /// Parts drawn elsewhere than where their shapes stand: how far, `[dx, dy]`.
    #[serde(default)]
    pub shift: BTreeMap<String, (f32, f32)>,
    /// Flows that move.
    #[serde(default)]
    pub flows: Vec<String>,
}

/// The names of the model's closed sets, for the schemas: the model itself knows nothing of schemas.
macro_rules! sets {
    ($($set:ident: $($name:literal),+;)+) => {$(
        fn $set(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "enum": [$($name),+] })
        }
    )+};
}

sets! {
    roles: "ink", "quiet", "oxytocin", "nerve", "blood", "muscle", "receptor", "steroid", "tissue", "bone", "calcium", "milk";
    layers: "nerves", "blood", "hormone";
    sides: "left", "right";
    patterns: "hatch", "dots", "cross";
    readings: "dilatation", "contraction", "oxytocin", "pulses", "receptors", "reflex", "born";
}

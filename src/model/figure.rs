//! Figures as data: scenes, charts and the loop.

use serde::{Deserialize, Serialize};

use super::{
    id::{FigureId, PartId, StepId, TermId},
    outline::Outline,
    reading::Reading,
    rich::Rich,
};

/// One figure with all its words.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// Its name in links and hooks.
    pub id: FigureId,
    /// Its title.
    pub title: String,
    /// Its message, in one sentence.
    pub message: Rich,
    /// What it shows, for who cannot see it; several paragraphs.
    pub description: Vec<String>,
    /// What it stands on: indices into the pack's sources.
    pub sources: Vec<u16>,
    /// What is drawn.
    pub drawing: Drawing,
    /// Other words inside it, sorted by key.
    pub labels: Vec<(String, String)>,
    /// What `bake` has drawn of it, as HTML.
    pub stills: Vec<String>,
}

impl Figure {
    /// The words of a label; empty if there are none under that key.
    pub fn label(&self, key: &str) -> &str {
        match self.labels.binary_search_by(|(known, _)| known.as_str().cmp(key)) {
            Ok(index) => &self.labels[index].1,
            Err(_) => "",
        }
    }

    /// Its scene, if it has one: a chart has none.
    pub fn scene(&self) -> Option<&Scene> {
        match &self.drawing {
            Drawing::Scene(scene) | Drawing::Loop(scene) => Some(scene),
            Drawing::Chart(_) => None,
        }
    }

    /// The selectable part of that id.
    pub fn part(&self, id: &PartId) -> Option<&Part> {
        self.scene()?.parts.iter().find(|part| part.id == *id)
    }
}

/// The closed set of drawing kinds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Drawing {
    /// A drawing of named parts.
    Scene(Scene),
    /// A drawing that follows the labour simulation.
    Loop(Scene),
    /// Measured numbers.
    Chart(Chart),
}

/// A drawing made of named parts, flows, and steps with a camera.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Scene {
    /// Where labels stand.
    pub columns: Columns,
    /// The sheet's height; its width is always [`Scene::WIDTH`].
    pub height: f32,
    /// Its parts, in drawing order.
    pub parts: Vec<Part>,
    /// What moves along paths.
    pub flows: Vec<Flow>,
    /// At least one step.
    pub steps: Vec<Step>,
}

impl Scene {
    /// The sheet's width, in sheet units.
    pub const WIDTH: f32 = 800.0;

    /// Where the plate lies on the sheet: its left edge and its width.
    pub fn plate(&self) -> (f32, f32) {
        match self.columns {
            Columns::Both => (190.0, 420.0),
            Columns::Right => (0.0, 560.0),
            Columns::None => (0.0, Self::WIDTH),
        }
    }
}

/// Where a scene's labels stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Columns {
    /// Left and right of the drawing.
    Both,
    /// Right of it.
    Right,
    /// Nowhere: the drawing takes the whole sheet.
    None,
}

/// A named part of a drawing, or nameless background.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Part {
    /// Its name in links and hooks.
    pub id: PartId,
    /// What it is, which gives it its colour in keys.
    pub role: Role,
    /// The layer it can be shown or hidden with.
    pub layer: Option<Layer>,
    /// Its glossary term.
    pub term: Option<TermId>,
    /// Its name and place for labels; background has none.
    pub label: Option<Label>,
    /// What it does here; empty for background.
    pub words: Rich,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// A part's label.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Label {
    /// Where the leader line ends, in drawing coordinates.
    pub anchor: (f32, f32),
    /// The column it prefers.
    pub side: Side,
    /// The words, broken into lines.
    pub lines: Vec<String>,
}

impl Label {
    /// The words on one line.
    pub fn words(&self) -> String {
        self.lines.join(" ")
    }
}

/// A label column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Left of the plate.
    Left,
    /// Right of it.
    Right,
}

/// What a thing is: one colour and one line each, the same in every figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Outlines and text.
    Ink,
    /// What stands back.
    Quiet,
    /// The hormone, and only it.
    Oxytocin,
    /// Neurons and impulses.
    Nerve,
    /// Vessels.
    Blood,
    /// Smooth muscle.
    Muscle,
    /// Receptors.
    Receptor,
    /// Oestrogen and progesterone.
    Steroid,
    /// Organs.
    Tissue,
    /// Bone.
    Bone,
    /// Calcium.
    Calcium,
}

impl Role {
    /// The name under which styles know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Quiet => "quiet",
            Self::Oxytocin => "oxytocin",
            Self::Nerve => "nerve",
            Self::Blood => "blood",
            Self::Muscle => "muscle",
            Self::Receptor => "receptor",
            Self::Steroid => "steroid",
            Self::Tissue => "tissue",
            Self::Bone => "bone",
            Self::Calcium => "calcium",
        }
    }
}

/// A layer that a reader can hide.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Nerve cells and their axons.
    Nerves,
    /// Vessels.
    Blood,
    /// The hormone.
    Hormone,
}

/// What fills or strokes a shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Paint {
    /// Nothing.
    None,
    /// The page's own ground.
    Paper,
    /// A role's colour.
    Role(Role, Shade),
}

/// How strong a role's colour stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Shade {
    /// The colour itself.
    Full,
    /// A light tint of it.
    Soft,
}

/// A pattern over a fill, so that colour never speaks alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pattern {
    /// Slanting lines.
    Hatch,
    /// Dots.
    Dots,
    /// Crossed lines.
    Cross,
}

impl Pattern {
    /// The name under which styles and definitions know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hatch => "hatch",
            Self::Dots => "dots",
            Self::Cross => "cross",
        }
    }
}

/// One drawn shape.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Shape {
    /// Its outline.
    pub geometry: Geometry,
    /// What fills it.
    pub fill: Paint,
    /// What draws its outline.
    pub stroke: Paint,
    /// The outline's width, in screen units at any camera.
    pub width: f32,
    /// The outline's dashes, as SVG writes them; empty for a whole line.
    pub dash: String,
    /// A pattern over the fill.
    pub pattern: Option<Pattern>,
    /// Offsets at which it is repeated; empty for once, as drawn.
    pub at: Vec<(f32, f32)>,
    /// How it follows the simulation.
    pub moves: Vec<Move>,
}

/// The outline of a shape.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Geometry {
    /// A path.
    Path(Outline),
    /// Centre and radius.
    Circle(f32, f32, f32),
    /// Centre and radii.
    Ellipse(f32, f32, f32, f32),
    /// Corner, size and rounding.
    Rect(f32, f32, f32, f32, f32),
    /// A symbol that is the same in every language: place, size, letters.
    Symbol(f32, f32, f32, String),
}

/// How a shape follows a reading: linearly, from as drawn to moved.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Move {
    /// The reading followed.
    pub by: Reading,
    /// Where the movement begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
    /// How far the shape has gone at the end.
    pub translate: (f32, f32),
    /// Its outline at the end: the same commands with other numbers.
    pub morph: Option<Outline>,
    /// Its opacity at the beginning and at the end.
    pub opacity: (f32, f32),
}

/// Dots that move along a path.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Flow {
    /// Its name, for steps to call.
    pub id: String,
    /// What moves.
    pub role: Role,
    /// The layer it can be hidden with.
    pub layer: Option<Layer>,
    /// Along what they move.
    pub path: Outline,
    /// How many dots.
    pub count: u8,
    /// How long one takes, in seconds.
    pub seconds: f32,
    /// A dot's radius.
    pub size: f32,
    /// Where the dots stand without motion: points on the path, worked out by `bake`.
    pub still: Vec<(f32, f32)>,
}

/// A step of a scene: where the camera looks and what is stressed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// Its heading.
    pub title: String,
    /// What it shows.
    pub text: Rich,
    /// What the picture shows now, for who cannot see it.
    pub alternative: String,
    /// Where the camera looks.
    pub camera: Camera,
    /// Parts labelled.
    pub label: Vec<PartId>,
    /// Parts stressed; empty: all alike.
    pub lit: Vec<PartId>,
    /// Parts not drawn.
    pub hide: Vec<PartId>,
    /// Flows that move.
    pub flows: Vec<String>,
}

/// The part of the drawing that fills the plate.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Camera {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A chart: measured numbers, each with unit and source in the facts it was made from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Chart {
    /// What is left after a time, given a half-life.
    Decay {
        /// The half-life drawn, in minutes.
        half_life: f64,
        /// The range of half-lives reported, in minutes.
        range: (f64, f64),
        /// How much time is drawn, in minutes.
        span: f64,
    },
    /// Ticks on strips of equal time.
    Strips {
        /// The strips' length, in minutes.
        window: f64,
        /// The strips, from first to last.
        rows: Vec<Strip>,
    },
    /// Two measured levels and what lies between.
    Growth {
        /// The first measurement.
        early: Level,
        /// The second measurement.
        term: Level,
        /// How many times lower the level is outside pregnancy: least and most.
        nonpregnant: (f64, f64),
        /// Regions of the uterus from most to fewest, by label key.
        regions: Vec<String>,
    },
}

/// A strip of ticks: how many pulses, and how long each.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Strip {
    /// The label's key.
    pub id: String,
    /// Pulses in the window: mean and its ±.
    pub pulses: (f64, f64),
    /// Length of a pulse in minutes: mean and its ±.
    pub length: (f64, f64),
}

/// A measured level over a span of weeks.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Level {
    /// First and last week.
    pub weeks: (f64, f64),
    /// The level, relative.
    pub level: f64,
}

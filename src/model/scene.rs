//! A scene: a drawing of named parts, with steps and a camera.

use super::{
    id::{PartId, StepId, TermId},
    outline::Outline,
    packed::packed,
    paint::Role,
    rich::Rich,
    shape::Shape,
};

/// A drawing made of named parts, flows, and steps with a camera.
#[derive(Clone, PartialEq, Debug)]
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

    /// The room that it takes.
    pub fn sheet(&self) -> Sheet {
        Sheet { columns: self.columns, height: self.height }
    }

    /// Where the plate lies on the sheet: its left edge and its width.
    pub fn plate(&self) -> (f32, f32) {
        match self.columns {
            Columns::Both => (190.0, 420.0),
            Columns::Right => (0.0, 560.0),
            Columns::None => (0.0, Self::WIDTH),
        }
    }
}

/// The room that a scene takes, as wide as [`Scene::WIDTH`].
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sheet {
    /// Where its labels stand.
    pub columns: Columns,
    /// Its height, in the scene's units.
    pub height: f32,
}

/// Where a scene's labels stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Columns {
    /// Left and right of the drawing.
    Both,
    /// Right of it.
    Right,
    /// Nowhere: the drawing takes the whole sheet.
    None,
}

/// A named part of a drawing, or nameless background.
#[derive(Clone, PartialEq, Debug)]
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
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    /// Where the leader line ends, in drawing coordinates.
    pub anchor: (f32, f32),
    /// The column it prefers.
    pub side: Side,
    /// How far what it names reaches, in drawing coordinates: half of its diagonal; 0 if that is too far for a number on
    /// it to hide it.
    pub reach: u8,
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Side {
    /// Left of the plate.
    Left,
    /// Right of it.
    Right,
}

/// A layer that a reader can hide.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Layer {
    /// Nerve cells and their axons.
    Nerves,
    /// Vessels.
    Blood,
    /// The hormone.
    Hormone,
    /// The names beside the drawing.
    Labels,
}

/// Dots that move along a path.
#[derive(Clone, PartialEq, Debug)]
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
#[derive(Clone, PartialEq, Debug)]
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
    /// Parts drawn elsewhere than in the other steps.
    pub shift: Vec<Shift>,
    /// Flows that move.
    pub flows: Vec<String>,
}

impl Step {
    /// How far a part stands from where it is drawn, in drawing coordinates.
    pub fn shift(&self, part: &PartId) -> Option<(f32, f32)> {
        self.shift.iter().find(|shift| shift.part == *part).map(|shift| shift.by)
    }

    /// Where a point of a part stands in this step.
    pub fn place(&self, part: &PartId, (x, y): (f32, f32)) -> (f32, f32) {
        let (dx, dy) = self.shift(part).unwrap_or_default();
        (x + dx, y + dy)
    }
}

/// A part that a step draws elsewhere.
#[derive(Clone, PartialEq, Debug)]
pub struct Shift {
    /// The part.
    pub part: PartId,
    /// How far it is moved from where it is drawn, in drawing coordinates.
    pub by: (f32, f32),
}

/// The part of the drawing that fills the plate.
#[derive(Clone, Copy, PartialEq, Debug)]
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

packed!(struct Scene { columns, height, parts, flows, steps });
packed!(
    enum Columns {
        Both,
        Right,
        None,
    }
);
packed!(struct Sheet { columns, height });
packed!(struct Part { id, role, layer, term, label, words, shapes });
packed!(struct Label { anchor, side, reach, lines });
packed!(
    enum Side {
        Left,
        Right,
    }
);
packed!(
    enum Layer {
        Nerves,
        Blood,
        Hormone,
        Labels,
    }
);
packed!(struct Flow { id, role, layer, path, count, seconds, size, still });
packed!(struct Step { id, title, text, alternative, camera, label, lit, hide, shift, flows });
packed!(struct Shift { part, by });
packed!(struct Camera { x, y, width, height });

//! A drawn shape, and how it follows the simulation.

use super::{
    outline::Outline,
    packed::packed,
    paint::{Paint, Pattern},
    reading::Reading,
};

/// One drawn shape.
#[derive(Clone, PartialEq, Debug)]
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
#[derive(Clone, PartialEq, Debug)]
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
#[derive(Clone, PartialEq, Debug)]
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

packed!(struct Shape { geometry, fill, stroke, width, dash, pattern, at, moves });
packed!(
    enum Geometry {
        Path(outline),
        Circle(x, y, r),
        Ellipse(x, y, rx, ry),
        Rect(x, y, w, h, corner),
        Symbol(x, y, size, letters),
    }
);
packed!(struct Move { by, from, to, translate, morph, opacity });

//! One part of a drawing, and how its shapes follow the simulation.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    figures::{
        kept::Kept,
        morph::blend,
        paint,
        piece::Piece,
        signal::{Changing, Live, Signal},
        still::Around,
    },
    model::{
        FigureRef, Geometry, Move, Part, PartId, Reading, Scene, Shape,
        decimal::{fixed, tenths, within},
    },
};

/// The readings that a drawing follows, in the order of [`Reading`].
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Readings(pub [f32; 7]);

impl Readings {
    fn get(&self, reading: Reading) -> f32 {
        self.0[reading as usize]
    }

    /// How far a move has gone, 0 to 1.
    fn progress(&self, step: &Move) -> f32 {
        within(f64::from((self.get(step.by) - step.from) / (step.to - step.from)), 0.0, 1.0) as f32
    }
}

impl Changing for Readings {
    fn changed(&self, from: &Self) -> u8 {
        (0..self.0.len()).filter(|at| self.0[*at] != from.0[*at]).fold(0, |bits, at| bits | 1 << at)
    }
}

fn bit(reading: Reading) -> u8 {
    1 << reading as u8
}

/// The parts of which nothing is to be seen: they have faded away, or are not there yet.
pub fn gone(scene: &Scene, readings: &Readings) -> Vec<PartId> {
    let seen = |shape: &Shape| opacity(shape, Some(readings)) > 0.0;
    let gone = |part: &&Part| !part.shapes.is_empty() && !part.shapes.iter().any(seen);
    scene.parts.iter().filter(gone).map(|part| part.id.clone()).collect()
}

/// How far a move has gone; not at all without readings.
fn progress(step: &Move, readings: Option<&Readings>) -> f32 {
    readings.map_or(0.0, |readings| readings.progress(step))
}

/// How opaque a shape stands.
fn opacity(shape: &Shape, readings: Option<&Readings>) -> f32 {
    let fade = |step: &Move| {
        let part = progress(step, readings);
        step.opacity.0 + (step.opacity.1 - step.opacity.0) * part
    };
    shape.moves.iter().map(fade).product()
}

/// The shapes of a part.
#[derive(PartialEq)]
pub struct Shapes {
    figure: FigureRef,
    part: usize,
    /// The readings, for parts that move with them.
    readings: Option<Live<Readings>>,
    /// Whether it is drawn again as they change.
    follows: bool,
    /// Whether only its symbols are wanted, or all but those: letters inside a button would be part of its name.
    symbols: bool,
}

impl Shapes {
    /// The symbols of a part, or all but those, as they stand without a simulation.
    pub fn new(figure: FigureRef, part: usize, symbols: bool) -> Self {
        Self { figure, part, readings: None, follows: false, symbols }
    }

    /// The same as the readings are; and as they become, if it follows them.
    pub fn by(self, readings: Option<Live<Readings>>, follows: bool) -> Self {
        let follows = follows && readings.is_some();
        Self { readings, follows, ..self }
    }

    fn all(&self) -> &[Shape] {
        self.figure.scene().map(|scene| scene.parts[self.part].shapes.as_slice()).unwrap_or_default()
    }

    /// Whether they are drawn again as the readings change.
    pub fn follows(&self) -> bool {
        self.follows
    }

    /// The shapes as they stand now, to be kept.
    pub fn still(&self) -> Html {
        let shapes = self.shapes();
        let readings = self.readings.as_ref().map(Live::get);
        let readings = readings.as_ref();
        let seen = groups(&shapes).filter(|group| opacity(group[0], readings) > 0.0);
        let drawn = seen.map(|group| {
            let drawn = drawn(group, readings);
            if rests(group[0], readings) { drawn } else { placed(group[0], readings, drawn) }
        });
        html! { <g>{for drawn}</g> }
    }

    fn shapes(&self) -> Vec<&Shape> {
        self.all().iter().filter(|shape| is_symbol(shape) == self.symbols).collect()
    }
}

/// Whether a shape is a symbol.
pub fn is_symbol(shape: &Shape) -> bool {
    matches!(shape.geometry, Geometry::Symbol(..))
}

/// Shapes that move as one.
fn groups<'a>(shapes: &'a [&'a Shape]) -> impl Iterator<Item = &'a [&'a Shape]> {
    shapes.chunk_by(|one, next| one.moves == next.moves && !morphs(one))
}

/// Shapes that follow the readings: what is drawn of them once is kept, a frame moves it or lets it fade.
impl Piece for Shapes {
    fn draw(&self, kept: &Kept) -> Html {
        let shapes = self.shapes();
        let readings = self.readings.as_ref().map(Live::get);
        let readings = readings.as_ref();
        let drawn = groups(&shapes).enumerate().map(|(at, group)| {
            let drawn = match morphs(group[0]) {
                true => drawn(group, readings),
                false => kept.once(("group", at, 0), Around::Drawing, &|| drawn(group, None)),
            };
            if group[0].moves.is_empty() { drawn } else { placed(group[0], readings, drawn) }
        });
        html! { <g>{for drawn}</g> }
    }

    fn signal(&self) -> Option<Signal> {
        let about = self.all().iter().flat_map(|shape| &shape.moves).fold(0, |bits, step| bits | bit(step.by));
        self.readings.as_ref().filter(|_| self.follows).map(|readings| readings.signal(about))
    }
}

/// Whether the outline of a shape changes.
fn morphs(shape: &Shape) -> bool {
    shape.moves.iter().any(|step| step.morph.is_some())
}

/// How far a shape has gone.
fn shift(shape: &Shape, readings: Option<&Readings>) -> (f32, f32) {
    shape.moves.iter().fold((0.0, 0.0), |(x, y), step| {
        let part = progress(step, readings);
        (x + step.translate.0 * part, y + step.translate.1 * part)
    })
}

/// Whether a shape stands where it is drawn, as opaque as ever.
fn rests(shape: &Shape, readings: Option<&Readings>) -> bool {
    shift(shape, readings) == (0.0, 0.0) && opacity(shape, readings) == 1.0
}

/// What moves like a shape, where it stands and as opaque as it is.
fn placed(shape: &Shape, readings: Option<&Readings>, drawn: Html) -> Html {
    let (x, y) = shift(shape, readings);
    let transform = format!("translate({} {})", tenths(x), tenths(y));
    html! { <g {transform} opacity={fixed(f64::from(opacity(shape, readings)), 2)}>{drawn}</g> }
}

/// Shapes that move as one, with the outlines that the readings give them.
fn drawn(group: &[&Shape], readings: Option<&Readings>) -> Html {
    let one = |shape: &Shape| {
        let mut outline = None;
        for step in &shape.moves {
            let part = progress(step, readings);
            if let (Some(target), Geometry::Path(path)) = (&step.morph, &shape.geometry) {
                outline = Some(blend(outline.as_deref().unwrap_or(path), target, part));
            }
        }
        view(shape, outline.as_deref())
    };
    match group {
        [shape] => one(shape),
        shapes => html! { <g>{for shapes.iter().map(|shape| one(shape))}</g> },
    }
}

fn view(shape: &Shape, outline: Option<&str>) -> Html {
    let class = format!("{} {}", paint::fill(shape.fill), paint::stroke(shape.stroke));
    let drawn = repeated(shape, &class, outline, true);
    let Some(pattern) = shape.pattern else { return drawn };
    let over = repeated(shape, &format!("p-{} s-none", pattern.name()), outline, false);
    html! { <g>{drawn}{over}</g> }
}

/// How the outline of a shape is drawn.
struct Pen {
    class: Option<String>,
    width: Option<String>,
    dash: Option<String>,
}

/// A shape at each of its offsets, in one group that gives all of them its paint.
fn repeated(shape: &Shape, class: &str, outline: Option<&str>, lined: bool) -> Html {
    let class = Some(class.to_owned());
    let width = (lined && shape.width != 1.75).then(|| fixed(f64::from(shape.width), 2));
    let dash = (lined && !shape.dash.is_empty()).then(|| shape.dash.clone());
    let pen = Pen { class, width, dash };
    if shape.at.is_empty() {
        return one(shape, (0.0, 0.0), outline, pen);
    }
    let copies =
        shape.at.iter().map(|offset| one(shape, *offset, outline, Pen { class: None, width: None, dash: None }));
    html! { <g class={pen.class} stroke-width={pen.width} stroke-dasharray={pen.dash}>{for copies}</g> }
}

fn one(shape: &Shape, (dx, dy): (f32, f32), outline: Option<&str>, pen: Pen) -> Html {
    let Pen { class, width, dash } = pen;
    match &shape.geometry {
        Geometry::Path(path) => {
            let path = outline.map_or_else(|| path.shared(), Rc::from);
            let transform = ((dx, dy) != (0.0, 0.0)).then(|| format!("translate({} {})", tenths(dx), tenths(dy)));
            html! { <path {class} {transform} d={path} stroke-width={width} stroke-dasharray={dash} /> }
        }
        Geometry::Circle(x, y, r) => html! {
            <circle {class} cx={tenths(x + dx)} cy={tenths(y + dy)} r={tenths(*r)} stroke-width={width} stroke-dasharray={dash} />
        },
        Geometry::Ellipse(x, y, rx, ry) => html! {
            <ellipse {class} cx={tenths(x + dx)} cy={tenths(y + dy)} rx={tenths(*rx)} ry={tenths(*ry)} stroke-width={width} stroke-dasharray={dash} />
        },
        Geometry::Rect(x, y, w, h, corner) => html! {
            <rect {class} x={tenths(x + dx)} y={tenths(y + dy)} width={tenths(*w)} height={tenths(*h)} rx={tenths(*corner)} stroke-width={width} stroke-dasharray={dash} />
        },
        Geometry::Symbol(x, y, size, letters) => html! {
            <text class={format!("symbol {}", class.unwrap_or_default())} x={tenths(x + dx)} y={tenths(y + dy)} font-size={tenths(*size)}>{letters.clone()}</text>
        },
    }
}

/// The id under which a part's shapes can be referred to.
pub fn shapes_id(figure: &FigureRef, part: &PartId) -> String {
    format!("oxy-{}-{part}", figure.id)
}

/// All shapes of a scene, drawn nowhere: pictures of its steps refer to them.
pub fn scene_shapes(figure: &FigureRef) -> Html {
    let parts = figure.scene().map(|scene| scene.parts.as_slice()).unwrap_or_default();
    let groups = parts.iter().enumerate().map(|(part, drawn)| {
        let shapes = |symbols: bool| Shapes::new(figure.clone(), part, symbols).still();
        html! { <g key={drawn.id.shared()} id={shapes_id(figure, &drawn.id)}>{shapes(false)}{shapes(true)}</g> }
    });
    html! { <svg class="defs" width="0" height="0" aria-hidden="true"><defs>{for groups}</defs></svg> }
}

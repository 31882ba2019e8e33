//! One part of a drawing, and how its shapes follow the simulation.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    figures::{morph::blend, paint},
    model::{
        FigureRef, Geometry, Move, Part, PartId, Reading, Shape,
        decimal::{fixed, tenths, within},
    },
};

/// The readings that a drawing follows.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Readings {
    /// Opening of the cervix, in centimetres.
    pub dilatation: f32,
    /// Strength of contraction, 0 to 1.
    pub contraction: f32,
    /// Oxytocin, relative.
    pub oxytocin: f32,
    /// Pulses per window.
    pub pulses: f32,
    /// Receptors, relative to early pregnancy.
    pub receptors: f32,
    /// Strength of the reflex, 0 to 1.
    pub reflex: f32,
    /// 1 once the baby is born.
    pub born: f32,
}

impl Readings {
    fn get(&self, reading: Reading) -> f32 {
        match reading {
            Reading::Dilatation => self.dilatation,
            Reading::Contraction => self.contraction,
            Reading::Oxytocin => self.oxytocin,
            Reading::Pulses => self.pulses,
            Reading::Receptors => self.receptors,
            Reading::Reflex => self.reflex,
            Reading::Born => self.born,
        }
    }

    /// How far a move has gone, 0 to 1.
    fn progress(&self, step: &Move) -> f32 {
        within(f64::from((self.get(step.by) - step.from) / (step.to - step.from)), 0.0, 1.0) as f32
    }
}

/// Whether a part that stands in the drawing at first has faded away altogether.
pub fn gone(part: &Part, readings: Option<&Readings>) -> bool {
    let Some(readings) = readings else { return false };
    let seen = |shape: &Shape, readings: &Readings| opacity(shape, Some(readings)) > 0.0;
    let drawn = |shape: &Shape| shape.moves.iter().all(|step| step.opacity.0 > 0.0);
    part.shapes.iter().any(drawn) && !part.shapes.iter().any(|shape| seen(shape, readings))
}

/// How opaque a shape stands.
fn opacity(shape: &Shape, readings: Option<&Readings>) -> f32 {
    let fade = |step: &Move| {
        let part = readings.map_or(0.0, |readings| readings.progress(step));
        step.opacity.0 + (step.opacity.1 - step.opacity.0) * part
    };
    shape.moves.iter().map(fade).product()
}

#[derive(Properties, PartialEq)]
pub struct ShapesProps {
    pub figure: FigureRef,
    pub part: usize,
    /// The readings, for parts that follow them; others do not, and so need no new drawing.
    pub readings: Option<Readings>,
    /// Whether only its symbols are wanted, or all but those: letters inside a button would be part of its name.
    pub symbols: bool,
}

/// Whether a shape is a symbol.
pub fn is_symbol(shape: &Shape) -> bool {
    matches!(shape.geometry, Geometry::Symbol(..))
}

/// The shapes of a part.
#[component]
pub fn Shapes(props: &ShapesProps) -> Html {
    let shapes = props.figure.scene().map(|scene| scene.parts[props.part].shapes.as_slice()).unwrap_or_default();
    html! {
        <g>{for shapes.iter().filter(|shape| is_symbol(shape) == props.symbols).map(|shape| view(shape, props.readings.as_ref()))}</g>
    }
}

fn view(shape: &Shape, readings: Option<&Readings>) -> Html {
    let mut shift = (0.0, 0.0);
    let mut outline = None;
    for step in &shape.moves {
        let part = readings.map_or(0.0, |readings| readings.progress(step));
        shift.0 += step.translate.0 * part;
        shift.1 += step.translate.1 * part;
        if let (Some(target), Geometry::Path(path)) = (&step.morph, &shape.geometry) {
            outline = Some(blend(outline.as_deref().unwrap_or(path), target, part));
        }
    }
    let class = format!("{} {}", paint::fill(shape.fill), paint::stroke(shape.stroke));
    let mut drawn = repeated(shape, &class, outline.as_deref(), true);
    if let Some(pattern) = shape.pattern {
        let over = repeated(shape, &format!("p-{} s-none", pattern.name()), outline.as_deref(), false);
        drawn = html! { <g>{drawn}{over}</g> };
    }
    if shape.moves.is_empty() {
        return drawn;
    }
    let transform = format!("translate({} {})", tenths(shift.0), tenths(shift.1));
    html! { <g {transform} opacity={fixed(f64::from(opacity(shape, readings)), 2)}>{drawn}</g> }
}

/// A shape at each of its offsets.
fn repeated(shape: &Shape, class: &str, outline: Option<&str>, lined: bool) -> Html {
    if shape.at.is_empty() {
        return one(shape, class, outline, lined);
    }
    let copies = shape.at.iter().map(|(x, y)| {
        html! { <g transform={format!("translate({} {})", tenths(*x), tenths(*y))}>{one(shape, class, outline, lined)}</g> }
    });
    html! { <g>{for copies}</g> }
}

fn one(shape: &Shape, class: &str, outline: Option<&str>, lined: bool) -> Html {
    let class = class.to_owned();
    let width = (lined && shape.width != 1.75).then(|| fixed(f64::from(shape.width), 2));
    let dash = (lined && !shape.dash.is_empty()).then(|| shape.dash.clone());
    match &shape.geometry {
        Geometry::Path(path) => {
            let path = outline.map_or_else(|| path.shared(), Rc::from);
            html! { <path {class} d={path} stroke-width={width} stroke-dasharray={dash} /> }
        }
        Geometry::Circle(x, y, r) => html! {
            <circle {class} cx={tenths(*x)} cy={tenths(*y)} r={tenths(*r)} stroke-width={width} stroke-dasharray={dash} />
        },
        Geometry::Ellipse(x, y, rx, ry) => html! {
            <ellipse {class} cx={tenths(*x)} cy={tenths(*y)} rx={tenths(*rx)} ry={tenths(*ry)} stroke-width={width} stroke-dasharray={dash} />
        },
        Geometry::Rect(x, y, w, h, corner) => html! {
            <rect {class} x={tenths(*x)} y={tenths(*y)} width={tenths(*w)} height={tenths(*h)} rx={tenths(*corner)} stroke-width={width} stroke-dasharray={dash} />
        },
        Geometry::Symbol(x, y, size, letters) => html! {
            <text class={format!("symbol {class}")} x={tenths(*x)} y={tenths(*y)} font-size={tenths(*size)}>{letters.clone()}</text>
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
    let groups = parts.iter().enumerate().map(|(index, part)| {
        html! {
            <g key={part.id.shared()} id={shapes_id(figure, &part.id)}>
                <Shapes figure={figure.clone()} part={index} readings={None::<Readings>} symbols={false} />
                <Shapes figure={figure.clone()} part={index} readings={None::<Readings>} symbols={true} />
            </g>
        }
    });
    html! { <svg class="defs" width="0" height="0" aria-hidden="true"><defs>{for groups}</defs></svg> }
}

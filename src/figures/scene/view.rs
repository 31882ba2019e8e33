//! The drawing as SVG: parts under the camera, labels beside it, numbered discs where it is narrow.

use yew::prelude::*;

use super::{
    layout::{self, DISC, LINE_HEIGHT, Placed, Projection},
    part::{Readings, Shapes, is_symbol, shapes_id},
    sheet,
};
use crate::{
    figures::{
        kept::Kept,
        lives, paint,
        piece::{Piece, piece},
        signal::Live,
        still::{Around, still},
    },
    model::{
        FigureRef, Flow, Layer, Part, PartId, Role, Side, Step,
        decimal::{fixed, tenths},
    },
};

/// One step of a scene.
#[derive(PartialEq)]
pub struct SceneView {
    /// A figure with a scene.
    pub figure: FigureRef,
    /// Which of its steps.
    pub step: usize,
    /// The selected part.
    pub selected: Option<PartId>,
    /// How far it is enlarged: 0 for as drawn.
    pub zoom: u8,
    /// The layers that are not shown.
    pub without: Vec<Layer>,
    /// Whether a reader can select and move it.
    pub live: bool,
    /// Whether flows move; still dots stand for them otherwise.
    pub moving: bool,
    /// Flows of this role are left out.
    pub without_flow: Option<Role>,
    /// Whether shapes are drawn once, by [`super::scene_shapes`], and only referred to here.
    pub referred: bool,
    /// What a loop's drawing follows.
    pub readings: Option<Live<Readings>>,
    /// The parts that are not to be seen now, and so have no label.
    pub gone: Vec<PartId>,
    /// The id of the element that describes the drawing.
    pub described_by: Option<AttrValue>,
}

impl SceneView {
    /// A step as it is drawn, for no reader to act on.
    pub fn still(figure: FigureRef, step: usize) -> Self {
        Self {
            figure,
            step,
            selected: None,
            zoom: 0,
            without: Vec::new(),
            live: false,
            moving: false,
            without_flow: None,
            referred: false,
            readings: None,
            gone: Vec::new(),
            described_by: None,
        }
    }
}

impl Piece for SceneView {
    fn draw(&self, kept: &Kept) -> Html {
        view(self, kept)
    }

    fn keeps(&self, before: &Self) -> bool {
        self.figure == before.figure
    }
}

fn view(props: &SceneView, kept: &Kept) -> Html {
    let Some((scene, step)) = props.figure.scene().and_then(|scene| Some((scene, scene.steps.get(props.step)?))) else {
        return html! { <svg class="scene" /> };
    };
    let camera = layout::enlarged(scene, step, props.zoom, props.selected.as_ref());
    let shown = |layer: Option<Layer>| layer.is_none_or(|layer| !props.without.contains(&layer));
    let labels = layout::labels(scene, step, camera, |part| {
        props.gone.contains(&part.id) || !shown(part.layer) || props.without.contains(&Layer::Labels)
    });
    let projection = Projection::new(scene, camera);
    let (left, width) = scene.plate();
    let height = tenths(scene.height);
    let camera = format!(
        "translate({} {}) scale({})",
        fixed(f64::from(projection.offset.0), 2),
        fixed(f64::from(projection.offset.1), 2),
        fixed(f64::from(projection.scale), 4)
    );
    let keys = Keys { labels: &labels, props, kept };
    let parts = scene.parts.iter().enumerate().filter(|(_, part)| !step.hide.contains(&part.id) && shown(part.layer));
    let flows = scene
        .flows
        .iter()
        .filter(|flow| step.flows.contains(&flow.id) && props.without_flow != Some(flow.role) && shown(flow.layer));
    let (role, name) = match lives(props.live) {
        true => ("group", props.figure.title.clone()),
        false => ("img", step.alternative.clone()),
    };
    html! {
        <div class={classes!("scene", sheet::class(scene.columns))}>
            <div class="drawn">
                <svg viewBox={sheet::view_box(scene.height)} {role} aria-label={name}
                    aria-describedby={props.described_by.clone()}>
                    <svg class="plate" x={tenths(left)} width={tenths(width)} height={height.clone()}
                        viewBox={format!("0 0 {} {height}", tenths(width))}>
                        <g class="camera" transform={camera}>
                            <g>{for parts.map(|(index, part)| part_view(index, part, step, &keys))}</g>
                            <g class="flows" key={step.id.as_str()}>{for flows.map(|flow| flow_view(flow, props.moving))}</g>
                        </g>
                    </svg>
                    <g class="labels" key={step.id.as_str()} aria-hidden="true">
                        {for labels.iter().map(|label| label_view(label, props))}
                    </g>
                </svg>
            </div>
            {sheet::room(scene.height)}
        </div>
    }
}

/// What arrow keys go through.
struct Keys<'a> {
    labels: &'a [Placed<'a>],
    props: &'a SceneView,
    kept: &'a Kept,
}

impl Keys<'_> {
    /// Whether the part takes part in the tab order: the selected one, or else the first.
    fn reached_by_tab(&self, id: &PartId) -> bool {
        let selected = self.props.selected.as_ref().filter(|id| self.labels.iter().any(|label| label.part == *id));
        match selected {
            Some(selected) => selected == id,
            None => self.labels.first().is_some_and(|label| label.part == id),
        }
    }
}

fn part_view(index: usize, part: &Part, step: &Step, keys: &Keys) -> Html {
    let props = keys.props;
    let id = &part.id;
    let key = id.shared();
    let selected = props.selected.as_ref() == Some(id);
    let dimmed = !step.lit.is_empty() && part.label.is_some() && !step.lit.contains(id) && !selected;
    let class = classes!("part", selected.then_some("selected"), dimmed.then_some("dimmed"));
    let transform = step.shift(id).map(|(x, y)| format!("translate({} {})", tenths(x), tenths(y)));
    if props.referred && !lives(props.live) {
        let href = format!("#{}", shapes_id(&props.figure, id));
        return html! { <use {key} {class} {transform} data-part={part.label.as_ref().map(|_| id.shared())} {href} /> };
    }
    let follows = part.shapes.iter().any(|shape| !shape.moves.is_empty());
    let readings = props.readings.clone().filter(|_| follows);
    let drawn = |symbols: bool| {
        let shapes = Shapes::new(props.figure.clone(), index, symbols).by(readings.clone(), lives(props.live));
        match shapes.follows() {
            true => piece(usize::from(symbols), shapes),
            false => keys.kept.once(("shapes", index, usize::from(symbols)), Around::Drawing, &|| shapes.still()),
        }
    };
    let shapes = drawn(false);
    let letters = part.shapes.iter().any(is_symbol).then(|| {
        html! {
            <g class={classes!("symbols", dimmed.then_some("dimmed"))} aria-hidden="true">
                {drawn(true)}
            </g>
        }
    });
    // Only what this step names can be selected in it: small parts would cover the large one that is meant.
    let named = keys.labels.iter().any(|label| label.part == id);
    let Some(label) = part.label.as_ref().filter(|_| lives(props.live) && named) else {
        let id = part.label.as_ref().map(|_| id.shared());
        return html! { <g {key} {transform}><g {class} data-part={id}>{shapes}</g>{for letters}</g> };
    };
    let tabindex = if keys.reached_by_tab(id) { "0" } else { "-1" };
    html! {
        <g {key} {transform}>
            <g {class} data-part={id.shared()} role="button" {tabindex} aria-label={label.words()}
                aria-pressed={selected.to_string()}>{shapes}</g>
            {for letters}
        </g>
    }
}

fn label_view(label: &Placed, props: &SceneView) -> Html {
    let selected = props.selected.as_ref() == Some(label.part);
    let class = classes!("label", selected.then_some("selected"));
    let names = lives(props.live).then(|| label.part.shared());
    let (from, to, disc) = (label.from, label.anchor, label.disc);
    let anchor = match label.side {
        Side::Left => "end",
        Side::Right => "start",
    };
    let first = label.at.1 - label.half() + LINE_HEIGHT / 2.0;
    let lines = label.lines.iter().enumerate().map(|(row, words)| {
        let y = tenths(first + row as f32 * LINE_HEIGHT);
        html! { <tspan x={tenths(label.at.0)} {y}>{words.clone()}</tspan> }
    });
    let drawn = html! {
        <>
            <path class="leader" d={format!("M{} {}L{} {}", tenths(from.0), tenths(from.1), tenths(to.0), tenths(to.1))} />
            <circle class="leader-end" cx={tenths(to.0)} cy={tenths(to.1)} r="2.5" />
            <text class="name" text-anchor={anchor}>{for lines}</text>
            <g class="disc">
                <path class="leader" d={format!("M{} {}L{} {}", tenths(disc.0), tenths(disc.1), tenths(to.0), tenths(to.1))} />
                <circle cx={tenths(disc.0)} cy={tenths(disc.1)} r={tenths(DISC)} />
                <text x={tenths(disc.0)} y={tenths(disc.1)}>{label.number}</text>
            </g>
        </>
    };
    // It is short, and a camera that moves changes all of it: built anew each time, not kept.
    html! { <g key={label.part.shared()} {class} data-names={names}>{still(drawn, Around::Drawing)}</g> }
}

fn flow_view(flow: &Flow, moving: bool) -> Html {
    let class = paint::role(flow.role);
    let radius = tenths(flow.size);
    let dot = |index: usize, (x, y): (f32, f32)| {
        if !moving {
            return html! { <circle key={index} class={class.clone()} cx={tenths(x)} cy={tenths(y)} r={radius.clone()} /> };
        }
        let begin = -flow.seconds * index as f32 / f32::from(flow.count);
        html! {
            <circle key={index} class={class.clone()} r={radius.clone()}>
                <animateMotion dur={format!("{}s", tenths(flow.seconds))} begin={format!("{}s", fixed(f64::from(begin), 2))}
                    path={flow.path.shared()} repeatCount="indefinite" />
            </circle>
        }
    };
    html! {
        <g key={flow.id.clone()} class="flow">
            <path class={format!("way s-{}", flow.role.name())} d={flow.path.shared()} />
            <g>{for flow.still.iter().enumerate().map(|(index, point)| dot(index, *point))}</g>
        </g>
    }
}

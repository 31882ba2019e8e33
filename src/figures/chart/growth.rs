//! Receptors through pregnancy: two measured levels, the unknown between, and a week to try.

use yew::prelude::*;

use super::{
    PLOT,
    answer::{pair, trial},
    axis::{Scale, steps},
    map::receptor_map,
};
use crate::{
    figures::{lives, still::still},
    model::{Chart, Drawing, FigureRef, Level, decimal::short},
    physiology::receptors::{self, Basis},
};

/// Room above the higher level, for its number and for the arrow that leaves it: as a factor.
const HEADROOM: f64 = 1.25;
/// The distance between ticks of the vertical axis, and of the weeks.
const STEPS: (f64, f64) = (3.0, 4.0);

/// The properties of [`Growth`].
#[derive(Properties, PartialEq)]
pub struct GrowthProps {
    /// A figure with a chart of growth.
    pub figure: FigureRef,
    /// Whether a reader can try weeks; the still form shows both measured patches.
    pub live: bool,
}

/// Two levels in a plot of weeks and levels.
struct Axes {
    weeks: Scale,
    levels: Scale,
}

impl Axes {
    fn new(early: Level, term: Level) -> Self {
        Self { weeks: Scale::new(early.weeks.0, term.weeks.1), levels: Scale::new(term.level * HEADROOM, 0.0) }
    }
}

/// The chart with its patches and its map.
#[component]
pub fn Growth(props: &GrowthProps) -> Html {
    let figure = &props.figure;
    let set_week = use_state(|| None::<f64>);
    let Drawing::Chart(Chart::Growth { early, term, .. }) = &figure.drawing else {
        return html! { <div /> };
    };
    let week = set_week.unwrap_or(early.weeks.0);
    let (marked, under, patches) = match lives(props.live) {
        true => (
            Some(week),
            slider(figure, (early.weeks.0, term.weeks.1), week, &set_week),
            trial(figure, week, slider_id(figure)),
        ),
        false => {
            (None, html! { <p class="axis-title under">{figure.label("x-axis")}</p> }, pair(figure, *early, *term))
        }
    };
    html! {
        <div class="growth-parts">
            <div class="growth-plot">
                <p class="axis-title">{figure.label("y-axis")}</p>
                <p class="labour-note">{figure.label("labour-higher")}</p>
                <div class="plot-frame">{plot(figure, *early, *term, marked)}</div>
                {under}
            </div>
            {patches}
            <p class="same-drops">{figure.label("same-drops")}</p>
            {still(figure, MAP)}
        </div>
    }
}

/// The pieces that never change, by index: what lies behind the mark of the week, between its line and
/// its dot, and before them, and the map.
const BEHIND: usize = PLOT;
const BETWEEN: usize = PLOT + 1;
const BEFORE: usize = PLOT + 2;
const MAP: usize = PLOT + 3;

/// Those pieces, in the order of their indices.
pub fn stills(figure: &FigureRef, early: Level, term: Level, regions: &[String]) -> Vec<Html> {
    let axes = Axes::new(early, term);
    vec![
        behind(figure, &axes, early, term),
        between(figure, &axes, early, term),
        before(&axes, term),
        receptor_map(figure, regions),
    ]
}

fn plot(figure: &FigureRef, early: Level, term: Level, marked: Option<f64>) -> Html {
    let axes = Axes::new(early, term);
    let mark = marked.map(|week| Mark::new(figure, &axes, week));
    html! {
        <svg class="plot" role="img" aria-label={figure.label("y-axis").to_owned()}>
            {still(figure, BEHIND)}
            <g>{mark.as_ref().map(Mark::line)}</g>
            {still(figure, BETWEEN)}
            <g>{mark.as_ref().map(Mark::dot)}</g>
            {still(figure, BEFORE)}
        </svg>
    }
}

/// Axes, and the line between the levels, which nobody measured.
fn behind(figure: &FigureRef, axes: &Axes, early: Level, term: Level) -> Html {
    let language = &figure.pack.language;
    let levels = steps(0.0, term.level, STEPS.0).map(|level| {
        let y = axes.levels.place(level);
        let class = if level == 0.0 { "base" } else { "grid" };
        html! {
            <g key={level as i64}>
                <line {class} x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
                <text class="axis" text-anchor="end" x="0" dx="-8" {y} dy="0.35em">{language.number(level, 0)}</text>
            </g>
        }
    });
    let weeks = steps(0.0, term.weeks.1 - early.weeks.0, STEPS.1).map(|after| {
        let week = early.weeks.0 + after;
        let x = axes.weeks.place(week);
        let minor = after % (2.0 * STEPS.1) != 0.0;
        html! {
            <g key={week as i64} class={minor.then_some("minor")}>
                <rect class="tick" x={x.clone()} y="100%" width="1" height="5" />
                <text class="axis tick-name" text-anchor="middle" {x} y="100%" dy="1.6em">{language.number(week, 0)}</text>
            </g>
        }
    });
    html! {
        <>
            <g>{for levels}</g>
            <g>{for weeks}</g>
            <line class="guess s-receptor" x1={axes.weeks.place(early.weeks.1)} y1={axes.levels.place(early.level)}
                x2={axes.weeks.place(term.weeks.0)} y2={axes.levels.place(term.level)} />
        </>
    }
}

/// The measured levels, and the name of what lies between.
fn between(figure: &FigureRef, axes: &Axes, early: Level, term: Level) -> Html {
    let middle =
        (axes.weeks.place((early.weeks.1 + term.weeks.0) / 2.0), axes.levels.place((early.level + term.level) / 2.0));
    html! {
        <>
            <text class="axis guess-name" x={middle.0} y={middle.1} dx="12" dy="2em">{figure.label("not-measured")}</text>
            {level(figure, axes, early, "early")}
            {level(figure, axes, term, "term")}
        </>
    }
}

/// The arrow that leaves the higher level: in labour there are more still.
fn before(axes: &Axes, term: Level) -> Html {
    html! {
        <g class="higher" transform="translate(22 0)">
            <line class="arrow s-receptor" x1="100%" x2="100%" y1={axes.levels.place(term.level)} y2="2%" />
            <svg x="100%" y="2%" width="1" height="1" overflow="visible">
                <path class="arrow-head s-receptor" d="M-7 9L0 0L7 9" />
            </svg>
        </g>
    }
}

/// A measured level: a bar over its weeks, a dot in its middle, its number and its name.
fn level(figure: &FigureRef, axes: &Axes, level: Level, key: &'static str) -> Html {
    let y = axes.levels.place(level.level);
    let (from, to) = (axes.weeks.place(level.weeks.0), axes.weeks.place(level.weeks.1));
    // The early weeks stand under their bar, the last ones over theirs: the dashed line keeps free of both.
    let (anchor, x, name, number) = match key {
        "early" => ("start", from.clone(), "1.2em", "-0.45em"),
        _ => ("end", to.clone(), "-1.1em", "-1em"),
    };
    html! {
        <g class="level">
            <line class="bar s-receptor" x1={from} x2={to} y1={y.clone()} y2={y.clone()} />
            <circle class="dot f-receptor" cx={axes.weeks.place((level.weeks.0 + level.weeks.1) / 2.0)} cy={y.clone()} r="6" />
            <text class="axis" text-anchor={anchor} x={x.clone()} y={y.clone()} dy={name}>{figure.label(key)}</text>
            <text class="large" text-anchor={anchor} {x} {y} dy={number}>{figure.pack.language.number(level.level, 1)}</text>
        </g>
    }
}

/// The week that the slider stands at, on the plot.
struct Mark {
    x: String,
    y: String,
    basis: Basis,
}

impl Mark {
    fn new(figure: &FigureRef, axes: &Axes, week: f64) -> Self {
        let level = receptors::level(week, &figure.pack.parameters);
        Self { x: axes.weeks.place(week), y: axes.levels.place(level.fold), basis: level.basis }
    }

    fn line(&self) -> Html {
        html! { <line class="week-line" x1={self.x.clone()} x2={self.x.clone()} y1={self.y.clone()} y2="100%" /> }
    }

    fn dot(&self) -> Html {
        let class = match self.basis {
            Basis::Measured => "week-dot measured",
            Basis::Illustrative => "week-dot",
        };
        html! { <circle {class} cx={self.x.clone()} cy={self.y.clone()} r="7" /> }
    }
}

/// A slider of weeks: it stands right under the plot, as its horizontal axis.
fn slider(figure: &FigureRef, weeks: (f64, f64), week: f64, set_week: &UseStateHandle<Option<f64>>) -> Html {
    let id = slider_id(figure);
    let oninput = {
        let setter = set_week.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                setter.set(Some(input.value_as_number()).filter(|week| week.is_finite()));
            }
        })
    };
    html! {
        <div class="week-control">
            <input class="control" part="control" type="range" id={id.clone()} data-control="week" step="1"
                min={short(weeks.0, 0)} max={short(weeks.1, 0)} value={short(week, 0)} {oninput} />
            <p class="week-label">
                <label for={id}>{figure.label("weeks-slider")}</label>
                <strong class="large" aria-hidden="true">{figure.pack.language.number(week, 0)}</strong>
            </p>
        </div>
    }
}

fn slider_id(figure: &FigureRef) -> String {
    format!("oxy-{}-week", figure.id)
}

/// The table: what was measured, when and in whom.
pub fn table(figure: &FigureRef, early: Level, term: Level) -> Html {
    let language = &figure.pack.language;
    let rows = [
        ("nonpregnant", figure.label("nonpregnant-level").to_owned()),
        ("early", language.number(early.level, 1)),
        ("term", language.number(term.level, 1)),
        ("in-labour", figure.label("labour-level").to_owned()),
    ];
    let rows = rows.into_iter().map(|(key, level)| {
        html! {
            <tr {key}>
                <th scope="row">{figure.label(key)}</th>
                <td>{level}</td>
                <td>{figure.label("species-human")}</td>
            </tr>
        }
    });
    html! {
        <>
            <thead>
                <tr>
                    <th scope="col">{figure.label("column-what")}</th>
                    <th scope="col">{figure.label("column-level")}</th>
                    <th scope="col">{figure.label("column-species")}</th>
                </tr>
            </thead>
            <tbody>{for rows}</tbody>
        </>
    }
}

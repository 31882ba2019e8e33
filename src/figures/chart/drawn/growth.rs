//! Receptors through pregnancy: two measured levels, the unknown between, and weeks to try.

use yew::prelude::*;

use super::{
    super::super::markup::{of, slot},
    answer::trial,
    axis::{Scale, level_line, steps},
    cites, control,
    map::receptor_map,
    numbers::Level,
};
use crate::{
    model::{FigureRef, Markup},
    physiology::receptors::{self, Basis},
};

/// Room above the higher level, for its number and for the arrow that leaves it: as a factor.
const HEADROOM: f64 = 1.25;
/// The distance between ticks of the vertical axis, and of the weeks.
const STEPS: (f64, f64) = (3.0, 4.0);

/// Which of the figure's sources measured what its table names.
const PREGNANT: &str = "fuchs-1984";
const NONPREGNANT: &str = "fuchs-1985";

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

/// The slots that a week fills: its line, its dot, the patch of wall.
const LINE: u8 = 1;
const DOT: u8 = 2;
const PATCH: u8 = 3;

/// The chart with its patches and its map.
pub fn view(figure: &FigureRef, early: Level, term: Level, regions: &[String]) -> Html {
    let axes = Axes::new(early, term);
    html! {
        <div class="growth-parts">
            <div class="growth-plot">
                <p class="axis-title">{figure.label("y-axis")}</p>
                <p class="labour-note">{figure.label("labour-higher")}</p>
                <div class="plot-frame">
                    <svg class="plot" role="img" aria-label={figure.label("y-axis").to_owned()}>
                        {behind(figure, &axes, early, term)}
                        {slot(LINE)}
                        {between(figure, &axes, early, term)}
                        {slot(DOT)}
                        {before(&axes, term)}
                    </svg>
                </div>
                <p class="axis-title under">{figure.label("x-axis")}</p>
                {control()}
            </div>
            <div class="growth-patch">
                <div class="patch-pair">{slot(PATCH)}</div>
                <p class="same-drops">{figure.label("same-drops")}</p>
            </div>
            {receptor_map(figure, regions)}
        </div>
    }
}

/// What a week puts into the slots.
pub fn frame(figure: &FigureRef, early: Level, term: Level, week: f64) -> Vec<Vec<Markup>> {
    let mark = Mark::new(figure, &Axes::new(early, term), week);
    vec![of(&mark.line()), of(&mark.dot()), of(&trial(figure, week))]
}

/// Axes, and the line between the levels, which nobody measured.
fn behind(figure: &FigureRef, axes: &Axes, early: Level, term: Level) -> Html {
    let language = &figure.pack.language;
    let levels = steps(0.0, term.level, STEPS.0).map(|level| level_line(level, axes.levels.place(level), language));
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

/// The measured levels, and a bracket over the weeks in which nobody measured.
fn between(figure: &FigureRef, axes: &Axes, early: Level, term: Level) -> Html {
    let (from, to) = (early.weeks.1, term.weeks.0);
    let ends = [from, to].map(|week| {
        html! { <rect class="tick" x={axes.weeks.place(week)} y="100%" width="1" height="9" /> }
    });
    html! {
        <>
            <g class="unmeasured" transform="translate(0 -16)">
                <g>{for ends}</g>
                <rect class="tick" x={axes.weeks.place(from)} y="100%" width={axes.weeks.length(from, to)} height="1"
                    transform="translate(0 4)" />
                <text class="axis" text-anchor="middle" x={axes.weeks.place((from + to) / 2.0)} y="100%" dy="-0.4em">
                    {figure.label("not-measured")}
                </text>
            </g>
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
    // Number over bar, weeks over number: both are clear of the dashed line and of the slider's mark.
    let (anchor, x) = match key {
        "early" => ("start", from.clone()),
        _ => ("end", to.clone()),
    };
    html! {
        <g class="level">
            <line class="bar s-receptor" x1={from} x2={to} y1={y.clone()} y2={y.clone()} />
            <circle class="dot f-receptor" cx={axes.weeks.place((level.weeks.0 + level.weeks.1) / 2.0)} cy={y.clone()} r="6" />
            <text class="axis level-name" text-anchor={anchor} x={x.clone()} y={y.clone()} dy="-3.4em">{figure.label(key)}</text>
            <text class="large" text-anchor={anchor} {x} {y} dy="-0.5em">{figure.pack.language.number(level.level, 1)}</text>
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

/// The table: what was measured, in which unit, in whom, and by whom.
pub fn table(figure: &FigureRef, early: Level, term: Level) -> Html {
    let language = &figure.pack.language;
    let label = |key: &str| figure.label(key).to_owned();
    let rows = [
        ("nonpregnant", label("nonpregnant-level"), "unit-lower", NONPREGNANT),
        ("early", language.number(early.level, 1), "unit-early", PREGNANT),
        ("term", language.number(term.level, 1), "unit-early", PREGNANT),
        ("in-labour", label("labour-level"), "unit-early", PREGNANT),
    ];
    let rows = rows.into_iter().map(|(key, level, unit, source)| {
        let sources = figure.sources.iter().copied();
        let named =
            |index: &u16| figure.pack.sources.get(usize::from(*index)).is_some_and(|known| known.id.as_str() == source);
        let sources: Vec<u16> = sources.filter(named).collect();
        html! {
            <tr {key}>
                <th scope="row">{label(key)}</th>
                <td>{level}</td>
                <td>{label(unit)}</td>
                <td>{label("species-human")}</td>
                <td>{cites(figure, &sources)}</td>
            </tr>
        }
    });
    let columns = [
        label("column-what"),
        label("column-level"),
        label("column-unit"),
        label("column-species"),
        label("column-source"),
    ];
    let columns = columns.map(|name| html! { <th scope="col">{name}</th> });
    html! { <><thead><tr>{for columns}</tr></thead><tbody>{for rows}</tbody></> }
}

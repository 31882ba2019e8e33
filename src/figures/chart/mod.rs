//! Measured numbers: what is left of a hormone, pulses on strips of time, receptors through pregnancy.
//!
//! Words stand around the plots as text of the page; inside them are only ticks and values. A thing
//! measured is a filled dot or a full block, a thing only drawn is a thin or dashed line, and a
//! spread that is known is a whisker.

mod axis;
mod decay;
mod growth;
mod map;
mod patch;
mod strips;

use yew::prelude::*;

use crate::model::{Chart, Drawing, FigureRef};

/// The properties of [`ChartView`].
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// A figure with a chart.
    pub figure: FigureRef,
    /// Whether a reader can set something; the still form shows the ends instead.
    pub live: bool,
    /// The id of the element that describes the chart.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
}

/// A chart with its words.
#[component]
pub fn ChartView(props: &ChartProps) -> Html {
    let figure = &props.figure;
    let (kind, inner) = match chart(figure) {
        Some(Chart::Decay { half_life, range, span }) => ("decay", decay::view(figure, &decay::Decay::new(*half_life, *range, *span))),
        Some(Chart::Strips { window, rows }) => ("strips", strips::view(figure, *window, rows)),
        Some(Chart::Growth { .. }) => ("growth", html! { <growth::Growth figure={figure.clone()} live={props.live} /> }),
        None => ("", html! { <div /> }),
    };
    html! {
        <div class={classes!("chart", kind)} role="group" aria-label={figure.title.clone()}
            aria-describedby={props.described_by.clone()}>{inner}</div>
    }
}

/// The numbers of a chart as a table.
pub fn chart_table(figure: &FigureRef) -> Html {
    let rows = match chart(figure) {
        Some(Chart::Decay { half_life, range, span }) => decay::table(figure, &decay::Decay::new(*half_life, *range, *span)),
        Some(Chart::Strips { rows, .. }) => strips::table(figure, rows),
        Some(Chart::Growth { early, term, .. }) => growth::table(figure, *early, *term),
        None => html! { <tbody /> },
    };
    html! {
        <div class="chart-table">
            <table>
                <caption>{figure.title.clone()}</caption>
                {rows}
            </table>
        </div>
    }
}

fn chart(figure: &FigureRef) -> Option<&Chart> {
    match &figure.drawing {
        Drawing::Chart(chart) => Some(chart),
        Drawing::Scene(_) | Drawing::Loop(_) => None,
    }
}

/// A mean and its ±, as the language writes them.
fn spread(figure: &FigureRef, (mean, spread): (f64, f64)) -> String {
    let language = &figure.pack.language;
    format!("{}\u{202f}±\u{202f}{}", language.number(mean, 2), language.number(spread, 2))
}

//! Measured numbers: what is left of a hormone, pulses on strips of time, receptors through pregnancy.
//!
//! Words stand around the plots as text of the page; inside them are only ticks and values. A thing
//! measured is a filled dot or a full block, a thing only drawn is a thin or dashed line, and a
//! spread that is known is a whisker.

mod answer;
mod axis;
mod decay;
mod growth;
mod map;
mod patch;
mod strips;

use yew::prelude::*;

use super::still::still;
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

/// The table among a chart's pieces that never change; its plot follows.
const TABLE: usize = 0;
const PLOT: usize = 1;

/// A chart with its words.
#[component]
pub fn ChartView(props: &ChartProps) -> Html {
    let figure = &props.figure;
    let (kind, inner) = match chart(figure) {
        Some(Chart::Decay { .. }) => ("chart decay", still(figure, PLOT)),
        Some(Chart::Strips { .. }) => ("chart strips", still(figure, PLOT)),
        Some(Chart::Growth { .. }) => {
            ("chart growth", html! { <growth::Growth figure={figure.clone()} live={props.live} /> })
        }
        None => ("chart", html! { <div /> }),
    };
    html! {
        <div class={kind} role="group" aria-label={figure.title.clone()}
            aria-describedby={props.described_by.clone()}>{inner}</div>
    }
}

/// The numbers of a chart as a table.
pub fn chart_table(figure: &FigureRef) -> Html {
    html! { <div class="chart-table" role="region" tabindex="0" aria-label={figure.title.clone()}>{still(figure, TABLE)}</div> }
}

/// The pieces of a chart that never change, in the order of their indices.
pub fn stills(figure: &FigureRef, chart: &Chart) -> Vec<Html> {
    let (rows, plot) = match chart {
        Chart::Decay { half_life, range, span } => {
            let decay = decay::Decay::new(*half_life, *range, *span);
            (decay::table(figure, &decay), vec![decay::view(figure, &decay)])
        }
        Chart::Strips { window, rows } => (strips::table(figure, rows), vec![strips::view(figure, *window, rows)]),
        Chart::Growth { early, term, regions, .. } => {
            (growth::table(figure, *early, *term), growth::stills(figure, *early, *term, regions))
        }
    };
    let table = html! {
        <table>
            <caption>{figure.title.clone()}</caption>
            {rows}
        </table>
    };
    std::iter::once(table).chain(plot).collect()
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

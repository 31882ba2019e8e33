//! The drawing of charts, on the host: `bake` carries the result in packs, and the module is without this code.
//!
//! Words stand around the plots as text of the page; inside them are only ticks and values. A thing
//! measured is a filled dot or a full block, a thing only drawn is a thin or dashed line, and a
//! spread that is known is a whisker.

mod answer;
mod axis;
mod decay;
mod growth;
mod ladder;
mod map;
pub mod numbers;
mod patch;
mod species;
mod strips;

use std::rc::Rc;

use yew::prelude::*;

use super::super::markup::{of, slot};
use crate::model::{Chart, FigureRef, Turn, Word};
use numbers::Numbers;

/// The chart of a figure whose words and numbers are known.
pub fn chart(figure: &FigureRef, numbers: &Numbers) -> Chart {
    match numbers {
        Numbers::Decay { half_life, range, span } => {
            let decay = decay::Decay::new(*half_life, *range, *span);
            still("decay", table(figure, "decay-table", decay::table(figure, &decay)), decay::view(figure, &decay))
        }
        Numbers::Strips { window, rows } => still(
            "strips",
            table(figure, "strips-table", strips::table(figure, rows)),
            strips::view(figure, *window, rows),
        ),
        Numbers::Growth { early, term, regions } => {
            let weeks = early.weeks.0 as u16..=term.weeks.1 as u16;
            let last = weeks.clone().count() - 1;
            Chart {
                kind: Rc::from("growth"),
                table: of(&table(figure, "growth-table", growth::table(figure, *early, *term))),
                plot: of(&growth::view(figure, *early, *term, regions)),
                turn: Some(Turn {
                    name: Rc::from("week"),
                    label: figure.label("weeks-slider").to_owned(),
                    from: early.weeks.0 as u16,
                    options: Vec::new(),
                }),
                frames: weeks.map(|week| growth::frame(figure, *early, *term, f64::from(week))).collect(),
                still: vec![0, last as u8],
            }
        }
        Numbers::Ladder { rows } => ladder::chart(figure, rows),
    }
}

fn still(kind: &str, table: Html, plot: Html) -> Chart {
    Chart { kind: Rc::from(kind), table: of(&table), plot: of(&plot), ..Chart::default() }
}

/// A table under its figure's title; its kind tells the styles how wide its columns are.
fn table(figure: &FigureRef, kind: &'static str, rows: Html) -> Html {
    html! {
        <table class={kind}>
            <caption>{figure.title.clone()}</caption>
            {rows}
        </table>
    }
}

/// A mean to tenths and its ± to hundredths, as the source prints them and the language writes them.
fn spread(figure: &FigureRef, (mean, spread): (f64, f64)) -> String {
    let language = &figure.pack.language;
    format!("{}\u{202f}±\u{202f}{}", language.reading(mean, 1), language.reading(spread, 2))
}

/// The place of a chart's control in its plot.
fn control() -> Html {
    slot(super::CONTROL)
}

/// Links to entries of the bibliography: indices into the pack's sources.
fn cites(figure: &FigureRef, sources: &[u16]) -> Html {
    let links = sources.iter().enumerate().map(|(at, index)| {
        let number = index + 1;
        let comma = (at > 0).then_some(",");
        let name = format!("{} {number}", figure.pack.word(Word::Source));
        html! { <sup>{comma}<a class="cite" href={format!("#source-{number}")} aria-label={name}>{number}</a></sup> }
    });
    html! { <>{for links}</> }
}

//! Pieces that never change: `bake` draws them once, and the module is without the code that does.

use yew::prelude::*;

use super::{chart, labour};
use crate::model::{Drawing, FigureRef};

/// A piece of a figure that never changes: drawn on the host, taken out of the pack in the browser.
pub fn still(figure: &FigureRef, index: usize) -> Html {
    if cfg!(feature = "ssr") {
        return stills(figure).into_iter().nth(index).unwrap_or_default();
    }
    Html::from_html_unchecked(figure.stills.get(index).cloned().unwrap_or_default().into())
}

/// All pieces of a figure that never change, in the order of their indices, for `bake` to draw.
pub fn stills(figure: &FigureRef) -> Vec<Html> {
    match &figure.drawing {
        Drawing::Chart(chart) => chart::stills(figure, chart),
        Drawing::Loop(_) => labour::stills(figure),
        Drawing::Scene(_) => Vec::new(),
    }
}

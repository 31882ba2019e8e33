//! A patch of uterine wall: the same three drops of oxytocin, and the receptors that meet them.

use yew::prelude::*;

use super::axis::Point;
use crate::model::decimal::short;

/// Receptors drawn at term, where all of them are lit.
pub const RECEPTORS: usize = 12;

const WIDTH: f64 = 372.0;
const HEIGHT: f64 = 176.0;
/// How far the drops hang from the left, and their height.
const DROPS: [Point; 3] = [(76.0, 34.0), (186.0, 26.0), (296.0, 34.0)];
/// The places in the order in which they are lit: from the middle, then spread evenly.
const ORDER: [usize; RECEPTORS] = [6, 2, 9, 4, 11, 0, 7, 5, 1, 10, 3, 8];
/// Muscle cells: their left end and middle height, in overlapping rows.
const CELLS: [Point; 10] = [
    (-20.0, 114.0),
    (108.0, 112.0),
    (236.0, 114.0),
    (-84.0, 138.0),
    (44.0, 136.0),
    (172.0, 136.0),
    (300.0, 138.0),
    (-20.0, 160.0),
    (108.0, 160.0),
    (236.0, 160.0),
];
const CELL_LENGTH: f64 = 128.0;

/// Where a receptor stands on the wall's surface.
fn place(index: usize) -> Point {
    let x = 21.0 + index as f64 * 30.0;
    (x, surface(x))
}

/// The wall's surface: one slow wave.
fn surface(x: f64) -> f64 {
    92.0 - 7.0 * 4.0 * (x / WIDTH) * (1.0 - x / WIDTH)
}

/// The places of the lit receptors.
fn lit_places(lit: usize) -> &'static [usize] {
    &ORDER[..lit.min(RECEPTORS)]
}

/// How strongly a cell that begins at `x` answers: the quarters of the places above it that are lit.
fn answer(x: f64, lit: usize) -> usize {
    let above = |index: &usize| (x..x + CELL_LENGTH).contains(&place(*index).0);
    let places = (0..RECEPTORS).filter(above).count();
    let lit = lit_places(lit).iter().filter(|index| above(index)).count();
    (4 * lit).div_ceil(places.max(1))
}

/// The patch with so many receptors lit.
pub fn view(lit: usize, measured: bool) -> Html {
    let lights = |place: usize| lit_places(lit).contains(&place);
    let cells = CELLS.iter().enumerate().map(|(key, &(x, y))| cell(key, x, y, answer(x, lit)));
    let receptors = (0..RECEPTORS).map(|index| {
        let (x, y) = place(index);
        receptor(index, x, y, lights(index))
    });
    let drops = DROPS.iter().enumerate().map(|(key, &(x, y))| {
        html! {
            <path {key} class="drop f-oxytocin" transform={format!("translate({} {})", short(x, 1), short(y, 1))}
                d="M0 -15C3.5 -8 8 -3 8 3.5A8 8 0 0 1 -8 3.5C-8 -3 -3.5 -8 0 -15Z" />
        }
    });
    let edge = format!(
        "M0 {}Q{} {} {} {}",
        short(surface(0.0), 1),
        short(WIDTH / 2.0, 1),
        short(surface(WIDTH / 2.0) * 2.0 - surface(0.0), 1),
        short(WIDTH, 1),
        short(surface(WIDTH), 1)
    );
    html! {
        <svg class={classes!("patch", (!measured).then_some("illustrative"))} viewBox={format!("0 0 {} {}", short(WIDTH, 1), short(HEIGHT, 1))} aria-hidden="true">
            <path class="wall f-tissue" d={format!("{edge}V{}H0Z", short(HEIGHT, 1))} />
            <g class="cells">{for cells}</g>
            <path class="membrane s-muscle" d={edge} />
            <g>{for drops}</g>
            <g>{for receptors}</g>
        </svg>
    }
}

/// A smooth-muscle cell: a long spindle with its nucleus.
fn cell(key: usize, x: f64, y: f64, answer: usize) -> Html {
    html! {
        <g {key} class={format!("answer-{answer}")} transform={format!("translate({} {})", short(x, 1), short(y, 1))}>
            <path class="cell f-muscle-soft s-muscle" d="M0 0C30 -13 98 -13 128 0C98 13 30 13 0 0Z" />
            <ellipse class="nucleus f-muscle" cx="64" cy="0" rx="9" ry="3" />
        </g>
    }
}

fn receptor(key: usize, x: f64, y: f64, lit: bool) -> Html {
    let transform = format!("translate({} {})", short(x, 1), short(y, 1));
    match lit {
        true => html! {
            <g {key} class="receptor lit" {transform}>
                <path class="signal s-receptor" d="M-4.5 13L0 17.5L4.5 13M-4.5 20L0 24.5L4.5 20" />
                <path class="cup s-receptor" d="M0 8V-4M-8.5 -16C-8.5 -7 -5 -4 0 -4C5 -4 8.5 -7 8.5 -16" />
            </g>
        },
        false => html! {
            <g {key} class="receptor" {transform}><circle class="place f-quiet" r="1.5" /></g>
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{CELLS, ORDER, RECEPTORS, answer};

    #[test]
    fn each_place_is_lit_once() {
        let mut places = ORDER;
        places.sort_unstable();
        assert!(places.into_iter().eq(0..RECEPTORS));
    }

    #[test]
    fn more_receptors_more_muscle() {
        let pull = |lit| CELLS.iter().map(|cell| answer(cell.0, lit)).sum::<usize>();
        let pulls: Vec<usize> = (0..=RECEPTORS).map(pull).collect();
        assert_eq!(pulls[0], 0);
        assert!(pulls.windows(2).all(|pair| pair[0] <= pair[1]) && pulls[1] > 0);
        assert_eq!(pulls[RECEPTORS], 4 * CELLS.len());
    }
}

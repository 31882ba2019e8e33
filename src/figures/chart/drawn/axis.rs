//! Axes in shares of a plot.
//!
//! A plot is an `<svg>` without a view box: places are percentages, text keeps its size in real
//! pixels, and only curves are stretched, by [`stretched`]. So no label ever becomes too small.

use yew::prelude::*;

use crate::model::{Language, decimal::short};

/// A point in shares of the plot: 0–1 from the left, 0–1 from the top.
pub type Point = (f64, f64);

/// More marks than this no chart can show: numbers that ask for more are wrong.
const MOST_STEPS: usize = 500;

/// A stretch of numbers on a straight axis.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    /// An axis that runs from one number to another, which may be the smaller: a vertical axis
    /// counts from the top.
    pub fn new(from: f64, to: f64) -> Self {
        Self { from, to }
    }

    /// Where a value stands: 0 at the beginning, 1 at the end.
    pub fn share(self, value: f64) -> f64 {
        (value - self.from) / (self.to - self.from)
    }

    /// Where a value stands, as an SVG percentage.
    pub fn place(self, value: f64) -> String {
        percent(self.share(value))
    }

    /// How much of the axis lies between two values, as an SVG percentage.
    pub fn length(self, from: f64, to: f64) -> String {
        percent((self.share(to) - self.share(from)).abs())
    }
}

/// A share as an SVG percentage.
pub fn percent(share: f64) -> String {
    format!("{}%", short(share * 100.0, 2))
}

/// Every multiple of `step` between two numbers, both included; never more than a chart could show.
pub fn steps(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    let hair = 1e-9;
    let first = (from / step - hair).ceil() as i64;
    let last = (to / step + hair).floor() as i64;
    (first..=last).take(MOST_STEPS).map(move |index| index as f64 * step)
}

/// A point on the square of [`stretched`], as path data.
pub fn on_square((x, y): Point) -> String {
    format!("{} {}", short(x * 1000.0, 1), short(y * 1000.0, 1))
}

/// Drawn over the whole plot: a square of 1000 × 1000 units pulled to the shape of the plot.
/// Lines keep their width through `vector-effect`.
pub fn stretched(children: Html) -> Html {
    html! {
        <svg class="stretched" width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none">{children}</svg>
    }
}

/// A level of the vertical axis at a place: a line across the plot with its number before it.
pub fn level_line(level: f64, y: String, language: &Language) -> Html {
    let class = if level == 0.0 { "base" } else { "grid" };
    html! {
        <g key={level as i64}>
            <line {class} x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
            <text class="axis" text-anchor="end" x="0" dx="-8" {y} dy="0.35em">{language.number(level, 0)}</text>
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::{Scale, percent, steps};

    #[test]
    fn places_values_on_both_kinds_of_axis() {
        let weeks = Scale::new(13.0, 41.0);
        assert_eq!([13.0, 27.0, 41.0].map(|week| weeks.place(week)), ["0%", "50%", "100%"]);
        assert_eq!(weeks.length(37.0, 41.0), "14.29%");
        let down = Scale::new(100.0, 0.0);
        assert_eq!(down.place(25.0), "75%");
    }

    #[test]
    fn steps_include_both_ends() {
        assert_eq!(steps(0.0, 16.0, 4.0).collect::<Vec<_>>(), [0.0, 4.0, 8.0, 12.0, 16.0]);
        assert_eq!(steps(13.0, 41.0, 10.0).collect::<Vec<_>>(), [20.0, 30.0, 40.0]);
    }

    #[test]
    fn steps_are_not_lost_to_rounding() {
        assert_eq!(steps(0.1, 0.7, 0.1).count(), 7);
    }

    #[test]
    fn percentages_are_short() {
        assert_eq!([0.5, 1.0 / 3.0].map(percent), ["50%", "33.33%"]);
    }
}

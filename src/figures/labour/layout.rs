//! Where the instruments draw: pure geometry.

use crate::{
    model::decimal::{push, within},
    physiology::Sample,
};

/// The strip's and the line's width, in units of their own view boxes.
const WIDTH: f32 = 400.0;
/// The line's height.
const HEIGHT: f32 = 120.0;
/// The strip's view box, its axis, and what draws a tick from its place.
pub const STRIP: &str = "0 0 400 44";
pub const STRIP_AXIS: &str = "M0 38H400";
pub const TICK: &str = " 6V34";
/// The line's view box, its three axes, and the grid that divides its height in five.
pub const LINE: &str = "0 0 400 120";
pub const LINE_AXES: &str = "M0 0V120H400V0";
pub const LINE_GRID: &str = "M0 24H400M0 48H400M0 72H400M0 96H400";
/// What draws the mark of the birth from its place.
const BIRTH: &str = " 0V120";
/// In how many steps the line grows from one end of its axis to the other: finer ones would not be seen.
pub const LINE_STEPS: f64 = 200.0;
/// Model units that the line spans at least.
const SPAN: f64 = 400.0;

/// Where a pulse stands on the strip of the last `window` units.
pub fn tick(time: f64, now: f64, window: f64) -> f32 {
    (((time - now) / window + 1.0) * f64::from(WIDTH)) as f32
}

/// How many units the line spans: the whole run, in steps that do not jump about.
pub fn span(time: f64) -> f64 {
    (time / SPAN).floor() * SPAN + SPAN
}

/// The height of a value on the line, where `most` is at the top.
fn height(value: f64, most: f64) -> f32 {
    HEIGHT - within(value / most, 0.0, 1.0) as f32 * HEIGHT
}

/// The line of a reading through a run, on an axis of `span` units.
pub fn line(samples: &[Sample], span: f64, most: f64, reading: fn(&Sample) -> f64) -> String {
    let mut line = String::new();
    for sample in samples {
        line.push(if line.is_empty() { 'M' } else { 'L' });
        push(&mut line, sample.time / span * f64::from(WIDTH), 1);
        line.push(' ');
        push(&mut line, f64::from(height(reading(sample), most)), 1);
    }
    line
}

/// The mark of the birth, on an axis of `span` units.
pub fn birth(at: f64, span: f64) -> String {
    let mut mark = String::from("M");
    push(&mut mark, at / span * f64::from(WIDTH), 1);
    mark + BIRTH
}

#[cfg(test)]
mod tests {
    use super::{BIRTH, HEIGHT, LINE, LINE_AXES, LINE_GRID, STRIP, STRIP_AXIS, WIDTH, height, span, tick};

    #[test]
    fn what_is_written_fits_the_numbers() {
        let grid = |share: f64| format!("M0 {}H{WIDTH}", height(share, 1.0));
        assert_eq!(LINE_GRID, [0.8, 0.6, 0.4, 0.2].map(grid).concat());
        assert_eq!((LINE, LINE_AXES), (&*format!("0 0 {WIDTH} {HEIGHT}"), &*format!("M0 0V{HEIGHT}H{WIDTH}V0")));
        assert_eq!(BIRTH, format!(" 0V{HEIGHT}"));
        assert!(STRIP.starts_with(&format!("0 0 {WIDTH} ")) && STRIP_AXIS.ends_with(&format!("H{WIDTH}")));
    }

    #[test]
    fn the_newest_pulse_stands_at_the_right() {
        assert_eq!(tick(100.0, 100.0, 30.0), 400.0);
        assert_eq!(tick(70.0, 100.0, 30.0), 0.0);
    }

    #[test]
    fn the_span_always_holds_the_run() {
        for time in [0.0, 399.0, 400.0, 1154.0] {
            assert!(span(time) > time);
        }
    }
}

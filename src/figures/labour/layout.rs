//! Where the instruments draw: pure geometry.

use crate::{
    model::decimal::{tenths, within},
    physiology::Sample,
};

/// The strip's and the line's width, in units of their own view boxes.
pub const WIDTH: f32 = 400.0;
/// The strip's height.
pub const STRIP: f32 = 44.0;
/// The line's height.
pub const LINE: f32 = 120.0;
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
pub fn height(value: f64, most: f64) -> f32 {
    LINE - within(value / most, 0.0, 1.0) as f32 * LINE
}

/// The line of a reading through a run.
pub fn line(samples: &[Sample], now: Sample, most: f64, reading: impl Fn(&Sample) -> f64) -> String {
    let span = span(now.time);
    let points = samples.iter().chain([&now]).map(|sample| {
        let x = (sample.time / span) as f32 * WIDTH;
        format!("{} {}", tenths(x), tenths(height(reading(sample), most)))
    });
    format!("M{}", points.collect::<Vec<_>>().join("L"))
}

#[cfg(test)]
mod tests {
    use super::{span, tick};

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

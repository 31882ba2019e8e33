//! Decay: what is left of a hormone when nothing new comes.

use std::f64::consts::LN_2;

/// The fraction (0–1) that is left after `time`, when half goes in each `half_life`.
///
/// Both are in the same unit, whichever it is. Nothing has gone at or before time zero; with a
/// half-life of zero or less all is gone at once.
pub fn fraction_left(time: f64, half_life: f64) -> f64 {
    if time <= 0.0 {
        1.0
    } else if half_life <= 0.0 {
        0.0
    } else {
        (-time / half_life).exp2()
    }
}

/// The share of the present amount that goes in one unit of time: ln 2 / `half_life`.
pub fn rate(half_life: f64) -> f64 {
    LN_2 / half_life
}

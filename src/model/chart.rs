//! A chart: measured numbers, each with unit and source in the facts it was made from.

use serde::{Deserialize, Serialize};

/// A chart: measured numbers, each with unit and source in the facts it was made from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Chart {
    /// What is left after a time, given a half-life.
    Decay {
        /// The half-life drawn, in minutes.
        half_life: f64,
        /// The range of half-lives reported, in minutes.
        range: (f64, f64),
        /// How much time is drawn, in minutes.
        span: f64,
    },
    /// Ticks on strips of equal time.
    Strips {
        /// The strips' length, in minutes.
        window: f64,
        /// The strips, from first to last.
        rows: Vec<Strip>,
    },
    /// Two measured levels and what lies between.
    Growth {
        /// The first measurement.
        early: Level,
        /// The second measurement.
        term: Level,
        /// How many times lower the level is outside pregnancy: least and most.
        nonpregnant: (f64, f64),
        /// Regions of the uterus from most to fewest, by label key.
        regions: Vec<String>,
    },
}

/// A strip of ticks: how many pulses, and how long each.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Strip {
    /// The label's key.
    pub id: String,
    /// Pulses in the window: mean and its ±.
    pub pulses: (f64, f64),
    /// Length of a pulse in minutes: mean and its ±.
    pub length: (f64, f64),
}

/// A measured level over a span of weeks.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Level {
    /// First and last week.
    pub weeks: (f64, f64),
    /// The level, relative.
    pub level: f64,
}

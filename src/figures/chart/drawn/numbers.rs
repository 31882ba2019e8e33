//! The measured numbers of a chart, each with unit and source in the facts that it was read from.

use crate::model::Species;

/// The numbers of a chart.
#[derive(Clone, PartialEq, Debug)]
pub enum Numbers {
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
        /// Regions of the uterus from most to fewest, by label key.
        regions: Vec<String>,
    },
    /// Claims by how strong the evidence for them is.
    Ladder {
        /// The rows, the strongest first, a replication right under its original.
        rows: Vec<Rung>,
    },
}

/// A strip of ticks: how many pulses, and how long each.
#[derive(Clone, PartialEq, Debug)]
pub struct Strip {
    /// The label's key.
    pub id: String,
    /// Pulses in the window: mean and its ±.
    pub pulses: (f64, f64),
    /// Length of a pulse in minutes: mean and its ±.
    pub length: (f64, f64),
}

/// A measured level over a span of weeks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Level {
    /// First and last week.
    pub weeks: (f64, f64),
    /// The level, relative.
    pub level: f64,
}

/// A claim on the ladder; its words are the labels `claim-<id>` and `found-<id>`.
#[derive(Clone, PartialEq, Debug)]
pub struct Rung {
    /// The ending of its labels' keys.
    pub id: String,
    /// In whom it was looked for.
    pub species: Vec<Species>,
    /// How strong the evidence for what was found is: 1 (weak) to 4 (strong).
    pub strength: u8,
    /// Whether a replication of it failed.
    pub failed: bool,
    /// Whether it replicates the row above it.
    pub beside: bool,
    /// What it stands on: indices into the pack's sources.
    pub sources: Vec<u16>,
}

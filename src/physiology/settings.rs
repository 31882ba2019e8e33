//! What the reader can set in the labour model.

use super::Parameters;
use crate::model::decimal::within;

/// How much of the nerve signal from the stretched cervix and vagina reaches the brain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reflex {
    /// None: pulses stay as they are at rest.
    Off,
    /// Half of it.
    Half,
    /// All of it.
    #[default]
    Full,
}

impl Reflex {
    /// Every choice, weakest first.
    pub const ALL: [Self; 3] = [Self::Off, Self::Half, Self::Full];

    /// The part of the signal that arrives, 0–1.
    pub fn strength(self) -> f64 {
        match self {
            Self::Off => 0.0,
            Self::Half => 0.5,
            Self::Full => 1.0,
        }
    }
}

/// What the reader can set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Receptors of the uterine muscle, relative to early pregnancy (12 at term).
    pub receptors: f64,
    /// How much of the nerve signal arrives.
    pub reflex: Reflex,
}

impl Settings {
    /// The settings at term: receptors as measured there, the reflex whole.
    pub fn term(parameters: &Parameters) -> Self {
        Self { receptors: parameters.receptors_term, reflex: Reflex::Full }
    }

    /// These settings with receptors inside the range that can be set; what is no number becomes the
    /// level at term.
    pub(super) fn within(self, parameters: &Parameters) -> Self {
        let receptors = if self.receptors.is_nan() {
            parameters.receptors_term
        } else {
            within(self.receptors, parameters.receptors_early, parameters.receptors_most)
        };
        Self { receptors, ..self }
    }
}

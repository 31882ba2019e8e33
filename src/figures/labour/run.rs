//! A run of the simulation as it can be kept and taken up again.

use crate::{
    figures::scene::Readings,
    model::Parameters,
    physiology::{Labour, Settings, State},
};

/// Model units a second, when a reader has not chosen.
pub const SPEED: f64 = 60.0;
/// The slowest and the fastest speed, and the control's step.
pub const SPEEDS: (f64, f64, f64) = (10.0, 300.0, 10.0);
/// What one press of "step" advances, in model units.
pub const STEP: f64 = 10.0;

/// Settings and state of a run.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Run {
    /// What the reader has set.
    pub settings: Settings,
    /// Where the run has come to.
    pub state: State,
    /// Model units a second.
    pub speed: f64,
}

impl Run {
    /// What can be kept of a run.
    pub fn of(labour: &Labour, speed: f64) -> Self {
        Self { settings: labour.settings(), state: labour.state(), speed }
    }

    /// A run that goes on from what was kept.
    pub fn resume(&self, parameters: Parameters) -> Labour {
        Labour::resume(parameters, self.settings, self.state)
    }

    /// The numbers that the drawing follows where the run was kept.
    pub fn readings(&self, parameters: Parameters) -> Readings {
        readings(&self.resume(parameters))
    }
}

/// The numbers that the drawing follows.
pub fn readings(labour: &Labour) -> Readings {
    let (state, settings) = (labour.state(), labour.settings());
    Readings {
        dilatation: state.dilatation as f32,
        contraction: state.contraction as f32,
        oxytocin: state.oxytocin as f32,
        pulses: state.pulses as f32,
        receptors: settings.receptors as f32,
        reflex: settings.reflex.strength() as f32,
        born: if state.born { 1.0 } else { 0.0 },
    }
}

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

    /// A run that nobody has touched.
    pub fn start(parameters: Parameters) -> Self {
        Self::of(&Labour::new(parameters, Settings::term(&parameters)), SPEED)
    }

    /// A run that goes on from what was kept.
    pub fn resume(&self, parameters: Parameters) -> Labour {
        Labour::resume(parameters, self.settings, self.state)
    }

    /// The numbers that the drawing follows where the run was kept, in steps so small that nobody sees them: between two
    /// of them nothing needs to be drawn.
    pub fn readings(&self) -> Readings {
        let Self { settings, state, .. } = self;
        let numbers = [
            (state.dilatation, 32.0),
            (state.contraction, 256.0),
            (state.oxytocin, 2048.0),
            (state.pulses, 64.0),
            (settings.receptors, 64.0),
            (settings.reflex.strength(), 64.0),
            (f64::from(u8::from(state.born)), 1.0),
        ];
        Readings(numbers.map(|(number, steps): (f64, f64)| ((number * steps).round() / steps) as f32))
    }
}

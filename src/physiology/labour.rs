//! The teaching model of labour: a loop that strengthens itself until birth opens it.
//!
//! ```text
//!        stretch of the cervix ──nerves──► pulses of oxytocin
//!                 ▲                              │ blood
//!                 │                              ▼
//!           dilatation ◄── contraction ◄── receptors × oxytocin
//!                               ▲
//!                    other stimulators (prostaglandins, local oxytocin)
//! ```
//!
//! With `D` dilatation, `O` oxytocin, `R` receptors, and the names of [`Parameters`]:
//!
//! ```text
//! stretch      S     = clamp(D / full_dilatation, 0, 1), and 0 after birth
//! pulse rate   λ     = (pulses_at_rest + (pulses_at_full_stretch − pulses_at_rest) · S · reflex) / window
//! oxytocin     dO/dt = λ · pulse_size − ln 2 / half_life · O
//! other        B     = other_stimulators · min(1, R / receptors_term)
//! contraction  C     = 1 − (1 − B) · exp(−contraction_gain · R · O)
//! dilatation   dD/dt = dilatation_rate · max(0, C − contraction_threshold)
//! birth when   D     ≥ dilatation_at_birth
//! ```
//!
//! It is a mean over many labours: real pulses are irregular and are not tied to single
//! contractions, and real pulses go on while the placenta is born.

use super::record::{History, Ticks};
use super::{Parameters, Sample, Settings, half_life};
use crate::model::decimal::within;

/// The inner step of the integration, in model units.
pub const STEP: f64 = 0.25;

/// Model units between two samples of the line of a run, before it is thinned.
pub const SAMPLE_EVERY: f64 = 10.0;

/// The latest time from which a run is taken up again, in model units.
const LONGEST: f64 = 1e6;

/// Up to so many model units a run is gone through again when it is taken up.
const REPLAYED: f64 = 20_000.0;

/// By how much a run that is gone through again may miss the one that was kept: less than what is shown.
const NEAR: f64 = 1e-3;

/// Rounding that is forgiven when whole steps are counted, in steps.
const SLACK: f64 = 1e-6;

/// What the instruments show at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// Time since the start, in model units: never minutes or hours.
    pub time: f64,
    /// Dilatation of the cervix, in centimetres; stays at full dilatation once it is reached.
    pub dilatation: f64,
    /// Pulses of oxytocin in one window of thirty model units, at the present rate.
    pub pulses: f64,
    /// Oxytocin in the blood, relative to what one pulse adds.
    pub oxytocin: f64,
    /// Strength of contraction, 0–1 of the greatest.
    pub contraction: f64,
    /// Whether the baby has been born: the loop is open.
    pub born: bool,
}

impl State {
    /// Whether a reader would take it for another one of the same time.
    fn near(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < NEAR;
        near(self.dilatation, other.dilatation) && near(self.oxytocin, other.oxytocin) && self.born == other.born
    }
}

impl From<State> for Sample {
    fn from(state: State) -> Self {
        Self { time: state.time, dilatation: state.dilatation, contraction: state.contraction }
    }
}

/// What is integrated: dilatation, oxytocin, and the sum of the pulse rate.
#[derive(Clone, Copy, Debug)]
struct Flow {
    dilatation: f64,
    oxytocin: f64,
    pulses: f64,
}

impl Flow {
    /// This flow and `time` times the `slope`.
    fn along(self, slope: Self, time: f64) -> Self {
        Self {
            dilatation: self.dilatation + slope.dilatation * time,
            oxytocin: self.oxytocin + slope.oxytocin * time,
            pulses: self.pulses + slope.pulses * time,
        }
    }
}

/// A run of the labour model.
///
/// It moves in whole inner steps; what is left of an advance waits for the next one. So the same time
/// gone in any portions gives the same run.
#[derive(Clone, Debug)]
pub struct Labour {
    parameters: Parameters,
    settings: Settings,
    step: f64,
    asked: f64,
    steps: u64,
    flow: Flow,
    born_at: Option<f64>,
    ticks: Ticks,
    history: History,
}

impl Labour {
    /// A run at its start: the cervix as it is at the onset, oxytocin as it is before labour.
    pub fn new(parameters: Parameters, settings: Settings) -> Self {
        Self::with_step(parameters, settings, STEP)
    }

    /// A run with another inner step than [`STEP`], in model units and above zero: to show that the
    /// step does not matter.
    pub fn with_step(parameters: Parameters, settings: Settings, step: f64) -> Self {
        let settings = settings.within(&parameters);
        let rate = parameters.pulses_at_rest / parameters.window;
        let flow = Flow {
            dilatation: parameters.dilatation_at_start,
            oxytocin: rate * parameters.pulse_size / half_life::rate(parameters.half_life),
            pulses: 0.0,
        };
        let first = Sample {
            time: 0.0,
            dilatation: flow.dilatation,
            contraction: contraction(&parameters, settings.receptors, flow.oxytocin),
        };
        Self {
            parameters,
            settings,
            step,
            asked: 0.0,
            steps: 0,
            flow,
            born_at: None,
            ticks: Ticks::at_rest(rate, parameters.window),
            history: History::new((SAMPLE_EVERY / step).round() as u64, first),
        }
    }

    /// A run that goes on from a state. If these settings lead there from the start, it has come that way; otherwise its
    /// course before is not known, and its line starts here.
    pub fn resume(parameters: Parameters, settings: Settings, state: State) -> Self {
        let mut run = Self::new(parameters, settings);
        if state.time <= REPLAYED {
            run.advance(state.time);
            if run.state().near(&state) {
                return run;
            }
            run.reset();
        }
        let number =
            |value: f64, least: f64, most: f64| if value.is_finite() { within(value, least, most) } else { least };
        run.steps = (number(state.time, 0.0, LONGEST) / run.step).round() as u64;
        run.asked = run.time();
        run.flow.dilatation = number(state.dilatation, parameters.dilatation_at_start, parameters.full_dilatation);
        run.flow.oxytocin = number(state.oxytocin, 0.0, parameters.pulses_at_full_stretch * parameters.pulse_size);
        if state.born {
            run.flow.dilatation = parameters.dilatation_at_birth;
            run.born_at = Some(run.time());
        }
        let every = (SAMPLE_EVERY / run.step).round() as u64;
        run.history = History::new(every, Sample::from(run.state()));
        run
    }

    /// Lets `units` model units pass. Negative time and what is no finite number pass nothing.
    pub fn advance(&mut self, units: f64) {
        if !units.is_finite() || units <= 0.0 {
            return;
        }
        self.asked += units;
        let due = (self.asked / self.step + SLACK).floor() as u64;
        while self.steps < due {
            self.step_once();
        }
    }

    /// Changes the settings; the run goes on from where it is.
    pub fn set(&mut self, settings: Settings) {
        self.settings = settings.within(&self.parameters);
    }

    /// Back to the start, with the same settings.
    pub fn reset(&mut self) {
        *self = Self::with_step(self.parameters, self.settings, self.step);
    }

    /// The settings in force, inside their range.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// What the instruments show now.
    pub fn state(&self) -> State {
        State {
            time: self.time(),
            dilatation: self.flow.dilatation.min(self.parameters.full_dilatation),
            pulses: self.pulse_rate(self.flow) * self.parameters.window,
            oxytocin: self.flow.oxytocin,
            contraction: contraction(&self.parameters, self.settings.receptors, self.flow.oxytocin),
            born: self.born_at.is_some(),
        }
    }

    /// When the baby was born, in model units since the start.
    pub fn born_at(&self) -> Option<f64> {
        self.born_at
    }

    /// When the window of pulses holds nothing of the time before the birth any more, in model units since the start.
    pub fn rests_at(&self) -> Option<f64> {
        Some(self.born_at? + self.parameters.window)
    }

    /// The times of the pulses in the last window, in model units, oldest first. Those of the rest
    /// before the start are negative.
    pub fn ticks(&self) -> impl ExactSizeIterator<Item = f64> + '_ {
        self.ticks.times()
    }

    /// The line of the run so far, oldest first; one sample every [`SAMPLE_EVERY`] units, sparser in
    /// very long runs.
    pub fn history(&self) -> &[Sample] {
        self.history.samples()
    }

    fn time(&self) -> f64 {
        self.steps as f64 * self.step
    }

    /// One inner step, by the classical Runge–Kutta rule.
    fn step_once(&mut self) {
        let (from, here, step) = (self.time(), self.flow, self.step);
        let first = self.slope(here);
        let second = self.slope(here.along(first, step / 2.0));
        let third = self.slope(here.along(second, step / 2.0));
        let last = self.slope(here.along(third, step));
        self.flow =
            here.along(first, step / 6.0).along(second, step / 3.0).along(third, step / 3.0).along(last, step / 6.0);
        self.steps += 1;
        self.record(from, self.flow.pulses - here.pulses);
    }

    /// Notes what the last step, which began at `from` and added `pulses`, brought.
    fn record(&mut self, from: f64, pulses: f64) {
        let to = self.time();
        if self.born_at.is_none() && self.flow.dilatation >= self.parameters.dilatation_at_birth {
            self.born_at = Some(to);
        }
        self.ticks.advance(from, to, pulses);
        self.history.advance(self.steps, self.state().into());
    }

    /// How fast everything changes at a point of the run.
    fn slope(&self, flow: Flow) -> Flow {
        let p = &self.parameters;
        let rate = self.pulse_rate(flow);
        let pull = contraction(p, self.settings.receptors, flow.oxytocin);
        let opening =
            if self.born_at.is_some() { 0.0 } else { p.dilatation_rate * (pull - p.contraction_threshold).max(0.0) };
        Flow {
            dilatation: opening,
            oxytocin: rate * p.pulse_size - half_life::rate(p.half_life) * flow.oxytocin,
            pulses: rate,
        }
    }

    /// Pulses of oxytocin in one model unit.
    fn pulse_rate(&self, flow: Flow) -> f64 {
        let p = &self.parameters;
        let stretch = if self.born_at.is_some() { 0.0 } else { within(flow.dilatation / p.full_dilatation, 0.0, 1.0) };
        let signal = stretch * self.settings.reflex.strength();
        (p.pulses_at_rest + (p.pulses_at_full_stretch - p.pulses_at_rest) * signal) / p.window
    }
}

/// Strength of contraction, 0–1: a saturating answer to receptors times oxytocin, above what the other
/// stimulators keep up.
fn contraction(parameters: &Parameters, receptors: f64, oxytocin: f64) -> f64 {
    let ready = (receptors / parameters.receptors_term).min(1.0);
    let other = parameters.other_stimulators * ready;
    1.0 - (1.0 - other) * (-parameters.contraction_gain * receptors * oxytocin).exp()
}

//! What a run leaves behind for drawing: the ticks of its pulses and the line of its course.

use std::collections::VecDeque;

/// One point of the line of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// When, in model units.
    pub time: f64,
    /// Dilatation of the cervix, in centimetres.
    pub dilatation: f64,
    /// Strength of contraction, 0–1.
    pub contraction: f64,
}

/// The times of the last pulses: one each time that the sum of the pulse rate passes a whole number.
#[derive(Clone, Debug)]
pub(super) struct Ticks {
    window: f64,
    sum: f64,
    times: VecDeque<f64>,
}

impl Ticks {
    /// The ticks of a body at rest, with `rate` pulses a model unit, up to time zero.
    ///
    /// Time zero stands half way between two pulses, so that the window is not empty at the start.
    pub(super) fn at_rest(rate: f64, window: f64) -> Self {
        let mut times: VecDeque<f64> =
            (0..).map(|back| -(f64::from(back) + 0.5) / rate).take_while(|time| *time >= -window).collect();
        times.make_contiguous().reverse();
        Self { window, sum: 0.5, times }
    }

    /// Adds the pulses of the time between `from` and `to`, in which the sum grew by `growth`.
    pub(super) fn advance(&mut self, from: f64, to: f64, growth: f64) {
        let mut next = self.sum.floor() + 1.0;
        let sum = self.sum + growth;
        while next <= sum {
            let way = (next - self.sum) / growth;
            self.times.push_back(from + (to - from) * way);
            next += 1.0;
        }
        self.sum = sum;
        while self.times.front().is_some_and(|time| *time < to - self.window) {
            self.times.pop_front();
        }
    }

    /// The times of the pulses in the last window, oldest first.
    pub(super) fn times(&self) -> impl ExactSizeIterator<Item = f64> + '_ {
        self.times.iter().copied()
    }
}

/// The line of a run: one sample every so many steps, thinned as it grows, so that it always spans the
/// whole run and never takes more than [`History::MOST`] samples.
#[derive(Clone, Debug)]
pub(super) struct History {
    every: u64,
    samples: Vec<Sample>,
}

impl History {
    /// The most samples that are kept; past it every second one goes and the spacing doubles.
    pub(super) const MOST: usize = 512;

    /// A line that starts with `first` and takes a sample each `every` steps.
    pub(super) fn new(every: u64, first: Sample) -> Self {
        Self { every: every.max(1), samples: vec![first] }
    }

    /// Takes the sample after `steps` steps, if its turn has come.
    pub(super) fn advance(&mut self, steps: u64, sample: Sample) {
        if !steps.is_multiple_of(self.every) {
            return;
        }
        self.samples.push(sample);
        if self.samples.len() > Self::MOST {
            self.thin();
        }
    }

    /// The samples, oldest first.
    pub(super) fn samples(&self) -> &[Sample] {
        &self.samples
    }

    fn thin(&mut self) {
        let mut index = 0_usize;
        self.samples.retain(|_| {
            index += 1;
            index % 2 == 1
        });
        self.every *= 2;
    }
}

//! Oxytocin receptors of the uterine muscle through pregnancy.
//!
//! Two levels were measured: early in pregnancy and at term. The straight line between them is
//! illustrative, and every answer says which of the two it is.

use super::Parameters;

/// What a receptor level rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Measured in weeks that include this one.
    Measured,
    /// Drawn between the measurements, so that the picture can move.
    Illustrative,
}

/// A receptor level and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Receptors relative to early pregnancy (1 there, 12 at term).
    pub fold: f64,
    /// Whether this level was measured.
    pub basis: Basis,
}

/// The receptor level in a `week` of pregnancy.
///
/// Weeks before the first measurement count as its first week, weeks after the last as its last.
pub fn level(week: f64, parameters: &Parameters) -> Level {
    let (from, to) = (parameters.early_week_last, parameters.term_week_first);
    let (early, term) = (parameters.receptors_early, parameters.receptors_term);
    if week <= from {
        Level { fold: early, basis: Basis::Measured }
    } else if week < to {
        let way = (week - from) / (to - from);
        Level { fold: early + (term - early) * way, basis: Basis::Illustrative }
    } else {
        Level { fold: term, basis: Basis::Measured }
    }
}

/// How many of `patch` drawn receptors are lit at a level of `fold`.
///
/// `patch` is the number of receptors in the drawn piece of muscle at term, where all are lit. At
/// least one is, as long as any is drawn.
pub fn lit(fold: f64, patch: usize, parameters: &Parameters) -> usize {
    let share = fold / parameters.receptors_term;
    let count = (patch as f64 * share).round() as usize;
    count.clamp(patch.min(1), patch)
}

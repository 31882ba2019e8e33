//! The readings of the labour loop that a drawing may follow.

use super::packed::packed;

/// A number of the running simulation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Reading {
    /// Opening of the cervix, in centimetres.
    Dilatation,
    /// Strength of contraction, 0 to 1.
    Contraction,
    /// Oxytocin, relative.
    Oxytocin,
    /// Pulses in 30 model units.
    Pulses,
    /// Receptors relative to weeks 13–17, 1 to 20.
    Receptors,
    /// Strength of the reflex, 0 to 1.
    Reflex,
    /// 1 once the baby is born.
    Born,
}

packed!(
    enum Reading {
        Dilatation,
        Contraction,
        Oxytocin,
        Pulses,
        Receptors,
        Reflex,
        Born,
    }
);

//! Every number of the models, as data.

use super::packed::packed;

macro_rules! parameters {
    ($($(#[$doc:meta])* $field:ident = $key:literal),+ $(,)?) => {
        /// The numbers of the models, filled from `content/facts/physiology.json`.
        ///
        /// Each field is one key of that file and carries that key's `value`, in the unit given here.
        /// "Measured" and "illustrative" repeat the file's `kind`.
        #[derive(Clone, Copy, PartialEq, Debug)]
        pub struct Parameters {
            $($(#[$doc])* pub $field: f64,)+
        }

        packed!(struct Parameters { $($field),+ });

        impl Parameters {
            /// Every key, in the order of the fields.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// Fills every field with the value of its key.
            pub fn from_values(value: impl Fn(&str) -> f64) -> Self {
                Self { $($field: value($key)),+ }
            }
        }
    };
}

parameters! {
    /// Time in which half of the oxytocin in the blood is gone, in model units. Measured (in minutes).
    half_life = "half-life",
    /// Length of the window in which pulses are counted, in model units. Measured (in minutes).
    window = "window",
    /// Pulses of oxytocin in one window without stretch: before labour, and after birth. Measured.
    pulses_at_rest = "pulses-at-rest",
    /// Pulses of oxytocin in one window at full stretch, with the reflex whole. Measured.
    pulses_at_full_stretch = "pulses-at-full-stretch",
    /// What one pulse adds to the level of oxytocin; it sets the scale of all relative levels.
    /// Heights of pulses did not differ between the stages of labour. Illustrative scale.
    pulse_size = "pulse-size",
    /// Part of the greatest contraction that prostaglandins, local oxytocin and stretch keep up by
    /// themselves once receptors have reached their level at term, 0–1. Illustrative.
    other_stimulators = "other-stimulators",
    /// How steeply contraction answers to receptors times oxytocin; a bare number. Illustrative.
    contraction_gain = "contraction-gain",
    /// Contraction below which the cervix does not open, 0–1. Illustrative.
    contraction_threshold = "contraction-threshold",
    /// Centimetres that the cervix opens in one model unit, per contraction above the threshold.
    /// Illustrative.
    dilatation_rate = "dilatation-rate",
    /// Dilatation at which a run starts, in centimetres. Illustrative.
    dilatation_at_start = "dilatation-at-start",
    /// Full dilatation, in centimetres: the stretch is greatest, the reading stops here. Measured.
    full_dilatation = "full-dilatation",
    /// Model dilatation at which the baby is born, in centimetres: full dilatation and the way
    /// through. Illustrative.
    dilatation_at_birth = "dilatation-at-birth",
    /// Receptor level in early pregnancy, to which all others relate: the number one. Measured.
    receptors_early = "receptors-early",
    /// Receptor level at term, relative to early pregnancy. Measured.
    receptors_term = "receptors-term",
    /// Highest receptor level that can be set, relative to early pregnancy: "higher still in
    /// labour", without a measured size. Illustrative.
    receptors_most = "receptors-most",
    /// First week of pregnancy of the early measurement. Measured.
    early_week_first = "early-week-first",
    /// Last week of pregnancy of the early measurement. Measured.
    early_week_last = "early-week-last",
    /// First week of pregnancy of the measurement at term. Measured.
    term_week_first = "term-week-first",
    /// Last week of pregnancy of the measurement at term. Measured.
    term_week_last = "term-week-last",
}

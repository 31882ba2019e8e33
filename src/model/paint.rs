//! What a thing is, and the paint that shows it.

use super::packed::packed;

/// What a thing is: one colour and one line each, the same in every figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Role {
    /// Outlines and text.
    Ink,
    /// What stands back.
    Quiet,
    /// The hormone, and only it.
    Oxytocin,
    /// Neurons and impulses.
    Nerve,
    /// Vessels.
    Blood,
    /// Smooth muscle.
    Muscle,
    /// Receptors.
    Receptor,
    /// Oestrogen and progesterone.
    Steroid,
    /// Organs.
    Tissue,
    /// Bone.
    Bone,
    /// Calcium.
    Calcium,
    /// Milk.
    Milk,
}

impl Role {
    /// The name under which styles know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Quiet => "quiet",
            Self::Oxytocin => "oxytocin",
            Self::Nerve => "nerve",
            Self::Blood => "blood",
            Self::Muscle => "muscle",
            Self::Receptor => "receptor",
            Self::Steroid => "steroid",
            Self::Tissue => "tissue",
            Self::Bone => "bone",
            Self::Calcium => "calcium",
            Self::Milk => "milk",
        }
    }
}

/// What fills or strokes a shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paint {
    /// Nothing.
    None,
    /// The page's own ground.
    Paper,
    /// A role's colour.
    Role(Role, Shade),
}

/// How strong a role's colour stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shade {
    /// The colour itself.
    Full,
    /// A light tint of it.
    Soft,
}

/// A pattern over a fill, so that colour never speaks alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Pattern {
    /// Slanting lines.
    Hatch,
    /// Dots.
    Dots,
    /// Crossed lines.
    Cross,
}

impl Pattern {
    /// The name under which styles and definitions know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hatch => "hatch",
            Self::Dots => "dots",
            Self::Cross => "cross",
        }
    }
}

packed!(
    enum Role {
        Ink,
        Quiet,
        Oxytocin,
        Nerve,
        Blood,
        Muscle,
        Receptor,
        Steroid,
        Tissue,
        Bone,
        Calcium,
        Milk,
    }
);
packed!(
    enum Paint {
        None,
        Paper,
        Role(role, shade),
    }
);
packed!(
    enum Shade {
        Full,
        Soft,
    }
);
packed!(
    enum Pattern {
        Hatch,
        Dots,
        Cross,
    }
);

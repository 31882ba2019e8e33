//! The arithmetic of the body: small, pure models behind the living figures.
//!
//! ```text
//! model ◄ physiology ◄ figures ◄ view ◄ element ◄ main
//! ```
//!
//! - [`labour`] runs the teaching model of labour: stretch, nerve signal, pulses of oxytocin,
//!   contraction, dilatation, and again, until birth opens the loop.
//! - [`half_life`] tells what is left of a hormone after a while.
//! - [`receptors`] tells how many receptors the uterine muscle has in a week of pregnancy.
//! - [`Parameters`] holds every number that these need. The numbers come from
//!   `content/facts/physiology.json`, so that each keeps its unit, its sources and its mark
//!   "measured" or "illustrative"; none stands in this code.
//!
//! Everything here is deterministic: the same settings and the same calls give the same answer. No
//! clock, no randomness, nothing of the page.
//!
//! It is a **teaching model, not a prediction**. Its time runs in *model units*, which must never be
//! shown as minutes or hours.

pub mod half_life;
pub mod labour;
pub mod receptors;
mod record;
mod settings;

pub use crate::model::Parameters;
pub use half_life::fraction_left;
pub use labour::{Labour, STEP, State};
pub use receptors::{Basis, Level};
pub use record::Sample;
pub use settings::{Reflex, Settings};

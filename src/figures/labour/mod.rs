//! The labour loop: a scene that follows the simulation, with its instruments and controls.

#[cfg(feature = "ssr")]
mod card;
mod controls;
mod instruments;
mod layout;
mod run;
mod table;
mod view;

#[cfg(feature = "ssr")]
pub use card::card;
pub use run::{Run, SPEED, SPEEDS};
pub use view::{LabourLoop, LabourLoopProps};

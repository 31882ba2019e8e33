//! The labour loop: a scene that follows the simulation, with its instruments and controls.

mod card;
mod controls;
mod instruments;
mod layout;
mod run;
mod table;
mod view;

pub use run::Run;
pub use view::{LabourLoop, LabourLoopProps};

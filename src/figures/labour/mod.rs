//! The labour loop: a scene that follows the simulation, with its instruments and controls.

mod card;
mod controls;
mod instruments;
mod layout;
mod run;
mod table;
mod view;

use yew::Html;

use crate::model::FigureRef;

pub use run::Run;
pub use view::{LabourLoop, LabourLoopProps};

/// The pieces of the loop that never change, in the order of their indices.
pub fn stills(figure: &FigureRef) -> Vec<Html> {
    vec![card::card(figure)]
}

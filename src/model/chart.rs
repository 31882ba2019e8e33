//! A chart as a reader gets it: drawn by `bake` from measured numbers, with what can be turned in it.

use std::rc::Rc;

use super::{markup::Markup, packed::packed};

/// A chart: its table, its plot, and the frames among which a control chooses.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Chart {
    /// Which kind it is, for styles.
    pub kind: Rc<str>,
    /// The numbers as a table.
    pub table: Vec<Markup>,
    /// What never changes; slot 0 is the control, the slots from 1 on are filled by a frame.
    pub plot: Vec<Markup>,
    /// What a reader can set, if anything.
    pub turn: Option<Turn>,
    /// For each setting of the control, what fills the slots.
    pub frames: Vec<Vec<Vec<Markup>>>,
    /// The frames that the still form shows side by side.
    pub still: Vec<u8>,
}

/// A chart's control: a slider over numbers, or a choice among options.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// Its hook.
    pub name: Rc<str>,
    /// Its label.
    pub label: String,
    /// The number of the first frame, for a slider.
    pub from: u16,
    /// What can be chosen, frame by frame; empty for a slider.
    pub options: Vec<String>,
}

packed!(struct Chart { kind, table, plot, turn, frames, still });
packed!(struct Turn { name, label, from, options });

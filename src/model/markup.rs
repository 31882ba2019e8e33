//! Markup that `bake` has drawn: elements and text as they are, with slots for what lives.

use std::rc::Rc;

use super::packed::packed;

/// A piece of markup.
#[derive(Clone, PartialEq, Debug)]
pub enum Markup {
    /// Text.
    Text(String),
    /// An element: its name, its attributes, what is inside.
    Tag(Rc<str>, Vec<(Rc<str>, Rc<str>)>, Vec<Markup>),
    /// A place that is filled when it is drawn.
    Slot(u8),
}

packed!(
    enum Markup {
        Text(words),
        Tag(name, attributes, children),
        Slot(index),
    }
);

//! What a piece has drawn once, to be handed out again each time that it draws the rest.

use std::cell::RefCell;

use yew::Html;

use super::still::{Around, still};

/// What it is, and which of its kind.
pub type Name = (&'static str, usize, usize);

/// What stays as it is when the piece around it is drawn again: built once, and no tree of Yew's nor component for it.
#[derive(Default)]
pub struct Kept(RefCell<Vec<(Name, Html)>>);

impl Kept {
    /// What is drawn under a name: built at the first time, the same nodes from then on. A name stands once in a piece,
    /// as nodes cannot be in two places.
    pub fn once(&self, name: Name, around: Around, draw: &dyn Fn() -> Html) -> Html {
        let known = self.0.borrow().iter().find(|(known, _)| *known == name).map(|(_, drawn)| drawn.clone());
        known.unwrap_or_else(|| {
            let drawn = still(draw(), around);
            self.0.borrow_mut().push((name, drawn.clone()));
            drawn
        })
    }
}

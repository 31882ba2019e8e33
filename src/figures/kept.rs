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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use yew::html;

    use super::*;

    #[test]
    fn each_name_is_drawn_once() {
        let (kept, times) = (Kept::default(), Cell::new(0));
        let draw = || {
            times.set(times.get() + 1);
            html! { <p>{times.get()}</p> }
        };
        let once = |index: usize| kept.once(("claim", index, 0), Around::Page, &draw);
        let (first, second) = (once(0), once(1));
        assert_ne!(first, second);
        assert_eq!((once(0), once(1), times.get()), (first, second, 2));
    }
}

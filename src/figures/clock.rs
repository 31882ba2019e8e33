//! A clock from outside: drawings never ask the window for time.

use std::{any::Any, rc::Rc};

use web_sys::Element;
use yew::Callback;

/// Keeps the frames coming; dropping it stops them.
pub type Ticking = Box<dyn Any>;

/// Something that calls back each frame, while an element can be seen, with the seconds since the last one.
#[derive(Clone)]
pub struct Clock(Rc<dyn Fn(Element, Callback<f64>) -> Ticking>);

impl Clock {
    /// A clock that starts ticking by calling `start`.
    pub fn new(start: impl Fn(Element, Callback<f64>) -> Ticking + 'static) -> Self {
        Self(Rc::new(start))
    }

    /// Calls back each frame in which the element can be seen, until what it returns is dropped.
    pub fn start(&self, element: Element, frame: Callback<f64>) -> Ticking {
        (self.0)(element, frame)
    }
}

impl PartialEq for Clock {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Default for Clock {
    /// A clock that stands still, for the article.
    fn default() -> Self {
        Self::new(|_, _| Box::new(()))
    }
}

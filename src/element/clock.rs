//! The clock: one callback a frame, only while the widget can be seen.

use std::{cell::RefCell, rc::Rc};

use gloo_render::{AnimationFrame, request_animation_frame};
use web_sys::Element;
use yew::Callback;

use crate::figures::clock::Clock;

/// A clock for the widget in that element. It stands still while the page is hidden, as browsers see to.
pub fn of(root: Element) -> Clock {
    Clock::new(move |frame| Box::new(Frames::start(root.clone(), frame)))
}

/// Whether the reader has asked for less motion.
pub fn reduced_motion() -> bool {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// The next frame, and through it all that follow; dropping it ends them.
struct Frames {
    _next: Rc<RefCell<Option<AnimationFrame>>>,
}

impl Frames {
    fn start(root: Element, frame: Callback<f64>) -> Self {
        let next = Rc::new(RefCell::new(None));
        ask(&next, root, frame, None);
        Self { _next: next }
    }
}

fn ask(next: &Rc<RefCell<Option<AnimationFrame>>>, root: Element, frame: Callback<f64>, last: Option<f64>) {
    let weak = Rc::downgrade(next);
    let handle = request_animation_frame(move |now| {
        let Some(next) = weak.upgrade() else { return };
        if let Some(last) = last
            && in_sight(&root)
        {
            frame.emit((now - last) / 1000.0);
        }
        ask(&next, root, frame, Some(now));
    });
    *next.borrow_mut() = Some(handle);
}

/// Whether any of the widget lies in the window.
fn in_sight(root: &Element) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(f64::MAX);
    let place = root.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < height
}

//! The clock: one callback a frame, only while what moves can be seen.

use std::{cell::RefCell, rc::Rc};

use gloo_render::{AnimationFrame, request_animation_frame};
use yew::Callback;

use super::place::{Watch, sight};
use crate::figures::clock::Clock;

/// The page's clock. It stands still while the page is hidden, as browsers see to.
pub fn clock() -> Clock {
    Clock::new(|element, frame| {
        let next = Next::default();
        let watch = sight(&element, {
            let next = Rc::clone(&next);
            Callback::from(move |seen| match seen {
                true => ask(&next, frame.clone(), None),
                false => drop(next.take()),
            })
        });
        Box::new(Frames { _next: next, _watch: watch })
    })
}

/// Whether the reader has asked for less motion.
pub fn reduced_motion() -> bool {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// The next frame, if one has been asked for.
type Next = Rc<RefCell<Option<AnimationFrame>>>;

/// The next frame, and through it all that follow; dropping it ends them.
struct Frames {
    _watch: Option<Watch>,
    _next: Next,
}

fn ask(next: &Next, frame: Callback<f64>, last: Option<f64>) {
    let weak = Rc::downgrade(next);
    let handle = request_animation_frame(move |now| {
        let Some(next) = weak.upgrade() else { return };
        if let Some(last) = last {
            frame.emit((now - last) / 1000.0);
        }
        ask(&next, frame, Some(now));
    });
    *next.borrow_mut() = Some(handle);
}

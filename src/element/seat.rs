//! Where explainers sit: Yew never lets go of what it has hung on a root, so roots are taken again.

use std::cell::RefCell;

use web_sys::Element;

use super::app::{App, AppProps, Given};

/// A root with what Yew keeps of it.
pub struct Seat {
    root: Element,
    handle: yew::AppHandle<App>,
    turn: u32,
}

thread_local! {
    /// The seats that nobody has now.
    static FREE: RefCell<Vec<Seat>> = const { RefCell::new(Vec::new()) };
}

/// Two Yew applications count their roots from the same start, and one nested in the other would hear its clicks: takes
/// some ids before the first explainer does.
pub fn leave_root_ids_to_the_host() {
    const IDS: usize = 128;
    let document = web_sys::window().and_then(|window| window.document());
    let Some(root) = document.and_then(|document| document.create_element("div").ok()) else {
        return;
    };
    for _ in 0..IDS {
        yew::Renderer::<App>::with_root(root.clone()).render().destroy();
    }
}

/// An element to sit in: one that was left, if there is one.
pub fn root() -> Option<Element> {
    let left = FREE.with_borrow(|free| free.last().map(|seat| seat.root.clone()));
    left.or_else(|| web_sys::window()?.document()?.create_element("div").ok())
}

impl Seat {
    /// Sits down in an element.
    pub fn take(given: Given) -> Self {
        let left = FREE.with_borrow_mut(|free| {
            let known = free.iter().position(|seat| seat.root == given.root)?;
            Some(free.swap_remove(known))
        });
        match left {
            Some(mut seat) => {
                seat.turn += 1;
                seat.change(given);
                seat
            }
            None => {
                let root = given.root.clone();
                let props = AppProps { given: Some(given), turn: 0 };
                let handle = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
                Self { root, handle, turn: 0 }
            }
        }
    }

    /// Gives the explainer other properties.
    pub fn change(&mut self, given: Given) {
        self.handle.update(AppProps { given: Some(given), turn: self.turn });
    }

    /// Gets up: the explainer is gone.
    pub fn leave(mut self) {
        self.handle.update(AppProps { given: None, turn: self.turn });
        FREE.with_borrow_mut(|free| free.push(self));
    }
}

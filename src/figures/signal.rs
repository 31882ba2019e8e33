//! What calls for drawing something again, beside the properties that it is given.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::prelude::*;

/// Calls all components that hear it. Two are equal when they are the same one.
#[derive(Clone, Default)]
pub struct Signal(Rc<Heard>);

#[derive(Default)]
struct Heard {
    by: RefCell<Vec<(u32, UseForceUpdateHandle)>>,
    next: Cell<u32>,
    calls: Cell<u32>,
}

impl Signal {
    /// Draws again whatever hears it.
    pub fn call(&self) {
        self.0.calls.set(self.0.calls.get() + 1);
        self.0.by.borrow().iter().for_each(|(_, redraw)| redraw.force_update());
    }
}

impl PartialEq for Signal {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Draws a component again whenever a signal calls.
#[hook]
pub fn use_signal(signal: Option<Signal>) {
    let redraw = use_force_update();
    let calls = signal.as_ref().map(|signal| signal.0.calls.get());
    use_effect_with(signal, move |signal| {
        let heard = signal.clone().map(|signal| {
            // Yew lets the page have its turn between drawing and this: what came meanwhile has not been heard.
            if calls != Some(signal.0.calls.get()) {
                redraw.force_update();
            }
            let number = signal.0.next.replace(signal.0.next.get() + 1);
            signal.0.by.borrow_mut().push((number, redraw));
            (signal, number)
        });
        move || {
            if let Some((signal, number)) = heard {
                signal.0.by.borrow_mut().retain(|(known, _)| *known != number);
            }
        }
    });
}

/// A value that changes with every frame: only what shows it is drawn again, not what lies around it.
#[derive(Clone)]
pub struct Live<T> {
    now: Rc<Cell<T>>,
    signal: Signal,
}

impl<T: Copy + PartialEq> Live<T> {
    /// A value that nobody shows yet.
    pub fn new(now: T) -> Self {
        Self { now: Rc::new(Cell::new(now)), signal: Signal::default() }
    }

    /// What it is now.
    pub fn get(&self) -> T {
        self.now.get()
    }

    /// Changes it, and has it shown anew.
    pub fn set(&self, now: T) {
        if self.now.replace(now) != now {
            self.signal.call();
        }
    }

    /// Calls when it is to be shown anew.
    pub fn signal(&self) -> Signal {
        self.signal.clone()
    }
}

impl<T> PartialEq for Live<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.now, &other.now)
    }
}

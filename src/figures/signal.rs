//! What calls for drawing something again, beside the properties that it is given.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::prelude::*;

/// Calls all components that hear it. Two are equal when they are the same one.
#[derive(Clone)]
pub struct Signal {
    heard: Rc<Heard>,
    /// What is heard of it: a bit for each thing that it may call about.
    about: u8,
}

#[derive(Default)]
struct Heard {
    by: RefCell<Vec<Ear>>,
    next: Cell<u32>,
}

struct Ear {
    number: u32,
    about: u8,
    redraw: Callback<()>,
}

impl Signal {
    /// Draws again whatever hears it.
    pub fn call(&self) {
        self.call_about(u8::MAX);
    }

    fn call_about(&self, what: u8) {
        self.heard.by.borrow().iter().filter(|ear| ear.about & what != 0).for_each(|ear| ear.redraw.emit(()));
    }

    /// Has something drawn again with each call, until what this gives is dropped.
    pub fn hear(self, redraw: Callback<()>) -> Hearing {
        let number = self.heard.next.replace(self.heard.next.get() + 1);
        self.heard.by.borrow_mut().push(Ear { number, about: self.about, redraw });
        Hearing { signal: self, number }
    }
}

/// Hears a signal as long as it is kept.
pub struct Hearing {
    signal: Signal,
    number: u32,
}

impl Drop for Hearing {
    fn drop(&mut self) {
        self.signal.heard.by.borrow_mut().retain(|ear| ear.number != self.number);
    }
}

impl Default for Signal {
    fn default() -> Self {
        Self { heard: Rc::default(), about: u8::MAX }
    }
}

impl PartialEq for Signal {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.heard, &other.heard) && self.about == other.about
    }
}

/// A value of several parts.
pub trait Changing: Copy {
    /// Which of its parts differ from another's: a bit for each.
    fn changed(&self, from: &Self) -> u8;
}

/// A value that changes with every frame: only what shows what has changed is drawn again, not what lies around it.
#[derive(Clone)]
pub struct Live<T> {
    now: Rc<Cell<T>>,
    signal: Signal,
}

impl<T: Changing> Live<T> {
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
        let changed = now.changed(&self.now.replace(now));
        if changed != 0 {
            self.signal.call_about(changed);
        }
    }

    /// Calls when some of its parts, a bit for each, are to be shown anew.
    pub fn signal(&self, about: u8) -> Signal {
        Signal { about, ..self.signal.clone() }
    }
}

impl<T> PartialEq for Live<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.now, &other.now)
    }
}

//! What has been loaded besides the pack: figures, and what readers open. Who waits for a part hears of it.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::figures::signal::Signal;
use crate::model::{About, Claim, FigureId, FigureRef, More, PackRef, Source};

/// The parts of one pack, as far as they have come. Two are equal when they are the same one.
#[derive(Clone)]
pub struct Library(Rc<Shelves>);

struct Shelves {
    pack: PackRef,
    figures: RefCell<Vec<FigureRef>>,
    more: RefCell<Option<Rc<More>>>,
    asked: RefCell<Vec<(String, Asked)>>,
    signals: RefCell<Vec<(String, Signal)>>,
    arrivals: Signal,
    ask: Callback<String>,
}

/// How a part that was asked for stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// It is on its way.
    Waiting,
    /// It could not be had; it can be asked for again.
    Failed,
}

impl Library {
    /// The library of a light pack, still empty; `ask` is called with the name of a part that somebody needs.
    pub fn new(pack: PackRef, ask: Callback<String>) -> Self {
        Self(Rc::new(Shelves {
            figures: RefCell::default(),
            more: RefCell::default(),
            pack,
            asked: RefCell::default(),
            signals: RefCell::default(),
            arrivals: Signal::default(),
            ask,
        }))
    }

    /// The library of a whole pack: everything is here.
    pub fn whole(pack: PackRef) -> Self {
        let library = Self::new(pack.clone(), Callback::noop());
        for figure in &pack.figures {
            library.put_figure(FigureRef::new(pack.clone(), Rc::clone(figure)));
        }
        library.put_more(Rc::new(pack.more()));
        library
    }

    /// The pack whose parts these are.
    pub fn pack(&self) -> &PackRef {
        &self.0.pack
    }

    /// A figure, if it is here.
    pub fn figure(&self, id: &FigureId) -> Option<FigureRef> {
        self.0.figures.borrow().iter().find(|figure| figure.id == *id).cloned()
    }

    /// Looks at the claims of a chapter's depth: without their words until those are here.
    pub fn depth<T>(&self, chapter: usize, look: impl FnOnce(&[Claim]) -> T) -> T {
        match &*self.0.more.borrow() {
            Some(more) => look(more.depth.get(chapter).map(Vec::as_slice).unwrap_or_default()),
            None => look(&self.0.pack.chapters[chapter].depth),
        }
    }

    /// An entry of the bibliography, if it is here.
    pub fn source(&self, index: u16) -> Option<Source> {
        self.0.more.borrow().as_ref()?.sources.get(usize::from(index)).cloned()
    }

    /// What the explainer says of itself, if it is here.
    pub fn about(&self) -> Vec<About> {
        self.0.more.borrow().as_ref().map(|more| more.about.clone()).unwrap_or_default()
    }

    /// Whether what readers open is here.
    pub fn has_more(&self) -> bool {
        self.0.more.borrow().is_some()
    }

    /// How many parts are here.
    pub fn here(&self) -> usize {
        self.0.figures.borrow().len() + usize::from(self.has_more())
    }

    /// Calls whenever any part has come.
    pub fn arrivals(&self) -> Signal {
        self.0.arrivals.clone()
    }

    /// Whether a part is here.
    fn has(&self, name: &str) -> bool {
        match name {
            More::NAME => self.has_more(),
            figure => self.0.figures.borrow().iter().any(|known| known.id.as_str() == figure),
        }
    }

    /// How a part that is not here stands, if it was asked for.
    pub fn asked(&self, name: &str) -> Option<Asked> {
        self.0.asked.borrow().iter().find(|(asked, _)| asked == name).map(|(_, stands)| *stands)
    }

    /// Asks for a part, unless it is here or on its way.
    pub fn want(&self, name: &str) {
        if self.has(name) || self.asked(name) == Some(Asked::Waiting) {
            return;
        }
        self.settle(name, Some(Asked::Waiting));
        self.0.ask.emit(name.to_owned());
    }

    /// A figure has come.
    pub fn put_figure(&self, figure: FigureRef) {
        let name = figure.id.shared();
        if !self.has(&name) {
            self.0.figures.borrow_mut().push(figure);
        }
        self.settle(&name, None);
        self.0.arrivals.call();
    }

    /// What readers open has come.
    pub fn put_more(&self, more: Rc<More>) {
        *self.0.more.borrow_mut() = Some(more);
        self.settle(More::NAME, None);
        self.0.arrivals.call();
    }

    /// A part could not be had.
    pub fn miss(&self, name: &str) {
        self.settle(name, Some(Asked::Failed));
    }

    fn settle(&self, name: &str, stands: Option<Asked>) {
        {
            let mut asked = self.0.asked.borrow_mut();
            asked.retain(|(known, _)| known != name);
            asked.extend(stands.map(|stands| (name.to_owned(), stands)));
        }
        self.signal(name).call();
    }

    /// Calls whenever a part comes, is asked for, or fails.
    pub fn signal(&self, name: &str) -> Signal {
        let mut signals = self.0.signals.borrow_mut();
        if let Some((_, signal)) = signals.iter().find(|(known, _)| known == name) {
            return signal.clone();
        }
        let signal = Signal::default();
        signals.push((name.to_owned(), signal.clone()));
        signal
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

//! What every component is given: the pack, whether it is alive, and where deeds go.

use std::{ops::Deref, rc::Rc};

use yew::prelude::*;

use super::{Scope, library::Library, state::Action};
use crate::figures::{clock::Clock, lives};
use crate::model::{FigureId, FigureKind, PackRef, PartId, TermId, Word};

/// Shared by all components of one explainer; changes only with the language.
#[derive(Clone)]
pub struct Explain(Rc<Shared>);

impl Deref for Explain {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl PartialEq for Explain {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// What [`Explain`] shares.
#[derive(PartialEq)]
pub struct Shared {
    /// The content.
    pub pack: PackRef,
    /// What has been loaded besides.
    pub library: Library,
    /// Whether a reader can act on it: ask [`Explain::live`].
    pub living: bool,
    /// Whether things may move by themselves.
    pub motion: bool,
    /// How much of the explainer is there to link to.
    pub scope: Scope,
    /// Where the article's language links lead, with `{}` for the code.
    pub language_links: AttrValue,
    /// The number to call in an emergency, if the host has named one.
    pub emergency: Option<String>,
    /// What gives drawings their time.
    pub clock: Clock,
    /// Where a reader's deeds go.
    pub dispatch: Callback<Action>,
}

impl Explain {
    /// Shares what all components are given.
    pub fn new(shared: Shared) -> Self {
        Self(Rc::new(shared))
    }

    /// Whether a reader can act on it; off in the static article.
    pub fn live(&self) -> bool {
        lives(self.living)
    }

    /// An interface word.
    pub fn word(&self, word: Word) -> &str {
        self.pack.word(word)
    }

    /// Whether the whole explainer is there to link to.
    pub fn whole(&self) -> bool {
        self.scope == Scope::Whole
    }

    /// Whether a figure is there to link to.
    pub fn shows(&self, figure: &FigureId) -> bool {
        match &self.scope {
            Scope::Whole => true,
            Scope::Figure(id) => id == figure,
            Scope::Glossary => false,
            Scope::Chapter(id) => self.pack.chapter(id).is_some_and(|chapter| chapter.figures().any(|id| id == figure)),
        }
    }

    /// Whether a figure is the labour loop.
    pub fn runs(&self, figure: &FigureId) -> bool {
        self.pack.figure(figure).is_some_and(|figure| figure.kind() == FigureKind::Loop)
    }

    /// Where a glossary entry stands: on this page, or, for a chapter's page of the article, on the whole one.
    pub fn entry(&self, term: &TermId) -> String {
        let page = if self.whole() || self.live() { "" } else { "../" };
        format!("{page}#term-{term}")
    }

    /// Lights a part of a figure, at the first step that labels it, or else draws it.
    pub fn show(&self, figure: &FigureId, part: &PartId) {
        let step = self.pack.figure(figure).and_then(|figure| figure.step_of(part));
        self.dispatch.emit(Action::Show(figure.clone(), part.clone(), step.unwrap_or_default()));
    }
}

//! What every component is given: the pack, whether it is alive, and where deeds go.

use yew::prelude::*;

use super::state::Action;
use crate::figures::{clock::Clock, lives};
use crate::model::{FigureId, PackRef, PartId, TermId, Word};

/// Shared by all components of one explainer; changes only with the language.
#[derive(Clone, PartialEq)]
pub struct Explain {
    /// The content.
    pub pack: PackRef,
    /// Whether a reader can act on it: ask [`Explain::live`].
    pub living: bool,
    /// Whether things may move by themselves.
    pub motion: bool,
    /// Whether the whole explainer is there to link to, or one chapter or figure alone.
    pub whole: bool,
    /// Where the article's language links lead, with `{}` for the code.
    pub language_links: AttrValue,
    /// What gives drawings their time.
    pub clock: Clock,
    /// Where a reader's deeds go.
    pub dispatch: Callback<Action>,
}

impl Explain {
    /// Whether a reader can act on it; off in the static article.
    pub fn live(&self) -> bool {
        lives(self.living)
    }

    /// An interface word.
    pub fn word(&self, word: Word) -> &str {
        self.pack.word(word)
    }

    /// Where a glossary entry stands: on this page, or, for a chapter's page of the article, on the whole one.
    pub fn entry(&self, term: &TermId) -> String {
        let page = if self.whole || self.live() { "" } else { "../" };
        format!("{page}#term-{term}")
    }

    /// Lights a part of a figure, at the first step that labels it, or else draws it.
    pub fn show(&self, figure: &FigureId, part: &PartId) {
        let scene = self.pack.figure(figure).and_then(|figure| figure.scene());
        let step = scene.and_then(|scene| {
            let labelled = scene.steps.iter().position(|step| step.label.contains(part));
            labelled.or_else(|| scene.steps.iter().position(|step| !step.hide.contains(part)))
        });
        self.dispatch.emit(Action::Show(figure.clone(), part.clone(), step.unwrap_or_default()));
    }
}

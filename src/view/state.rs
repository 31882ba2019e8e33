//! What a reader has done so far, and the one way in which it changes.

use std::{collections::BTreeMap, rc::Rc};

use yew::Reducible;

use crate::{
    figures::labour::Run,
    model::{ChapterId, FigureId, PartId, TermId},
};

/// The reader's place and settings; all else is derived.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
    /// The chapter being read.
    pub place: Option<ChapterId>,
    /// The open note, if any.
    pub note: Option<Note>,
    /// Steps and selected parts of the figures looked at.
    pub figures: BTreeMap<FigureId, Look>,
    /// The labour loop's settings and state, once it has been touched.
    pub run: Option<Run>,
    /// Counts restores, so that a part with state of its own takes the restored one over.
    pub restored: u32,
}

/// How a figure is being looked at.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Look {
    /// The step.
    pub step: usize,
    /// The selected part.
    pub part: Option<PartId>,
}

/// An open note, under the text that it belongs to.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    /// The text's place: a claim's id or the like.
    pub at: String,
    /// What it is about.
    pub about: About,
}

/// What a note is about.
#[derive(Clone, PartialEq, Debug)]
pub enum About {
    /// A glossary term.
    Term(TermId),
    /// A source, by its index in the pack.
    Source(u16),
}

/// What a reader does.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// Comes to another chapter.
    Arrive(ChapterId),
    /// Opens a note, or closes it if it is the open one.
    Toggle(Note),
    /// Closes the note.
    Close,
    /// Goes to a step of a figure.
    Step(FigureId, usize),
    /// Selects a part of a figure; selecting it again lets go of it.
    Select(FigureId, PartId),
    /// Lights a part of a figure from the text, at a step where it can be seen.
    Show(FigureId, PartId, usize),
    /// Runs the labour loop.
    Run(Run),
    /// Takes over a state from outside.
    Restore(State),
    /// Back to the start.
    Reset,
    /// Asks for another language.
    Speak(String),
}

/// What the page outside hears of.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// The reader came to another chapter.
    Chapter(ChapterId),
    /// A glossary entry opened.
    Term(TermId),
    /// Another language is asked for.
    Language(String),
}

impl Action {
    /// What the outside hears of it.
    pub fn event(&self, before: &State) -> Option<Event> {
        match self {
            Self::Arrive(chapter) if before.place.as_ref() != Some(chapter) => Some(Event::Chapter(chapter.clone())),
            Self::Toggle(note) if before.note.as_ref() != Some(note) => match &note.about {
                About::Term(term) => Some(Event::Term(term.clone())),
                About::Source(_) => None,
            },
            Self::Speak(language) => Some(Event::Language(language.clone())),
            _ => None,
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Arrive(chapter) => state.place = Some(chapter),
            Action::Toggle(note) if state.note.as_ref() == Some(&note) => state.note = None,
            Action::Toggle(note) => state.note = Some(note),
            Action::Close => state.note = None,
            Action::Step(figure, step) => state.figures.entry(figure).or_default().step = step,
            Action::Select(figure, part) => {
                let look = state.figures.entry(figure).or_default();
                look.part = if look.part.as_ref() == Some(&part) { None } else { Some(part) };
            }
            Action::Show(figure, part, step) => {
                state.figures.insert(figure, Look { step, part: Some(part) });
            }
            Action::Run(run) => state.run = Some(run),
            Action::Restore(restored) => state = State { restored: state.restored + 1, ..restored },
            Action::Reset => state = State { restored: state.restored + 1, ..State::default() },
            Action::Speak(_) => {}
        }
        if state == *self { self } else { Rc::new(state) }
    }
}

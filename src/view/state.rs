//! What a reader has done so far, and the one way in which it changes.

use std::rc::Rc;

use super::glossary::Wanted;
use crate::{
    figures::labour::Run,
    model::{ChapterId, FigureId, Layer, PartId, TermId},
};

/// The reader's place and settings; all else is derived.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
    /// The chapter that was read last.
    pub chapter: Option<ChapterId>,
    /// Where the reader is.
    pub place: Option<Place>,
    /// The open note, if any.
    pub note: Option<Note>,
    /// Steps and selected parts of the figures looked at.
    pub figures: Vec<(FigureId, Look)>,
    /// What is looked for in the glossary.
    pub wanted: Wanted,
    /// The labour loop's settings and state, once it has been touched.
    pub run: Option<Run>,
    /// Counts restores, so that a part with state of its own takes the restored one over.
    pub restored: u32,
}

impl State {
    /// How a figure is being looked at.
    pub fn look(&self, figure: &FigureId) -> Look {
        let known = self.figures.iter().find(|(id, _)| id == figure);
        known.map(|(_, look)| look.clone()).unwrap_or_default()
    }

    /// What is open at a place.
    pub fn open(&self, at: &str) -> Option<&About> {
        let note = self.note.as_ref()?;
        (note.at == at).then_some(&note.about)
    }

    fn set_look(&mut self, figure: FigureId, look: Look) {
        self.figures.retain(|(id, _)| *id != figure);
        self.figures.push((figure, look));
    }

    /// What concerns these figures, and the text whose places begin with `text`: of two such states that
    /// are equal, one need not be drawn again. `runs` says whether the labour loop is among the figures.
    pub fn about(&self, text: &str, figures: &[&FigureId], runs: bool) -> Self {
        let of_figure =
            |at: &str| figures.iter().any(|id| at.split_once(':').is_some_and(|(figure, _)| figure == id.as_str()));
        let of_text = |at: &str| at.split_once(':').is_some_and(|(chapter, _)| chapter == text);
        Self {
            chapter: None,
            place: None,
            wanted: Wanted::default(),
            note: self.note.clone().filter(|note| of_text(&note.at) || of_figure(&note.at)),
            figures: figures.iter().map(|id| ((*id).clone(), self.look(id))).collect(),
            // Only where the loop is does its run concern anything: it changes with every move of a slider.
            run: self.run.filter(|_| runs),
            restored: if runs { self.restored } else { 0 },
        }
    }
}

/// Where a reader is.
#[derive(Clone, PartialEq, Debug)]
pub enum Place {
    /// In a chapter.
    Chapter(ChapterId),
    /// In the glossary.
    Glossary,
    /// Among the sources.
    Sources,
}

impl Place {
    /// The id of its section.
    pub fn id(&self) -> &str {
        match self {
            Self::Chapter(id) => id.as_str(),
            Self::Glossary => "glossary",
            Self::Sources => "sources",
        }
    }
}

/// How a figure is being looked at.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Look {
    /// The step, or a chart's setting.
    pub step: usize,
    /// The selected part.
    pub part: Option<PartId>,
    /// How far it is enlarged: 0 for as drawn.
    pub zoom: u8,
    /// The layers that are not shown.
    pub without: Vec<Layer>,
    /// Whether it moves by itself, once the reader has chosen.
    pub moving: Option<bool>,
}

/// An open note, under the text that it belongs to.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    /// The text's place: its chapter or figure, a colon, and what it is there.
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
    /// Comes to another place.
    Arrive(Place),
    /// Opens a note, or closes it if it is the open one.
    Toggle(Note),
    /// Closes the note.
    Close,
    /// Goes to a step of a figure.
    Step(FigureId, usize),
    /// Selects a part of a figure; selecting it again lets go of it.
    Select(FigureId, PartId),
    /// Lets a figure move by itself, or stops it.
    Move(FigureId, bool),
    /// Enlarges a figure so far.
    Zoom(FigureId, u8),
    /// Shows or hides a layer of a figure.
    Layer(FigureId, Layer),
    /// Keeps a figure as a file.
    Save(FigureId, SaveKind),
    /// Lights a part of a figure from the text, at a step where it can be seen.
    Show(FigureId, PartId, usize),
    /// Looks for words in the glossary.
    Find(Wanted),
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
    /// A figure is to be kept as a file.
    Save(FigureId, SaveKind),
}

/// How far a figure can be enlarged, in steps.
pub const MOST_ZOOM: u8 = 3;

/// As what a figure is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveKind {
    /// A drawing that stays sharp.
    Svg,
    /// A picture.
    Png,
    /// A table.
    Csv,
}

impl Action {
    /// What the outside hears of it.
    pub fn event(&self, before: &State) -> Option<Event> {
        match self {
            Self::Arrive(Place::Chapter(chapter)) if before.chapter.as_ref() != Some(chapter) => {
                Some(Event::Chapter(chapter.clone()))
            }
            Self::Toggle(note) if before.note.as_ref() != Some(note) => match &note.about {
                About::Term(term) => Some(Event::Term(term.clone())),
                About::Source(_) => None,
            },
            Self::Speak(language) => Some(Event::Language(language.clone())),
            Self::Save(figure, kind) => Some(Event::Save(figure.clone(), *kind)),
            _ => None,
        }
    }
}

impl State {
    /// The state after a deed; the very same one, if it changes nothing.
    pub fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Arrive(place) => {
                if let Place::Chapter(chapter) = &place {
                    state.chapter = Some(chapter.clone());
                }
                state.place = Some(place);
            }
            Action::Toggle(note) if state.note.as_ref() == Some(&note) => state.note = None,
            Action::Toggle(note) => state.note = Some(note),
            Action::Close => state.note = None,
            Action::Step(figure, step) => {
                let look = Look { step, ..state.look(&figure) };
                state.set_look(figure, look);
            }
            Action::Select(figure, part) => {
                let look = state.look(&figure);
                let part = if look.part.as_ref() == Some(&part) { None } else { Some(part) };
                state.set_look(figure, Look { part, ..look });
            }
            Action::Move(figure, moving) => {
                let look = Look { moving: Some(moving), ..state.look(&figure) };
                state.set_look(figure, look);
            }
            Action::Zoom(figure, zoom) => {
                let look = Look { zoom: zoom.min(MOST_ZOOM), ..state.look(&figure) };
                state.set_look(figure, look);
            }
            Action::Layer(figure, layer) => {
                let mut look = state.look(&figure);
                match look.without.iter().position(|without| *without == layer) {
                    Some(index) => drop(look.without.remove(index)),
                    None => look.without.push(layer),
                }
                state.set_look(figure, look);
            }
            Action::Show(figure, part, step) => {
                let moving = state.look(&figure).moving;
                state.set_look(figure, Look { step, part: Some(part), moving, ..Look::default() })
            }
            Action::Find(wanted) => state.wanted = wanted,
            Action::Run(run) => state.run = Some(run),
            Action::Restore(restored) => state = State { restored: state.restored + 1, ..restored },
            Action::Reset => state = State { restored: state.restored + 1, ..State::default() },
            Action::Speak(_) | Action::Save(..) => {}
        }
        if state == *self { self } else { Rc::new(state) }
    }
}

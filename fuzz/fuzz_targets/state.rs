//! Random deeds of a reader against the state: what each may change changes, and nothing else does.
#![no_main]

use std::{fmt::Debug, rc::Rc};

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use oxytocin_explainer::{
    figures::labour::Run,
    model::{ChapterId, FigureId, Layer, PartId, TermId},
    physiology::{self, Reflex, Settings},
    view::{
        Action, Event, Note, Place, State,
        glossary::Wanted,
        state::{About, Look, MOST_ZOOM, SaveKind},
    },
};

/// A few names of each kind, so that deeds meet.
const NAMES: [&str; 4] = ["labour", "brain-map", "release", ""];
const LAYERS: [Layer; 4] = [Layer::Nerves, Layer::Blood, Layer::Hormone, Layer::Labels];
const KINDS: [SaveKind; 3] = [SaveKind::Svg, SaveKind::Png, SaveKind::Csv];

/// A deed as bytes can name it.
#[derive(Arbitrary, Debug)]
enum Deed {
    /// Comes to a chapter.
    Arrive(u8),
    /// Comes to the glossary, or to the sources.
    Leave(bool),
    Toggle(u8, u8, bool),
    Close,
    Step(u8, usize),
    Select(u8, u8),
    Move(u8, bool),
    Zoom(u8, u8),
    Layer(u8, u8),
    Save(u8, u8),
    Show(u8, u8, usize),
    Find(u8, usize),
    Run([f64; 7], u8, bool),
    /// Keeps the state for a later restore.
    Keep,
    Restore,
    Reset,
    Speak(u8),
}

fn name(index: u8) -> &'static str {
    NAMES[usize::from(index) % NAMES.len()]
}

impl Deed {
    fn action(&self, kept: &State) -> Option<Action> {
        let figure = |index: &u8| FigureId::from(name(*index));
        let part = |index: &u8| PartId::from(name(*index));
        Some(match self {
            Self::Arrive(chapter) => Action::Arrive(Place::Chapter(ChapterId::from(name(*chapter)))),
            Self::Leave(sources) => Action::Arrive(if *sources { Place::Sources } else { Place::Glossary }),
            Self::Toggle(at, about, source) => {
                let about = match source {
                    true => About::Source(u16::from(*about)),
                    false => About::Term(TermId::from(name(*about))),
                };
                Action::Toggle(Note { at: format!("{}:text", name(*at)), about })
            }
            Self::Close => Action::Close,
            Self::Step(id, step) => Action::Step(figure(id), *step),
            Self::Select(id, index) => Action::Select(figure(id), part(index)),
            Self::Move(id, moving) => Action::Move(figure(id), *moving),
            Self::Zoom(id, zoom) => Action::Zoom(figure(id), *zoom),
            Self::Layer(id, layer) => Action::Layer(figure(id), LAYERS[usize::from(*layer) % LAYERS.len()]),
            Self::Save(id, kind) => Action::Save(figure(id), KINDS[usize::from(*kind) % KINDS.len()]),
            Self::Show(id, index, step) => Action::Show(figure(id), part(index), *step),
            Self::Find(query, more) => Action::Find(Wanted { query: name(*query).to_owned(), more: *more }),
            Self::Run([receptors, speed, time, dilatation, pulses, oxytocin, contraction], reflex, born) => {
                let reflex = Reflex::ALL[usize::from(*reflex) % Reflex::ALL.len()];
                let state = physiology::State {
                    time: *time,
                    dilatation: *dilatation,
                    pulses: *pulses,
                    oxytocin: *oxytocin,
                    contraction: *contraction,
                    born: *born,
                };
                Action::Run(Run { settings: Settings { receptors: *receptors, reflex }, state, speed: *speed })
            }
            Self::Keep => return None,
            Self::Restore => Action::Restore(kept.clone()),
            Self::Reset => Action::Reset,
            Self::Speak(language) => Action::Speak(name(*language).to_owned()),
        })
    }
}

fuzz_target!(|deeds: Vec<Deed>| {
    let mut state = Rc::new(State::default());
    let mut kept = State::default();
    for deed in &deeds {
        let Some(action) = deed.action(&kept) else {
            kept = (*state).clone();
            continue;
        };
        let after = Rc::clone(&state).reduce(action.clone());
        whole(&after);
        heard(&state, &action, &after);
        done(&state, &action, &after);
        elsewhere(&state, &action, &after);
        again(&action, &after);
        state = after;
    }
});

/// What holds of every state that deeds lead to.
fn whole(state: &State) {
    for (index, (id, look)) in state.figures.iter().enumerate() {
        assert!(state.figures[..index].iter().all(|(other, _)| other != id), "a figure has two looks");
        assert!(look.zoom <= MOST_ZOOM, "enlarged beyond the most");
        let twice = look.without.iter().enumerate().any(|(at, layer)| look.without[..at].contains(layer));
        assert!(!twice, "a layer is hidden twice");
        assert_eq!(state.look(id), *look);
    }
    if let Some(note) = &state.note {
        assert_eq!(state.open(&note.at), Some(&note.about));
    }
}

/// The page hears of a chapter and of a term exactly when they come to be, and of nothing else without cause.
fn heard(before: &State, action: &Action, after: &State) {
    let expected = match action {
        Action::Arrive(Place::Chapter(chapter)) if before.chapter != after.chapter => {
            Some(Event::Chapter(chapter.clone()))
        }
        Action::Toggle(Note { about: About::Term(term), .. }) if after.note.is_some() => {
            Some(Event::Term(term.clone()))
        }
        Action::Speak(language) => Some(Event::Language(language.clone())),
        Action::Save(figure, kind) => Some(Event::Save(figure.clone(), *kind)),
        _ => None,
    };
    assert_eq!(action.event(before), expected);
}

/// What a deed is for comes about.
fn done(before: &State, action: &Action, after: &State) {
    match action {
        Action::Arrive(place) => {
            assert_eq!(after.place.as_ref(), Some(place));
            let read = match place {
                Place::Chapter(chapter) => Some(chapter),
                Place::Glossary | Place::Sources => before.chapter.as_ref(),
            };
            assert_eq!(after.chapter.as_ref(), read);
        }
        Action::Toggle(note) => {
            let was_open = before.note.as_ref() == Some(note);
            assert_eq!(after.note.as_ref(), (!was_open).then_some(note));
        }
        Action::Close => assert_eq!(after.note, None),
        Action::Step(id, step) => assert_eq!(after.look(id), Look { step: *step, ..before.look(id) }),
        Action::Select(id, part) => {
            let was_selected = before.look(id).part.as_ref() == Some(part);
            let part = (!was_selected).then(|| part.clone());
            assert_eq!(after.look(id), Look { part, ..before.look(id) });
        }
        Action::Move(id, moving) => {
            assert_eq!(after.look(id), Look { moving: Some(*moving), ..before.look(id) });
        }
        Action::Zoom(id, zoom) => assert_eq!(after.look(id), Look { zoom: MOST_ZOOM.min(*zoom), ..before.look(id) }),
        Action::Layer(id, layer) => {
            let (was, is) = (before.look(id), after.look(id));
            assert_ne!(was.without.contains(layer), is.without.contains(layer), "the layer stays as it was");
            let others = |look: &Look| LAYERS.map(|other| other != *layer && look.without.contains(&other));
            assert_eq!(others(&was), others(&is), "another layer changes");
            assert_eq!(Look { without: Vec::new(), ..was }, Look { without: Vec::new(), ..is });
        }
        Action::Show(id, part, step) => {
            let moving = before.look(id).moving;
            assert_eq!(after.look(id), Look { step: *step, part: Some(part.clone()), moving, ..Look::default() });
        }
        Action::Find(wanted) => assert_eq!(after.wanted, *wanted),
        Action::Run(run) => assert!(same(&after.run, &Some(*run)), "the run is another"),
        Action::Restore(state) => {
            let wanted = State { restored: before.restored + 1, ..state.clone() };
            assert!(same(after, &wanted), "{after:?} is not {wanted:?}");
        }
        Action::Reset => assert_eq!(*after, State { restored: before.restored + 1, ..State::default() }),
        Action::Speak(_) | Action::Save(..) => {
            assert!(same(before, after), "what only the page hears of changes the state")
        }
    }
}

/// What a deed is not for stays: the slices by which chapters are drawn, and all that is no slice.
fn elsewhere(before: &State, action: &Action, after: &State) {
    let (touched, all) = match action {
        Action::Step(id, _) | Action::Select(id, _) | Action::Zoom(id, _) | Action::Layer(id, _) => (Some(id), false),
        Action::Move(id, _) | Action::Show(id, ..) => (Some(id), false),
        Action::Restore(_) | Action::Reset => (None, true),
        _ => (None, false),
    };
    if all {
        return;
    }
    assert_eq!(before.restored, after.restored);
    for id in NAMES.map(FigureId::from) {
        assert!(Some(&id) == touched || before.look(&id) == after.look(&id), "{action:?} changes {id}");
        // The first of them is where the loop runs.
        let runs = id.as_str() == NAMES[0];
        let slice = |state: &State| state.about(id.as_str(), &[&id], runs);
        let concerned = match action {
            Action::Toggle(_) | Action::Close => true,
            Action::Run(_) => runs,
            _ => Some(&id) == touched,
        };
        assert!(concerned || same(&slice(before), &slice(after)), "{action:?} makes {id} be drawn again");
    }
    let place = |state: &State| (state.chapter.clone(), state.place.clone());
    assert!(matches!(action, Action::Arrive(_)) || place(before) == place(after));
    assert!(matches!(action, Action::Toggle(_) | Action::Close) || before.note == after.note);
    assert!(matches!(action, Action::Find(_)) || before.wanted == after.wanted);
    assert!(matches!(action, Action::Run(_)) || same(&before.run, &after.run));
}

/// Whether two values are the same; a number that is none is unlike itself, but reads the same.
fn same<T: PartialEq + Debug>(one: &T, other: &T) -> bool {
    one == other || format!("{one:?}") == format!("{other:?}")
}

/// A deed that only sets changes nothing when done again: the very same state, which need not be drawn again.
/// One that toggles does, and done twice it leads back, if there was nothing else before.
fn again(action: &Action, after: &Rc<State>) {
    let twice = Rc::clone(after).reduce(action.clone());
    // A run with a number that is none is unlike itself, and so is each state that holds it.
    let known = State::clone(after) == **after;
    match action {
        Action::Toggle(_) => assert_eq!(twice.note.is_some(), after.note.is_none()),
        Action::Select(id, _) => assert_eq!(twice.look(id).part.is_some(), after.look(id).part.is_none()),
        Action::Layer(..) | Action::Restore(_) | Action::Reset => {}
        _ => assert!(!known || Rc::ptr_eq(after, &twice), "{action:?} done again changes something"),
    }
}

//! The explainer: everything a reader meets, or one chapter, one figure, or the glossary alone.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{
    about::about,
    chapter::{self, ChapterView},
    context::{Explain, Shared},
    deeds,
    figure::FigureFrame,
    glossary::Glossary,
    library::Library,
    masthead::masthead,
    nav::chapter_nav,
    sources::Sources,
    state::{About, Action, Event, Note, Place, State},
};
use crate::{
    figures::{clock::Clock, paint::patterns, piece::piece, signal::use_signal},
    model::{Chapter, ChapterId, FigureId, More, Pack},
};

/// How many pieces the whole has: see [`ExplainerProps::drawn`].
pub fn pieces(pack: &Pack) -> usize {
    pack.chapters.len() * chapter::PIECES + 2
}

/// How much of the explainer is shown.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Scope {
    /// All of it.
    #[default]
    Whole,
    /// One chapter alone.
    Chapter(ChapterId),
    /// One figure alone.
    Figure(FigureId),
    /// The glossary alone.
    Glossary,
}

/// The properties of [`Explainer`].
#[derive(Properties, PartialEq)]
pub struct ExplainerProps {
    /// The content, and what has been loaded besides.
    pub library: Library,
    /// How much of it is shown.
    #[prop_or_default]
    pub scope: Scope,
    /// Whether a reader can act on it.
    #[prop_or_default]
    pub live: bool,
    /// How many of its pieces are drawn: those of its chapters, then the glossary, then the sources. Of the others only
    /// their places are: all at once would keep the page from answering.
    #[prop_or(usize::MAX)]
    pub drawn: usize,
    /// Whether things may move by themselves.
    #[prop_or_default]
    pub motion: bool,
    /// Where the reader is, as the page outside sees it.
    #[prop_or_default]
    pub place: Option<Place>,
    /// A state to take over: each new one once.
    #[prop_or_default]
    pub restore: Option<Rc<State>>,
    /// Counts resets asked for from outside.
    #[prop_or_default]
    pub resets: u32,
    /// Where the article's language links lead, with `{}` for the code.
    #[prop_or(AttrValue::Static("../{}/"))]
    pub language_links: AttrValue,
    /// The number to call in an emergency, if the host names one.
    #[prop_or_default]
    pub emergency: Option<String>,
    /// What gives drawings their time; without one they stand still.
    #[prop_or_default]
    pub clock: Clock,
    /// What the page outside hears.
    #[prop_or_default]
    pub on_event: Callback<Event>,
    /// Each new state.
    #[prop_or_default]
    pub on_state: Callback<Rc<State>>,
}

/// The explainer.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let state = use_reducer(State::default);
    let dispatch = use_dispatch(&state, props.library.clone(), props.on_event.clone());
    {
        let (dispatch, heard) = (dispatch.clone(), use_mut_ref(Outside::default));
        let outside = Outside { restore: props.restore.clone(), resets: props.resets, place: props.place.clone() };
        use_effect_with(outside, move |outside| {
            let before = heard.replace(outside.clone());
            if let Some(restore) = outside.restore.as_ref().filter(|_| !outside.same_restore(&before)) {
                dispatch.emit(Action::Restore((**restore).clone()));
            }
            if outside.resets != before.resets {
                dispatch.emit(Action::Reset);
            }
            if let Some(place) = outside.place.as_ref().filter(|_| outside.place != before.place) {
                dispatch.emit(Action::Arrive(place.clone()));
            }
        });
    }
    let root = use_node_ref();
    {
        let (on_state, root) = (props.on_state.clone(), root.clone());
        // What has just been drawn is to be marked too.
        let drawn = (props.library.clone(), props.drawn, props.library.here());
        use_effect_with(((*state).clone(), drawn), move |(now, _)| {
            on_state.emit(Rc::new(now.clone()));
            if let Some(root) = root.cast::<Element>() {
                deeds::mark(&root, now.note.as_ref());
            }
        });
    }
    use_signal(Some(props.library.arrivals()));
    let explain = Explain::new(Shared {
        pack: props.library.pack().clone(),
        library: props.library.clone(),
        living: props.live,
        motion: props.motion,
        scope: props.scope.clone(),
        language_links: props.language_links.clone(),
        emergency: props.emergency.clone(),
        clock: props.clock.clone(),
        dispatch: dispatch.clone(),
    });
    let onclick = {
        let explain = explain.clone();
        Callback::from(move |event: MouseEvent| deeds::on_click(&explain, &event))
    };
    let onkeydown = {
        let explain = explain.clone();
        Callback::from(move |event: KeyboardEvent| deeds::on_key(&explain, &event))
    };
    let language = &props.library.pack().language;
    html! {
        <div class="oxy" lang={language.code.clone()} dir={language.direction.clone()} ref={root} {onclick} {onkeydown} onfocusin={deeds::on_focus} onfocusout={deeds::on_focus}>
            {patterns()}
            {scope(props, &explain, &state)}
        </div>
    }
}

/// What comes from outside: each change of it is one deed.
#[derive(Clone, Default)]
struct Outside {
    restore: Option<Rc<State>>,
    resets: u32,
    place: Option<Place>,
}

impl Outside {
    /// Whether the state to take over is the very same one.
    fn same_restore(&self, other: &Self) -> bool {
        self.restore.as_ref().map(Rc::as_ptr) == other.restore.as_ref().map(Rc::as_ptr)
    }
}

impl PartialEq for Outside {
    fn eq(&self, other: &Self) -> bool {
        self.same_restore(other) && self.resets == other.resets && self.place == other.place
    }
}

/// One way for all deeds: to the reducer, and to whom it concerns outside.
#[hook]
fn use_dispatch(state: &UseReducerHandle<State>, library: Library, on_event: Callback<Event>) -> Callback<Action> {
    let now = (state.clone(), library, on_event);
    let latest = use_mut_ref(|| now.clone());
    *latest.borrow_mut() = now;
    use_callback((), move |action: Action, ()| {
        let (state, library, on_event) = latest.borrow().clone();
        let event = action.event(&state);
        if let Action::Toggle(Note { about: About::Source(_), .. }) = action {
            library.want(More::NAME);
        }
        state.dispatch(action);
        if let Some(event) = event {
            on_event.emit(event);
        }
    })
}

fn scope(props: &ExplainerProps, explain: &Explain, state: &State) -> Html {
    let chapters = &explain.pack.chapters;
    let chapter = |id: &ChapterId, drawn: usize| {
        let figures: Vec<&FigureId> = explain.pack.chapter(id).into_iter().flat_map(Chapter::figures).collect();
        let state = state.about(id.as_str(), &figures, figures.iter().any(|figure| explain.runs(figure)));
        let drawn = drawn.min(chapter::PIECES);
        piece(id.shared(), ChapterView { explain: explain.clone(), id: id.clone(), state, drawn })
    };
    let glossary =
        |drawn: bool| piece("glossary", Glossary { explain: explain.clone(), wanted: state.wanted.clone(), drawn });
    let sources = |chapter: Option<&ChapterId>, drawn: bool| {
        piece("sources", Sources { explain: explain.clone(), chapter: chapter.cloned(), drawn })
    };
    let texts = chapters.len() * chapter::PIECES;
    match &props.scope {
        Scope::Whole => html! {
            <div class="whole">
                {masthead(explain)}
                {chapter_nav(explain, state.place.as_ref())}
                <div class="all-chapters">{for chapters.iter().enumerate().map(|(index, known)| chapter(&known.id, props.drawn.saturating_sub(index * chapter::PIECES)))}</div>
                {glossary(texts < props.drawn)}
                {sources(None, texts + 1 < props.drawn)}
                {about(explain)}
            </div>
        },
        Scope::Chapter(id) => html! {
            <div class="alone">
                {masthead(explain)}
                <div class="all-chapters">{chapter(id, chapter::PIECES)}</div>
                {sources(Some(id), true)}
            </div>
        },
        Scope::Figure(id) => {
            let state = state.about("", &[id], explain.runs(id));
            html! { <div class="alone">{piece(id.shared(), FigureFrame { explain: explain.clone(), id: id.clone(), state })}</div> }
        }
        Scope::Glossary => html! { <div class="alone">{glossary(true)}</div> },
    }
}

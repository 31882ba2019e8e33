//! The explainer: everything a reader meets, or one chapter, one figure, or the glossary alone.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    about::about,
    chapter::ChapterView,
    context::Explain,
    figure::FigureFrame,
    glossary::Glossary,
    library::{Library, use_part},
    masthead::masthead,
    nav::chapter_nav,
    note::focus_link,
    sources::sources,
    state::{About, Action, Event, Note, State},
};
use crate::{
    figures::{clock::Clock, paint::patterns},
    model::{ChapterId, FigureId, More},
};

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
    /// Whether things may move by themselves.
    #[prop_or_default]
    pub motion: bool,
    /// The chapter in sight, as the page outside sees it.
    #[prop_or_default]
    pub place: Option<ChapterId>,
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
        let dispatcher = state.dispatcher();
        use_effect_with(props.restore.as_ref().map(Rc::as_ptr), {
            let restore = props.restore.clone();
            move |_| {
                if let Some(restore) = restore {
                    dispatcher.dispatch(Action::Restore((*restore).clone()));
                }
            }
        });
    }
    {
        let dispatcher = state.dispatcher();
        use_effect_with(props.resets, move |resets| {
            if *resets > 0 {
                dispatcher.dispatch(Action::Reset);
            }
        });
    }
    {
        let dispatch = dispatch.clone();
        use_effect_with(props.place.clone(), move |place| {
            if let Some(place) = place {
                dispatch.emit(Action::Arrive(place.clone()));
            }
        });
    }
    {
        let (on_state, state) = (props.on_state.clone(), state.clone());
        use_effect_with((*state).clone(), move |now| on_state.emit(Rc::new(now.clone())));
    }
    use_part(&props.library, More::NAME);
    let explain = Explain {
        pack: props.library.pack().clone(),
        library: props.library.clone(),
        living: props.live,
        motion: props.motion,
        scope: props.scope.clone(),
        language_links: props.language_links.clone(),
        emergency: props.emergency.clone(),
        clock: props.clock.clone(),
        dispatch: dispatch.clone(),
    };
    let onkeydown = {
        let (state, dispatch) = (state.clone(), dispatch);
        Callback::from(move |event: KeyboardEvent| {
            if let Some(note) = state.note.as_ref().filter(|_| event.key() == "Escape") {
                focus_link(&event, note);
                dispatch.emit(Action::Close);
            }
        })
    };
    let language = &props.library.pack().language;
    html! {
        <div class="oxy" lang={language.code.clone()} dir={language.direction.clone()} {onkeydown}>
            {patterns()}
            {scope(props, &explain, &state)}
        </div>
    }
}

/// One way for all deeds: to the reducer, and to whom it concerns outside.
#[hook]
fn use_dispatch(state: &UseReducerHandle<State>, library: Library, on_event: Callback<Event>) -> Callback<Action> {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    let outside = use_mut_ref(|| (library.clone(), on_event.clone()));
    *outside.borrow_mut() = (library, on_event);
    use_callback((), move |action: Action, ()| {
        let state = latest.borrow().clone();
        let event = action.event(&state);
        let (library, on_event) = outside.borrow().clone();
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
    let chapter = |id: &ChapterId| {
        let sections = explain.pack.chapter(id).map(|chapter| chapter.sections.as_slice()).unwrap_or_default();
        let figures: Vec<&FigureId> =
            sections.iter().filter_map(|section| Some(&section.figure.as_ref()?.id)).collect();
        html! { <ChapterView key={id.shared()} explain={explain.clone()} id={id.clone()} state={state.about(id.as_str(), &figures, figures.iter().any(|figure| explain.runs(figure)))} /> }
    };
    match &props.scope {
        Scope::Whole => html! {
            <div class="whole">
                {masthead(explain)}
                {chapter_nav(explain, state.place.as_ref())}
                <div class="all-chapters">{for explain.pack.chapters.iter().map(|known| chapter(&known.id))}</div>
                <Glossary explain={explain.clone()} />
                {sources(explain, None)}
                {about(explain)}
            </div>
        },
        Scope::Chapter(id) => html! {
            <div class="alone">
                {masthead(explain)}
                <div class="all-chapters">{chapter(id)}</div>
                {sources(explain, Some(id))}
            </div>
        },
        Scope::Figure(id) => {
            html! { <div class="alone"><FigureFrame explain={explain.clone()} id={id.clone()} state={state.about("", &[id], explain.runs(id))} /></div> }
        }
        Scope::Glossary => html! { <div class="alone"><Glossary explain={explain.clone()} /></div> },
    }
}

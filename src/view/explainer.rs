//! The explainer: everything a reader meets, or one chapter, one figure, or the glossary alone.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{
    about::OfItself,
    chapter::{self, ChapterView},
    context::{Explain, Shared},
    deeds,
    figure::FigureFrame,
    glossary::Glossary,
    library::Library,
    masthead::Masthead,
    nav::chapter_nav,
    sources::Sources,
    state::{About, Action, Event, Note, Place, State},
};
use crate::{
    figures::{clock::Clock, paint::patterns, piece::piece, signal::Hearing},
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
pub struct Explainer {
    state: Rc<State>,
    /// The state that the page outside has heard of.
    told: Option<Rc<State>>,
    dispatch: Callback<Action>,
    root: NodeRef,
    /// Calls when a part has come.
    _arrivals: Hearing,
}

impl Component for Explainer {
    /// What a reader does, or nothing, when a part has come.
    type Message = Option<Action>;
    type Properties = ExplainerProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut explainer = Self {
            state: Rc::default(),
            told: None,
            dispatch: ctx.link().callback(Some),
            root: NodeRef::default(),
            _arrivals: hear(ctx),
        };
        explainer.heed(ctx, None);
        explainer
    }

    fn update(&mut self, ctx: &Context<Self>, deed: Option<Action>) -> bool {
        if let Some(action) = deed {
            self.act(ctx, action);
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &ExplainerProps) -> bool {
        if before.library != ctx.props().library {
            self._arrivals = hear(ctx);
        }
        self.heed(ctx, Some(before));
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let explain = Explain::new(Shared {
            pack: props.library.pack().clone(),
            library: props.library.clone(),
            living: props.live,
            motion: props.motion,
            scope: props.scope.clone(),
            language_links: props.language_links.clone(),
            emergency: props.emergency.clone(),
            clock: props.clock.clone(),
            dispatch: self.dispatch.clone(),
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
            <div class="oxy" lang={language.code.clone()} dir={language.direction.clone()} ref={self.root.clone()} {onclick} {onkeydown} onfocusin={deeds::on_focus} onfocusout={deeds::on_focus}>
                {patterns()}
                {scope(props, &explain, &self.state)}
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let told = self.told.replace(self.state.clone());
        if told.as_ref() != Some(&self.state) {
            ctx.props().on_state.emit(self.state.clone());
        }
        // What has just been drawn is to be marked too.
        let open = |state: &State| state.note.is_some();
        let marks = open(&self.state) || told.is_some_and(|told| open(&told));
        if let Some(root) = self.root.cast::<Element>().filter(|_| marks) {
            deeds::mark(&root, self.state.note.as_ref());
        }
    }
}

impl Explainer {
    /// Takes over what comes from outside: each change of it is one deed.
    fn heed(&mut self, ctx: &Context<Self>, before: Option<&ExplainerProps>) {
        let ExplainerProps { restore, resets, place, .. } = ctx.props();
        let known = before.and_then(|before| before.restore.as_ref());
        if let Some(restore) = restore.as_ref().filter(|restore| known.is_none_or(|known| !Rc::ptr_eq(known, restore)))
        {
            self.act(ctx, Action::Restore((**restore).clone()));
        }
        if before.is_some_and(|before| before.resets != *resets) {
            self.act(ctx, Action::Reset);
        }
        if let Some(place) =
            place.as_ref().filter(|place| before.and_then(|before| before.place.as_ref()) != Some(place))
        {
            self.act(ctx, Action::Arrive(place.clone()));
        }
    }

    /// One way for all deeds: to the state, and to whom it concerns outside.
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let props = ctx.props();
        let event = action.event(&self.state);
        if let Action::Toggle(Note { about: About::Source(_), .. }) = action {
            props.library.want(More::NAME);
        }
        self.state = self.state.clone().reduce(action);
        if let Some(event) = event {
            props.on_event.emit(event);
        }
    }
}

/// Hears of parts that come.
fn hear(ctx: &Context<Explainer>) -> Hearing {
    ctx.props().library.arrivals().hear(ctx.link().callback(|()| None))
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
                {piece("masthead", Masthead(explain.clone()))}
                {chapter_nav(explain, state.place.as_ref())}
                <div class="all-chapters">{for chapters.iter().enumerate().map(|(index, known)| chapter(&known.id, props.drawn.saturating_sub(index * chapter::PIECES)))}</div>
                {glossary(texts < props.drawn)}
                {sources(None, texts + 1 < props.drawn)}
                {piece("about", OfItself(explain.clone()))}
            </div>
        },
        Scope::Chapter(id) => html! {
            <div class="alone">
                {piece("masthead", Masthead(explain.clone()))}
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

//! The root component: gives the explainer its clock, its place and the ear of the page.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::{attributes::Attributes, clock, keep, place, place::Watch};
use crate::{
    figures::clock::Clock,
    model::{Chapter, FigureId, More},
    view::{Event, Explainer, Library, Place, Scope, State, state::SaveKind},
};

/// Under what the pictures may be used.
const LICENCE: &str = env!("CARGO_PKG_LICENSE");

/// What the element gives to its explainer.
#[derive(Clone, PartialEq)]
pub struct Given {
    pub library: Library,
    pub attributes: Attributes,
    pub restore: Option<Rc<State>>,
    pub resets: u32,
    /// How many pieces of the whole are drawn.
    pub drawn: usize,
    /// The element in which the explainer stands.
    pub root: Element,
    /// Hears of everything: called with a name and a detail.
    pub on: Function,
    /// Gives drawings their time.
    pub clock: Clock,
    /// Whether things may move by themselves.
    pub motion: bool,
}

impl Given {
    pub fn new(
        library: Library,
        attributes: Attributes,
        restore: Option<Rc<State>>,
        root: Element,
        on: Function,
    ) -> Self {
        let (clock, motion) = (clock::clock(), !clock::reduced_motion());
        Self { library, attributes, restore, resets: 0, drawn: 1, root, on, clock, motion }
    }
}

/// The properties of [`App`].
#[derive(Properties, Clone, PartialEq, Default)]
pub struct AppProps {
    /// What it is given; without it there is nothing to be seen.
    pub given: Option<Given>,
    /// How many explainers have been there: each begins anew.
    pub turn: u32,
}

/// The root of a mounted explainer.
#[derive(Default)]
pub struct App {
    /// Where the reader is.
    place: Option<Place>,
    /// The place that is marked in the line of chapters.
    marked: Rc<RefCell<Option<Place>>>,
    /// The explainer that has begun.
    begun: Option<u32>,
    /// What is watched, and what watches it.
    watched: Option<(u32, Library, Attributes, bool)>,
    watches: [Option<Watch>; 2],
}

impl Component for App {
    /// The reader of an explainer comes to a place.
    type Message = (u32, Place);
    type Properties = AppProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, (turn, place): (u32, Place)) -> bool {
        if turn == ctx.props().turn {
            self.place = Some(place);
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &AppProps) -> bool {
        if before.turn != ctx.props().turn {
            self.place = None;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let AppProps { given, turn } = ctx.props();
        let Some(given) = given else {
            return html! { <i hidden=true /> };
        };
        let on_event = {
            let (on, library) = (given.on.clone(), given.library.clone());
            Callback::from(move |event: Event| match event {
                Event::Chapter(chapter) => tell(&on, "oxy-chapter", &detail("chapter", chapter.as_str())),
                Event::Term(term) => tell(&on, "oxy-term", &detail("term", term.as_str())),
                Event::Language(language) => tell(&on, "speak", &JsValue::from(language)),
                Event::Save(figure, kind) => {
                    if let Some(wish) = late_wish(&library, &figure, kind) {
                        tell(&on, "save", &wish);
                    }
                }
            })
        };
        let on_state = {
            let (given, marked) = (given.clone(), self.marked.clone());
            Callback::from(move |state: Rc<State>| {
                tell(&given.on, "state", &keep::to_js(&state, given.library.pack()));
                if marked.replace(state.place.clone()) != state.place {
                    place::follow(&given.root);
                }
            })
        };
        html! {
            <Explainer key={*turn} library={given.library.clone()} scope={given.attributes.scope.clone()} live=true drawn={given.drawn} motion={given.motion} emergency={given.attributes.emergency.clone()}
                clock={given.clock.clone()} place={self.place.clone()} restore={given.restore.clone()} resets={given.resets} {on_event} {on_state} />
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let AppProps { given, turn } = ctx.props();
        // What is drawn piece by piece is watched from its beginning, and anew when all of it is there.
        let key = |given: &Given| (*turn, given.library.clone(), given.attributes.clone(), given.drawn == usize::MAX);
        let watched = given.as_ref().map(key);
        if self.watched == watched {
            return;
        }
        self.watched = watched;
        self.watches = Default::default();
        if let Some(given) = given {
            // Asked for before the page hears that all is ready: after that it sees no more requests of ours.
            need(given);
            if self.begun.replace(*turn) != Some(*turn) {
                tell(&given.on, "begun", &JsValue::NULL);
            }
            let turn = *turn;
            self.watches = watch(given, ctx.link().callback(move |place| (turn, place)));
        }
    }
}

/// Asks for all parts of a view that is not the whole; for the whole the page fetches one file with all.
fn need(given: &Given) {
    let Given { library, attributes, .. } = given;
    let figures = match &attributes.scope {
        Scope::Whole | Scope::Glossary => return,
        Scope::Figure(id) => vec![id.clone()],
        Scope::Chapter(id) => library.pack().chapter(id).into_iter().flat_map(Chapter::figures).cloned().collect(),
    };
    figures.iter().for_each(|figure| library.want(figure.as_str()));
    // Its sources: they may be printed before a reader comes near them, or be looked up in a note.
    library.want(More::NAME);
}

/// Looks after what has been drawn: where the reader is, and which parts come near.
fn watch(given: &Given, arrive: Callback<Place>) -> [Option<Watch>; 2] {
    let Given { library, root, .. } = given;
    let library = library.clone();
    let near = place::near(root, Callback::from(move |part: String| library.want(&part)));
    [place::watch(root, arrive), near]
}

/// Tells the page something by name.
pub fn tell(on: &Function, name: &str, detail: &JsValue) {
    // What the page does with it is the page's; an exception there is not ours to handle.
    let _ = on.call2(&JsValue::NULL, &JsValue::from(name), detail);
}

fn detail(key: &str, value: &str) -> JsValue {
    object(&[(key, value)])
}

fn object(values: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (key, value) in values {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from(*key), &JsValue::from(*value));
    }
    object.into()
}

/// What a kept figure says of itself; for figures that have come only, see `bake/src/site/split`.
#[inline(never)]
fn late_wish(library: &Library, figure: &FigureId, kind: SaveKind) -> Option<JsValue> {
    let figure = library.figure(figure)?;
    let pack = library.pack();
    let source = |index: &u16| match library.source(*index) {
        Some(source) => format!("{}. {}. {}", source.authors.unwrap_or_default(), source.title, source.place),
        None => pack.sources.get(usize::from(*index)).map(|source| source.id.to_string()).unwrap_or_default(),
    };
    let sources: Vec<String> = figure.sources.iter().map(source).collect();
    let kind = match kind {
        SaveKind::Svg => "svg",
        SaveKind::Png => "png",
        SaveKind::Csv => "csv",
    };
    Some(object(&[
        ("kind", kind),
        ("figure", figure.id.as_str()),
        ("title", &figure.title),
        ("description", &figure.description.join("\n")),
        ("language", &pack.language.code),
        ("sources", &sources.join("\n")),
        ("licence", LICENCE),
    ]))
}

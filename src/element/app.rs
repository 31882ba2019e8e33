//! The root component: gives the explainer its clock, its place and the ear of the page.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::{attributes::Attributes, clock, keep, place};
use crate::{
    model::FigureId,
    view::{Event, Explainer, Library, Scope, State, state::SaveKind},
};

/// Under what the pictures may be used.
const LICENCE: &str = env!("CARGO_PKG_LICENSE");

/// What the element gives to its explainer.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    pub library: Library,
    pub attributes: Attributes,
    pub restore: Option<Rc<State>>,
    pub resets: u32,
    /// The element in which the explainer stands.
    pub root: Element,
    /// Hears of everything: called with a name and a detail.
    pub on: Function,
}

impl AppProps {
    pub fn new(
        library: Library,
        attributes: Attributes,
        restore: Option<Rc<State>>,
        root: Element,
        on: Function,
    ) -> Self {
        Self { library, attributes, restore, resets: 0, root, on }
    }
}

/// The root of a mounted explainer.
#[component]
pub fn App(props: &AppProps) -> Html {
    let clock = use_memo(props.root.clone(), |root| clock::of(root.clone()));
    let motion = use_memo((), |()| !clock::reduced_motion());
    let here = use_state(|| None);
    let language = props.library.pack().language.code.clone();
    {
        let root = props.root.clone();
        use_effect_with((props.library.clone(), props.attributes.clone()), move |(library, attributes)| {
            if let Scope::Chapter(id) = &attributes.scope {
                let sections =
                    library.pack().chapter(id).map(|chapter| chapter.sections.as_slice()).unwrap_or_default();
                let figures = sections.iter().filter_map(|section| section.figure.as_ref());
                figures.for_each(|figure| library.want(figure.id.as_str()));
            }
            let library = library.clone();
            let watch = place::near(&root, Callback::from(move |part: String| library.want(&part)));
            move || drop(watch)
        });
    }
    {
        let on = props.on.clone();
        use_effect_with(language.clone(), move |language| tell(&on, "language", &JsValue::from(language.as_str())));
    }
    {
        let (here, root) = (here.setter(), props.root.clone());
        let shown = (language, props.attributes.clone());
        use_effect_with(shown, move |_| {
            let watch = place::watch(&root, Callback::from(move |chapter| here.set(Some(chapter))));
            move || drop(watch)
        });
    }
    let on_event = {
        let (on, library) = (props.on.clone(), props.library.clone());
        Callback::from(move |event: Event| match event {
            Event::Chapter(chapter) => tell(&on, "oxy-chapter", &detail("chapter", chapter.as_str())),
            Event::Term(term) => tell(&on, "oxy-term", &detail("term", term.as_str())),
            Event::Language(language) => tell(&on, "speak", &JsValue::from(language)),
            Event::Save(figure, kind) => {
                if let Some(wish) = wish(&library, &figure, kind) {
                    tell(&on, "save", &wish);
                }
            }
        })
    };
    let on_state = {
        let (on, pack) = (props.on.clone(), props.library.pack().clone());
        Callback::from(move |state: Rc<State>| tell(&on, "state", &keep::to_js(&state, &pack)))
    };
    html! {
        <Explainer library={props.library.clone()} scope={props.attributes.scope.clone()} live=true motion={*motion} emergency={props.attributes.emergency.clone()}
            clock={(*clock).clone()} place={(*here).clone()} restore={props.restore.clone()} resets={props.resets} {on_event} {on_state} />
    }
}

/// A component that stands for nothing but an id.
#[component]
pub fn Nothing() -> Html {
    html! { <i /> }
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

/// What a kept figure says of itself.
fn wish(library: &Library, figure: &FigureId, kind: SaveKind) -> Option<JsValue> {
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

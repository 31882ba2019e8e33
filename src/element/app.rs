//! The root component: gives the explainer its clock, its place and the ear of the page.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::{attributes::Attributes, clock, keep, place};
use crate::{
    model::PackRef,
    view::{Event, Explainer, State},
};

/// What the element gives to its explainer.
#[derive(Properties, Clone, PartialEq)]
pub struct AppProps {
    pub pack: PackRef,
    pub attributes: Attributes,
    pub restore: Option<Rc<State>>,
    pub resets: u32,
    /// The element in which the explainer stands.
    pub root: Element,
    /// Hears of everything: called with a name and a detail.
    pub on: Function,
}

impl AppProps {
    pub fn new(pack: PackRef, attributes: Attributes, restore: Option<Rc<State>>, root: Element, on: Function) -> Self {
        Self { pack, attributes, restore, resets: 0, root, on }
    }
}

/// The root of a mounted explainer.
#[component]
pub fn App(props: &AppProps) -> Html {
    let clock = use_memo(props.root.clone(), |root| clock::of(root.clone()));
    let motion = use_memo((), |()| !clock::reduced_motion());
    let here = use_state(|| None);
    {
        let (on, language) = (props.on.clone(), props.pack.language.code.clone());
        use_effect_with(language, move |language| tell(&on, "language", &JsValue::from(language.as_str())));
    }
    {
        let (here, root) = (here.setter(), props.root.clone());
        let shown = (props.pack.language.code.clone(), props.attributes.clone());
        use_effect_with(shown, move |_| {
            let watch = place::watch(&root, Callback::from(move |chapter| here.set(Some(chapter))));
            move || drop(watch)
        });
    }
    let on_event = {
        let on = props.on.clone();
        Callback::from(move |event: Event| match event {
            Event::Chapter(chapter) => tell(&on, "oxy-chapter", &detail("chapter", chapter.as_str())),
            Event::Term(term) => tell(&on, "oxy-term", &detail("term", term.as_str())),
            Event::Language(language) => tell(&on, "speak", &JsValue::from(language)),
        })
    };
    let on_state = {
        let (on, pack) = (props.on.clone(), props.pack.clone());
        Callback::from(move |state: Rc<State>| tell(&on, "state", &keep::to_js(&state, &pack)))
    };
    html! {
        <Explainer pack={props.pack.clone()} scope={props.attributes.scope.clone()} live=true motion={*motion}
            clock={(*clock).clone()} place={(*here).clone()} restore={props.restore.clone()} resets={props.resets} {on_event} {on_state} />
    }
}

/// A component that stands for nothing but an id.
#[component]
pub fn Nothing() -> Html {
    html! { <i /> }
}

fn tell(on: &Function, name: &str, detail: &JsValue) {
    // What the page does with it is the page's; an exception there is not ours to handle.
    let _ = on.call2(&JsValue::NULL, &JsValue::from(name), detail);
}

fn detail(key: &str, value: &str) -> JsValue {
    let object = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&object, &JsValue::from(key), &JsValue::from(value));
    object.into()
}

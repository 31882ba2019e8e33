//! The oxytocin explainer in a Yew application.
//!
//! The component stands for the custom element: it lives in a shadow root of its own, with a module of its own, and
//! neither its styles nor its clicks mix with the application's. Serve a release build's `dist/` beside the
//! application, and name its script:
//!
//! ```
//! use oxytocin_explainer_yew::OxytocinExplainer;
//! use yew::prelude::*;
//!
//! #[component]
//! fn Page() -> Html {
//!     html! {
//!         <OxytocinExplainer script="/oxytocin/oxytocin-explainer.js" lang="en" chapter="labour">
//!             <p><a href="/oxytocin/en/">{"Read about oxytocin"}</a></p>
//!         </OxytocinExplainer>
//!     }
//! }
//! ```
//!
//! What stands between the tags is what readers see until the explainer is there, and if it cannot be.

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element};
use yew::prelude::*;

/// The element, and the events that it sends.
const ELEMENT: &str = "oxytocin-explainer";
const READY: &str = "oxy-ready";
const CHAPTER: &str = "oxy-chapter";
const TERM: &str = "oxy-term";
const ERROR: &str = "oxy-error";

/// The properties of [`OxytocinExplainer`]: the element's attributes and events. A value that the element does not
/// know counts as absent, with a warning in the console.
#[derive(Properties, Clone, PartialEq)]
pub struct OxytocinExplainerProps {
    /// The address of `oxytocin-explainer.js`; absent: the page includes it itself.
    #[prop_or_default]
    pub script: Option<AttrValue>,
    /// The language, `bg` or `en`; absent: the page's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// `explainer`, `figure` or `glossary`; absent: `explainer`.
    #[prop_or_default]
    pub view: Option<AttrValue>,
    /// The id of the one chapter to show.
    #[prop_or_default]
    pub chapter: Option<AttrValue>,
    /// The id of the figure to show with `view="figure"`.
    #[prop_or_default]
    pub figure: Option<AttrValue>,
    /// `light`, `dark` or `auto`; absent: `auto`.
    #[prop_or_default]
    pub theme: Option<AttrValue>,
    /// The number to call in an emergency; absent: 112.
    #[prop_or_default]
    pub emergency: Option<AttrValue>,
    /// Whether it starts at once, not when the reader comes near.
    #[prop_or_default]
    pub eager: bool,
    /// Whether the reader's place is kept in the page's address.
    #[prop_or_default]
    pub deep_link: bool,
    /// The explainer is there, or it is known that only the children can be shown.
    #[prop_or_default]
    pub on_ready: Callback<Ready>,
    /// The reader has come to another chapter: its id.
    #[prop_or_default]
    pub on_chapter: Callback<String>,
    /// A glossary entry has opened: its id.
    #[prop_or_default]
    pub on_term: Callback<String>,
    /// Something could not be loaded, or has stopped.
    #[prop_or_default]
    pub on_error: Callback<Problem>,
    /// What readers see until the explainer is there.
    #[prop_or_default]
    pub children: Html,
}

/// How the explainer has come to be there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ready {
    /// The version of the build.
    pub version: String,
    /// The language that it speaks.
    pub lang: String,
    /// Whether it lives; otherwise the children are shown.
    pub living: bool,
}

/// What went wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// A stable code.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to change.
    pub fix: String,
}

/// The explainer.
#[component]
pub fn OxytocinExplainer(props: &OxytocinExplainerProps) -> Html {
    let node = use_node_ref();
    let latest = use_mut_ref(|| props.clone());
    *latest.borrow_mut() = props.clone();
    use_effect_with(props.script.clone(), |script| script.iter().for_each(|script| include(script)));
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let element = node.cast::<Element>();
            let listeners = element.map(|element| {
                [READY, CHAPTER, TERM, ERROR].map(|name| {
                    let latest = latest.clone();
                    EventListener::new(&element, name, move |event| {
                        let props = latest.borrow().clone();
                        tell(&props, name, event);
                    })
                })
            });
            move || drop(listeners)
        });
    }
    let switch = |on: bool| on.then_some(AttrValue::Static(""));
    html! {
        <@{ELEMENT} ref={node} lang={props.lang.clone()} view={props.view.clone()} chapter={props.chapter.clone()} figure={props.figure.clone()}
            theme={props.theme.clone()} data-emergency={props.emergency.clone()} eager={switch(props.eager)} deep-link={switch(props.deep_link)}>
            {props.children.clone()}
        </@>
    }
}

/// Includes the element's script, once a page.
fn include(address: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let known = document.query_selector_all("script[src]").ok();
    let there = known.is_some_and(|scripts| {
        (0..scripts.length())
            .filter_map(|at| scripts.get(at)?.dyn_into::<Element>().ok())
            .any(|script| script.get_attribute("src").as_deref() == Some(address))
    });
    if there {
        return;
    }
    if let (Ok(script), Some(head)) = (document.create_element("script"), document.head()) {
        // Attributes of a fresh element, and a place at the end of the head: these cannot fail.
        let _ = script.set_attribute("type", "module");
        let _ = script.set_attribute("src", address);
        let _ = head.append_child(&script);
    }
}

/// Hands an event of the element over.
fn tell(props: &OxytocinExplainerProps, name: &str, event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
    let detail = event.detail();
    let text = |key: &str| {
        Reflect::get(&detail, &JsValue::from(key)).ok().and_then(|value| value.as_string()).unwrap_or_default()
    };
    match name {
        READY => {
            props.on_ready.emit(Ready { version: text("version"), lang: text("lang"), living: text("tier") == "wasm" })
        }
        CHAPTER => props.on_chapter.emit(text("chapter")),
        TERM => props.on_term.emit(text("term")),
        _ => props.on_error.emit(Problem { code: text("code"), message: text("message"), fix: text("fix") }),
    }
}

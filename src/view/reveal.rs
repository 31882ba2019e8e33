//! Brings another element of the same root before the reader: links do not reach into shadow roots.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The element of that selector in the root in which an event happened.
pub fn find(event: &web_sys::Event, selector: &str) -> Option<Element> {
    let target = event.target_dyn_into::<Element>()?;
    target.closest(".oxy").ok().flatten()?.query_selector(selector).ok().flatten()
}

/// Scrolls to an element and gives it focus.
pub fn reveal(event: &web_sys::Event, selector: &str) {
    if let Some(element) = find(event, selector) {
        element.scroll_into_view();
        focus(&element);
    }
}

/// Gives an element focus.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Focus fails only on an element that cannot have it, and then the reader stays where they are.
        let _ = element.focus();
    }
}

/// Whether a click on a link is ours: then the link is not followed. With a modifier it is the browser's own.
pub fn takes(event: &MouseEvent) -> bool {
    let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if plain {
        event.prevent_default();
    }
    plain
}

/// A click that reveals an element instead of following the link that it stands on.
pub fn on_click(selector: String) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if takes(&event) {
            reveal(&event, &selector);
        }
    })
}

/// Makes a link that acts as a button answer to the space bar, as buttons do.
pub fn on_space(act: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == " " && !(event.ctrl_key() || event.alt_key() || event.meta_key()) {
            event.prevent_default();
            act.emit(());
        }
    })
}

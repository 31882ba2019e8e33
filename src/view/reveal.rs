//! Brings another element of the same root before the reader: links do not reach into shadow roots.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::TargetCast;

/// The element of that selector in the root in which an event happened.
pub fn find(event: &web_sys::Event, selector: &str) -> Option<Element> {
    let target = event.target_dyn_into::<Element>()?;
    target.closest(".oxy").ok().flatten()?.query_selector(selector).ok().flatten()
}

/// Scrolls to an element and gives it focus; tells whether it is there.
pub fn reveal(event: &web_sys::Event, selector: &str) -> bool {
    let found = find(event, selector);
    if let Some(element) = &found {
        element.scroll_into_view();
        focus(element);
    }
    found.is_some()
}

/// Scrolls to the drawing of a figure that is not in sight, no further than needed: on a narrow page it stands screens
/// away from the words that show something in it. The focus stays with the words.
pub fn bring(event: &web_sys::Event, figure: &str) {
    if let Some(drawing) = find(event, &format!("[id='figure-{figure}'] .scene")) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        drawing.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Gives an element focus.
pub fn focus(element: &Element) {
    // An element of a drawing has the same `focus` as one of the page. It fails only on one that cannot have it, and
    // then the reader stays where they are.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

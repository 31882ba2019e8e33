//! Where the reader is: the section that crosses the upper part of the window, and the parts that come near.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::Callback;

use crate::{
    model::{ChapterId, More},
    view::Place,
};

/// Watches elements until it is dropped.
pub struct Watch {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        // What it has noted already would still be told by WebKit, and nobody is there any more.
        self.observer.take_records();
    }
}

/// Calls back with the place that comes to the upper third of the window.
pub fn watch(root: &Element, arrive: Callback<Place>) -> Option<Watch> {
    observe(root, "[data-chapter], .glossary, .sources", "-20% 0px -70% 0px", move |section| {
        arrive.emit(match section.get_attribute("data-chapter") {
            Some(id) => Place::Chapter(ChapterId::from(id.as_str())),
            None if section.id() == Place::Glossary.id() => Place::Glossary,
            None => Place::Sources,
        });
    })
}

/// Calls back with the name of each part whose place comes near the window.
pub fn near(root: &Element, arrive: Callback<String>) -> Option<Watch> {
    observe(root, "[data-figure], .sources", "800px 0px", move |place| {
        arrive.emit(place.get_attribute("data-figure").unwrap_or_else(|| More::NAME.to_owned()));
    })
}

/// Brings the link that is marked in the line of chapters into sight, where the line is longer than its window.
pub fn follow(root: &Element) {
    let marked = root.query_selector(".chapters [aria-current]").ok().flatten();
    let Some(marked) = marked.and_then(|link| link.dyn_into::<HtmlElement>().ok()) else { return };
    if let Ok(Some(line)) = marked.closest("ol") {
        line.set_scroll_left(marked.offset_left() - (line.client_width() - marked.offset_width()) / 2);
    }
}

/// Calls back whenever an element comes into the window or leaves it, and at first with how it stands.
pub fn sight(element: &Element, tell: Callback<bool>) -> Option<Watch> {
    let watch = watcher("0px", move |entry| tell.emit(entry.is_intersecting()))?;
    watch.observer.observe(element);
    Some(watch)
}

/// Watches all elements of a selector; of those that come in at once, calls back with each in turn.
fn observe(root: &Element, selector: &str, margin: &str, arrive: impl Fn(Element) + 'static) -> Option<Watch> {
    let watch = watcher(margin, move |entry| {
        if entry.is_intersecting() {
            arrive(entry.target());
        }
    })?;
    let found = root.query_selector_all(selector).ok()?;
    for index in 0..found.length() {
        if let Some(element) = found.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
            watch.observer.observe(&element);
        }
    }
    Some(watch)
}

fn watcher(margin: &str, each: impl Fn(IntersectionObserverEntry) + 'static) -> Option<Watch> {
    let callback = Closure::new(move |entries: Array| {
        entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()).for_each(&each);
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    Some(Watch { observer, _callback: callback })
}

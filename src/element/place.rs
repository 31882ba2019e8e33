//! Which chapter the reader is in: the one that crosses the upper part of the window.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::Callback;

use crate::model::ChapterId;

/// Watches the chapters until it is dropped.
pub struct Watch {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back with the chapter that comes to the upper third of the window.
pub fn watch(root: &Element, arrive: Callback<ChapterId>) -> Option<Watch> {
    let callback = Closure::new(move |entries: Array| {
        let mut arrived = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        let arrived = arrived.rfind(IntersectionObserverEntry::is_intersecting);
        if let Some(chapter) = arrived.and_then(|entry| entry.target().get_attribute("data-chapter")) {
            arrive.emit(ChapterId::from(chapter.as_str()));
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("-20% 0px -70% 0px");
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    let chapters = root.query_selector_all("[data-chapter]").ok()?;
    for index in 0..chapters.length() {
        if let Some(chapter) = chapters.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
            observer.observe(&chapter);
        }
    }
    Some(Watch { observer, _callback: callback })
}

//! The boundary between the page and the explainer.
//!
//! `shell/` is the custom element itself, in JavaScript: it loads, hands over what it was given, and shows the
//! article if nothing else can be shown. Every decision about values is made here, in Rust.

mod app;
pub mod attributes;
mod clock;
mod keep;
mod place;

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, console};

use crate::model::{Pack, PackProblem, PackRef, pack};
use app::{App, AppProps};
use attributes::Attributes;

/// Prepares the module: `on_panic` hears of a panic, after which the module must not be called again.
#[wasm_bindgen]
pub fn prepare(on_panic: Function) {
    std::panic::set_hook(Box::new(move |info| {
        // Nothing more can be done if even this fails.
        let _ = on_panic.call1(&JsValue::NULL, &JsValue::from(info.to_string()));
    }));
    leave_root_ids_to_the_host();
}

/// Two Yew applications count their roots from the same start, and one nested in the other would hear
/// its clicks: take some ids before the first mount.
fn leave_root_ids_to_the_host() {
    const IDS: usize = 128;
    let document = web_sys::window().and_then(|window| window.document());
    let Some(root) = document.and_then(|document| document.create_element("div").ok()) else {
        return;
    };
    for _ in 0..IDS {
        yew::Renderer::<app::Nothing>::with_root(root.clone()).render().destroy();
    }
}

/// A mounted explainer.
#[wasm_bindgen]
pub struct Mounted {
    handle: RefCell<yew::AppHandle<App>>,
    props: RefCell<AppProps>,
    /// The warnings that hold now: each is told once, as long as it holds.
    told: RefCell<Vec<String>>,
}

/// Mounts an explainer in a fresh element.
///
/// # Errors
/// A string `pack-…` that names what is wrong with the pack.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    pack: &[u8],
    attributes: &Object,
    state: &JsValue,
    on: Function,
) -> Result<Mounted, JsValue> {
    let pack = decode(pack)?;
    let (attributes, warnings) = Attributes::read(&pack, |name| text(attributes, name));
    warn(&warnings, &[]);
    let restore = keep::from_js(state, &pack).map(Rc::new);
    let props = AppProps::new(pack, attributes, restore, root.clone(), on);
    let handle = yew::Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Ok(Mounted { handle: RefCell::new(handle), props: RefCell::new(props), told: RefCell::new(warnings) })
}

#[wasm_bindgen]
impl Mounted {
    /// Takes over changed attributes.
    pub fn update(&self, attributes: &Object) {
        let pack = self.props.borrow().pack.clone();
        let attributes = self.read(&pack, attributes);
        self.change(|props| props.attributes = attributes);
    }

    /// Speaks the language of another pack; place and simulation stay.
    ///
    /// # Errors
    /// A string `pack-…` that names what is wrong with the pack.
    pub fn speak(&self, pack: &[u8], attributes: &Object) -> Result<(), JsValue> {
        let pack = decode(pack)?;
        let attributes = self.read(&pack, attributes);
        self.change(|props| {
            props.pack = pack;
            props.attributes = attributes;
        });
        Ok(())
    }

    /// Takes over a state that was kept; whatever in it means nothing is left out.
    pub fn restore(&self, state: &JsValue) {
        self.change(|props| props.restore = keep::from_js(state, &props.pack).map(Rc::new));
    }

    /// Back to the start.
    pub fn reset(&self) {
        self.change(|props| props.resets += 1);
    }

    /// Takes the explainer off the page.
    pub fn unmount(self) {
        self.handle.into_inner().destroy();
    }

    /// Reads attributes, and warns of what is newly wrong with them.
    fn read(&self, pack: &PackRef, attributes: &Object) -> Attributes {
        let (attributes, warnings) = Attributes::read(pack, |name| text(attributes, name));
        warn(&warnings, &self.told.replace(warnings.clone()));
        attributes
    }

    fn change(&self, change: impl FnOnce(&mut AppProps)) {
        let mut props = self.props.borrow_mut();
        change(&mut props);
        self.handle.borrow_mut().update(props.clone());
    }
}

thread_local! {
    /// Packs already read, by checksum: widgets of one page share them.
    static PACKS: RefCell<Vec<(u32, PackRef)>> = const { RefCell::new(Vec::new()) };
}

fn decode(bytes: &[u8]) -> Result<PackRef, JsValue> {
    let sum = pack::checksum(bytes);
    let known = PACKS.with_borrow(|packs| packs.iter().find(|(known, _)| *known == sum).map(|(_, pack)| pack.clone()));
    if let Some(pack) = known {
        return Ok(pack);
    }
    let pack = Pack::decode(bytes).map(PackRef::new).map_err(|problem| {
        let code = match problem {
            PackProblem::OtherFormat(_) => "pack-version",
            PackProblem::Truncated | PackProblem::NotAPack | PackProblem::Damaged => "pack-damaged",
        };
        JsValue::from(format!("{code}: {problem}"))
    })?;
    PACKS.with_borrow_mut(|packs| packs.push((sum, pack.clone())));
    Ok(pack)
}

/// A string property of a plain object.
fn text(object: &Object, name: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from(name)).ok()?.as_string()
}

fn warn(warnings: &[String], told: &[String]) {
    for warning in warnings.iter().filter(|warning| !told.contains(warning)) {
        console::warn_1(&JsValue::from(format!("oxytocin-explainer: {warning}")));
    }
}

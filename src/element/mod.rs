//! The boundary between the page and the explainer.
//!
//! `shell/` is the custom element itself, in JavaScript: it loads, hands over what it was given, and shows the
//! article if nothing else can be shown. Every decision about values is made here, in Rust.

mod app;
pub mod attributes;
mod clock;
mod keep;
mod place;
mod seat;

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Element, console};
use yew::Callback;

use crate::{
    model::{Figure, FigureRef, More, Pack, PackProblem, PackRef, pack},
    view::{Library, Scope, pieces},
};
use app::Given;
use attributes::Attributes;
use seat::Seat;

/// Prepares the module. `note` hears why a panic happened, in builds for developers: others cannot tell. That one has
/// happened the shell notices by itself, as every panic ends in a trap.
#[wasm_bindgen]
pub fn prepare(note: Function) {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(move |info| {
            // Nothing more can be done if even this fails.
            let _ = note.call1(&JsValue::NULL, &JsValue::from(info.to_string()));
        }));
    }
    seat::leave_root_ids_to_the_host();
}

/// A mounted explainer.
#[wasm_bindgen]
pub struct Mounted {
    seat: RefCell<Seat>,
    given: RefCell<Given>,
    /// The warnings that hold now: each is told once, as long as it holds.
    told: RefCell<Vec<String>>,
}

/// An element to mount an explainer in.
#[wasm_bindgen]
pub fn root() -> Option<Element> {
    seat::root()
}

/// Mounts an explainer in an element of [`root`]. `parts` holds pairs of a part's name and its file's bytes.
///
/// # Errors
/// A string `pack-…` that names what is wrong with the pack.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    pack: &[u8],
    parts: &Array,
    attributes: &Object,
    state: &JsValue,
    on: Function,
) -> Result<Mounted, JsValue> {
    let library = library(pack, parts, &on)?;
    let pack = library.pack().clone();
    let (attributes, warnings) = Attributes::read(&pack, |name| text(attributes, name));
    warn(&warnings, &[]);
    let restore = keep::from_js(state, &pack).map(Rc::new);
    let given = Given::new(library, attributes, restore, root, on);
    let seat = Seat::take(given.clone());
    Ok(Mounted { seat: RefCell::new(seat), given: RefCell::new(given), told: RefCell::new(warnings) })
}

#[wasm_bindgen]
impl Mounted {
    /// Takes over changed attributes.
    pub fn update(&self, attributes: &Object) {
        let pack = self.given.borrow().library.pack().clone();
        let attributes = self.read(&pack, attributes);
        self.change(|given| given.attributes = attributes);
    }

    /// Speaks the language of another pack; place and simulation stay.
    ///
    /// # Errors
    /// A string `pack-…` that names what is wrong with the pack.
    pub fn speak(&self, pack: &[u8], parts: &Array, attributes: &Object) -> Result<(), JsValue> {
        let library = library(pack, parts, &self.given.borrow().on)?;
        let attributes = self.read(library.pack(), attributes);
        self.change(|given| {
            given.library = library;
            given.attributes = attributes;
        });
        Ok(())
    }

    /// A part that was asked for has come.
    ///
    /// # Errors
    /// A string `pack-…` that names what is wrong with its file.
    pub fn part(&self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let library = self.given.borrow().library.clone();
        put(&library, name, bytes).inspect_err(|_| library.miss(name))
    }

    /// A part that was asked for could not be had.
    pub fn missing(&self, name: &str) {
        let library = self.given.borrow().library.clone();
        library.miss(name);
    }

    /// Takes over a state that was kept; whatever in it means nothing is left out.
    pub fn restore(&self, state: &JsValue) {
        self.change(|given| given.restore = keep::from_js(state, given.library.pack()).map(Rc::new));
    }

    /// Back to the start.
    pub fn reset(&self) {
        self.change(|given| given.resets += 1);
    }

    /// Draws one more piece of the whole; says whether there are others.
    pub fn draw(&self) -> bool {
        let (drawn, whole, all) = {
            let given = self.given.borrow();
            (given.drawn, given.attributes.scope == Scope::Whole, pieces(given.library.pack()))
        };
        // What is not drawn piece by piece is there at once, and so will be what it changes to.
        let more = whole && drawn < all;
        self.change(|given| given.drawn = if more { drawn + 1 } else { usize::MAX });
        more
    }

    /// Takes the explainer off the page.
    pub fn unmount(self) {
        self.seat.into_inner().leave();
    }

    /// Reads attributes, and warns of what is newly wrong with them.
    fn read(&self, pack: &PackRef, attributes: &Object) -> Attributes {
        let (attributes, warnings) = Attributes::read(pack, |name| text(attributes, name));
        warn(&warnings, &self.told.replace(warnings.clone()));
        attributes
    }

    fn change(&self, change: impl FnOnce(&mut Given)) {
        let mut given = self.given.borrow_mut();
        change(&mut given);
        self.seat.borrow_mut().change(given.clone());
    }
}

thread_local! {
    /// Files already read, by checksum: widgets of one page share them.
    static READ: RefCell<Vec<(u32, Known)>> = const { RefCell::new(Vec::new()) };
}

/// A file that has been read.
#[derive(Clone)]
enum Known {
    Pack(PackRef),
    Figure(Rc<Figure>),
    More(Rc<More>),
}

/// What a file holds, read once.
fn once(bytes: &[u8], read: impl FnOnce() -> Result<Known, PackProblem>) -> Result<Known, JsValue> {
    let sum = pack::checksum(bytes);
    let known = READ.with_borrow(|files| files.iter().find(|(known, _)| *known == sum).map(|(_, file)| file.clone()));
    if let Some(known) = known {
        return Ok(known);
    }
    let file = read().map_err(|problem| {
        let code = match problem {
            PackProblem::OtherFormat(_) => "pack-version",
            PackProblem::Truncated | PackProblem::NotAPack | PackProblem::Damaged => "pack-damaged",
        };
        JsValue::from(format!("{code}: {problem}"))
    })?;
    READ.with_borrow_mut(|files| files.push((sum, file.clone())));
    Ok(file)
}

/// A pack's library with the parts that have come with it; a damaged part is asked for again when it is needed.
fn library(bytes: &[u8], parts: &Array, on: &Function) -> Result<Library, JsValue> {
    let Known::Pack(pack) = once(bytes, || Pack::decode(bytes).map(|pack| Known::Pack(PackRef::new(pack))))? else {
        return Err(JsValue::from("pack-damaged: the file holds a part, not a pack"));
    };
    let on = on.clone();
    let library = Library::new(pack, Callback::from(move |name: String| app::tell(&on, "part", &JsValue::from(name))));
    for part in parts.iter() {
        let part = Array::from(&part);
        if let Some(name) = part.get(0).as_string() {
            // It can be asked for again.
            let _ = put(&library, &name, &Uint8Array::new(&part.get(1)).to_vec());
        }
    }
    Ok(library)
}

/// Puts a part's file into a library.
fn put(library: &Library, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let read = || match name {
        More::NAME => More::decode(bytes).map(|more| Known::More(Rc::new(more))),
        _ => Figure::decode(bytes).map(|figure| Known::Figure(Rc::new(figure))),
    };
    match once(bytes, read)? {
        Known::More(more) => library.put_more(more),
        Known::Figure(figure) => library.put_figure(FigureRef::new(library.pack().clone(), figure)),
        Known::Pack(_) => return Err(JsValue::from("pack-damaged: the file holds a pack, not a part")),
    }
    Ok(())
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

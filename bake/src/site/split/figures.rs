//! Which functions come behind the text: those that draw figures.

use std::collections::{BTreeMap, BTreeSet};

use super::whole::Whole;

/// What their names tell of: modules that draw nothing else, and functions of others that are named for it (wasm-opt
/// leaves those as they are, see index.html). Nothing of it is called before a figure has come: what stands in its place
/// until then (`view::away`, `scene::sheet`), the loop with its controls and its card, and the words of a note are not
/// among them; of what readers do, what they do with the parts of a drawing is.
const DRAW: &[&str] = &[
    "::figures::scene::view::",
    "::figures::scene::part::",
    "::figures::scene::layout::",
    "::figures::chart::",
    "::figures::morph::",
    "::view::figure::Behind",
    "::view::figure::Below",
    "::late_",
    "::view::figure::Frame>::words",
    "::view::figure::Frame>::parts",
    "::view::figure::Frame>::sign_button",
    "::view::figure::Frame>::step_button",
    "::view::deeds::select",
    "::view::deeds::neighbour",
    "::model::scene::",
    "::model::outline::",
];

/// What is made for every kind of value alike: optimizers take equal ones for one and the same, under one of their names.
const FOR_ALL: &[&str] = &["core::ptr::", "alloc::", "<alloc"];

/// Below this many bytes a function may be equal to one of something else, see [`FOR_ALL`].
const LEAST: usize = 120;

/// Those of a module's functions.
pub fn drawing(whole: &Whole<'_>, names: &BTreeMap<u32, String>) -> BTreeSet<u32> {
    let large = |function: &u32| whole.body(*function).is_some_and(|body| body.as_bytes().len() >= LEAST);
    let draws = |name: &str| DRAW.iter().any(|of| name.contains(of)) && !FOR_ALL.iter().any(|of| name.starts_with(of));
    names.iter().filter(|(function, name)| large(function) && draws(name)).map(|(function, _)| *function).collect()
}

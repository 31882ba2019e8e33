//! The real content, baked once for all tests.

use std::{path::Path, sync::OnceLock};

use oxytocin_explainer::model::{Pack, Parameters};

/// The project's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The packs of every language as bytes, the source language first.
pub fn bytes() -> &'static [Vec<u8>] {
    static BYTES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let packs = bake::packs(&root().join("content")).unwrap_or_else(|problems| {
            let list: Vec<String> = problems.iter().map(|problem| format!("content/{problem}")).collect();
            panic!("the content has {} problems:\n{}", list.len(), list.join("\n"));
        });
        packs.iter().map(|pack| pack.encode().expect("a baked pack can be written")).collect()
    })
}

/// The packs of every language, the source language first.
pub fn packs() -> Vec<Pack> {
    bytes().iter().map(|bytes| Pack::decode(bytes).expect("a baked pack can be read")).collect()
}

/// The numbers of `content/facts/physiology.json`.
pub fn parameters() -> Parameters {
    static PARAMETERS: OnceLock<Parameters> = OnceLock::new();
    *PARAMETERS.get_or_init(|| packs()[0].parameters)
}

//! The decoder of packs against wrong bytes: it names the damage or gives a value, never panics, and takes no more
//! memory than a fixed multiple of what it was given.
//!
//! ```text
//! input = kind | bytes        kind: 0 pack, 1 figure, 2 more: the bytes are a body, a right header is set before them
//!                                   3: the bytes are a whole file
//! ```
#![no_main]

use std::{alloc::System, hint::black_box};

use cap::Cap;
use libfuzzer_sys::fuzz_target;
use oxytocin_explainer::model::{
    Figure, More, Pack, PackProblem, Word,
    pack::{FORMAT, checksum},
    rich, search,
};

/// Counts what is in use, and refuses more than a run may have.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// Bytes of memory that each byte of a file may cost, and what any file may cost. A list of empty lists takes 24
/// bytes a byte, and while it grows it is there twice.
const EACH: usize = 256;
const ANY: usize = 64 << 10;

fuzz_target!(|input: &[u8]| {
    let Some((kind, bytes)) = input.split_first() else { return };
    match kind % 4 {
        0 => drop(frugal(&around(bytes), Pack::decode).map(|pack| read(&pack))),
        1 => drop(frugal(&around(bytes), Figure::decode).map(|figure| look(&figure))),
        2 => drop(frugal(&around(bytes), More::decode)),
        _ => {
            drop(frugal(bytes, Pack::decode));
            drop(frugal(bytes, Figure::decode));
            drop(frugal(bytes, More::decode));
        }
    }
});

/// Decodes within the memory that so many bytes may cost; more than that ends the run as a crash.
fn frugal<T>(file: &[u8], decode: impl Fn(&[u8]) -> Result<T, PackProblem>) -> Result<T, PackProblem> {
    let most = MEMORY.allocated() + ANY + EACH * file.len();
    MEMORY.set_limit(most).expect("what is in use is within the limit");
    let decoded = decode(file);
    MEMORY.set_limit(usize::MAX).expect("any use is within no limit");
    decoded
}

/// A file around any body, with a right header.
fn around(body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("inputs are short");
    [&b"OXYP"[..], &FORMAT.to_le_bytes(), &length.to_le_bytes(), &checksum(body).to_le_bytes(), body].concat()
}

/// Asks a pack all that a view asks of it.
fn read(pack: &Pack) {
    for word in Word::ALL {
        black_box(pack.word(*word));
    }
    for chapter in &pack.chapters {
        black_box(pack.chapter(&chapter.id));
        chapter.claims().for_each(|claim| drop(black_box(rich::plain(&claim.text))));
    }
    for term in &pack.terms {
        black_box((pack.term(&term.id), search::matches(&search::fold(&term.name), "окси")));
    }
    pack.figures.iter().for_each(|figure| look(figure));
}

/// Asks a figure all that a view asks of it.
fn look(figure: &Figure) {
    black_box((figure.kind(), figure.steps(), figure.label("time")));
    for part in figure.scene().map(|scene| scene.parts.as_slice()).unwrap_or_default() {
        black_box((figure.part(&part.id), figure.step_of(&part.id)));
    }
}

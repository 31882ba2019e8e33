//! Packs as bytes: whole ones are read, others refused, whatever they are.

use oxytocin_explainer::{
    element,
    model::{Pack, PackProblem},
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{content::pack, stage::object};

#[wasm_bindgen_test]
fn a_whole_pack_comes_back() {
    let before = pack("bg");
    let bytes = before.encode().expect("a pack can be written");
    assert_eq!(Pack::decode(&bytes), Ok(before));
}

#[wasm_bindgen_test]
fn a_pack_cut_anywhere_is_refused() {
    let bytes = pack("bg").encode().expect("a pack can be written");
    for length in 0..bytes.len() {
        assert_eq!(Pack::decode(&bytes[..length]), Err(PackProblem::Truncated), "cut at {length} of {}", bytes.len());
    }
    let longer: Vec<u8> = bytes.iter().copied().chain([0]).collect();
    assert_eq!(Pack::decode(&longer), Err(PackProblem::Truncated));
}

#[wasm_bindgen_test]
fn a_byte_changed_anywhere_is_refused() {
    let bytes = pack("bg").encode().expect("a pack can be written");
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x40;
        assert!(Pack::decode(&damaged).is_err(), "changed at {at} of {}", bytes.len());
    }
}

#[wasm_bindgen_test]
fn a_body_that_lies_about_itself_is_refused() {
    // The right header and checksum over nonsense: what is left is the reader's own care.
    let mut seed = 7_u32;
    for length in [0_usize, 1, 2, 3, 16, 255, 4096] {
        for _ in 0..40 {
            let body: Vec<u8> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 24) as u8
                })
                .collect();
            let sum = body.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
            let mut bytes = pack("bg").encode().expect("a pack can be written")[..6].to_vec();
            bytes.extend_from_slice(&(length as u32).to_le_bytes());
            bytes.extend_from_slice(&sum.to_le_bytes());
            bytes.extend_from_slice(&body);
            assert_eq!(Pack::decode(&bytes), Err(PackProblem::Damaged));
        }
    }
}

#[wasm_bindgen_test]
fn mounting_a_bad_pack_says_why() {
    let good = pack("bg").encode().expect("a pack can be written");
    let mut other = good.clone();
    other[4] = other[4].wrapping_add(1);
    let page = b"<!doctype html><title>404</title>".to_vec();
    for (bytes, code) in [
        (good[..good.len() - 1].to_vec(), "pack-damaged"),
        (page, "pack-damaged"),
        (other, "pack-version"),
        (Vec::new(), "pack-damaged"),
    ] {
        let document = web_sys::window().and_then(|window| window.document()).expect("a page");
        let root = document.create_element("div").expect("an element");
        let refused = element::mount(
            root.clone(),
            &bytes,
            &js_sys::Array::new(),
            &object(&[]),
            &JsValue::UNDEFINED,
            js_sys::Function::new_no_args(""),
        );
        let reason = refused.err().and_then(|reason| reason.as_string()).unwrap_or_default();
        assert!(reason.starts_with(&format!("{code}: ")), "{reason:?} is not of {code}");
        assert_eq!(root.child_element_count(), 0);
    }
}

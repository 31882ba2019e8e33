//! The widget's parts in a browser, without its page: views mounted into a shadow root from a small pack.
//!
//! `cargo xtask test --only component` runs them in headless Chromium.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a test that cannot go on should say so and stop")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod attributes;
mod bytes;
mod chance;
mod content;
mod explainer;
mod stage;
mod state;

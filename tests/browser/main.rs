//! A reader's journeys through the release build, in a real browser, held against the contract.
//!
//! `cargo xtask test --only browser [--engine …]` brings what they need: the build in `OXY_DIST`,
//! the engine in `OXY_ENGINE`, its driver and program in `OXY_DRIVER` and `OXY_BROWSER`, axe-core in `OXY_AXE`.

#![expect(clippy::expect_used, reason = "a test that cannot go on should say so and stop")]

mod harness;

mod labour;
mod part;
mod reading;

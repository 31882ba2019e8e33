//! A reader's journeys through the release build, in a real browser, held against the contract.
//!
//! `cargo xtask test --only browser [--engine …]` brings what they need: the build in `OXY_DIST`,
//! the engine in `OXY_ENGINE`, its driver and program in `OXY_DRIVER` and `OXY_BROWSER`, axe-core in `OXY_AXE`,
//! what judges the package in `OXY_PUBLINT` and `OXY_ATTW`, packages that nobody here wrote in `OXY_FOREIGN`.

#![expect(clippy::expect_used, reason = "a test that cannot go on should say so and stop")]

mod harness;

mod accessibility;
mod arrival;
mod article;
mod attribute;
mod builder;
mod chance;
mod crash;
mod delivery;
mod drawing;
mod failure;
mod frame;
mod glossary;
mod hostile;
mod isolation;
mod keyboard;
mod labour;
mod language;
mod lifecycle;
mod manifest;
mod manners;
mod network;
mod offline;
mod package;
mod pair;
mod paper;
mod part;
mod privacy;
mod reading;
mod sanitizers;
mod starting;
mod state;
mod tiers;
mod trusted_types;
mod width;
mod yew_host;

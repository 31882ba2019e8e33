//! The oxytocin explainer, in layers; each uses only what stands to its left:
//!
//! ```text
//! model ◄ physiology ◄ figures ◄ view ◄ element ◄ main        bake ► model, physiology, figures, view
//! ```
//!
//! Read in this order: [`model`] says what things are, [`physiology`] how they change,
//! [`figures`] how they are drawn, [`view`] how a reader meets them, and [`element`] how a page does.

pub mod model;
pub mod physiology;

pub mod figures;

pub mod view;

pub mod element;

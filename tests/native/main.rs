//! Tests on the host: content, packs, simulation, figure layouts, static pages, and the rules of the house.

mod broken;
mod content;
mod layout;
mod pack;
mod pages;
mod physiology;
mod real;
mod schema;
mod tidy;

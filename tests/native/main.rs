//! Tests on the host: content, packs, simulation, figure layouts, static pages, and the rules of the house.

mod article;
mod broken;
mod care;
mod content;
mod glossary;
mod layout;
mod pack;
mod pages;
mod physiology;
mod real;
mod schema;
mod site;
mod tidy;

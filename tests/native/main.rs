//! Tests on the host: content, packs, simulation, figure layouts, static pages, and the rules of the house.

mod article;
mod broken;
mod builder;
mod care;
mod content;
mod glossary;
mod growth;
mod hosting;
mod language;
mod layout;
mod offline;
mod pack;
mod package;
mod pages;
mod physiology;
mod real;
mod schema;
mod sharing;
mod site;
mod tidy;

//! What the element offers, as developers read it: `api.json`, with the ids of the content.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, ensure};
use oxytocin_explainer::model::PackRef;
use serde::Deserialize;

use super::{
    super::VERSION,
    tokens::{self, Token},
};
use crate::files::Map;

/// What the element offers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Api {
    /// The package in a sentence.
    pub summary: String,
    /// What the element's children are for.
    pub slot: String,
    /// The attributes, in the contract's order.
    pub attributes: Vec<Attribute>,
    /// Properties without an attribute.
    pub properties: Vec<Property>,
    /// The methods; none takes or returns anything.
    pub methods: Vec<Method>,
    /// The events.
    pub events: Vec<Event>,
    /// The parts, with what they are.
    pub parts: Map<String>,
    /// The custom properties, with what they colour.
    tokens: Map<String>,
    /// The custom properties with their defaults.
    #[serde(skip)]
    pub values: Vec<Token>,
    /// Lists of ids by name: `languages`, `chapters`, `figures`.
    #[serde(skip)]
    ids: BTreeMap<&'static str, Vec<String>>,
}

/// An attribute.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// Its name in markup.
    pub name: String,
    /// The property that reflects it.
    pub property: Option<String>,
    /// The type of its values, in TypeScript.
    #[serde(rename = "type")]
    pub kind: String,
    /// The values it may have, or the list of ids that are its values.
    values: Option<Values>,
    /// What its absence means, if that is a value.
    pub default: Option<String>,
    /// Whether every element has it.
    #[serde(default)]
    pub inherited: bool,
    /// What it does.
    pub description: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Values {
    Known(Vec<String>),
    Listed(String),
}

/// A property.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// Its type, in TypeScript.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether it can only be read.
    #[serde(default)]
    pub readonly: bool,
    /// What it holds.
    pub description: String,
}

/// A method.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Its name.
    pub name: String,
    /// What it does.
    pub description: String,
}

/// An event.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// The fields of its detail, with their types.
    pub detail: Map<String>,
    /// When it comes.
    pub description: String,
}

impl Api {
    /// Reads it.
    ///
    /// # Errors
    /// When it and `styles/tokens.css` do not tell of the same custom properties.
    pub fn read(packs: &[PackRef]) -> anyhow::Result<Self> {
        let mut api: Self = serde_json::from_str(include_str!("api.json")).context("bake/src/site/npm/api.json")?;
        let sheet = fs::read_to_string("styles/tokens.css").context("cannot read styles/tokens.css")?;
        api.values = tokens::read(&sheet)?;
        for token in &api.values {
            let known = api.tokens.contains_key(&token.name);
            ensure!(known, "{} of styles/tokens.css is not described in bake/src/site/npm/api.json", token.name);
        }
        for name in api.tokens.keys() {
            let known = api.values.iter().any(|token| &token.name == name);
            ensure!(known, "bake/src/site/npm/api.json describes {name}, which styles/tokens.css does not have");
        }
        let first = packs.first().context("there are no packs")?;
        let chapters = first.chapters.iter().map(|chapter| chapter.id.to_string()).collect();
        let figures = first.figures.iter().map(|figure| figure.id.to_string()).collect();
        let languages = packs.iter().map(|pack| pack.language.code.clone()).collect();
        api.ids = BTreeMap::from([("languages", languages), ("chapters", chapters), ("figures", figures)]);
        Ok(api)
    }

    /// The values that an attribute may have, if they are known.
    pub fn values<'a>(&'a self, attribute: &'a Attribute) -> &'a [String] {
        match &attribute.values {
            None => &[],
            Some(Values::Known(values)) => values,
            Some(Values::Listed(name)) => self.ids.get(name.as_str()).map_or(&[], Vec::as_slice),
        }
    }

    /// What a custom property colours.
    pub fn token(&self, token: &Token) -> &str {
        self.tokens.get(&token.name).map_or("", String::as_str)
    }

    /// A template of types with the ids filled in.
    pub fn types(&self, template: &str) -> String {
        let of = |name: &str| self.ids.get(name).map_or(&[][..], Vec::as_slice);
        let lines = |name: &str| of(name).iter().map(|id| format!("  | '{id}'")).collect::<Vec<_>>().join("\n");
        let languages = of("languages").iter().map(|code| format!("'{code}'")).collect::<Vec<_>>().join(" | ");
        template
            .replace("__LANGUAGES__", &languages)
            .replace("__CHAPTERS__", &lines("chapters"))
            .replace("__FIGURES__", &lines("figures"))
    }

    /// The version that all this is of.
    pub fn version(&self) -> &'static str {
        VERSION
    }
}

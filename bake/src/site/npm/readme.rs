//! The package's README: its template with tables of what the element offers.

use oxytocin_explainer::model::PackRef;

use super::api::Api;

/// The text.
pub fn text(api: &Api, packs: &[PackRef]) -> String {
    let attributes = api.attributes.iter().map(|attribute| {
        let property = attribute.property.as_deref().map(code).unwrap_or_default();
        let values = match api.values(attribute) {
            [] => attribute.kind.clone(),
            values => values.iter().map(|value| code(value)).collect::<Vec<_>>().join(", "),
        };
        let default = attribute.default.as_deref().map(code).unwrap_or_default();
        vec![code(&attribute.name), property, values, default, attribute.description.clone()]
    });
    let properties = api.properties.iter().map(|property| {
        let kind = if property.readonly { format!("readonly {}", property.kind) } else { property.kind.clone() };
        vec![code(&property.name), code(&kind), property.description.clone()]
    });
    let methods = api
        .methods
        .iter()
        .map(|method| vec![code(&format!("{}()", method.name)), code("void"), method.description.clone()]);
    let events = api.events.iter().map(|event| {
        let fields = event.detail.keys().map(|name| code(name)).collect::<Vec<_>>().join(", ");
        vec![code(&event.name), fields, event.description.clone()]
    });
    let parts = api.parts.iter().map(|(name, description)| vec![code(name), description.clone()]);
    let tokens = api.values.iter().map(|token| {
        let dark = token.dark.as_deref().map(code).unwrap_or_default();
        vec![code(&token.name), code(&token.light), dark, api.token(token).to_owned()]
    });
    let languages: Vec<&str> = packs.iter().map(|pack| pack.language.name.as_str()).collect();
    include_str!("README.md")
        .replace("__VERSION__", api.version())
        .replace("__SUMMARY__", &api.summary)
        .replace("__LANGUAGE_NAMES__", &languages.join(", "))
        .replace("__ATTRIBUTES__", &rows(attributes))
        .replace("__MEMBERS__", &rows(properties.chain(methods)))
        .replace("__EVENTS__", &rows(events))
        .replace("__PARTS__", &rows(parts))
        .replace("__TOKENS__", &rows(tokens))
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// Rows of a Markdown table.
fn rows(rows: impl Iterator<Item = Vec<String>>) -> String {
    let cell = |text: &String| text.replace('|', "\\|");
    let row = |cells: Vec<String>| format!("| {} |", cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    rows.map(row).collect::<Vec<_>>().join("\n")
}

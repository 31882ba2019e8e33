//! What tools and editors read: the custom elements manifest, and the data of VS Code.

use serde_json::{Value, json};

use super::api::{Api, Attribute};

/// The script that defines the element, from the package's root.
const MODULE: &str = "oxytocin-explainer.js";
const TAG: &str = "oxytocin-explainer";
const CLASS: &str = "OxytocinExplainer";

/// `custom-elements.json`, schema 2.1.0.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn custom_elements(api: &Api) -> anyhow::Result<String> {
    let reflected = api.attributes.iter().filter_map(|attribute| field(api, attribute));
    let own = api.properties.iter().map(|property| {
        let mut field = json!({
            "kind": "field",
            "name": property.name,
            "type": { "text": property.kind },
            "description": property.description,
        });
        if property.readonly {
            field["readonly"] = json!(true);
        }
        field
    });
    let methods = api.methods.iter().map(|method| {
        let returned = json!({ "type": { "text": "void" } });
        json!({ "kind": "method", "name": method.name, "return": returned, "description": method.description })
    });
    let members: Vec<Value> = reflected.chain(own).chain(methods).collect();
    let attributes: Vec<Value> = api.attributes.iter().map(|attribute| written(api, attribute)).collect();
    let events: Vec<Value> = api
        .events
        .iter()
        .map(|event| {
            let fields: Vec<String> = event.detail.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
            let kind = format!("CustomEvent<{{ {} }}>", fields.join("; "));
            json!({ "name": event.name, "type": { "text": kind }, "description": event.description })
        })
        .collect();
    let parts: Vec<Value> =
        api.parts.iter().map(|(name, description)| json!({ "name": name, "description": description })).collect();
    let properties: Vec<Value> = api
        .values
        .iter()
        .map(|token| {
            let syntax = if token.light.starts_with('#') { "<color>" } else { "*" };
            json!({ "name": token.name, "syntax": syntax, "default": token.light, "description": api.token(token) })
        })
        .collect();
    let class = json!({
        "kind": "class",
        "name": CLASS,
        "description": api.summary,
        "superclass": { "name": "HTMLElement", "package": "global:" },
        "customElement": true,
        "tagName": TAG,
        "attributes": attributes,
        "members": members,
        "events": events,
        "slots": [{ "name": "", "description": api.slot }],
        "cssParts": parts,
        "cssProperties": properties,
    });
    let declaration = json!({ "name": CLASS, "module": MODULE });
    let manifest = json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "summary": api.summary,
            "declarations": [class],
            "exports": [
                { "kind": "js", "name": CLASS, "declaration": declaration },
                { "kind": "custom-element-definition", "name": TAG, "declaration": declaration },
            ],
        }],
    });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn field(api: &Api, attribute: &Attribute) -> Option<Value> {
    let mut field = json!({
        "kind": "field",
        "name": attribute.property.as_ref()?,
        "type": { "text": kind(api, attribute) },
        "description": attribute.description,
        "attribute": attribute.name,
        "reflects": true,
    });
    if attribute.inherited {
        field["inheritedFrom"] = json!({ "name": "HTMLElement", "package": "global:" });
    }
    Some(field)
}

fn written(api: &Api, attribute: &Attribute) -> Value {
    let mut written = json!({
        "name": attribute.name,
        "type": { "text": kind(api, attribute) },
        "description": attribute.description,
    });
    if let Some(default) = &attribute.default {
        written["default"] = json!(default);
    }
    if let Some(property) = &attribute.property {
        written["fieldName"] = json!(property);
    }
    written
}

/// The type of an attribute, spelt out where its values are known.
fn kind(api: &Api, attribute: &Attribute) -> String {
    match api.values(attribute) {
        [] => attribute.kind.clone(),
        values => values.iter().map(|value| format!("'{value}'")).collect::<Vec<_>>().join(" | "),
    }
}

/// `vscode.html-custom-data.json`, for completion in HTML.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn html_data(api: &Api) -> anyhow::Result<String> {
    let attributes: Vec<Value> = api
        .attributes
        .iter()
        .map(|attribute| {
            let mut data = json!({ "name": attribute.name, "description": attribute.description });
            let values: Vec<Value> = api.values(attribute).iter().map(|value| json!({ "name": value })).collect();
            if !values.is_empty() {
                data["values"] = json!(values);
            }
            if attribute.kind == "boolean" {
                // A switch: it has no value at all.
                data["valueSet"] = json!("v");
            }
            data
        })
        .collect();
    let tag = json!({ "name": TAG, "description": api.summary, "attributes": attributes });
    Ok(serde_json::to_string_pretty(&json!({ "version": 1.1, "tags": [tag] }))? + "\n")
}

//! `custom-elements.json` against the element as it runs: nothing missing, nothing more.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::{
    Site, Wish, journey,
    site::{file, versioned},
};

/// Notes what the element tells, whoever listens.
const LISTENER: &str = "window.told = {};
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this.localName === 'oxytocin-explainer') told[event.type] = Object.keys(event.detail ?? {}).sort();
      return dispatch.call(this, event);
    };";

/// The names of what the class has of its own, but for what the browser calls.
const MEMBERS: &str = "const known = customElements.get('oxytocin-explainer');
    const called = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback'];
    const names = [...Object.getOwnPropertyNames(known.prototype), ...Object.getOwnPropertyNames(new known())];
    return [...new Set(names)].filter((name) => !called.includes(name)).sort()";

/// Every property that is said to reflect an attribute does so, both ways; the names of those that do not.
const REFLECTED: &str = "const one = document.createElement('oxytocin-explainer');
    return arguments[0].filter(({ name, attribute, type }) => {
      const flag = type.text === 'boolean';
      one[name] = flag ? true : 'bg';
      const there = one.getAttribute(attribute) === (flag ? '' : 'bg');
      one.removeAttribute(attribute);
      return !there || (flag ? one[name] !== false : Boolean(one[name]));
    }).map(({ name }) => name)";

/// The custom properties that the element's own sheet reads or sets.
const TOKENS: &str =
    "const text = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join();
    return [...new Set(text.match(/--oxy-[a-z]+(-[a-z]+)*/g))].sort()";

fn declaration() -> Result<Value> {
    let manifest: Value = serde_json::from_slice(&file("/npm/custom-elements.json")?)?;
    Ok(manifest["modules"][0]["declarations"][0].clone())
}

/// The names in a list of the manifest, in order.
fn names(list: &Value) -> Result<Vec<String>> {
    let entries = list.as_array().with_context(|| format!("no list: {list}"))?;
    let name = |entry: &Value| Some(entry["name"].as_str()?.to_owned());
    let found: BTreeSet<String> = entries.iter().filter_map(name).collect();
    ensure!(found.len() == entries.len(), "a name is missing or stands twice: {list}");
    Ok(found.into_iter().collect())
}

#[tokio::test]
async fn the_manifest_tells_of_the_element_as_it_is() {
    let other = versioned("bg-", ".pack").expect("the Bulgarian pack is there");
    let body = "<oxytocin-explainer eager lang=\"en\" theme=\"light\"></oxytocin-explainer><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    let site = Site::default().page("/host", body).missing(&other).before(LISTENER);
    journey(site, Wish::default(), |page| async move {
        let told = declaration()?;
        page.alive("/host").await?;

        let attributes: Vec<String> = page.get("[...element.constructor.observedAttributes].sort()").await?;
        ensure!(attributes == names(&told["attributes"])?, "attributes: {attributes:?}");

        let members = told["members"].as_array().context("members")?;
        let own: Vec<Value> = members.iter().filter(|member| member["inheritedFrom"].is_null()).cloned().collect();
        let found: Vec<String> = serde_json::from_value(page.run(MEMBERS, &[]).await?)?;
        ensure!(found == names(&own.into())?, "properties and methods: {found:?}");
        let fields: Vec<Value> = members.iter().filter(|member| member["reflects"] == true).cloned().collect();
        ensure!(fields.len() >= 10, "{} properties that reflect", fields.len());
        let wrong = page.run(REFLECTED, &[fields.into()]).await?;
        ensure!(wrong == Value::Array(Vec::new()), "do not reflect: {wrong}");
        for method in members.iter().filter(|member| member["kind"] == "method") {
            page.holds(&format!("typeof element[{}] === 'function'", method["name"])).await?;
        }

        let tokens: Vec<String> = serde_json::from_value(page.run(TOKENS, &[]).await?)?;
        ensure!(tokens == names(&told["cssProperties"])?, "custom properties: {tokens:?}");
        for token in told["cssProperties"].as_array().context("custom properties")? {
            let value = format!("getComputedStyle(element).getPropertyValue({})", token["name"]);
            // The release's sheet has no spaces after commas.
            page.holds(&format!("{value} === {}.replaceAll(', ', ',')", token["default"])).await?;
        }

        page.click(".languages button[lang=bg]").await?;
        page.until("told['oxy-error']").await?;
        page.click("[data-chapter=two-roles] .claim a.term[data-term]").await?;
        page.until("told['oxy-term']").await?;
        page.click("nav.chapters a[href='#release']").await?;
        page.until("told['oxy-chapter']").await?;
        let heard: Vec<String> = page.get("Object.keys(told).sort()").await?;
        ensure!(heard == names(&told["events"])?, "events: {heard:?}");
        for event in told["events"].as_array().context("events")? {
            let fields: Vec<String> = page.get(&format!("told[{}]", event["name"])).await?;
            let kind = event["type"]["text"].as_str().unwrap_or_default();
            let inside = kind.trim_start_matches("CustomEvent<{ ").trim_end_matches(" }>");
            let mut said: Vec<&str> = inside.split("; ").filter_map(|field| Some(field.split_once(':')?.0)).collect();
            said.sort_unstable();
            ensure!(fields == said, "{kind}: {fields:?}");
        }

        let parts: Vec<String> =
            page.get("[...new Set(all('[part]').flatMap((node) => [...node.part]))].sort()").await?;
        ensure!(parts == names(&told["cssParts"])?, "parts: {parts:?}");
        Ok(())
    })
    .await;
}

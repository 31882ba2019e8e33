//! The package for npm, as `bake` writes it: well formed, whole, and in step with the sources.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use serde_json::Value;

use crate::{
    real::{packs, root},
    site::files,
};

fn text(name: &str) -> String {
    let bytes = files().get(&format!("npm/{name}")).unwrap_or_else(|| panic!("there is no npm/{name}"));
    String::from_utf8(bytes.clone()).expect("text")
}

fn json(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|error| panic!("npm/{name}: {error}"))
}

fn class() -> Value {
    json("custom-elements.json")["modules"][0]["declarations"][0].clone()
}

fn names(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list");
    list.iter().map(|entry| entry["name"].as_str().expect("a name").to_owned()).collect()
}

/// What stands in quotes between two marks of the stub's source.
fn quoted(from: &str, to: &str) -> Vec<String> {
    let stub = fs::read_to_string(root().join("src/element/stub/element.js")).expect("the stub");
    let (_, rest) = stub.split_once(from).unwrap_or_else(|| panic!("the stub has no {from}"));
    let (inside, _) = rest.split_once(to).expect("an end");
    inside.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Every path that a part of `package.json` names.
fn paths(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(path) => drop(found.insert(path.trim_start_matches("./").to_owned())),
        Value::Array(list) => list.iter().for_each(|value| paths(value, found)),
        Value::Object(map) => map.values().for_each(|value| paths(value, found)),
        _ => {}
    }
}

#[test]
fn what_the_package_names_is_there() {
    let package = json("package.json");
    assert_eq!(package["name"], "oxytocin-explainer");
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(package["license"], env!("CARGO_PKG_LICENSE"));
    assert_eq!(package["type"], "module");
    let mut named = BTreeSet::new();
    for key in ["main", "types", "exports", "sideEffects", "customElements"] {
        assert!(!package[key].is_null(), "{key}");
        paths(&package[key], &mut named);
    }
    assert!(named.remove("v/*") && named.len() >= 11, "{named:?}");
    for path in named {
        assert!(!text(&path).is_empty(), "{path}");
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assert_eq!(text(licence), fs::read_to_string(root().join(licence)).expect("a licence"));
    }
    // A host has one framework at most.
    for peer in package["peerDependencies"].as_object().expect("peers").keys() {
        assert_eq!(package["peerDependenciesMeta"][peer]["optional"], true, "{peer}");
    }
}

#[test]
fn the_entry_leads_to_every_file_that_is_loaded() {
    let entry = text("oxytocin-explainer.js");
    let folder = format!("npm/v/{}/", env!("CARGO_PKG_VERSION"));
    let loaded: BTreeSet<&str> = files().keys().filter_map(|name| name.strip_prefix(folder.as_str())).collect();
    let of_site = format!("v/{}/", env!("CARGO_PKG_VERSION"));
    let same = files().keys().filter_map(|name| name.strip_prefix(of_site.as_str()));
    let same = same.filter(|name| !name.starts_with("shell-") && *name != "manifest.json");
    for name in same {
        assert_eq!(files()[&format!("{folder}{name}")], files()[&format!("{of_site}{name}")], "{name}");
    }
    assert!(loaded.len() > 20, "{loaded:?}");
    for name in &loaded {
        let address = format!(
            "\"{name}\": new URL(\"./v/{}/{name}?no-inline\", import.meta.url).href,",
            env!("CARGO_PKG_VERSION")
        );
        assert!(entry.contains(&address), "no {address}");
    }
    assert_eq!(entry.matches("import.meta.url").count(), loaded.len(), "a bundler has more to follow");
    // The entry and the shell load what is there.
    let shell = loaded.iter().find(|name| name.starts_with("shell-")).expect("a shell");
    assert!(entry.contains(&format!("\"shell\":\"{shell}\"")));
    let shell = String::from_utf8(files()[&format!("{folder}{shell}")].clone()).expect("text");
    for name in loaded.iter().filter(|name| !name.contains('/') && !name.starts_with("shell-")) {
        assert!(shell.contains(&format!("\"{name}\"")), "the shell does not load {name}");
    }
}

#[test]
fn the_manifest_is_in_step_with_the_script() {
    let manifest = json("custom-elements.json");
    assert_eq!(manifest["schemaVersion"], "2.1.0");
    let class = class();
    assert_eq!(class["tagName"], "oxytocin-explainer");
    assert_eq!(names(&class["attributes"]), quoted("const ATTRIBUTES = [", "]"));
    let reflected: BTreeSet<String> =
        quoted("const PROPERTIES = {", "}").into_iter().chain(quoted("const SWITCHES = {", "}")).collect();
    let members = class["members"].as_array().expect("members");
    let attribute =
        |member: &Value| (member["name"] != "lang").then(|| member["attribute"].as_str().map(str::to_owned))?;
    assert_eq!(members.iter().filter_map(attribute).collect::<BTreeSet<_>>(), reflected);
    for entry in ["attributes", "members", "events", "slots", "cssParts", "cssProperties"] {
        for told in class[entry].as_array().expect("a list") {
            assert!(told["description"].as_str().is_some_and(|text| text.ends_with('.')), "{entry}: {told}");
        }
    }
}

#[test]
fn the_manifest_is_in_step_with_the_sheet() {
    let sheet = fs::read_to_string(root().join("styles/tokens.css")).expect("the tokens");
    let (first, _) = sheet.split_once('}').expect("a block");
    let lines = first.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
    let tokens: BTreeMap<&str, &str> = lines.filter(|(name, _)| name.starts_with("--oxy-")).collect();
    let class = class();
    let told = class["cssProperties"].as_array().expect("properties").iter();
    let told = told.map(|token| (token["name"].as_str().expect("a name"), token["default"].as_str().expect("a value")));
    assert_eq!(told.collect::<BTreeMap<_, _>>(), tokens);
}

#[test]
fn types_and_editors_know_the_ids_of_the_content() {
    let (types, data, pack) = (text("index.d.ts"), json("vscode.html-custom-data.json"), packs().remove(0));
    let class = class();
    let attributes = data["tags"][0]["attributes"].as_array().expect("attributes");
    assert_eq!(names(&data["tags"][0]["attributes"]), names(&class["attributes"]));
    let values = |name: &str| {
        let attribute = attributes.iter().find(|attribute| attribute["name"] == name).expect("an attribute");
        names(&attribute["values"])
    };
    let chapters: Vec<String> = pack.chapters.iter().map(|chapter| chapter.id.to_string()).collect();
    let figures: Vec<String> = pack.figures.iter().map(|figure| figure.id.to_string()).collect();
    let languages: Vec<String> = pack.languages.iter().map(|language| language.code.clone()).collect();
    for (name, kind, ids) in
        [("chapter", "Chapter", chapters), ("figure", "Figure", figures), ("lang", "Language", languages)]
    {
        assert_eq!(values(name), ids);
        let (_, rest) = types.split_once(&format!("export type {kind} =")).expect("a type");
        let (union, _) = rest.split_once(';').expect("an end");
        let known: Vec<String> = union.split('\'').skip(1).step_by(2).map(str::to_owned).collect();
        assert_eq!(known, ids, "{kind}");
    }
    let (_, rest) = types.split_once("interface OxytocinExplainerAttributes {").expect("attributes");
    let (inside, _) = rest.split_once("\n}").expect("an end");
    let lines = inside.lines().filter_map(|line| line.trim().split_once("?: ").filter(|_| !line.contains("/**")));
    let known: Vec<&str> = lines.map(|(name, _)| name.trim_matches('\'')).collect();
    assert_eq!(known, names(&class["attributes"]));
    for event in names(&class["events"]) {
        assert!(types.contains(&format!("'{event}': CustomEvent<")), "{event}");
    }
    let readme = text("README.md");
    for list in ["attributes", "events", "cssParts", "cssProperties"] {
        for name in names(&class[list]) {
            assert!(readme.contains(&format!("| `{name}` |")), "the README does not tell of {name}");
        }
    }
}

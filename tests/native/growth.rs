//! Content grows without Rust: a scene that nobody has drawn yet, laid into a content folder, is drawn on the pages.

use std::{fs, path::Path};

use oxytocin_explainer::model::{FigureId, FigureKind, PackRef};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::real::root;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of content").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("a copy")),
        }
    }
}

fn change(path: &Path, change: impl FnOnce(&mut Value)) {
    let text = fs::read_to_string(path).expect("a content file");
    let mut json = serde_json::from_str(&text).expect("JSON");
    change(&mut json);
    fs::write(path, json.to_string()).expect("a content file");
}

#[test]
fn a_new_scene_needs_no_rust() {
    let content = TempDir::new().expect("a folder");
    copy(&root().join("content"), content.path());
    let scene = json!({
        "kind": "scene",
        "sources": ["openstax-anatomy"],
        "columns": "both",
        "height": 300,
        "parts": [
            { "id": "disc", "role": "muscle", "term": "uterus", "anchor": [200, 150], "side": "right", "shapes": [
                { "circle": [200, 150, 77.7], "fill": "muscle-soft", "stroke": "muscle" }
            ] }
        ],
        "steps": [{ "id": "only", "camera": [0, 0, 420, 300], "label": ["disc"] }]
    });
    fs::write(content.path().join("facts/figures/new-scene.json"), scene.to_string()).expect("a figure");
    for (language, word) in [("bg", "матка"), ("en", "uterus")] {
        let words = json!({
            "title": word, "message": word, "description": [word],
            "parts": { "disc": { "label": word, "words": word } },
            "steps": { "only": { "title": word, "text": word, "alternative": word } }
        });
        let words_of = content.path().join("words").join(language);
        fs::write(words_of.join("figures/new-scene.json"), words.to_string()).expect("words");
        change(&words_of.join("chapters/labour.json"), |chapter| {
            chapter["sections"]["new-section"] = json!({ "heading": word, "claims": { "new-claim": word } });
        });
    }
    change(&content.path().join("facts/chapters/labour.json"), |chapter| {
        let section = json!({
            "id": "new-section",
            "figure": { "id": "new-scene", "step": "only" },
            "claims": [{ "id": "new-claim", "sources": ["openstax-anatomy"], "certainty": "established" }]
        });
        chapter["sections"].as_array_mut().expect("sections").push(section);
    });

    let packs = bake::packs(content.path()).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"));
    });
    for pack in packs {
        let figure = pack.figure(&FigureId::from("new-scene")).expect("the new scene");
        assert_eq!(figure.kind(), FigureKind::Scene);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let scope = oxytocin_explainer::view::Scope::Chapter("labour".into());
        let html = runtime.block_on(bake::site::article(&PackRef::new(pack), scope, ""));
        let drawn = html.split("data-figure=\"new-scene\"").nth(1).expect("the new scene stands on the page");
        assert!(drawn.contains("r=\"77.7\"") && drawn.contains("data-part=\"disc\""), "it is drawn");
        assert!(html.contains("data-fact=\"new-claim\""), "its claim stands beside it");
    }
}

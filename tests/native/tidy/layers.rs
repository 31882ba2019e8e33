//! A module uses only what stands to its left.
//!
//! ```text
//! model ◄ physiology ◄ figures ◄ view ◄ element ◄ main        bake ► model, physiology, figures, view
//! ```

use std::fs;

use proc_macro2::{Delimiter, Ident, TokenTree};

use super::{
    Breach, catches, hold,
    source::{self, Source, is_path, is_punct, sources},
};
use crate::real::root;

const ORDER: &str = "model ◄ physiology ◄ figures ◄ view ◄ element ◄ main: a module uses only what stands to its left";
const LAYERS: [&str; 6] = ["model", "physiology", "figures", "view", "element", "main"];
const CRATES: &str = "model: serde for the host; physiology and layouts: nothing; figures and view: yew, its map and web-sys types; element: the browser";
const BROWSER: &str = "figures and view know events and elements, never window, document, storage or network";
const BAKE: &str = "bake uses model, physiology, figures and view, never the element or the browser";

/// Parts of the standard library that are the world outside.
const WORLD: [&str; 6] = ["env", "fs", "net", "process", "thread", "time"];

/// What a file may use besides the standard library.
fn allowed(source: &Source) -> &'static [&'static str] {
    let modules = source.modules();
    match modules[..] {
        ["model", ..] => &["serde"],
        ["figures", .., "layout"] | ["figures", .., "layout", _] | ["physiology", ..] => &[],
        ["figures" | "view", ..] => &["yew", "indexmap", "web_sys", "wasm_bindgen"],
        ["element", ..] => {
            &["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_events", "gloo_render"]
        }
        ["main"] => &["oxytocin_explainer"],
        _ => &[],
    }
}

/// The names under which sources know the crates of `Cargo.toml`, and some that must never come.
fn crates() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("there is a Cargo.toml");
    let mut table = "";
    let mut names: Vec<String> = Vec::new();
    for line in manifest.lines() {
        if let Some(header) = line.strip_prefix('[') {
            table = header.trim_end_matches(']');
            names.extend(table.strip_prefix("dependencies.").map(|name| name.replace('-', "_")));
        } else if let Some((name, _)) = line.split_once('=').filter(|_| table.ends_with("dependencies")) {
            names.push(name.trim().replace('-', "_"));
        }
    }
    assert!(names.iter().any(|name| name == "web_sys") && names.iter().any(|name| name == "yew"), "{names:?}");
    names.extend(
        ["bake", "serde_json", "gloo", "gloo_storage", "gloo_net", "rand", "getrandom", "oxytocin_explainer"]
            .map(str::to_owned),
    );
    names
}

/// Every path that begins in a run of tokens, with its next names: `crate::{a, b}` gives both.
fn paths(tokens: &[TokenTree]) -> Vec<(Ident, Vec<Ident>)> {
    let mut found = Vec::new();
    source::runs(tokens, &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let TokenTree::Ident(head) = token else { continue };
            let inner = at >= 2 && is_path(run, at - 2);
            if inner || !is_path(run, at + 1) {
                // `use yew;` and `extern crate yew;` name a crate without a path.
                if at >= 1 && matches!(&run[at - 1], TokenTree::Ident(word) if word == "use" || word == "crate") {
                    found.push((head.clone(), Vec::new()));
                }
                continue;
            }
            found.extend(next(&run[at + 3..]).into_iter().map(|names| (head.clone(), names)));
        }
    });
    found
}

/// The names that follow `::`, one list for each branch of a group.
fn next(tokens: &[TokenTree]) -> Vec<Vec<Ident>> {
    match tokens.first() {
        Some(TokenTree::Ident(name)) if is_path(tokens, 1) => {
            let rest = next(&tokens[3..]);
            rest.into_iter().map(|names| [vec![name.clone()], names].concat()).collect()
        }
        Some(TokenTree::Ident(name)) => vec![vec![name.clone()]],
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            tokens
                .split(|token| is_punct(Some(token), ','))
                .filter(|branch| !branch.is_empty())
                .flat_map(next)
                .collect()
        }
        _ => vec![Vec::new()],
    }
}

/// The layer that a path leads to, by `crate::` or by enough `super::`.
fn target<'a>(source: &Source, head: &Ident, names: &'a [Ident]) -> Option<&'a Ident> {
    let depth = source.modules().len();
    if head == "crate" {
        return names.first();
    }
    let ups = 1 + names.iter().take_while(|name| *name == "super").count();
    if head == "super" && ups >= depth { names.get(ups - 1) } else { None }
}

fn order(source: &Source) -> Vec<Breach> {
    let modules = source.modules();
    let Some(own) = modules.first().and_then(|name| LAYERS.iter().position(|layer| layer == name)) else {
        return Vec::new();
    };
    let wrong = paths(&source.code).into_iter().filter_map(|(head, names)| {
        let target = target(source, &head, &names)?;
        let reached = LAYERS.iter().position(|layer| target == layer);
        let right = reached.is_some_and(|reached| reached <= own);
        (!right)
            .then(|| source.breach(head.span().start().line, format!("{} reaches for {target}", LAYERS[own]), ORDER))
    });
    wrong.collect()
}

fn externs(source: &Source) -> Vec<Breach> {
    let (known, allowed) = (crates(), allowed(source));
    let pure = !matches!(source.modules()[..], ["element", ..] | ["main"]);
    let wrong = paths(&source.code).into_iter().filter_map(|(head, names)| {
        let name = head.to_string();
        let foreign = known.contains(&name) && !allowed.contains(&name.as_str());
        // Casting an event's target is all that drawings need of wasm-bindgen.
        let cast_only = pure && name == "wasm_bindgen" && names.iter().all(|name| name != "JsCast");
        let world = pure && name == "std" && names.first().is_some_and(|name| WORLD.iter().any(|world| name == world));
        let wrong = foreign || cast_only || world;
        let path = names.iter().fold(name, |path, name| format!("{path}::{name}"));
        wrong.then(|| source.breach(head.span().start().line, format!("{path} is not for this layer"), CRATES))
    });
    wrong.collect()
}

fn browser(source: &Source) -> Vec<Breach> {
    // What `still` builds is built in the document: Yew itself would do no other.
    if !matches!(source.modules()[..], ["figures" | "view", ..]) || source.modules() == ["figures", "still"] {
        return Vec::new();
    }
    const TYPES: [&str; 9] = [
        "Window",
        "Document",
        "Storage",
        "Request",
        "Response",
        "XmlHttpRequest",
        "WebSocket",
        "Navigator",
        "Location",
    ];
    const CALLS: [&str; 6] =
        ["window", "document", "local_storage", "session_storage", "owner_document", "default_view"];
    let mut wrong = Vec::new();
    source::runs(&source.code, &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let TokenTree::Ident(ident) = token else { continue };
            let called =
                matches!(run.get(at + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
            if TYPES.iter().any(|name| ident == name) || called && CALLS.iter().any(|name| ident == name) {
                wrong.push(source.breach(source::line(token), format!("{ident}"), BROWSER));
            }
        }
    });
    for (head, names) in paths(&source.code).into_iter().filter(|(head, _)| head == "web_sys") {
        let last = names.last().map(ToString::to_string).unwrap_or_default();
        let known = ["Event", "Element", "EventTarget"].iter().any(|ending| last.ends_with(ending));
        // How an element is scrolled to.
        if !known && !["ScrollIntoViewOptions", "ScrollLogicalPosition"].contains(&last.as_str()) {
            wrong.push(source.breach(head.span().start().line, format!("web_sys::{last}"), BROWSER));
        }
    }
    wrong
}

fn bake(source: &Source) -> Vec<Breach> {
    let wrong = paths(&source.code).into_iter().filter_map(|(head, names)| {
        let name = head.to_string();
        let element = name == "oxytocin_explainer" && names.first().is_some_and(|name| name == "element");
        let web = ["web_sys", "js_sys", "wasm_bindgen"].contains(&name.as_str()) || name.starts_with("gloo");
        (element || web).then(|| source.breach(head.span().start().line, format!("bake reaches for {name}"), BAKE))
    });
    wrong.collect()
}

#[test]
fn tidy_layers_reach_only_to_the_left() {
    hold(&sources(&["src"], &["rs"]), order);
}

#[test]
fn tidy_layers_use_only_their_crates() {
    hold(&sources(&["src"], &["rs"]), externs);
}

#[test]
fn tidy_drawings_know_no_window() {
    hold(&sources(&["src/figures", "src/view"], &["rs"]), browser);
}

#[test]
fn tidy_bake_knows_no_browser() {
    hold(&sources(&["bake/src"], &["rs"]), bake);
}

#[test]
fn tidy_catches_a_layer_that_reaches_right() {
    let bad = [
        (1, "use crate::view::State;"),
        (2, "use std::rc::Rc;\nuse crate::{model::Pack, element::attributes};"),
        (1, "fn f() { crate::view::explainer::show(); }"),
        (1, "use super::super::super::view;"),
        (1, "use crate::{\n view::{self, State}, model };"),
        (1, "use crate::elsewhere;"),
    ];
    let good = [
        "use crate::{figures::scene, model::Pack, physiology};",
        "use super::layout;",
        "#[cfg(test)]\nmod t { use crate::view; }",
    ];
    catches(order, "src/figures/scene/part.rs", &bad, &good);
    catches(
        order,
        "src/model/mod.rs",
        &[(1, "use super::view;"), (1, "use crate::physiology::STEP;")],
        &["use chapter::Chapter;"],
    );
    catches(
        order,
        "src/view/nav.rs",
        &[(1, "use crate::element;")],
        &["use crate::{figures, view::State};", "use super::reveal;"],
    );
}

#[test]
fn tidy_catches_a_foreign_crate() {
    let layout = "src/figures/scene/layout.rs";
    catches(
        externs,
        layout,
        &[(1, "use yew::prelude::*;"), (1, "fn f(x: web_sys::Element) {}")],
        &["use std::rc::Rc;"],
    );
    let physiology = "src/physiology/labour.rs";
    let bad = [
        (1, "use serde_json::Value;"),
        (1, "use std::time::Instant;"),
        (1, "use rand::random;"),
        (1, "use yew;"),
        (1, "use std::{rc::Rc, time};"),
    ];
    catches(externs, physiology, &bad, &["use std::collections::VecDeque;"]);
    catches(
        externs,
        "src/model/pack.rs",
        &[(1, "fn f() { yew::classes!(); }"), (1, "use oxytocin_bake::packs;")],
        &["use serde::Serialize;"],
    );
    catches(
        externs,
        "src/view/nav.rs",
        &[(1, "use js_sys::Date;"), (1, "use gloo::storage::X;"), (1, "use wasm_bindgen::JsValue;")],
        &["use wasm_bindgen::JsCast;", "use yew::prelude::*;"],
    );
    catches(
        externs,
        "src/element/mod.rs",
        &[(1, "use bake::packs;"), (1, "use serde_json::json;")],
        &["use js_sys::Object;"],
    );
}

#[test]
fn tidy_catches_the_window() {
    let bad = [
        (1, "fn f() { web_sys::window(); }"),
        (1, "fn f(e: web_sys::Element) { e.owner_document(); }"),
        (2, "use\nweb_sys::Window;"),
        (1, "use web_sys::{Element, Storage};"),
        (1, "fn f(w: W) { w.local_storage(); }"),
    ];
    let good = ["use web_sys::{Element, HtmlInputElement};", "fn f(e: &web_sys::Event, window: f64) { g(window); }"];
    catches(browser, "src/view/reveal.rs", &bad, &good);
    catches(browser, "src/figures/still.rs", &[], &["fn f() { web_sys::window(); }"]);
    let path = "bake/src/site/pages.rs";
    catches(
        bake,
        path,
        &[(1, "use oxytocin_explainer::{model, element};"), (1, "use web_sys::Element;")],
        &["use oxytocin_explainer::view::Explainer;"],
    );
}

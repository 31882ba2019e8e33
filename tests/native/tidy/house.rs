//! Small rules for every file of code.

use proc_macro2::TokenTree;

use super::{
    Breach, catches, hold,
    source::{self, Source, attribute, is_punct, line, sources},
};

/// Where our code stands.
const CODE: [&str; 7] = ["src", "bake", "chromium", "gallery", "meter", "xtask", "tests"];
const MOST: usize = 300;

const LENGTH: &str = "no file of code is longer than 300 lines: split it by what its parts are";
const PROPAGATION: &str = "never stop an event: the page around us has a right to it";
const UNFINISHED: &str = "nothing unfinished, no debugging left behind, no test left out";

fn length(source: &Source) -> Vec<Breach> {
    let lines = source.text.lines().count();
    if lines <= MOST { Vec::new() } else { vec![source.breach(lines, format!("{lines} lines"), LENGTH)] }
}

fn propagation(source: &Source) -> Vec<Breach> {
    let names = source::idents(&source.all).into_iter().filter(|ident| {
        let name = ident.to_string();
        name.starts_with("stop_") && name.ends_with("propagation")
    });
    let mut wrong: Vec<Breach> =
        names.map(|ident| source.breach(ident.span().start().line, ident.to_string(), PROPAGATION)).collect();
    if !source.path.ends_with(".rs") {
        let stops = |line: &str| line.contains("stopPropagation") || line.contains("stopImmediatePropagation");
        let lines = source.text.lines().enumerate().filter(|(_, line)| stops(line));
        wrong.extend(lines.map(|(index, line)| source.breach(index + 1, line.trim(), PROPAGATION)));
    }
    wrong
}

fn unfinished(source: &Source) -> Vec<Breach> {
    let mut wrong = Vec::new();
    source::runs(&source.all, &mut |run| {
        for (at, token) in run.iter().enumerate() {
            match token {
                TokenTree::Ident(name)
                    if is_punct(run.get(at + 1), '!')
                        && ["todo", "unimplemented", "dbg"].iter().any(|bad| name == bad) =>
                {
                    wrong.push(source.breach(line(token), format!("{name}!"), UNFINISHED));
                }
                _ => {}
            }
            if let Some((inside, _)) = attribute(run, at) {
                let text = inside.to_string().replace(' ', "");
                if text == "ignore"
                    || text.starts_with("ignore=")
                    || text.starts_with("cfg_attr(") && text.contains("ignore")
                {
                    wrong.push(source.breach(line(token), format!("#[{text}]"), UNFINISHED));
                }
            }
        }
    });
    wrong
}

#[test]
fn tidy_no_file_is_longer_than_300_lines() {
    hold(&sources(&CODE, &["rs", "js", "mjs", "ts", "sh"]), length);
}

#[test]
fn tidy_no_event_is_stopped() {
    hold(&sources(&["src", "bake/src"], &["rs", "js"]), propagation);
}

#[test]
fn tidy_nothing_is_left_unfinished() {
    hold(&sources(&CODE, &["rs"]), unfinished);
}

#[test]
fn tidy_catches_a_long_file() {
    let (long, right) = ("\n".repeat(301), "\n".repeat(300));
    catches(length, "src/view/nav.rs", &[(301, &long)], &[&right]);
}

#[test]
fn tidy_catches_a_stopped_event() {
    let bad =
        [(1, "fn f(e: Event) { e.stop_propagation(); }"), (2, "fn f(e: Event) {\n e.stop_immediate_propagation(); }")];
    catches(
        propagation,
        "src/view/nav.rs",
        &bad,
        &["fn f(e: Event) { e.prevent_default(); }", "// stop_propagation\nfn f() {}"],
    );
    catches(propagation, "src/element/element.js", &[(2, "a\nevent.stopPropagation()")], &["event.preventDefault()"]);
}

#[test]
fn tidy_catches_what_is_unfinished() {
    let bad = [
        (1, "fn f() { todo!() }"),
        (1, "fn f() { x(unimplemented!(\"later\")) }"),
        (2, "fn f() {\n dbg!(1); }"),
        (1, "#[test]#[ignore]\nfn f() {}"),
        (1, "#[cfg(test)] mod t { #[test]\n#[ignore = \"slow\"] fn f() {} }"),
    ];
    let good =
        ["// todo!()\nfn f() { todo(); }", "#[must_use]\nfn f() { let ignore = 1; }", "const A: &str = \"#[ignore]\";"];
    for (line, sample) in &bad[..4] {
        catches(unfinished, "src/view/nav.rs", &[(*line, sample)], &good);
    }
    catches(unfinished, "tests/x.rs", &[(2, bad[4].1)], &good);
}

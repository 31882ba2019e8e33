//! Attributes as read: right, wrong, and with values that nobody would write on purpose.

use oxytocin_explainer::{element::attributes::Attributes, view::Scope};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::content::pack;

fn read(values: &[(&str, &str)]) -> (Scope, Vec<String>) {
    let (attributes, warnings) = Attributes::read(&pack("bg"), |name| {
        values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    });
    (attributes.scope, warnings)
}

#[wasm_bindgen_test]
fn right_values_are_silent() {
    let whole = || Scope::Whole;
    for (values, scope) in [
        (&[][..], whole()),
        (&[("lang", "bg-BG"), ("theme", "dark"), ("view", "explainer")], whole()),
        (&[("chapter", "labour")], Scope::Chapter("labour".into())),
        (&[("view", "figure"), ("figure", "labour-loop")], Scope::Figure("labour-loop".into())),
        (&[("view", "figure")], Scope::Figure("brain-map".into())),
        (&[("view", "figure"), ("chapter", "labour")], Scope::Figure("brain-map".into())),
        (&[("view", "glossary"), ("chapter", "labour")], Scope::Glossary),
        (&[("figure", "labour-loop")], whole()),
    ] {
        assert_eq!(read(values), (scope, Vec::new()), "{values:?}");
    }
}

#[wasm_bindgen_test]
fn wrong_values_are_told_of_once_and_ignored() {
    for (name, allowed) in
        [("lang", "en"), ("view", "glossary"), ("chapter", "labour"), ("figure", "brain-map"), ("theme", "light")]
    {
        for value in ["no-such", "", " ", "constructor", "\u{0}\u{7}", "лабиринт"] {
            let (scope, warnings) = read(&[(name, value)]);
            assert_eq!(scope, Scope::Whole, "{name}={value:?}");
            assert_eq!(warnings.len(), 1, "{name}={value:?}: {warnings:?}");
            assert!(warnings[0].contains(name) && warnings[0].contains(allowed), "{warnings:?}");
        }
    }
}

#[wasm_bindgen_test]
fn very_long_values_are_cut_in_the_warning() {
    let (_, warnings) = read(&[("theme", &"я".repeat(100_000))]);
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].chars().count() < 300, "{} letters", warnings[0].chars().count());
}

//! How `bake` has set the numbers: in the finished packs, as a reader gets them.

use oxytocin_explainer::model::{Pack, Rich, rich::plain};

use super::{files, none};
use crate::real::packs;

/// Every text of a pack into which `bake` sets numbers, with where it stands.
fn texts(pack: &Pack) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut say = |place: String, text: &Rich| all.push((place, plain(text)));
    for chapter in &pack.chapters {
        say(format!("chapter {}: message", chapter.id), &chapter.message);
        chapter.claims().for_each(|claim| say(format!("claim {}", claim.id), &claim.text));
        chapter.summary.iter().for_each(|text| say(format!("chapter {}: summary", chapter.id), text));
    }
    for notice in &pack.notices {
        notice.items.iter().chain([&notice.text]).for_each(|text| say(format!("notice {}", notice.id), text));
    }
    for term in &pack.terms {
        say(format!("term {}", term.id), &term.definition);
    }
    for figure in &pack.figures {
        say(format!("figure {}: message", figure.id), &figure.message);
        for part in figure.scene().iter().flat_map(|scene| &scene.parts) {
            say(format!("figure {}: part {}", figure.id, part.id), &part.words);
        }
        for step in figure.scene().iter().flat_map(|scene| &scene.steps) {
            say(format!("figure {}: step {}", figure.id, step.id), &step.text);
        }
    }
    for figure in &pack.figures {
        let labels = figure.labels.iter().map(|(key, text)| (format!("figure {}: label {key}", figure.id), text));
        let description = figure.description.iter().map(|text| (format!("figure {}: description", figure.id), text));
        all.extend(labels.chain(description).map(|(place, text)| (place, text.clone())));
    }
    all
}

/// A number with the decimal mark of another language.
fn foreign_decimal(text: &str, decimal: char) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let digit = |c: char| c.is_ascii_digit();
    letters.windows(3).any(|w| digit(w[0]) && digit(w[2]) && ['.', ','].contains(&w[1]) && w[1] != decimal)
}

/// A number whose unit stands behind a blank at which a line may break.
fn loose_unit<'a>(text: &str, units: &[&'a str]) -> Option<&'a str> {
    text.match_indices([' ', '\u{a0}']).find_map(|(at, blank)| {
        let after = &text[at + blank.len()..];
        let number = text[..at].ends_with(|c: char| c.is_ascii_digit());
        let whole = |unit: &str| after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        units.iter().copied().find(|unit| number && whole(unit))
    })
}

#[test]
fn numbers_are_set_as_the_language_sets_them() {
    let mut wrong = Vec::new();
    let (mut decimals, mut narrow) = (0, 0);
    for pack in packs() {
        let units = files().words[&pack.language.code].units.values().flat_map(|unit| [&unit.one, &unit.other]);
        let units: Vec<&str> = units.map(String::as_str).filter(|unit| !unit.is_empty()).collect();
        for (place, text) in texts(&pack) {
            let place = format!("{}: {place}", pack.language.code);
            if foreign_decimal(&text, pack.language.decimal) {
                wrong.push(format!("{place}: a decimal mark of another language in: {text}"));
            }
            if let Some(unit) = loose_unit(&text, &units) {
                wrong.push(format!("{place}: “{unit}” may be torn from its number, write {{id|unit}}: {text}"));
            }
            decimals += usize::from(foreign_decimal(&text, 'x'));
            narrow += text.matches('\u{202f}').count();
        }
    }
    assert!(decimals > 10 && narrow > 50, "{decimals} texts with decimals, {narrow} narrow blanks");
    none(wrong);
}

#[test]
fn wrongly_set_numbers_are_caught() {
    assert!(foreign_decimal("около 3.2", ',') && !foreign_decimal("около 3,2.", ','));
    assert_eq!(loose_unit("около 3 минути.", &["минути"]), Some("минути"));
    assert_eq!(loose_unit("около 3\u{202f}минути и 3 минутите", &["минути"]), None);
}

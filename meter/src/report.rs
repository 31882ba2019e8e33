//! The figures of earlier groups kept beside new ones, and all of them as a table in `docs/PERFORMANCE.md`.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;

/// Between these the table stands; what is around them is written by people.
const BEGIN: &str = "<!-- figures: written by `cargo xtask bench` -->";
/// See [`BEGIN`].
const END: &str = "<!-- end of figures -->";

/// The figures of an earlier run, each in its place but as it has been measured anew, and after them the new ones.
pub fn merged(file: &Path, anew: Vec<Value>) -> Vec<Value> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let mut all: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
    for figure in anew {
        match all.iter_mut().find(|old| old["figure"] == figure["figure"]) {
            Some(old) => *old = figure,
            None => all.push(figure),
        }
    }
    all
}

/// Puts the table into a document.
///
/// # Errors
/// When the document cannot be read or written, or has no place for it.
pub fn write(document: &Path, figures: &[Value]) -> Result<()> {
    let text = fs::read_to_string(document).with_context(|| format!("cannot read {}", document.display()))?;
    let placed = place(&text, figures).with_context(|| format!("{} has no place for figures", document.display()))?;
    fs::write(document, placed).with_context(|| format!("cannot write {}", document.display()))
}

fn place(text: &str, figures: &[Value]) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{}\n{END}{after}", table(figures)))
}

fn table(figures: &[Value]) -> String {
    let mut table = String::from("| figure | value | budget | verdict |\n|---|--:|--:|---|\n");
    for figure in figures {
        let word = |key: &str| figure[key].as_str().unwrap_or_default();
        let number = |key: &str| figure[key].as_f64().map(spelt).unwrap_or_default();
        let verdict = if word("verdict") == "over" { "**over**" } else { word("verdict") };
        let unit = if word("unit") == "ratio" { "×" } else { word("unit") };
        let row = format!("| {} | {} {unit} | {} | {verdict} |\n", word("figure"), number("value"), number("budget"));
        table.push_str(&row);
    }
    table
}

/// A number as people read it: whole where it is large.
fn spelt(number: f64) -> String {
    if number.fract() == 0.0 || number.abs() >= 100.0 { format!("{number:.0}") } else { format!("{number:.2}") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{BEGIN, END, place};

    #[test]
    fn the_table_is_replaced_and_words_around_it_stay() {
        let text = format!("words\n{BEGIN}\nold\n{END}\nmore words\n");
        let figures = [json!({ "figure": "a", "unit": "ms", "value": 1234.5, "budget": 2.5, "verdict": "over" })];
        let placed = place(&text, &figures).expect("has a place");
        assert!(placed.starts_with("words\n") && placed.ends_with("more words\n"));
        assert!(placed.contains("| a | 1234 ms | 2.50 | **over** |") && !placed.contains("old"), "{placed}");
        assert_eq!(place("no place", &figures), None);
    }
}

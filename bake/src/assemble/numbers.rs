//! Sets quantities into words: number, unit and spread, as the language writes them.

use oxytocin_explainer::model::Language;

use super::desk::{Desk, Place};
use crate::files::Quantity;

/// Keeps a number and its unit on one line.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
/// Between the bounds of a range: a dash after which no line may break.
const UNBROKEN_DASH: &str = "\u{2060}–\u{2060}";

impl Desk<'_> {
    /// What stands for `{id}`, `{id|unit}`, `{id|spread}` or `{id|spread-unit}`.
    pub fn number(&self, place: &Place, mark: &str, sources: &mut Vec<String>) -> String {
        let (id, form) = mark.split_once('|').unwrap_or((mark, ""));
        let Some((_, quantity)) = self.files.quantities.get(id) else {
            self.complain(place, format!("there is no quantity “{id}”"));
            return String::new();
        };
        self.uses.borrow_mut().quantities.insert(id.into());
        sources.extend(quantity.sources.iter().cloned());
        let number = self.digits(quantity);
        match (form, quantity.spread) {
            ("", _) => number,
            ("unit", _) => self.with_unit(place, quantity, number),
            ("spread" | "spread-unit", Some(spread)) => {
                let spread = Language::from(self.language).number(spread, 4);
                let both = format!("{number}{NARROW_NO_BREAK_SPACE}±{NARROW_NO_BREAK_SPACE}{spread}");
                if form == "spread" { both } else { self.with_unit(place, quantity, both) }
            }
            ("spread" | "spread-unit", None) => {
                self.complain(place, format!("quantity “{id}” has no spread"));
                number
            }
            (other, _) => {
                self.complain(place, format!("“|{other}” is no form of a number: use |unit, |spread or |spread-unit"));
                number
            }
        }
    }

    /// A plain text in which only quantities may stand.
    pub fn plain(&self, place: &Place, text: &str) -> String {
        let read = self.rich(place, text);
        oxytocin_explainer::model::rich::plain(&read.rich)
    }

    /// The bounds of a quantity that a chart names, noted as used.
    pub fn bounds(&self, file: &str, id: &str) -> (f64, f64) {
        self.uses.borrow_mut().quantities.insert(id.into());
        match self.files.quantities.get(id).and_then(|(_, quantity)| quantity.bounds()) {
            Some(bounds) => bounds,
            None => {
                self.problems.add(file, "chart", format!("there is no quantity “{id}”"));
                (0.0, 0.0)
            }
        }
    }

    fn digits(&self, quantity: &Quantity) -> String {
        let language = Language::from(self.language);
        let set = |value: f64| match quantity.unit.as_str() {
            "none" | "year" => language.number(value, 4),
            _ => grouped(&language.number(value, 4)),
        };
        match quantity.bounds() {
            Some((least, most)) if least != most => format!("{}{UNBROKEN_DASH}{}", set(least), set(most)),
            Some((value, _)) => set(value),
            None => String::new(),
        }
    }

    fn with_unit(&self, place: &Place, quantity: &Quantity, number: String) -> String {
        match self.unit(place, quantity) {
            "" => number,
            unit => format!("{number}{NARROW_NO_BREAK_SPACE}{unit}"),
        }
    }

    fn unit(&self, place: &Place, quantity: &Quantity) -> &str {
        let Some(words) = self.words.units.get(&quantity.unit) else {
            self.complain(place, format!("unit “{}” has no words in units.json", quantity.unit));
            return "";
        };
        match quantity.value {
            Some(1.0) => &words.one,
            _ => &words.other,
        }
    }
}

/// Five and more digits before the decimal mark stand in groups of three.
fn grouped(number: &str) -> String {
    let whole = number.find([',', '.']).unwrap_or(number.len());
    if whole < 5 {
        return number.into();
    }
    let mut text = String::new();
    for (index, digit) in number[..whole].chars().enumerate() {
        if index > 0 && (whole - index).is_multiple_of(3) {
            text.push(NARROW_NO_BREAK_SPACE);
        }
        text.push(digit);
    }
    text + &number[whole..]
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_long_numbers_only() {
        assert_eq!(grouped("1007,19"), "1007,19");
        assert_eq!(grouped("85000"), "85\u{202f}000");
        assert_eq!(grouped("1234567.5"), "1\u{202f}234\u{202f}567.5");
    }
}

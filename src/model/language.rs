//! A language: its code, its own name, how it writes numbers.

use super::{decimal, packed::packed};

/// One language of the explainer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Language {
    /// The BCP 47 code, such as `bg`.
    pub code: String,
    /// Its name for itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// What stands between whole and fraction.
    pub decimal: char,
}

impl Language {
    /// A number as this language writes it, with at most `places` decimals (4 at most) and no trailing zeros.
    pub fn number(&self, value: f64, places: u32) -> String {
        self.marked(&decimal::short(value, places)).replace('-', "−")
    }

    /// A number with exactly `places` decimals: readings that must not jump about.
    pub fn reading(&self, value: f64, places: u32) -> String {
        self.marked(&decimal::fixed(value, places))
    }

    fn marked(&self, number: &str) -> String {
        number.replace('.', self.decimal.encode_utf8(&mut [0; 4]))
    }
}

packed!(struct Language { code, name, direction, decimal });

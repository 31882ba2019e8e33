//! A language: its code, its own name, how it writes numbers.

use serde::{Deserialize, Serialize};

/// One language of the explainer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
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
    /// A number as this language writes it, with at most `places` decimals and no trailing zeros.
    pub fn number(&self, value: f64, places: usize) -> String {
        let text = format!("{value:.places$}");
        let text = match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.'),
            false => &text,
        };
        text.replace('.', self.decimal.encode_utf8(&mut [0; 4])).replace('-', "−")
    }

    /// A number with exactly `places` decimals: readings that must not jump about.
    pub fn reading(&self, value: f64, places: usize) -> String {
        format!("{value:.places$}").replace('.', self.decimal.encode_utf8(&mut [0; 4]))
    }
}

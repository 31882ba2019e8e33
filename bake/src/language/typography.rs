//! Quotation marks, dashes, spaces.

use crate::files::{Files, Map, UnitWords};

/// Marks that open or close a quotation somewhere in the world.
const QUOTES: [char; 8] = ['„', '“', '”', '«', '»', '‘', '"', '\''];

/// A complaint for each rule that a seen text breaks.
pub fn breaches(seen: &str, quotes: (char, char)) -> Vec<String> {
    let mut found = Vec::new();
    let letters: Vec<char> = seen.chars().collect();
    let at = |index: usize| letters.get(index).copied();
    let around =
        |index: usize| letters[index.saturating_sub(9)..letters.len().min(index + 9)].iter().collect::<String>();
    let mut say = |index: usize, what: &str| found.push(format!("“…{}…”: {what}", around(index)));
    if seen.trim() != seen && !seen.trim().is_empty() {
        say(0, "no blanks at either end");
    }
    for (index, letter) in letters.iter().copied().enumerate() {
        let (before, after) = (index.checked_sub(1).and_then(at), at(index + 1));
        match letter {
            ' ' if after == Some(' ') => say(index, "one blank is enough"),
            '\u{a0}' | '\u{202f}' if !is_formula(before) && !is_formula(after) => {
                say(index, "write a plain blank: bake sets those that do not break")
            }
            '\n' | '\t' => say(index, "no line breaks or tabs in a text"),
            ',' | '.' | ';' | ':' | '!' | '?' | ')' if before == Some(' ') => {
                say(index, "no blank before a punctuation mark");
            }
            '.' if after == Some('.') && before != Some('.') => say(index, "write … for three full stops"),
            '(' if after == Some(' ') => say(index, "no blank inside brackets"),
            ',' | ';' | ':' | '!' | '?' if after.is_some_and(char::is_alphabetic) => {
                say(index, "a blank after a punctuation mark");
            }
            '—' => say(index, "write – with a blank on each side"),
            '-' if before == Some(' ') && after == Some(' ') => say(index, "write – with a blank on each side"),
            '–' if !dash_stands_well(before, after) => {
                say(index, "a dash has a blank on each side, or none in a range")
            }
            '’' if !before.is_some_and(char::is_alphanumeric) => {
                say(index, "’ is an apostrophe and follows a letter");
            }
            _ if QUOTES.contains(&letter) && letter != quotes.0 && letter != quotes.1 => {
                say(
                    index,
                    &format!(
                        "{letter} is no mark of this language: quote with {}…{}, write ’ for an apostrophe",
                        quotes.0, quotes.1
                    ),
                );
            }
            _ if letter == quotes.0 && after == Some(' ') || letter == quotes.1 && before == Some(' ') => {
                say(index, "no blank inside quotation marks");
            }
            _ => {}
        }
    }
    if !pairs(&letters, quotes) {
        found.push(format!("quotation marks come in pairs: {}…{}", quotes.0, quotes.1));
    }
    found
}

/// Whether a sign holds a formula together, such as `r = 0`.
fn is_formula(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| "=<>≈×±".contains(letter))
}

/// Between blanks, at the start of a symbol (`–CO`), or tight between numbers and symbols (`1–6`, `Gly–Lys`).
fn dash_stands_well(before: Option<char>, after: Option<char>) -> bool {
    match (before, after) {
        (Some(' '), Some(' ')) => true,
        (None | Some(' ' | '('), Some(next)) => next.is_uppercase() || next.is_ascii_digit(),
        (Some(_), Some(next)) => next.is_uppercase() || next.is_ascii_digit(),
        _ => false,
    }
}

/// Whether each opening mark is closed before the next one opens.
fn pairs(letters: &[char], quotes: (char, char)) -> bool {
    let mut open = false;
    for letter in letters.iter().filter(|letter| **letter == quotes.0 || **letter == quotes.1) {
        let opens = *letter == quotes.0;
        if opens == open {
            return false;
        }
        open = opens;
    }
    !open
}

/// A complaint for each number whose unit is written by hand, so that a line may break between them.
pub fn loose_units(text: &str, files: &Files, units: &Map<UnitWords>) -> Vec<String> {
    let ends = text.match_indices('}').filter_map(|(at, _)| Some((&text[..at], text[at + 1..].strip_prefix(' ')?)));
    ends.filter_map(|(before, after)| {
        let mark = before.rsplit_once('{')?.1;
        let (id, form) = mark.split_once('|').unwrap_or((mark, ""));
        let (number, set) = match form {
            "" => (format!("{{{id}}}"), "unit"),
            "spread" => (format!("{{{id}|spread}}"), "spread-unit"),
            _ => return None,
        };
        let unit = units.get(&files.quantities.get(id)?.1.unit)?;
        let written = [&unit.one, &unit.other].into_iter().find(|words| {
            let rest = after.strip_prefix(words.as_str());
            !words.is_empty() && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })?;
        Some(format!("“{number} {written}”: write {{{id}|{set}}}, which keeps number and unit together"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::breaches;

    const BG: (char, char) = ('„', '“');
    const EN: (char, char) = ('“', '”');

    #[test]
    fn well_set_texts_pass() {
        for text in ["„Така“ – казва тя: 0–0, Gly–Lys (–CO)…", "…а после?", "по-малко, 37-ата", "(r\u{202f}=\u{202f}0)"]
        {
            assert_eq!(breaches(text, BG), [""; 0], "{text}");
        }
        assert_eq!(breaches("A woman’s “own” (S–S) one.", EN), [""; 0]);
    }

    #[test]
    fn every_rule_catches_its_breach() {
        let bad = [
            " a",
            "a  b",
            "a\u{202f}b",
            "a\nb",
            "a , b",
            "a...",
            "( a)",
            "a,b",
            "a — b",
            "a - b",
            "a– b",
            "a–b",
            "’a",
            "\"a\"",
            "a's",
            "«a»",
            "”a”",
            "„ a“",
            "„a “",
            "„a",
            "a“",
            "„a „b““",
        ];
        for text in bad {
            assert_ne!(breaches(text, BG), [""; 0], "{text}");
        }
        assert_ne!(breaches("„a”", EN), [""; 0]);
    }
}

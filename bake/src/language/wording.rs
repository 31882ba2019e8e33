//! The same word for the same thing.

use crate::files::{Map, WordingWords};

/// A complaint for each form that is not used here. A form ends with `*` where any ending counts.
pub fn breaches(seen: &str, wording: &Map<WordingWords>) -> Vec<String> {
    let lower = seen.to_lowercase();
    wording
        .iter()
        .filter(|(form, _)| stands(&lower, &form.to_lowercase()))
        .map(|(form, WordingWords { instead, why })| {
            format!("“{}”: write “{instead}” ({why})", form.trim_end_matches('*'))
        })
        .collect()
}

/// A text without what stands in quotation marks: those are the words of others.
pub fn without_quotations(seen: &str, quotes: (char, char)) -> String {
    let mut open = false;
    let outside = |letter: &char| {
        let inside = open;
        open = *letter == quotes.0 || open && *letter != quotes.1;
        !(inside || open)
    };
    seen.chars().filter(outside).collect()
}

/// Whether a form stands in a text as whole words.
fn stands(text: &str, form: &str) -> bool {
    let (stem, open) = form.strip_suffix('*').map_or((form, false), |stem| (stem, true));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(stem).any(|(at, _)| {
        !letter(text[..at].chars().next_back()) && (open || !letter(text[at + stem.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::{stands, without_quotations};

    #[test]
    fn quotations_are_left_out() {
        assert_eq!(without_quotations("Казват „се явява“ и „друго“.", ('„', '“')), "Казват  и .");
        assert_eq!(without_quotations("They say “womb” here", ('“', '”')), "They say  here");
    }

    #[test]
    fn forms_are_whole_words() {
        assert!(stands("пълна дилатация.", "дилатаци*") && stands("тя се явява", "се явява"));
        assert!(!stands("вазодилатация", "дилатаци*") && !stands("се явяват", "се явява"));
    }
}

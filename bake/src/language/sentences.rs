//! How long sentences are.

/// A complaint for each sentence that has too many words.
pub fn breaches(seen: &str, most: usize) -> Vec<String> {
    sentences(seen)
        .into_iter()
        .filter_map(|sentence| {
            let words: Vec<&str> =
                sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
            let start = words.iter().take(4).copied().collect::<Vec<_>>().join(" ");
            (words.len() > most)
                .then(|| format!("a sentence of {} words, {most} at most: split “{start} …”", words.len()))
        })
        .collect()
}

/// A seen text cut after each `.`, `!`, `?` or `…` that a blank and no small letter follows.
fn sentences(seen: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, end) in seen.match_indices(['.', '!', '?', '…']) {
        let after = seen[at + end.len()..].trim_start_matches(['“', '”', ')']);
        let next = after.trim_start();
        if next.len() < after.len() && !next.starts_with(char::is_lowercase) {
            let cut = seen.len() - next.len();
            found.push(&seen[start..cut]);
            start = cut;
        }
    }
    found.push(&seen[start..]);
    found
}

#[cfg(test)]
mod tests {
    use super::{breaches, sentences};

    #[test]
    fn sentences_end_before_a_capital() {
        let text = "Так е през 0 г. при нея. А „така?“ Не, т.е. да…";
        assert_eq!(sentences(text), ["Так е през 0 г. при нея. ", "А „така?“ ", "Не, т.е. да…"]);
    }

    #[test]
    fn a_long_sentence_is_told_with_its_start() {
        assert_eq!(breaches("One two – three four.", 4), [""; 0]);
        assert_eq!(
            breaches("One. Two three four five six.", 4),
            ["a sentence of 5 words, 4 at most: split “Two three four five …”"]
        );
    }
}

//! Every word is spelled as a dictionary has it, or stands in the content's list for a reason.

use std::collections::BTreeSet;

use bake::language::{seen, tokens};

use super::{Tongue, none, tongues};

/// What a site owner pastes, called as HTML calls it: only on the page for site owners.
const TECHNICAL: [&str; 3] = ["https", "iframe", "integrity"];

impl Tongue {
    /// The parts of a word that the dictionary does not know: the whole, or pieces between hyphens.
    pub fn unknown<'t>(&self, word: &'t str) -> Vec<&'t str> {
        if self.speller.knows(word) {
            return Vec::new();
        }
        if self.speller.listed(word).is_some() || !word.contains('-') {
            return vec![word];
        }
        word.split('-').filter(|part| part.chars().nth(1).is_some() && !self.speller.knows(part)).collect()
    }
}

#[test]
fn every_word_is_in_a_dictionary_or_on_the_list() {
    let mut wrong = Vec::new();
    for tongue in tongues() {
        let mut told = BTreeSet::new();
        let list = format!("content/words/{}/spelling.json", tongue.facts.code);
        for text in &tongue.texts {
            let plain = seen(&text.words);
            for word in tokens(&plain).into_iter().flat_map(|word| tongue.unknown(word)) {
                let technical =
                    text.file.ends_with("builder.json") && TECHNICAL.contains(&word.to_lowercase().as_str());
                let unlisted = tongue.speller.listed(word).is_none() && !technical;
                if unlisted && told.insert((&text.file, word.to_owned())) {
                    wrong.push(format!(
                        "content/{}: {}: “{word}” is in no dictionary: correct it, write another word, \
                         or, if it is a word of a glossary term or a name, add it to {list}",
                        text.file, text.key
                    ));
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn the_list_holds_what_is_needed_and_no_more() {
    let mut wrong = Vec::new();
    for tongue in tongues() {
        let mut used = BTreeSet::new();
        let mut hard = BTreeSet::new();
        for text in &tongue.texts {
            let plain = seen(&text.words);
            for word in tokens(&plain) {
                used.extend(tongue.unknown(word).into_iter().filter_map(|word| tongue.speller.listed(word)));
                hard.extend(tongue.speller.hard(word));
            }
        }
        let code = &tongue.facts.code;
        let spelling = |word: &str, what: &str| format!("content/words/{code}/spelling.json: {word}: {what}");
        for word in tongue.words.spelling.keys() {
            if word.split(' ').all(|word| tongue.speller.knows(word)) {
                wrong.push(spelling(word, "the dictionary knows it: take it off the list"));
            } else if !used.contains(word.as_str()) {
                wrong.push(spelling(word, "no text uses it: take it off the list"));
            }
        }
        wrong.extend(tongue.speller.wrong.iter().map(|(word, what)| spelling(word, what)));
        let listed = |word: &str, what: &str| format!("content/words/{code}/hard.json: {word}: {what}");
        for word in tongue.words.hard.keys() {
            if !tongue.speller.has_hard(word) {
                wrong.push(listed(word, "no headword of the dictionary: write its first form"));
            } else if !hard.contains(word.as_str()) {
                wrong.push(listed(word, "no text uses it: take it off the list"));
            }
        }
    }
    none(wrong);
}

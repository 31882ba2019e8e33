//! The lists themselves: what they name must be there.

use crate::{
    files::{Files, Map, TermWords, Why, Words},
    problem::Problems,
};

/// Notes entries of the lists that lean on nothing.
pub fn check(code: &str, words: &Words, files: &Files, problems: &Problems) {
    let file = format!("words/{code}/spelling.json");
    let units = words.units.values().flat_map(|unit| [&unit.one, &unit.other]);
    let short = words.figures.values().flat_map(|figure| &figure.labels).filter(|(key, _)| key.ends_with("-short"));
    let units: Vec<&str> = units.chain(short.map(|(_, text)| text)).flat_map(|text| text.split_whitespace()).collect();
    let is_unit = |word: &str| units.iter().any(|unit| akin(unit, word));
    let known = |term: &str| files.terms.contains_key(term);
    for (word, entry) in &words.spelling {
        let why = entry.why();
        for term in why.terms() {
            if !known(term) {
                let message = format!("there is no term “{term}”: why is a term's id, “name of <term>”, or “name”");
                problems.add(&file, word, message);
            } else if matches!(why, Why::Term(_)) && !is_of(word, term, &words.terms) {
                let message = format!(
                    "no name or synonym of the term “{term}” has this word: name the right term, or add a synonym"
                );
                problems.add(&file, word, message);
            }
        }
        if why == Why::Name && !word.contains(char::is_uppercase) && !is_unit(word) {
            let message = "a name has a capital letter, or is a unit: say which term explains this word";
            problems.add(&file, word, message);
        }
        if word.contains(char::is_whitespace) && why != Why::Name {
            problems.add(&file, word, "one word an entry, but for names");
        }
    }
    let file = format!("words/{code}/hard.json");
    for (word, term) in words.hard.iter().filter(|(_, term)| !known(term)) {
        problems.add(&file, word, format!("there is no term “{term}”"));
    }
}

/// Whether a word is one of a term's names, or a form of one.
fn is_of(word: &str, term: &str, terms: &Map<TermWords>) -> bool {
    let Some(term) = terms.get(term) else { return false };
    let names = [&term.name].into_iter().chain(&term.synonyms);
    let separate = |c: char| !c.is_alphanumeric() && c != '-';
    names
        .flat_map(|name| name.split(separate).chain(name.split(|c: char| !c.is_alphanumeric())))
        .any(|name| akin(name, word))
}

/// Whether two words share all but their last three letters.
fn akin(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let shorter = one.chars().count().min(other.chars().count());
    shared > 0 && (one == other || shared >= shorter.saturating_sub(3).max(3))
}

#[cfg(test)]
mod tests {
    use super::akin;

    #[test]
    fn forms_of_a_word_are_akin() {
        assert!(akin("окситоцинов", "окситоцин") && akin("невросекреция", "невросекреторна") && akin("OT", "ot"));
        assert!(!akin("матка", "майка") && !akin("OT", "OXTR"));
    }
}

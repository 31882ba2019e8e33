//! The glossary: sorted as its language sorts, found however one types.

use oxytocin_explainer::model::{
    Pack,
    search::{fold, matches},
};

use crate::real::packs;

/// The terms that a reader finds by typing.
fn found(pack: &Pack, query: &str) -> Vec<String> {
    let folded = fold(query);
    pack.terms.iter().filter(|term| matches(&term.key, &folded)).map(|term| term.id.to_string()).collect()
}

#[test]
fn one_word_meets_itself_in_both_alphabets() {
    let same = |words: &[&str]| {
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        assert!(folded.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {folded:?}");
    };
    same(&["Окситоцин", "oksitocin", "oksitotsin", "OKSITOTZIN", "окситоцин"]);
    same(&["плацента", "placenta", "platsenta", "Placenta"]);
    same(&["раждане", "razhdane", "Razhdane"]);
    same(&["жлеза", "zhleza", "ZHLEZA"]);
    same(&["хормон", "hormon", "khormon"]);
    same(&["œstrogen", "oestrogen", "estrogen"]);
    same(&["шийка", "shiyka", "shiika", "shijka"]);
    assert_ne!(fold("матка"), fold("мускул"));
}

#[test]
fn the_usual_ways_of_typing_the_cervix_meet_it() {
    for pack in packs() {
        for query in ["шийка", "ШИЙКА", "shiyka", "sheika", "sheyka", "cervix", "cerviks"] {
            assert!(
                found(&pack, query).contains(&"cervix".to_owned()),
                "{}: “{query}” ({}) does not find the cervix",
                pack.language.code,
                fold(query)
            );
        }
    }
}

#[test]
fn every_term_is_found_by_each_of_its_names() {
    for pack in packs() {
        for term in &pack.terms {
            let others = term.elsewhere.iter().map(|(_, name)| name).chain(&term.latin);
            for name in others.chain(&term.synonyms).chain([&term.name]) {
                assert!(found(&pack, name).contains(&term.id.to_string()), "{}: {name}", pack.language.code);
            }
        }
        assert_eq!(found(&pack, "").len(), pack.terms.len());
        assert_eq!(found(&pack, "xyzzy"), Vec::<String>::new());
        assert!(found(&pack, "OXYTOCIN").contains(&"oxytocin".to_owned()));
    }
}

#[test]
fn each_language_sorts_in_its_own_alphabet() {
    for pack in packs() {
        let is_plain = |c: char| match pack.language.code.as_str() {
            "bg" => matches!(c, 'а'..='я' | ' '),
            _ => matches!(c, 'a'..='z' | ' '),
        };
        let names: Vec<String> = pack.terms.iter().map(|term| term.name.to_lowercase()).collect();
        let plain: Vec<&String> = names.iter().filter(|name| name.chars().all(is_plain)).collect();
        assert!(plain.len() > 50, "{}: {} plain names", pack.language.code, plain.len());
        for pair in plain.windows(2) {
            assert!(pair[0] < pair[1], "{}: “{}” stands before “{}”", pack.language.code, pair[0], pair[1]);
        }
    }
}

#[test]
fn terms_tell_where_they_are_used_and_lead_on() {
    for pack in packs() {
        let used = pack.terms.iter().filter(|term| !term.chapters.is_empty()).count();
        assert!(used >= 40, "{used} terms are linked from a chapter");
        for term in &pack.terms {
            assert!(term.chapters.iter().all(|id| pack.chapter(id).is_some()), "{}", term.id);
            assert!(term.related.iter().all(|id| pack.term(id).is_some() && *id != term.id), "{}", term.id);
            assert!(
                term.elsewhere.iter().all(|(code, name)| *code != pack.language.code && !name.is_empty()),
                "{}",
                term.id
            );
            assert_eq!(term.elsewhere.len() + 1, pack.languages.len(), "{}", term.id);
        }
    }
}

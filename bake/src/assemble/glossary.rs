//! The glossary: entries sorted in the language's own alphabet, with keys for search.

use icu_collator::{Collator, options::CollatorOptions};
use icu_locale_core::Locale;
use oxytocin_explainer::model::{ChapterId, Term, TermId};

use super::desk::{Desk, Place};
use crate::files::TermFacts;

/// All terms, sorted. Call after chapters and figures: they tell where a term is used.
pub fn all(desk: &Desk) -> Vec<Term> {
    for id in desk.words.terms.keys().filter(|id| !desk.files.terms.contains_key(*id)) {
        let file = desk.words_file(&format!("terms/{id}.json"));
        desk.problems.add(&file, "", format!("words without facts: there is no facts/terms/{id}.json"));
    }
    let mut terms: Vec<Term> = desk.files.terms.iter().filter_map(|(id, facts)| term(desk, id, facts)).collect();
    let locale: Locale = desk.language.code.parse().unwrap_or(Locale::UNKNOWN);
    match Collator::try_new(locale.into(), CollatorOptions::default()) {
        Ok(collator) => terms.sort_by(|a, b| collator.compare(&a.name, &b.name)),
        Err(_) => terms.sort_by(|a, b| a.name.cmp(&b.name)),
    }
    terms
}

fn term(desk: &Desk, id: &str, facts: &TermFacts) -> Option<Term> {
    let file = desk.words_file(&format!("terms/{id}.json"));
    let Some(words) = desk.words.terms.get(id) else {
        desk.problems.add(&file, "", "this term has no words in this language");
        return None;
    };
    let fact_file = format!("facts/terms/{id}.json");
    for related in facts.related.iter().filter(|related| !desk.files.terms.contains_key(*related)) {
        desk.problems.add(&fact_file, "related", format!("there is no term “{related}”"));
    }
    let place = |key: &str| Place::new(&file, key);
    desk.check_filled(&place("name"), &words.name);
    desk.check_filled(&place("definition"), &words.definition);
    desk.check_length(&place("name"), &words.name, 70);
    desk.check_length(&place("definition"), &words.definition, 260);
    let elsewhere: Vec<(String, String)> = desk
        .files
        .words
        .iter()
        .filter(|(code, _)| **code != desk.language.code)
        .filter_map(|(code, words)| Some((code.clone(), words.terms.get(id)?.name.clone())))
        .collect();
    let chapters = desk.uses.borrow().terms.get(id).cloned().unwrap_or_default();
    let mut chapters: Vec<_> = chapters.into_iter().collect();
    chapters.sort_by_key(|chapter| desk.files.chapters.get(chapter).map(|facts| facts.order));
    let term = Term {
        id: TermId::from(id),
        name: words.name.clone(),
        synonyms: words.synonyms.clone(),
        definition: desk.rich(&place("definition"), &words.definition).rich,
        latin: facts.latin.clone(),
        elsewhere,
        related: facts.related.iter().map(|id| TermId::from(id.as_str())).collect(),
        chapters: chapters.iter().map(|id| ChapterId::from(id.as_str())).collect(),
        key: String::new(),
    };
    Some(Term { key: term.folded(), ..term })
}

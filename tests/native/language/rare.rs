//! Every word that readers may not know is explained where it stands.

use std::collections::{BTreeMap, BTreeSet};

use bake::{
    files::Words,
    language::{links, seen, tokens},
};

use super::{Tongue, files, none, tongues};

/// Where words stand together, so that one explanation serves them all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Where<'a> {
    Chapter(&'a str),
    Figure(&'a str),
    Term(&'a str),
}

impl<'a> Where<'a> {
    /// Of a file; nothing for words that stand everywhere (buttons, units, notices).
    fn of(file: &'a str) -> Option<Self> {
        let mut path = file.strip_suffix(".json")?.rsplit('/');
        let id = path.next()?;
        match path.next()? {
            "chapters" => Some(Self::Chapter(id)),
            "figures" => Some(Self::Figure(id)),
            "terms" => Some(Self::Term(id)),
            _ => None,
        }
    }

    fn advice(self, word: &str, term: &str) -> String {
        match self {
            Self::Chapter(_) => format!("link it once in this chapter: [{word}](see:{term})"),
            Self::Figure(_) => format!(
                "link it once in this figure, [{word}](see:{term}), give the part that it names \"term\": \"{term}\", \
                 or link it in each chapter that shows the figure"
            ),
            Self::Term(id) => format!("name “{term}” under related in content/facts/terms/{id}.json"),
        }
    }
}

/// The terms that are explained at each place.
fn explained(tongue: &Tongue) -> BTreeMap<Where<'_>, BTreeSet<String>> {
    let mut known: BTreeMap<Where, BTreeSet<String>> = BTreeMap::new();
    for text in &tongue.texts {
        if let Some(place) = Where::of(&text.file) {
            known.entry(place).or_default().extend(links(&text.words, "see").map(str::to_owned));
        }
    }
    for text in &tongue.texts {
        if let Some(place @ Where::Chapter(id)) = Where::of(&text.file) {
            // A part that a chapter points at explains its term.
            let terms = links(&text.words, "show").filter_map(|target| shown(id, target));
            known.entry(place).or_default().extend(terms.map(str::to_owned));
        }
    }
    for (id, term) in &files().terms {
        known.entry(Where::Term(id)).or_default().extend(term.related.iter().chain([id]).cloned());
    }
    for (id, figure) in &files().figures {
        let here = known.entry(Where::Figure(id)).or_default();
        here.extend(figure.parts.iter().filter_map(|part| part.term.clone()));
        let shown_in = files().chapters.iter().filter(|(_, chapter)| {
            chapter.sections.iter().filter_map(|section| section.figure.as_ref()).any(|place| place.id == *id)
        });
        let chapters: Vec<BTreeSet<String>> =
            shown_in.filter_map(|(id, _)| known.get(&Where::Chapter(id)).cloned()).collect();
        if let Some((first, rest)) = chapters.split_first() {
            let everywhere = first.iter().filter(|term| rest.iter().all(|chapter| chapter.contains(*term))).cloned();
            known.entry(Where::Figure(id)).or_default().extend(everywhere);
        }
    }
    known
}

/// The term of a part that a chapter's link names, as `part` or `figure/part`.
fn shown(chapter: &str, target: &str) -> Option<&'static str> {
    let files = files();
    let sections = files.chapters.get(chapter)?.sections.iter();
    let beside = sections.filter_map(|section| section.figure.as_ref()).map(|place| place.id.as_str());
    let (figures, id): (Vec<&str>, _) = match target.split_once('/') {
        Some((figure, part)) => (vec![figure], part),
        None => (beside.collect(), target),
    };
    let parts = figures.into_iter().filter_map(|figure| files.figures.get(figure)).flat_map(|figure| &figure.parts);
    parts.filter(|part| part.id == id).find_map(|part| part.term.as_deref())
}

/// The terms of which any one explains a word, if it is one that readers may not know.
fn terms<'a>(tongue: &'a Tongue, place: Where, word: &str) -> Vec<&'a str> {
    let Words { spelling, hard, .. } = tongue.words;
    match tongue.speller.listed(word) {
        Some(entry) if !tongue.speller.knows(word) => spelling[entry].why().terms(),
        // In the glossary itself the next entry explains a hard word.
        _ if matches!(place, Where::Term(_)) => Vec::new(),
        _ => tongue.speller.hard(word).map(|entry| hard[entry].as_str()).into_iter().collect(),
    }
}

#[test]
fn every_rare_word_is_explained_where_it_stands() {
    let mut wrong = Vec::new();
    for tongue in tongues() {
        let explained = explained(tongue);
        let mut told = BTreeSet::new();
        for text in &tongue.texts {
            let Some(place) = Where::of(&text.file) else { continue };
            let plain = seen(&text.words);
            let words = tokens(&plain).into_iter().flat_map(|word| [vec![word], tongue.unknown(word)].concat());
            for word in words {
                let terms = terms(tongue, place, word);
                let Some(term) = terms.first().copied() else { continue };
                let here = explained.get(&place);
                let known = terms.iter().any(|term| here.is_some_and(|here| here.contains(*term)));
                if !known && told.insert((place, term)) {
                    wrong.push(format!(
                        "content/{}: {}: “{word}” is a rare word: {}",
                        text.file,
                        text.key,
                        place.advice(word, term)
                    ));
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn places_are_told_from_files() {
    assert_eq!(Where::of("words/bg/chapters/labour.json"), Some(Where::Chapter("labour")));
    assert_eq!(Where::of("words/bg/figures/molecule.json"), Some(Where::Figure("molecule")));
    assert_eq!(Where::of("words/bg/interface.json"), None);
}

//! From files to packs: every link followed, every number set, every problem noted.

mod about;
mod chapters;
mod desk;
mod drawing;
mod extent;
mod figures;
mod glossary;
mod ladder;
mod numbers;
mod outline;
mod reach;
mod rich;
mod rules;

use oxytocin_explainer::model::{
    Chapter, Inline, Language, Notice, NoticeId, NoticePlace, Pack, Parameters, Source, SourceId, Word,
};

use crate::{
    drawn::Undrawn,
    files::{Files, NoticeWords},
    problem::Problems,
};
use desk::{Desk, Place};

/// Puts together one pack a language. With problems noted, the packs are good only to look at.
pub fn packs(files: &Files, problems: &Problems) -> Vec<Undrawn> {
    let order = reach::source_order(files);
    let desks: Vec<Desk> =
        files.languages.iter().filter_map(|language| Desk::new(files, problems, language, &order)).collect();
    let packs = desks.iter().map(pack).collect();
    reach::check(files, &desks, problems);
    packs
}

fn pack(desk: &Desk) -> Undrawn {
    rules::check_words(desk);
    let chapters = chapters::all(desk);
    let (figures, numbers) = figures::all(desk, &chapters);
    let notices = notices(desk);
    let terms = glossary::all(desk);
    let pack = Pack {
        language: Language::from(desk.language),
        languages: desk.files.languages.iter().map(Language::from).collect(),
        sources: sources(desk, &chapters),
        about: about::all(desk),
        words: interface(desk),
        parameters: parameters(desk),
        chapters,
        figures,
        terms,
        notices,
    };
    Undrawn { pack, numbers }
}

fn notices(desk: &Desk) -> Vec<Notice> {
    let file = desk.words_file("notices.json");
    for id in desk.words.notices.keys().filter(|id| !desk.files.notices.contains_key(*id)) {
        desk.problems.add(&file, id, "words without facts: facts/notices.json has no such notice");
    }
    let list = |id: &str, field: &str, items: &[String]| {
        let rich = |(index, text): (usize, &String)| {
            desk.rich(&Place::new(&file, format!("{id}.{field}[{index}]")), text).rich
        };
        items.iter().enumerate().map(rich).collect()
    };
    desk.files
        .notices
        .iter()
        .filter_map(|(id, facts)| {
            let Some(words) = desk.words.notices.get(id) else {
                desk.problems.add(&file, id, "this notice has no words in this language");
                return None;
            };
            desk.check_sources("facts/notices.json", id, &facts.sources);
            check_notice(desk, &file, id, words);
            let notice = Notice {
                id: NoticeId::from(id.as_str()),
                title: words.title.clone(),
                text: desk
                    .rich(&Place::new(&file, format!("{id}.text")), &words.text)
                    .with_citations(desk, &facts.sources),
                items: list(id, "items", &words.items),
                urgent: desk.rich(&Place::new(&file, format!("{id}.urgent")), &words.urgent).rich,
                urgent_items: list(id, "urgent_items", &words.urgent_items),
                place: facts.place.into(),
            };
            if notice.place == NoticePlace::Start && leads_on(&notice) {
                let message = "a notice before all chapters leads nowhere, so it has no sources and no links; a chapter can have it";
                desk.problems.add("facts/notices.json", id, message);
            }
            Some(notice)
        })
        .collect()
}

/// Whether there is something in a notice that opens, or leads to another place.
fn leads_on(notice: &Notice) -> bool {
    let lists = notice.items.iter().chain(&notice.urgent_items);
    let all = lists.chain([&notice.text, &notice.urgent]).flatten();
    all.into_iter().any(|inline| !matches!(inline, Inline::Text(_) | Inline::Emphasis(_) | Inline::Emergency(_)))
}

/// Complains of texts that are empty, and of lists that are shorter or longer than in the source language.
fn check_notice(desk: &Desk, file: &str, id: &str, words: &NoticeWords) {
    let filled = |key: &str, text: &str| desk.check_filled(&Place::new(file, format!("{id}.{key}")), text);
    filled("title", &words.title);
    filled("text", &words.text);
    let source = desk.files.languages.first().map(|language| language.code.as_str()).unwrap_or_default();
    let there = desk.files.words.get(source).and_then(|words| words.notices.get(id)).unwrap_or(words);
    let lists = [("items", &words.items, &there.items), ("urgent_items", &words.urgent_items, &there.urgent_items)];
    for (key, items, there) in lists {
        for (index, item) in items.iter().enumerate() {
            filled(&format!("{key}[{index}]"), item);
        }
        if items.len() != there.len() {
            let message = format!("{} items, {} in “{source}”", items.len(), there.len());
            desk.problems.add(file, &format!("{id}.{key}"), message);
        }
    }
}

fn sources(desk: &Desk, chapters: &[Chapter]) -> Vec<Source> {
    let cites = |text: &[Inline], index: usize| text.contains(&Inline::Cite(index as u16));
    desk.order
        .iter()
        .enumerate()
        .filter_map(|(index, id)| {
            let facts = desk.files.sources.get(id)?;
            Some(Source {
                id: SourceId::from(id.as_str()),
                authors: facts.authors.clone(),
                title: facts.title.clone(),
                place: facts.place.clone(),
                year: facts.year,
                url: facts.url.clone(),
                seen: facts.seen.into(),
                chapters: chapters
                    .iter()
                    .filter(|chapter| chapter.claims().any(|claim| cites(&claim.text, index)))
                    .map(|chapter| chapter.id.clone())
                    .collect(),
            })
        })
        .collect()
}

fn interface(desk: &Desk) -> Vec<String> {
    let file = desk.words_file("interface.json");
    for key in desk.words.interface.keys() {
        if !Word::ALL.iter().any(|word| word.key() == key) {
            desk.problems.add(&file, key, "the interface has no such word");
        }
    }
    Word::ALL
        .iter()
        .map(|word| {
            let words = desk.words.interface.get(word.key());
            match words {
                Some(words) => desk.check_filled(&Place::new(&file, word.key()), words),
                None => desk.problems.add(&file, word.key(), "this word is missing in this language"),
            }
            words.cloned().unwrap_or_default()
        })
        .collect()
}

fn parameters(desk: &Desk) -> Parameters {
    let file = "facts/physiology.json";
    for (key, facts) in &desk.files.physiology {
        desk.check_sources(file, key, &facts.sources);
        if !Parameters::KEYS.contains(&key.as_str()) {
            desk.problems.add(file, key, "the labour model has no such parameter");
        }
        if facts.kind == crate::files::small::ParameterKind::Measured && facts.sources.is_empty() {
            desk.problems.add(file, key, "a number without a source");
        }
    }
    Parameters::from_values(|key| match desk.files.physiology.get(key) {
        Some(facts) => facts.value,
        None => {
            desk.problems.add(file, key, "this parameter of the labour model is missing");
            0.0
        }
    })
}

//! What is reached from what: the order of sources, and entries that nothing reaches.

use std::collections::BTreeSet;

use super::desk::Desk;
use crate::{
    files::{Files, small::NoticePlace},
    problem::Problems,
};

/// Source ids in the order in which a reader first meets them, the same in every language.
pub fn source_order(files: &Files) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    let mut chapters: Vec<_> = files.chapters.values().collect();
    chapters.sort_by_key(|chapter| chapter.order);
    let claims = chapters.iter().flat_map(|chapter| {
        let sections = chapter.sections.iter().flat_map(|section| {
            let figure = section.figure.iter().filter_map(|place| files.figures.get(&place.id));
            let claims = section.claims.iter().flat_map(|claim| &claim.sources);
            claims.chain(figure.flat_map(|figure| &figure.sources))
        });
        sections.chain(chapter.depth.iter().flat_map(|claim| &claim.sources))
    });
    let rest = (files.figures.values().flat_map(|figure| &figure.sources))
        .chain(files.notices.values().flat_map(|notice| &notice.sources))
        .chain(files.quantities.values().flat_map(|(_, quantity)| &quantity.sources))
        .chain(files.physiology.values().flat_map(|parameter| &parameter.sources));
    for id in claims.chain(rest) {
        if files.sources.contains_key(id) && !order.contains(id) {
            order.push(id.clone());
        }
    }
    order
}

/// Notes terms, quantities, sources and figures that nothing reaches, and quantities without ground.
pub fn check(files: &Files, desks: &[Desk], problems: &Problems) {
    let order = source_order(files);
    for id in files.sources.keys().filter(|id| !order.contains(id)) {
        problems.add("sources.json", id, "nothing cites this source");
    }
    let reached = reached_terms(files, desks);
    for id in files.terms.keys().filter(|id| !reached.contains(*id)) {
        problems.add(
            &format!("facts/terms/{id}.json"),
            "",
            "nothing reaches this term: link to it with see:, or name it under related",
        );
    }
    for (id, (file, quantity)) in &files.quantities {
        if !desks.iter().any(|desk| desk.uses.borrow().quantities.contains(id)) {
            problems.add(file, id, "nothing prints or draws this quantity");
        }
        if quantity.sources.is_empty() {
            problems.add(file, id, "a number without a source");
        }
        if quantity.value.is_some() == quantity.range.is_some() {
            problems.add(file, id, "give either value or range");
        }
        for source in quantity.sources.iter().filter(|source| !files.sources.contains_key(*source)) {
            problems.add(file, id, format!("there is no source “{source}” in sources.json"));
        }
    }
    let shown: BTreeSet<_> = files
        .chapters
        .values()
        .flat_map(|chapter| &chapter.sections)
        .filter_map(|section| section.figure.as_ref())
        .map(|place| &place.id)
        .collect();
    for id in files.figures.keys().filter(|id| !shown.contains(id)) {
        problems.add(&format!("facts/figures/{id}.json"), "", "no section shows this figure");
    }
    let at_chapters = files.notices.iter().filter(|(_, notice)| notice.place == NoticePlace::Chapter);
    for (id, _) in at_chapters.filter(|(id, _)| !files.chapters.values().any(|chapter| chapter.notices.contains(id))) {
        problems.add("facts/notices.json", id, "no chapter shows this notice");
    }
    let mut claims = BTreeSet::new();
    for (id, chapter) in &files.chapters {
        for claim in chapter.sections.iter().flat_map(|section| &section.claims).chain(&chapter.depth) {
            if !claims.insert(&claim.id) {
                problems.add(&format!("facts/chapters/{id}.json"), &claim.id, "another claim has this id");
            }
        }
    }
}

/// Terms linked to from text or figures, and the terms related to them, as far as that goes.
fn reached_terms(files: &Files, desks: &[Desk]) -> BTreeSet<String> {
    let mut reached: BTreeSet<String> =
        desks.iter().flat_map(|desk| desk.uses.borrow().terms.keys().cloned().collect::<Vec<_>>()).collect();
    let mut fresh: Vec<String> = reached.iter().cloned().collect();
    while let Some(id) = fresh.pop() {
        let related = files.terms.get(&id).map_or(&[][..], |term| &term.related);
        fresh.extend(related.iter().filter(|id| reached.insert((*id).clone())).cloned());
    }
    reached
}

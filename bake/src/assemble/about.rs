//! "About": what the HONcode and the JAMA benchmarks ask of whoever informs people about their health.

use oxytocin_explainer::model::About;

use super::desk::{Desk, Place};

/// The items that must be there, in the order in which they are shown.
const ITEMS: [&str; 10] =
    ["authors", "review", "purpose", "sources", "balance", "privacy", "funding", "contact", "updates", "licence"];

/// Every item, or a complaint for each that is missing.
pub fn all(desk: &Desk) -> Vec<About> {
    let file = desk.words_file("about.json");
    for id in desk.words.about.keys().filter(|id| !ITEMS.contains(&id.as_str())) {
        desk.problems.add(&file, id, "there is no such item of “About”");
    }
    let item = |id: &&str| {
        let Some(words) = desk.words.about.get(*id) else {
            desk.problems.add(&file, id, "“About” must say this: give it a title and a text");
            return None;
        };
        let place = |key: &str| Place::new(&file, format!("{id}.{key}"));
        desk.check_filled(&place("title"), &words.title);
        desk.check_filled(&place("text"), &words.text);
        Some(About { title: words.title.clone(), text: desk.rich(&place("text"), &words.text).rich })
    };
    ITEMS.iter().filter_map(item).collect()
}

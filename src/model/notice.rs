//! Notices of care: what the explainer must say beside what it explains.

use super::{id::NoticeId, packed::packed, rich::Rich};

/// One notice.
#[derive(Clone, PartialEq, Debug)]
pub struct Notice {
    /// Its name in hooks.
    pub id: NoticeId,
    /// Its heading.
    pub title: String,
    /// What it says first.
    pub text: Rich,
    /// A list under it.
    pub items: Vec<Rich>,
    /// What is urgent, introduced in one sentence.
    pub urgent: Rich,
    /// The list of what is urgent.
    pub urgent_items: Vec<Rich>,
    /// Where it stands.
    pub place: NoticePlace,
}

/// Where a notice stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoticePlace {
    /// Before the first chapter, always in sight there.
    Start,
    /// At the end of each chapter that names it.
    Chapter,
}

packed!(struct Notice { id, title, text, items, urgent, urgent_items, place });
packed!(
    enum NoticePlace {
        Start,
        Chapter,
    }
);

//! The slim line of chapters, always telling where one is.

use yew::prelude::*;

use super::{context::Explain, reveal};
use crate::model::{ChapterId, Word};

/// Links to all chapters, the glossary and the sources; `place` is the chapter being read.
pub fn chapter_nav(explain: &Explain, place: Option<&ChapterId>) -> Html {
    let link = |href: String, selector: String, words: &str, here: bool| {
        let current = here.then_some("location");
        if explain.live() {
            html! { <a {href} aria-current={current} onclick={reveal::on_click(selector)}>{words.to_owned()}</a> }
        } else {
            html! { <a {href}>{words.to_owned()}</a> }
        }
    };
    let chapters = explain.pack.chapters.iter().map(|chapter| {
        let (id, here) = (&chapter.id, place == Some(&chapter.id));
        html! { <li key={id.shared()}>{link(format!("#{id}"), format!("[data-chapter=\"{id}\"]"), &chapter.short, here)}</li> }
    });
    let ends = [("glossary", Word::Glossary), ("sources", Word::Sources)].map(|(id, word)| {
        html! { <li key={id}>{link(format!("#{id}"), format!("#{id}"), explain.word(word), false)}</li> }
    });
    html! {
        <nav class="chapters" part="nav" aria-label={explain.word(Word::Chapters).to_owned()}>
            <ol>{for chapters.chain(ends)}</ol>
        </nav>
    }
}

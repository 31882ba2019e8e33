//! The slim line of chapters, always telling where one is.

use yew::prelude::*;

use super::context::Explain;
use crate::model::{ChapterId, Word};

/// Links to all chapters, the glossary and the sources; `place` is the chapter being read.
pub fn chapter_nav(explain: &Explain, place: Option<&ChapterId>) -> Html {
    let link = |id: &str, words: &str, here: bool| {
        html! { <a href={format!("#{id}")} aria-current={here.then_some("location")}>{words.to_owned()}</a> }
    };
    let chapters = explain.pack.chapters.iter().map(|chapter| {
        let id = &chapter.id;
        html! { <li key={id.shared()}>{link(id.as_str(), &chapter.short, place == Some(id))}</li> }
    });
    let ends = [("glossary", Word::Glossary), ("sources", Word::Sources)].map(|(id, word)| {
        html! { <li key={id}>{link(id, explain.word(word), false)}</li> }
    });
    html! {
        <nav class="chapters" part="nav" aria-label={explain.word(Word::Chapters).to_owned()}>
            <ol>{for chapters.chain(ends)}</ol>
        </nav>
    }
}

//! The slim line of chapters, always telling where one is.

use yew::prelude::*;

use super::{context::Explain, state::Place};
use crate::model::Word;

/// Links to all chapters, the glossary and the sources; `place` is where the reader is.
pub fn chapter_nav(explain: &Explain, place: Option<&Place>) -> Html {
    let link = |id: &str, words: &str| {
        let here = place.is_some_and(|place| place.id() == id);
        html! { <a href={format!("#{id}")} aria-current={here.then_some("location")}>{words.to_owned()}</a> }
    };
    let chapters = explain.pack.chapters.iter().map(|chapter| {
        let id = &chapter.id;
        html! { <li key={id.shared()}>{link(id.as_str(), &chapter.short)}</li> }
    });
    let ends = [(Place::Glossary, Word::Glossary), (Place::Sources, Word::Sources)].map(|(end, word)| {
        html! { <li key={end.id()}>{link(end.id(), explain.word(word))}</li> }
    });
    html! {
        <nav class="chapters" part="nav" aria-label={explain.word(Word::Chapters).to_owned()}>
            <ol>{for chapters.chain(ends)}</ol>
        </nav>
    }
}

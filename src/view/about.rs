//! What the explainer says of itself: who wrote it, who paid, what is kept of readers.

use yew::prelude::*;

use super::{context::Explain, prose::prose};
use crate::model::Word;

/// "About", after the sources.
pub fn about(explain: &Explain) -> Html {
    let items = explain.library.about().into_iter().enumerate().map(|(index, item)| {
        html! {
            <div key={index}>
                <dt>{item.title}</dt>
                <dd>{prose(explain, &item.text, "about")}</dd>
            </div>
        }
    });
    html! {
        <section class="about" part="notice" id="about" aria-labelledby="about-title">
            <h2 id="about-title">{explain.word(Word::About).to_owned()}</h2>
            <dl>{for items}</dl>
        </section>
    }
}

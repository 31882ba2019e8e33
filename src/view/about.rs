//! What the explainer says of itself: who wrote it, who paid, what is kept of readers.

use yew::prelude::*;

use super::{context::Explain, prose::prose};
use crate::figures::{kept::Kept, piece::Piece, signal::Signal, still::Around};
use crate::model::{More, Word};

/// "About", after the sources.
#[derive(PartialEq)]
pub struct OfItself(pub Explain);

impl Piece for OfItself {
    fn draw(&self, kept: &Kept) -> Html {
        let Self(explain) = self;
        let list = || {
            let items = explain.library.about().into_iter().map(|item| {
                html! { <div><dt>{item.title}</dt><dd>{prose(explain, &item.text, "about")}</dd></div> }
            });
            html! { <dl>{for items}</dl> }
        };
        html! {
            <section class="about" part="notice" id="about" aria-labelledby="about-title">
                <h2 id="about-title">{explain.word(Word::About).to_owned()}</h2>
                {kept.once(("about", usize::from(explain.library.has_more()), 0), Around::Page, &list)}
            </section>
        }
    }

    fn signal(&self) -> Option<Signal> {
        Some(self.0.library.signal(More::NAME))
    }
}

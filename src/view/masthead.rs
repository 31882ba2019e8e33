//! The head of the explainer: title, languages, the notices that come first.

use yew::prelude::*;

use super::{
    context::Explain,
    deeds::Deed,
    notice::{Stands, notices},
};
use crate::figures::{kept::Kept, piece::Piece};
use crate::model::{NoticePlace, Word};

/// Title, language switch and first notices.
#[derive(PartialEq)]
pub struct Masthead(pub Explain);

impl Piece for Masthead {
    fn draw(&self, kept: &Kept) -> Html {
        let Self(explain) = self;
        let first =
            explain.pack.notices.iter().filter(|notice| notice.place == NoticePlace::Start).map(|notice| &notice.id);
        html! {
            <header class="masthead">
                {languages(explain)}
                <h1>{explain.word(Word::Title).to_owned()}</h1>
                <p class="subtitle">{explain.word(Word::Subtitle).to_owned()}</p>
                {notices(explain, first, &Stands::First, kept)}
            </header>
        }
    }
}

fn languages(explain: &Explain) -> Html {
    let links = explain.pack.languages.iter().map(|language| {
        let code = language.code.clone();
        let here = code == explain.pack.language.code;
        let current = here.then_some("true");
        let link = if explain.live() {
            html! { <button type="button" lang={code.clone()} aria-current={current} data-deed={Deed::Speak.on("", &code)}>{&language.name}</button> }
        } else {
            html! { <a href={explain.language_links.replace("{}", &code)} lang={code.clone()} hreflang={code.clone()} aria-current={current}>{&language.name}</a> }
        };
        html! { <li key={code}>{link}</li> }
    });
    html! {
        <nav class="languages" aria-label={explain.word(Word::Languages).to_owned()}>
            <ul>{for links}</ul>
        </nav>
    }
}

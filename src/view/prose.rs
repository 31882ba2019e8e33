//! Rich text on the page: glossary links, links to figures, citations.

use yew::prelude::*;

use super::{context::Explain, deeds};
use crate::model::{Inline, Word};

/// Rich text at a place of its own, under which its notes open.
pub fn prose(explain: &Explain, rich: &[Inline], at: &str) -> Html {
    let before = std::iter::once(None).chain(rich.iter().map(Some));
    let pieces = rich.iter().zip(before).enumerate().map(|(key, (inline, before))| piece(explain, inline, before, key));
    html! { <span class="prose" data-at={explain.live().then(|| at.to_owned())}>{for pieces}</span> }
}

/// One piece. What lives may be drawn again in another language: there each has a key, and so words an element.
fn piece(explain: &Explain, inline: &Inline, before: Option<&Inline>, key: usize) -> Html {
    let said = |words: &str| match explain.live() {
        true => html! { <span {key}>{words.to_owned()}</span> },
        false => html! { {words.to_owned()} },
    };
    match inline {
        Inline::Text(words) => said(words),
        Inline::Emergency(number) => html! { <strong {key}>{explain.emergency.as_ref().unwrap_or(number)}</strong> },
        Inline::Emphasis(words) => html! { <em {key}>{words}</em> },
        Inline::Term(term, words) => {
            let opens = Opens { key, term: Some(term.shared().into()), href: explain.entry(term), name: None };
            opens.view(explain, html! { {words} })
        }
        Inline::Cite(index) => {
            let number = index + 1;
            let name = Some(format!("{} {number}", explain.word(Word::Source)));
            let opens = Opens { key, term: None, href: deeds::to_source(*index), name };
            let comma = matches!(before, Some(Inline::Cite(_))).then_some(",");
            html! { <sup {key}>{comma}{opens.view(explain, html! { {number} })}</sup> }
        }
        Inline::Part(figure, _, words) if !explain.shows(figure) => said(words),
        Inline::Part(figure, part, words) => {
            let role = explain.live().then_some("button");
            let show = role.map(|_| format!("{figure}/{part}"));
            html! { <a {key} class="show" {role} href={format!("#figure-{figure}")} data-show={show}>{words}</a> }
        }
        Inline::Chapter(_, words) if !explain.whole() => said(words),
        Inline::Chapter(chapter, words) => html! { <a {key} class="go" href={format!("#{chapter}")}>{words}</a> },
    }
}

/// A link to a list entry in the article; in the living widget, a button that opens it as a note right here.
struct Opens {
    key: usize,
    /// The term that it leads to; else it leads to a source.
    term: Option<AttrValue>,
    href: String,
    name: Option<String>,
}

impl Opens {
    fn view(self, explain: &Explain, words: Html) -> Html {
        let Self { key, term, href, name } = self;
        let class = if term.is_some() { "term" } else { "cite" };
        if !explain.live() {
            return html! { <a {key} {class} {href} aria-label={name}>{words}</a> };
        }
        let part = term.is_some().then_some("term");
        html! {
            <a {key} {class} {href} data-term={term} {part} role="button" aria-label={name} aria-expanded="false">{words}</a>
        }
    }
}

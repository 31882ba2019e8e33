//! Rich text on the page: glossary links, links to figures, citations.

use yew::prelude::*;

use super::{
    context::Explain,
    reveal,
    state::{About, Action, Note},
};
use crate::model::{Inline, Word};

/// Rich text at a place of its own; the note open there, if any, marks its link.
pub fn prose(explain: &Explain, rich: &[Inline], at: &str, open: Option<&About>) -> Html {
    let pieces = rich.iter().enumerate().map(|(key, inline)| piece(explain, inline, key, at, open));
    html! { <span class="prose">{for pieces}</span> }
}

/// One piece. What lives may be drawn again in another language: there each has a key, and so words an element.
fn piece(explain: &Explain, inline: &Inline, key: usize, at: &str, open: Option<&About>) -> Html {
    let said = |words: &str| match explain.live() {
        true => html! { <span {key}>{words.to_owned()}</span> },
        false => html! { {words.to_owned()} },
    };
    match inline {
        Inline::Text(words) => said(words),
        Inline::Emergency(number) => said(explain.emergency.as_ref().unwrap_or(number)),
        Inline::Emphasis(words) => html! { <em {key}>{words}</em> },
        Inline::Term(term, words) => {
            let link = NoteLink {
                key,
                term: Some(term.shared().into()),
                href: explain.entry(term),
                note: Note { at: at.into(), about: About::Term(term.clone()) },
                open: matches!(open, Some(About::Term(id)) if id == term),
            };
            link.view(explain, html! { {words} }, None)
        }
        Inline::Cite(index) => cite(explain, *index, key, at, open),
        Inline::Part(figure, _, words) if !explain.shows(figure) => said(words),
        Inline::Part(figure, part, words) => {
            let href = format!("#figure-{figure}");
            if !explain.live() {
                return html! { <a {key} class="show" {href}>{words}</a> };
            }
            let show = {
                let (explain, figure, part) = (explain.clone(), figure.clone(), part.clone());
                move || explain.show(&figure, &part)
            };
            let onclick = {
                let show = show.clone();
                Callback::from(move |event: MouseEvent| {
                    if reveal::takes(&event) {
                        show();
                    }
                })
            };
            let onkeydown = reveal::on_space(Callback::from(move |()| show()));
            html! { <a {key} class="show" role="button" {href} data-show={format!("{figure}/{part}")} {onclick} {onkeydown}>{words}</a> }
        }
        Inline::Chapter(_, words) if !explain.whole() => said(words),
        Inline::Chapter(chapter, words) => {
            let href = format!("#{chapter}");
            if explain.live() {
                let onclick = reveal::on_click(format!("[data-chapter=\"{chapter}\"]"));
                html! { <a {key} class="go" {href} {onclick}>{words}</a> }
            } else {
                html! { <a {key} class="go" {href}>{words}</a> }
            }
        }
    }
}

fn cite(explain: &Explain, index: u16, key: usize, at: &str, open: Option<&About>) -> Html {
    let number = index + 1;
    let link = NoteLink {
        key,
        term: None,
        href: format!("#source-{number}"),
        note: Note { at: at.into(), about: About::Source(index) },
        open: open == Some(&About::Source(index)),
    };
    let name = format!("{} {number}", explain.word(Word::Source));
    html! { <sup {key}>{link.view(explain, html! { {number} }, Some(name))}</sup> }
}

/// A link to a list entry in the article; in the living widget, a button that opens it as a note right here.
struct NoteLink {
    key: usize,
    /// The term that it leads to; else it leads to a source.
    term: Option<AttrValue>,
    href: String,
    note: Note,
    open: bool,
}

impl NoteLink {
    fn view(self, explain: &Explain, words: Html, name: Option<String>) -> Html {
        let Self { key, term, href, note, open } = self;
        let (class, part) = if term.is_some() { ("term", Some("term")) } else { ("cite", None) };
        if !explain.live() {
            return html! { <a {key} {class} {href} data-term={term} {part} aria-label={name}>{words}</a> };
        }
        let controls = super::note::id(&note.at);
        let toggle = explain.dispatch.reform(move |()| Action::Toggle(note.clone()));
        let onclick = {
            let toggle = toggle.clone();
            Callback::from(move |event: MouseEvent| {
                if reveal::takes(&event) {
                    toggle.emit(());
                }
            })
        };
        html! {
            <a {key} {class} {href} data-term={term} {part} role="button" aria-label={name} aria-expanded={open.to_string()}
                aria-controls={open.then_some(controls)} {onclick} onkeydown={reveal::on_space(toggle)}>{words}</a>
        }
    }
}

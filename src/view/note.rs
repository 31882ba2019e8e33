//! The note that opens under a text: a glossary entry or a source.

use yew::prelude::*;

use super::{
    away::away, context::Explain, deeds::Deed, glossary::names, prose::prose, sources::reference, state::About,
};
use crate::figures::{
    kept::Kept,
    piece::{Piece, piece},
    signal::Signal,
};
use crate::model::{More, Word};

/// The id of the note under a text.
pub fn id(at: &str) -> String {
    format!("note-{at}")
}

/// The note under a text, in a list of its own, so that nothing beside it is ever drawn anew.
pub fn note_place(explain: &Explain, at: &str, open: Option<&About>) -> Html {
    note_with(explain, at, open, || html! { <span hidden=true /> })
}

/// The same, with more to say of what a source supports.
pub fn note_with(explain: &Explain, at: &str, open: Option<&About>, ground: impl FnOnce() -> Html) -> Html {
    html! { <>{for open.map(|about| note(explain, at, about, ground()))}</> }
}

fn note(explain: &Explain, at: &str, about: &About, ground: Html) -> Html {
    let body = match about {
        About::Term(id) => match explain.pack.term(id) {
            Some(term) => html! {
                <>
                    <p class="note-name"><dfn>{&term.name}</dfn>{names(explain, term)}</p>
                    <p>{prose(explain, &term.definition, at)}</p>
                    <p class="note-more">{to_glossary(explain, &format!("#term-{id}"))}</p>
                </>
            },
            None => html! { <p>{id.to_string()}</p> },
        },
        About::Source(index) => html! {
            <>
                {piece("cited", Cited { explain: explain.clone(), index: *index })}
                <div>{ground}</div>
            </>
        },
    };
    let term = match about {
        About::Term(id) => Some(id.shared()),
        About::Source(_) => None,
    };
    html! {
        <div class="note" id={id(at)} role="note" data-note={term}>
            <div class="note-body">{body}</div>
            <button type="button" class="close" data-deed={Deed::Close.on("", "")} aria-label={explain.word(Word::Close).to_owned()}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3L13 13M13 3L3 13" /></svg>
            </button>
        </div>
    }
}

/// A source in a note; drawn again when the bibliography comes.
#[derive(PartialEq)]
struct Cited {
    explain: Explain,
    index: u16,
}

impl Piece for Cited {
    fn draw(&self, _kept: &Kept) -> Html {
        let Self { explain, index } = self;
        html! { <div>{away(explain, More::NAME, explain.library.has_more(), None)}<p>{reference(explain, *index)}</p></div> }
    }

    fn signal(&self) -> Option<Signal> {
        Some(self.explain.library.signal(More::NAME))
    }
}

fn to_glossary(explain: &Explain, href: &str) -> Html {
    if explain.whole() {
        html! { <a href={href.to_owned()}>{explain.word(Word::ToGlossary).to_owned()}</a> }
    } else {
        html! { <span hidden=true /> }
    }
}

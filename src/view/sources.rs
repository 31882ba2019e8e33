//! The bibliography.

use yew::prelude::*;

use super::{away::away, context::Explain, glossary::chapter_links};
use crate::figures::{
    kept::Kept,
    piece::Piece,
    signal::Signal,
    still::{Around, still},
};
use crate::model::{ChapterId, Inline, More, Seen, Source, Word};

/// The list of sources, numbered as they are cited.
#[derive(PartialEq)]
pub struct Sources {
    /// What every component is given.
    pub explain: Explain,
    /// The chapter whose sources are wanted; all of them otherwise.
    pub chapter: Option<ChapterId>,
    /// Whether all of it is drawn, or only its place and its title.
    pub drawn: bool,
}

impl Piece for Sources {
    fn draw(&self, _kept: &Kept) -> Html {
        let explain = &self.explain;
        let cited = self.chapter.as_ref().map(|chapter| cited(explain, chapter));
        let count = if self.drawn { explain.pack.sources.len() } else { 0 };
        let entries = (0..count).filter(|index| cited.as_ref().is_none_or(|cited| cited.contains(index)));
        let entries = entries.map(|index| {
            let number = index + 1;
            html! {
                <li key={number} id={format!("source-{number}")} value={number.to_string()} tabindex="-1">
                    {reference(explain, index as u16)}
                    {supports(explain, index as u16)}
                </li>
            }
        });
        html! {
            <section class="sources" part="sources" id="sources" aria-labelledby="sources-title">
                <h2 id="sources-title">{explain.word(Word::Sources).to_owned()}</h2>
                {away(explain, More::NAME, explain.library.has_more(), None)}
                {still(html! { <ol>{for entries}</ol> }, Around::Page)}
            </section>
        }
    }

    fn signal(&self) -> Option<Signal> {
        Some(self.explain.library.signal(More::NAME))
    }
}

/// The chapters that a source supports, where there is more than one to choose among.
fn supports(explain: &Explain, index: u16) -> Html {
    match explain.library.source(index).filter(|source| explain.whole() && !source.chapters.is_empty()) {
        Some(source) => html! {
            <span class="places"><span class="mark">{explain.word(Word::Supports).to_owned()}</span>{" "}{chapter_links(explain, &source.chapters)}</span>
        },
        None => html! { <span hidden=true /> },
    }
}

/// The indices of the sources that a chapter and its figures cite.
fn cited(explain: &Explain, chapter: &ChapterId) -> Vec<usize> {
    let Some(chapter) = explain.pack.chapter(chapter) else {
        return Vec::new();
    };
    let figures = chapter.figures().filter_map(|figure| explain.pack.figure(figure));
    let notices =
        explain.pack.notices.iter().filter(|notice| chapter.notices.contains(&notice.id)).map(|notice| &notice.text);
    let texts = chapter.claims().map(|claim| &claim.text).chain(notices);
    let claims = texts.flatten().filter_map(|inline| match inline {
        Inline::Cite(index) => Some(*index),
        _ => None,
    });
    claims.chain(figures.flat_map(|figure| figure.sources.iter().copied())).map(usize::from).collect()
}

/// A source as a bibliography prints it; empty until it is loaded.
pub fn reference(explain: &Explain, index: u16) -> Html {
    match explain.library.source(index) {
        Some(source) => late_reference(explain, &source),
        None => html! { <span class="reference" /> },
    }
}

/// The same when it is loaded; until then this must not be called, see `bake/src/site/split`.
#[inline(never)]
fn late_reference(explain: &Explain, source: &Source) -> Html {
    let title = match &source.url {
        Some(url) => html! { <a href={url.clone()} rel="noopener" target="_blank">{&source.title}</a> },
        None => html! { <cite>{&source.title}</cite> },
    };
    let seen = match source.seen {
        Seen::Abstract => Word::SeenAbstract,
        Seen::Excerpt => Word::SeenExcerpt,
        Seen::Title => Word::SeenTitle,
    };
    let authors = source.authors.as_ref().map(|authors| format!("{} ", authors.trim_end_matches('.').to_owned() + "."));
    html! {
        <span class="reference" lang="en">
            <span>{authors}</span>{title}<span>{format!(". {}. ", source.place.trim_end_matches('.'))}</span>
            <span class="seen" lang={explain.pack.language.code.clone()}>{explain.word(seen).to_owned()}</span>
        </span>
    }
}

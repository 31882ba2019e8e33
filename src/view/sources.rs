//! The bibliography.

use yew::prelude::*;

use super::context::Explain;
use crate::model::{ChapterId, Inline, Seen, Source, Word};

/// The list of sources, numbered as they are cited: all, or those of one chapter.
pub fn sources(explain: &Explain, chapter: Option<&ChapterId>) -> Html {
    let cited = chapter.map(|chapter| cited(explain, chapter));
    let entries = explain
        .pack
        .sources
        .iter()
        .enumerate()
        .filter(|(index, _)| cited.as_ref().is_none_or(|cited| cited.contains(index)));
    let entries = entries.map(|(index, source)| {
        html! {
            <li key={source.id.shared()} id={format!("source-{}", source.id)} value={(index + 1).to_string()} tabindex="-1">
                {reference(explain, source)}
            </li>
        }
    });
    html! {
        <section class="sources" part="sources" id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{explain.word(Word::Sources).to_owned()}</h2>
            <ol>{for entries}</ol>
        </section>
    }
}

/// The indices of the sources that a chapter and its figures cite.
fn cited(explain: &Explain, chapter: &ChapterId) -> Vec<usize> {
    let Some(chapter) = explain.pack.chapter(chapter) else {
        return Vec::new();
    };
    let figures = chapter.sections.iter().filter_map(|section| explain.pack.figure(&section.figure.as_ref()?.id));
    let notices =
        explain.pack.notices.iter().filter(|notice| chapter.notices.contains(&notice.id)).map(|notice| &notice.text);
    let texts = chapter.claims().map(|claim| &claim.text).chain(notices);
    let claims = texts.flatten().filter_map(|inline| match inline {
        Inline::Cite(index) => Some(*index),
        _ => None,
    });
    claims.chain(figures.flat_map(|figure| figure.sources.iter().copied())).map(usize::from).collect()
}

/// A source as a bibliography prints it.
pub fn reference(explain: &Explain, source: &Source) -> Html {
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

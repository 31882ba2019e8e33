//! The glossary: every term, in the language's own alphabet, with search as one types.

use yew::prelude::*;

use super::{context::Explain, prose::prose, reveal, state::Action};
use crate::figures::{
    kept::Kept,
    piece::{Piece, piece},
    still::{Around, still},
};
use crate::model::{ChapterId, Term, Word, replaced, search};

/// Up to so many entries a whole list is drawn at once.
const WHOLE: usize = 120;
/// So many of a longer list, and of what a search has found; readers ask for more.
const FIRST: usize = 20;
/// So many come each time.
const MORE: usize = 120;

/// What a reader looks for, and how many entries they have asked for besides the first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Wanted {
    /// The words, as typed.
    pub query: String,
    /// Entries besides the first.
    pub more: usize,
}

/// The whole glossary.
#[derive(PartialEq)]
pub struct Glossary {
    /// What every component is given.
    pub explain: Explain,
    /// What the reader looks for.
    pub wanted: Wanted,
    /// Whether all of it is drawn, or only its place and its title.
    pub drawn: bool,
}

impl Piece for Glossary {
    fn draw(&self, kept: &Kept) -> Html {
        let Self { explain, wanted, drawn } = self;
        let inside = if *drawn {
            found(explain, wanted, kept)
        } else {
            html! { <div hidden=true /> }
        };
        html! {
            <section class="glossary" part="glossary" id="glossary" tabindex="-1" aria-labelledby="glossary-title">
                <h2 id="glossary-title">{explain.word(Word::Glossary).to_owned()}</h2>
                {inside}
            </section>
        }
    }

    fn keeps(&self, before: &Self) -> bool {
        self.explain == before.explain
    }
}

/// The search field and what it has found: everything at first.
fn found(explain: &Explain, wanted: &Wanted, kept: &Kept) -> Html {
    let folded = search::fold(&wanted.query);
    let found: Vec<usize> = explain
        .pack
        .terms
        .iter()
        .enumerate()
        .filter(|(_, term)| search::matches(&term.key, &folded))
        .map(|(index, _)| index)
        .collect();
    let first = if folded.is_empty() && found.len() <= WHOLE { WHOLE } else { FIRST };
    let shown = if explain.live() { found.len().min(first + wanted.more) } else { found.len() };
    let entries = match found.len() <= WHOLE && shown == explain.pack.terms.len() {
        // All of them, as they stand while nobody searches.
        true => kept.once(("entries", 0, 0), Around::Page, &|| {
            html! { <dl>{for explain.pack.terms.iter().map(|term| entry(explain, term))}</dl> }
        }),
        false => {
            let found = found[..shown].iter();
            let pieces =
                found.map(|index| piece(explain.pack.terms[*index].id.shared(), Entry(explain.clone(), *index)));
            html! { <dl>{for pieces}</dl> }
        }
    };
    html! {
        <div>
            {search_field(explain, wanted, found.len())}
            {entries}
            {more(explain, wanted, found.len() - shown)}
        </div>
    }
}

fn search_field(explain: &Explain, wanted: &Wanted, count: usize) -> Html {
    if !explain.live() {
        return html! { <div hidden=true /> };
    }
    let oninput = explain.dispatch.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        Action::Find(Wanted { query: input.map(|input| input.value()).unwrap_or_default(), more: 0 })
    });
    let found = match count {
        0 => explain.word(Word::FoundNone).to_owned(),
        count => replaced(explain.word(Word::Found), "{count}", &count.to_string()),
    };
    html! {
        <div class="search">
            <label for="glossary-search">{explain.word(Word::Search).to_owned()}</label>
            <input id="glossary-search" type="search" autocomplete="off" spellcheck="false" value={wanted.query.clone()} {oninput} />
            <output for="glossary-search" role="status">{found}</output>
        </div>
    }
}

/// Asks for the entries that are not drawn yet.
fn more(explain: &Explain, wanted: &Wanted, left: usize) -> Html {
    if left == 0 {
        return html! { <p hidden=true /> };
    }
    let more = Wanted { more: wanted.more + MORE, ..wanted.clone() };
    let onclick = explain.dispatch.reform(move |event: MouseEvent| {
        // The button may go, and readers by keyboard are to come to what follows.
        if let Some(last) = reveal::find(&event, ".entry:last-child") {
            reveal::focus(&last);
        }
        Action::Find(more.clone())
    });
    let words = replaced(explain.word(Word::MoreFound), "{count}", &left.to_string());
    html! { <p class="buttons"><button type="button" part="control" data-control="more" {onclick}>{words}</button></p> }
}

/// One entry of the full list, by its term's index.
#[derive(PartialEq)]
struct Entry(Explain, usize);

impl Piece for Entry {
    fn draw(&self, _kept: &Kept) -> Html {
        let Self(explain, index) = self;
        still(entry(explain, &explain.pack.terms[*index]), Around::Page)
    }
}

fn entry(explain: &Explain, term: &Term) -> Html {
    html! {
        <div class="entry" id={format!("term-{}", term.id)} data-term={term.id.shared()} data-fact={format!("term-{}", term.id)} part="term" tabindex="-1">
            <dt><dfn>{&term.name}</dfn>{names(explain, term)}</dt>
            <dd>{prose(explain, &term.definition, "glossary")}{places(explain, term)}</dd>
        </div>
    }
}

/// The other names of a term: synonyms, other languages, Latin.
pub fn names(explain: &Explain, term: &Term) -> Html {
    let mut names: Vec<(Option<String>, String)> = Vec::new();
    if !term.synonyms.is_empty() {
        names.push((None, term.synonyms.join(", ")));
    }
    names.extend(term.elsewhere.iter().map(|(code, name)| (Some(code.clone()), name.clone())));
    names.extend(term.latin.iter().map(|name| (Some("la".into()), name.clone())));
    let names = names.into_iter().map(|(lang, name)| {
        let key = lang.clone().unwrap_or_default();
        let mark = match lang.as_deref() {
            Some("la") => format!("{} ", explain.word(Word::Latin)),
            Some(code) => format!("{code} "),
            None => format!("{} ", explain.word(Word::Also)),
        };
        html! { <span {key} class="other-name"><span class="mark">{mark}</span><span {lang}>{name}</span></span> }
    });
    html! { <span class="other-names">{for names}</span> }
}

/// Where a term is used, and its neighbours.
fn places(explain: &Explain, term: &Term) -> Html {
    if !explain.whole() {
        return html! { <span hidden=true /> };
    }
    let chapters = chapter_links(explain, &term.chapters);
    let related = term.related.iter().filter_map(|id| {
        let term = explain.pack.term(id)?;
        Some(html! { <li key={id.shared()}><a href={format!("#term-{id}")}>{&term.name}</a></li> })
    });
    let list = |word: Word, empty: bool, items: Html| {
        if empty {
            html! { <span hidden=true /> }
        } else {
            html! { <span class="places"><span class="mark">{explain.word(word).to_owned()}</span>{" "}{items}</span> }
        }
    };
    html! {
        <span class="all-places">
            {list(Word::Where, term.chapters.is_empty(), chapters)}
            {list(Word::SeeAlso, term.related.is_empty(), html! { <ul>{for related}</ul> })}
        </span>
    }
}

/// Links to chapters by title.
pub fn chapter_links(explain: &Explain, chapters: &[ChapterId]) -> Html {
    let items = chapters.iter().filter_map(|id| {
        let chapter = explain.pack.chapter(id)?;
        Some(html! { <li key={id.shared()}><a href={format!("#{id}")}>{&chapter.title}</a></li> })
    });
    html! { <ul>{for items}</ul> }
}

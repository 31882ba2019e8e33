//! The glossary: every term, in the language's own alphabet, with search as one types.

use yew::prelude::*;

use super::{context::Explain, prose::prose, reveal};
use crate::model::{ChapterId, Term, Word, search};

/// The properties of [`Glossary`].
#[derive(Properties, PartialEq)]
pub struct GlossaryProps {
    /// What every component is given.
    pub explain: Explain,
}

/// The whole glossary.
#[component]
pub fn Glossary(props: &GlossaryProps) -> Html {
    let explain = &props.explain;
    let query = use_state(String::new);
    let folded = search::fold(&query);
    let entries = explain.pack.terms.iter().filter(|term| search::matches(&term.key, &folded));
    let count = entries.clone().count();
    let entries = entries.map(|term| entry(explain, term));
    html! {
        <section class="glossary" part="glossary" id="glossary" tabindex="-1" aria-labelledby="glossary-title">
            <h2 id="glossary-title">{explain.word(Word::Glossary).to_owned()}</h2>
            {search_field(explain, &query, count)}
            <dl>{for entries}</dl>
        </section>
    }
}

fn search_field(explain: &Explain, query: &UseStateHandle<String>, count: usize) -> Html {
    if !explain.live() {
        return html! { <div hidden=true /> };
    }
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                query.set(input.value());
            }
        })
    };
    let found = match count {
        0 => explain.word(Word::FoundNone).to_owned(),
        count => explain.word(Word::Found).replace("{count}", &count.to_string()),
    };
    html! {
        <div class="search">
            <label for="glossary-search">{explain.word(Word::Search).to_owned()}</label>
            <input id="glossary-search" type="search" autocomplete="off" spellcheck="false" value={(**query).clone()} {oninput} />
            <output for="glossary-search" role="status">{found}</output>
        </div>
    }
}

/// One entry of the full list.
fn entry(explain: &Explain, term: &Term) -> Html {
    html! {
        <div key={term.id.shared()} class="entry" id={format!("term-{}", term.id)} data-term={term.id.shared()} data-fact={format!("term-{}", term.id)} part="term" tabindex="-1">
            <dt><dfn>{&term.name}</dfn>{names(explain, term)}</dt>
            <dd>{prose(explain, &term.definition, "glossary", None)}{places(explain, term)}</dd>
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
        Some(html! { <li key={id.shared()}>{link(explain, format!("#term-{id}"), format!("#term-{id}"), term.name.clone())}</li> })
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
        Some(html! { <li key={id.shared()}>{link(explain, format!("#{id}"), format!("[data-chapter=\"{id}\"]"), chapter.title.clone())}</li> })
    });
    html! { <ul>{for items}</ul> }
}

fn link(explain: &Explain, href: String, selector: String, words: String) -> Html {
    if explain.live() {
        html! { <a {href} onclick={reveal::on_click(selector)}>{words}</a> }
    } else {
        html! { <a {href}>{words}</a> }
    }
}

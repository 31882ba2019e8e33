//! A claim: a paragraph with its ground in sight.

use yew::prelude::*;

use super::{
    context::{Explain, use_explain},
    note::NotePlace,
    prose::prose,
    state::About,
};
use crate::model::{Certainty, ChapterId, Claim, Species, Word};

/// The properties of [`ClaimView`].
#[derive(Properties, PartialEq)]
pub struct ClaimProps {
    /// The chapter it stands in.
    pub chapter: ChapterId,
    /// Its place among the chapter's claims.
    pub index: usize,
    /// What is open under it.
    #[prop_or_default]
    pub open: Option<About>,
}

/// One claim.
#[component]
pub fn ClaimView(props: &ClaimProps) -> Html {
    let explain = use_explain();
    let Some(claim) = explain.pack.chapter(&props.chapter).and_then(|chapter| chapter.claims().nth(props.index)) else {
        return html! { <div class="claim" /> };
    };
    let at = claim.id.as_str();
    html! {
        <div class="claim" data-fact={claim.id.shared()}>
            <p>{prose(&explain, &claim.text, at, props.open.as_ref())}{ground(&explain, claim)}</p>
            <NotePlace at={at.to_owned()} open={props.open.clone()} />
        </div>
    }
}

/// What a reader must know of a claim's ground: that it is not closed, or not about people.
fn ground(explain: &Explain, claim: &Claim) -> Html {
    let certainty = match claim.certainty {
        Certainty::Established => None,
        Certainty::Likely => Some(Word::Likely),
        Certainty::Debated => Some(Word::Debated),
    };
    let human = claim.species.is_empty() || claim.species.contains(&Species::Human);
    let animals = claim.species.iter().filter(|_| !human).map(|species| match species {
        Species::Human => Word::Human,
        Species::Rat => Word::Rat,
        Species::Mouse => Word::Mouse,
        Species::Vole => Word::Vole,
        Species::GuineaPig => Word::GuineaPig,
        Species::Rabbit => Word::Rabbit,
    });
    let words: Vec<&str> = certainty.into_iter().chain(animals).map(|word| explain.word(word)).collect();
    if words.is_empty() {
        html! { <span hidden=true /> }
    } else {
        html! { <span class="ground">{words.join(" · ")}</span> }
    }
}

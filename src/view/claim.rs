//! A claim: a paragraph with its ground in sight.

use yew::prelude::*;

use super::{context::Explain, note::note_place, prose::prose, state::About};
use crate::model::{Certainty, Claim, Species, Word};

/// One claim; `at` is its place for notes, `open` what is open there.
pub fn claim_view(explain: &Explain, claim: &Claim, at: &str, open: Option<&About>) -> Html {
    html! {
        <div key={claim.id.shared()} class="claim" data-fact={claim.id.shared()}>
            <p>{prose(explain, &claim.text, at, open)}{ground(explain, claim)}</p>
            {note_place(explain, at, open)}
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

//! A claim: a paragraph with its ground in sight.

use yew::prelude::*;

use super::{context::Explain, prose::prose};
use crate::figures::{
    piece::Piece,
    still::{Around, still},
};
use crate::model::{Certainty, ChapterId, Claim, Species, Verdict, Word};

/// Where a claim stands in its chapter.
#[derive(Clone, Copy, PartialEq)]
pub enum Standing {
    /// In a section: its index, and the claim's.
    Section(usize, usize),
    /// In the depth: the claim's index, and whether its words are here.
    Depth(usize, bool),
}

/// The words of a claim; drawn again only in another language.
#[derive(PartialEq)]
pub struct ClaimView {
    /// What every component is given.
    pub explain: Explain,
    /// The index of its chapter.
    pub chapter: usize,
    /// Where it stands there.
    pub standing: Standing,
}

impl Piece for ClaimView {
    fn draw(&self) -> Html {
        let Self { explain, chapter, standing } = self;
        let of = &explain.pack.chapters[*chapter];
        let draw = |claims: &[Claim], index: usize| match claims.get(index) {
            Some(claim) => view(explain, claim, &place(&of.id, claim)),
            None => html! { <div hidden=true /> },
        };
        match *standing {
            Standing::Section(section, index) => draw(&of.sections[section].claims, index),
            Standing::Depth(index, _) => explain.library.depth(*chapter, |claims| draw(claims, index)),
        }
    }
}

/// The name of a claim's text, for notes.
pub fn place(chapter: &ChapterId, claim: &Claim) -> String {
    format!("{chapter}:{}", claim.id)
}

fn view(explain: &Explain, claim: &Claim, at: &str) -> Html {
    let text = html! { <p>{prose(explain, &claim.text, at)}{" "}{ground(explain, claim)}</p> };
    still(html! { <>{said(explain, claim)}{text}</> }, Around::Page)
}

/// What is often said, before the claim that answers it.
fn said(explain: &Explain, claim: &Claim) -> Html {
    let Some(said) = &claim.said else {
        return html! { <p hidden=true /> };
    };
    let verdict = said.verdict.map(|verdict| match verdict {
        Verdict::Confirmed => Word::Confirmed,
        Verdict::Refined => Word::Refined,
        Verdict::Corrected => Word::Corrected,
    });
    html! {
        <p class="said"><q>{&said.words}</q>{" "}<span class="verdict">{verdict.map(|word| explain.word(word).to_owned())}</span></p>
    }
}

/// All that a claim stands on besides its sources: how sure it is, in whom it was found, when it was last checked.
pub fn whole_ground(explain: &Explain, claim: &Claim, checked: &str) -> Html {
    let species: Vec<&str> = claim.species.iter().map(|species| explain.word(species.word())).collect();
    let certainty = match claim.certainty {
        Certainty::Established => Word::Established,
        Certainty::Likely => Word::Likely,
        Certainty::Debated => Word::Debated,
    };
    html! {
        <ul class="whole-ground">
            <li>{explain.word(Word::HowSure).to_owned()}{" "}{explain.word(certainty).to_owned()}</li>
            <li hidden={species.is_empty()}>{explain.word(Word::InWhom).to_owned()}{" "}{species.join(", ")}</li>
            <li>{explain.word(Word::Checked).to_owned()}{" "}{checked.to_owned()}</li>
        </ul>
    }
}

/// What a reader must know of a claim's ground: that it is not closed, or not about people.
fn ground(explain: &Explain, claim: &Claim) -> Html {
    let certainty = match claim.certainty {
        Certainty::Established => None,
        Certainty::Likely => Some(Word::Likely),
        Certainty::Debated => Some(Word::Debated),
    };
    let people = claim.species.iter().all(|species| *species == Species::Human);
    let closed = certainty.is_none() && claim.species.contains(&Species::Human);
    let species = claim.species.iter().filter(|_| !people && !closed).map(|species| species.word());
    let words: Vec<&str> = certainty.into_iter().chain(species).map(|word| explain.word(word)).collect();
    if words.is_empty() {
        html! { <span hidden=true /> }
    } else {
        html! { <span class="ground">{words.join(" · ")}</span> }
    }
}

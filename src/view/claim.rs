//! A claim: a paragraph with its ground in sight.

use yew::prelude::*;

use super::{context::Explain, prose::prose};
use crate::model::{Certainty, ChapterId, Claim, Species, Verdict, Word};

/// The name of a claim's text, for notes.
pub fn place(chapter: &ChapterId, claim: &Claim) -> String {
    format!("{chapter}:{}", claim.id)
}

/// The words of a claim, to be kept: nothing but another language changes them.
pub fn words(explain: &Explain, claim: &Claim, at: &str) -> Html {
    html! { <>{for said(explain, claim)}<p>{prose(explain, &claim.text, at)}{for ground(explain, claim)}</p></> }
}

/// What is often said, before the claim that answers it.
fn said(explain: &Explain, claim: &Claim) -> Option<Html> {
    let said = claim.said.as_ref()?;
    let verdict = said.verdict.map(|verdict| match verdict {
        Verdict::Confirmed => Word::Confirmed,
        Verdict::Refined => Word::Refined,
        Verdict::Corrected => Word::Corrected,
    });
    Some(html! {
        <p class="said"><q>{&said.words}</q>{" "}<span class="verdict">{verdict.map(|word| explain.word(word).to_owned())}</span></p>
    })
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
fn ground(explain: &Explain, claim: &Claim) -> Option<Html> {
    let certainty = match claim.certainty {
        Certainty::Established => None,
        Certainty::Likely => Some(Word::Likely),
        Certainty::Debated => Some(Word::Debated),
    };
    let people = claim.species.iter().all(|species| *species == Species::Human);
    let closed = certainty.is_none() && claim.species.contains(&Species::Human);
    let species = claim.species.iter().filter(|_| !people && !closed).map(|species| species.word());
    let words: Vec<&str> = certainty.into_iter().chain(species).map(|word| explain.word(word)).collect();
    (!words.is_empty()).then(|| html! { <>{" "}<span class="ground">{words.join(" · ")}</span></> })
}

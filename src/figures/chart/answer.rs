//! What the same drops of oxytocin do: a patch of uterine wall with its reading in words.

use yew::prelude::*;

use super::patch::{self, RECEPTORS};
use crate::{
    model::{FigureRef, Level},
    physiology::receptors::{self, Basis},
};

/// The patch in the week that the slider stands at.
pub fn trial(figure: &FigureRef, week: f64, slider: String) -> Html {
    let level = receptors::level(week, &figure.pack.parameters);
    let basis = match level.basis {
        Basis::Illustrative => "not-measured",
        Basis::Measured if week <= figure.pack.parameters.early_week_last => "early",
        Basis::Measured => "term",
    };
    answer(figure, level, basis, Some(slider))
}

/// The two measured patches side by side.
pub fn pair(figure: &FigureRef, early: Level, term: Level) -> Html {
    let patches = [("early", early), ("term", term)].into_iter().map(|(key, measured)| {
        let level = receptors::level(measured.weeks.0, &figure.pack.parameters);
        html! { <div {key} class="patch-cell">{answer(figure, level, key, None)}</div> }
    });
    html! { <div class="patch-pair">{for patches}</div> }
}

/// A patch and its reading in words.
fn answer(figure: &FigureRef, level: receptors::Level, basis: &str, id: Option<String>) -> Html {
    let lit = receptors::lit(level.fold, RECEPTORS, &figure.pack.parameters);
    let inner = html! {
        <>
            <span class="basis">{figure.label(basis)}</span>
            <span class="reading-name">{figure.label("lit-receptors")}</span>
            <strong class="large">{lit}</strong>
        </>
    };
    let reading = match id {
        Some(id) => {
            html! { <output class="reading" for={id} data-reading="receptors" data-value={lit.to_string()}>{inner}</output> }
        }
        None => html! { <p class="reading" data-reading="receptors" data-value={lit.to_string()}>{inner}</p> },
    };
    html! {
        <div class="patch-answer">
            {patch::view(lit, level.basis == Basis::Measured)}
            {reading}
        </div>
    }
}

//! What the same drops of oxytocin do: a patch of uterine wall with its reading in words.

use yew::prelude::*;

use super::patch::{self, RECEPTORS};
use crate::{
    model::FigureRef,
    physiology::receptors::{self, Basis},
};

/// The patch in the week that the slider stands at.
///
/// Where nobody measured there is no number: the reading says between which two it lies.
pub fn trial(figure: &FigureRef, week: f64) -> Html {
    let level = receptors::level(week, &figure.pack.parameters);
    let lit = receptors::lit(level.fold, RECEPTORS, &figure.pack.parameters);
    let measured = level.basis == Basis::Measured;
    let basis = match level.basis {
        Basis::Illustrative => "illustrative",
        Basis::Measured if week <= figure.pack.parameters.early_week_last => "early",
        Basis::Measured => "term",
    };
    let number = match measured {
        true => html! { <strong class="large">{lit}</strong> },
        false => html! { <strong>{figure.label("between")}</strong> },
    };
    html! {
        <div class="patch-answer">
            {patch::view(lit, measured)}
            <p class="reading" role="status" data-reading="receptors" data-value={measured.then(|| lit.to_string())}>
                <span class="basis">{figure.label(basis)}</span>
                <span class="reading-name">{figure.label("lit-receptors")}</span>{" "}
                {number}
            </p>
        </div>
    }
}

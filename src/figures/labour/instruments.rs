//! The instruments: readings, ticks of pulses, the line of the run.

use yew::prelude::*;

use super::layout::{self, LINE, STRIP, WIDTH};
use crate::{
    model::{
        FigureRef,
        decimal::{fixed, tenths},
    },
    physiology::{Labour, Sample},
};

/// All instruments of a run.
pub fn instruments(figure: &FigureRef, labour: &Labour) -> Html {
    html! {
        <div class="instruments">
            {readings(figure, labour)}
            {ticks(figure, labour)}
            {line(figure, labour)}
        </div>
    }
}

fn readings(figure: &FigureRef, labour: &Labour) -> Html {
    let state = labour.state();
    let rows = [
        ("dilatation", state.dilatation, 1, "dilatation-unit"),
        ("pulses", state.pulses, 1, "pulses-unit"),
        ("oxytocin", state.oxytocin, 2, "oxytocin-unit"),
        ("contraction", state.contraction, 2, "contraction-unit"),
        ("time", state.time, 0, "unit-model"),
    ];
    let rows = rows.into_iter().map(|(name, value, places, unit)| {
        html! {
            <div key={name}>
                <dt>{figure.label(name).to_owned()}</dt>
                <dd>
                    <span class="value" data-reading={name} data-value={fixed(value, 4)}>{figure.pack.language.reading(value, places)}</span>
                    {" "}<span class="unit">{figure.label(unit).to_owned()}</span>
                </dd>
            </div>
        }
    });
    let born = if state.born { "1" } else { "0" };
    html! {
        <div class="readings">
            <dl>{for rows}</dl>
            <p class="born" data-reading="born" data-value={born} aria-live="polite">{if state.born { figure.label("born") } else { "" }.to_owned()}</p>
        </div>
    }
}

fn ticks(figure: &FigureRef, labour: &Labour) -> Html {
    let (now, window) = (labour.state().time, figure.pack.parameters.window);
    let marks = labour.ticks().map(|time| {
        let x = tenths(layout::tick(time, now, window));
        html! { <path key={fixed(time, 2)} class="s-oxytocin tick" d={format!("M{x} 6V{}", tenths(STRIP - 10.0))} /> }
    });
    html! {
        <figure class="instrument">
            <figcaption>{figure.label("ticks-title").to_owned()}</figcaption>
            <svg viewBox={format!("0 0 {} {}", tenths(WIDTH), tenths(STRIP))} aria-hidden="true" preserveAspectRatio="none">
                <path class="axis" d={format!("M0 {}H{}", tenths(STRIP - 6.0), tenths(WIDTH))} />
                <g>{for marks}</g>
            </svg>
        </figure>
    }
}

fn line(figure: &FigureRef, labour: &Labour) -> Html {
    let state = labour.state();
    let most = figure.pack.parameters.full_dilatation;
    let now = Sample::from(state);
    let dilatation = layout::line(labour.history(), now, most, |sample| sample.dilatation);
    let contraction = layout::line(labour.history(), now, 1.0, |sample| sample.contraction);
    let levels = [2.0, 4.0, 6.0, 8.0, most].map(|level| {
        let y = tenths(layout::height(level, most));
        html! { <path key={y.clone()} class="grid" d={format!("M0 {y}H{}", tenths(WIDTH))} /> }
    });
    html! {
        <figure class="instrument">
            <figcaption>
                <span class="line-key dilatation">{figure.label("dilatation").to_owned()}</span>
                <span class="line-key contraction">{figure.label("contraction").to_owned()}</span>
            </figcaption>
            <svg viewBox={format!("0 -2 {} {}", tenths(WIDTH), tenths(LINE + 4.0))} aria-hidden="true" preserveAspectRatio="none">
                <g>{for levels}</g>
                <path class="axis" d={format!("M0 {}H{}", tenths(LINE), tenths(WIDTH))} />
                <path class="line s-muscle" d={contraction} stroke-dasharray="5 4" />
                <path class="line s-ink" d={dilatation} />
            </svg>
        </figure>
    }
}

//! The controls: native inputs with label, value and unit in sight.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::run::{SPEEDS, STEP};
use crate::{
    figures::{kept::Kept, piece::Piece},
    model::{FigureRef, decimal::short},
    physiology::{Reflex, Settings},
};

/// What a reader sets in motion.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Deed {
    /// Starts or stops the run.
    Play,
    /// Advances by so many units.
    Step(f64),
    /// Sets the speed, in model units a second.
    Speed(f64),
    /// Changes how many receptors there are; the run goes on.
    Receptors(f64),
    /// Changes how strong the reflex is; the run goes on.
    Reflex(Reflex),
    /// Starts again with the settings of an experiment, and runs.
    Try(usize, Settings),
    /// Back to the start.
    Reset,
}

/// What the controls show.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Shown {
    /// The settings in force.
    pub settings: Settings,
    /// Whether it runs.
    pub playing: bool,
    /// Model units a second.
    pub speed: f64,
    /// The experiment that was tried last.
    pub tried: Option<usize>,
}

/// All controls; a frame that changes none of them leaves them as they are.
#[derive(PartialEq)]
pub struct Controls {
    /// The loop's figure.
    pub figure: FigureRef,
    /// What the controls show.
    pub shown: Shown,
    /// What a reader sets in motion.
    pub on: Callback<Deed>,
}

impl Piece for Controls {
    fn draw(&self, _kept: &Kept) -> Html {
        html! {
            <div>
                {controls(&self.figure, self.shown, &self.on)}
                {what_if(&self.figure, self.shown.tried, &self.on)}
            </div>
        }
    }
}

fn controls(figure: &FigureRef, shown: Shown, on: &Callback<Deed>) -> Html {
    let label = |key: &str| figure.label(key).to_owned();
    let button = |name: &'static str, words: &str, deed: Deed| {
        let onclick = on.reform(move |_: MouseEvent| deed);
        html! { <button type="button" part="control" data-control={name} {onclick}>{label(words)}</button> }
    };
    let play = if shown.playing { "pause" } else { "play" };
    html! {
        <div class="controls">
            {receptors(figure, shown.settings, on)}
            {reflex(figure, shown.settings, on)}
            <div class="buttons">
                {button("play", play, Deed::Play)}
                {button("step", "step", Deed::Step(STEP))}
                {button("reset", "reset", Deed::Reset)}
            </div>
            {range(figure, "speed", shown.speed, SPEEDS, "unit-speed", on.reform(Deed::Speed))}
        </div>
    }
}

fn receptors(figure: &FigureRef, settings: Settings, on: &Callback<Deed>) -> Html {
    let parameters = &figure.pack.parameters;
    let bounds = (parameters.receptors_early, parameters.receptors_most, 1.0);
    range(figure, "receptors", settings.receptors, bounds, "receptors-unit", on.reform(Deed::Receptors))
}

fn range(
    figure: &FigureRef,
    name: &'static str,
    value: f64,
    (least, most, step): (f64, f64, f64),
    unit: &str,
    set: Callback<f64>,
) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(value) = event
            .target_dyn_into::<HtmlInputElement>()
            .map(|input| input.value_as_number())
            .filter(|value| value.is_finite())
        {
            set.emit(value);
        }
    });
    let id = format!("{}-{name}", figure.id);
    html! {
        <div class="control">
            <label for={id.clone()}>{figure.label(name).to_owned()}</label>
            <input {id} type="range" part="control" data-control={name} min={short(least, 1)} max={short(most, 1)} step={short(step, 1)}
                value={short(value, 1)} aria-valuetext={format!("{} {}", figure.pack.language.number(value, 1), figure.label(unit))} {oninput} />
            <span class="control-value" aria-hidden="true"><span class="value">{figure.pack.language.number(value, 1)}</span>{" "}<span class="unit">{figure.label(unit).to_owned()}</span></span>
        </div>
    }
}

fn reflex(figure: &FigureRef, settings: Settings, on: &Callback<Deed>) -> Html {
    let onchange = {
        let on = on.clone();
        Callback::from(move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
            let chosen = Reflex::ALL.into_iter().find(|reflex| Some(name(*reflex)) == value.as_deref());
            if let Some(reflex) = chosen {
                on.emit(Deed::Reflex(reflex));
            }
        })
    };
    // `selected` is what it begins with; once a reader has chosen, only `value` moves it.
    let options = Reflex::ALL.map(|reflex| {
        let words = figure.label(&format!("reflex-{}", name(reflex))).to_owned();
        html! { <option key={name(reflex)} value={name(reflex)} selected={reflex == settings.reflex}>{words}</option> }
    });
    let id = format!("{}-reflex", figure.id);
    html! {
        <div class="control">
            <label for={id.clone()}>{figure.label("reflex").to_owned()}</label>
            <select {id} part="control" data-control="reflex" ~value={name(settings.reflex)} {onchange}>{for options}</select>
        </div>
    }
}

/// The value of a choice of the reflex.
pub fn name(reflex: Reflex) -> &'static str {
    match reflex {
        Reflex::Off => "off",
        Reflex::Half => "half",
        Reflex::Full => "full",
    }
}

/// The experiments that a reader can try, and what the one tried last shows.
fn what_if(figure: &FigureRef, tried: Option<usize>, on: &Callback<Deed>) -> Html {
    let term = Settings::term(&figure.pack.parameters);
    let few = figure.pack.parameters.receptors_term / 4.0;
    let trials = [
        ("what-if-few", Settings { receptors: few, ..term }),
        ("what-if-term", term),
        ("what-if-reflex-off", Settings { reflex: Reflex::Off, ..term }),
    ];
    let says = tried.map(|index| figure.label(&format!("{}-says", trials[index].0)).to_owned());
    let buttons = trials.iter().enumerate().map(|(index, (key, settings))| {
        let settings = *settings;
        let onclick = on.reform(move |_: MouseEvent| Deed::Try(index, settings));
        html! {
            <li key={*key}>
                <button type="button" part="control" data-what-if={*key} aria-pressed={(tried == Some(index)).to_string()} {onclick}>{figure.label(key).to_owned()}</button>
            </li>
        }
    });
    html! {
        <div class="what-if">
            <p class="what-if-title">{figure.label("what-if").to_owned()}</p>
            <ul>{for buttons}</ul>
            <p class="what-if-says" aria-live="polite">{says}</p>
        </div>
    }
}

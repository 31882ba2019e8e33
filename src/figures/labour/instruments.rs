//! The instruments: readings, ticks of pulses, the line of the run.

use yew::prelude::*;

use super::layout;
use crate::{
    model::{
        FigureRef,
        decimal::{fixed, push},
    },
    physiology::{Labour, Reflex, Sample},
};

/// All instruments of a run; `course` is what draws its [`Course`].
pub fn instruments(figure: &FigureRef, labour: &Labour, course: Html) -> Html {
    html! {
        <div class="instruments">
            {readings(figure, labour)}
            {ticks(figure, labour)}
            {course}
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
        // After the birth the cervix closes again, which the model does not follow.
        let shown = match state.born && name == "dilatation" {
            true => "–".to_owned(),
            false => figure.pack.language.reading(value, places),
        };
        html! {
            <div key={name}>
                <dt>{figure.label(name).to_owned()}</dt>
                <dd>
                    <span class="value" data-reading={name} data-value={fixed(value, 4)}>{shown}</span>
                    {" "}<span class="unit">{figure.label(unit).to_owned()}</span>
                </dd>
            </div>
        }
    });
    let (born, words) = match (state.born, labour.settings().reflex) {
        (false, _) => ("0", ""),
        (true, Reflex::Off) => ("1", figure.label("born-without-reflex")),
        (true, _) => ("1", figure.label("born")),
    };
    html! {
        <div class="readings">
            <dl>{for rows}</dl>
            <p class="born" data-reading="born" data-value={born} aria-live="polite">{words.to_owned()}</p>
        </div>
    }
}

fn ticks(figure: &FigureRef, labour: &Labour) -> Html {
    let (now, window) = (labour.state().time, figure.pack.parameters.window);
    let marks = labour.ticks().fold(String::new(), |mut marks, time| {
        marks.push('M');
        push(&mut marks, f64::from(layout::tick(time, now, window)), 1);
        marks + layout::TICK
    });
    html! {
        <figure class="instrument">
            <figcaption>{figure.label("ticks-title").to_owned()}</figcaption>
            <svg viewBox={layout::STRIP} aria-hidden="true" preserveAspectRatio="none">
                <path class="axis" d={layout::STRIP_AXIS} />
                <path class="s-oxytocin tick" d={marks} />
            </svg>
        </figure>
    }
}

/// The line of a run on its axes; drawn again when it has become longer by what can be seen.
pub struct Course {
    /// The samples so far, and the present.
    samples: Vec<Sample>,
    /// How far it has come, in the smallest steps that are drawn.
    at: u32,
    /// When the baby was born.
    born: Option<f64>,
}

impl Course {
    /// The line up to now.
    pub fn of(labour: &Labour) -> Self {
        let now = Sample::from(labour.state());
        let at = (now.time / layout::span(now.time) * layout::LINE_STEPS) as u32;
        Self { samples: labour.history().iter().copied().chain([now]).collect(), at, born: labour.born_at() }
    }
}

impl PartialEq for Course {
    fn eq(&self, other: &Self) -> bool {
        let known = |course: &Self| (course.at, course.samples.len(), course.samples.first().copied());
        known(self) == known(other)
    }
}

impl Course {
    /// Draws it.
    pub fn draw(&self, figure: &FigureRef) -> Html {
        let samples = &self.samples;
        let most = figure.pack.parameters.full_dilatation;
        let span = samples.last().map(|now| layout::span(now.time)).unwrap_or_default();
        let line = |until: f64, most: f64, reading: fn(&Sample) -> f64| {
            let before = samples.iter().take_while(|sample| sample.time <= until).count();
            layout::line(&samples[..before], span, most, reading)
        };
        let birth = self.born.map(|at| layout::birth(at, span)).unwrap_or_default();
        let number = |value: f64| html! { <span>{figure.pack.language.number(value, 1)}</span> };
        html! {
            <figure class="instrument">
                <figcaption>
                    <span class="line-key dilatation">{figure.label("column-dilatation").to_owned()}</span>
                    <span class="line-key contraction">{figure.label("column-contraction").to_owned()}</span>
                </figcaption>
                <div class="axes" aria-hidden="true">
                    <p>{for [1.0, 0.8, 0.6, 0.4, 0.2, 0.0].map(|level| number(level * most))}</p>
                    <svg viewBox={layout::LINE} aria-hidden="true" preserveAspectRatio="none">
                        <path class="grid" d={layout::LINE_GRID} />
                        <path class="axis" d={layout::LINE_AXES} />
                        <path class="line s-muscle" d={line(f64::MAX, 1.0, |sample| sample.contraction)} stroke-dasharray="5 4" />
                        <path class="line s-ink" d={line(self.born.unwrap_or(f64::MAX), most, |sample| sample.dilatation)} />
                        <path class="line s-ink" d={birth} stroke-dasharray="2 3" />
                    </svg>
                    <p>{for [1.0, 0.5, 0.0].map(number)}</p>
                    <p class="along">{number(0.0)}<span>{figure.label("column-time").to_owned()}</span>{number(span)}</p>
                </div>
            </figure>
        }
    }
}

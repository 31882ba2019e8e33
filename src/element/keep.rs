//! The state as a plain object that JSON can hold, and back.
//!
//! ```text
//! { chapter, term, figures: { "<id>": { step, part } or, for a chart, { setting } },
//!   simulation: { receptors, reflex, speed, time, dilatation, oxytocin, born } }
//! ```

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::{
    figures::labour::{Run, SPEED, SPEEDS},
    model::{ChapterId, FigureId, Pack, PartId, TermId, decimal::within},
    physiology::{self, Labour, Reflex, Settings},
    view::{
        Note, Place, State,
        glossary::Wanted,
        state::{About, Look},
    },
};

/// No text's place has a longer name.
const LONGEST_PLACE: usize = 100;

/// The state as a plain object.
pub fn to_js(state: &State, pack: &Pack) -> JsValue {
    let object = Object::new();
    set(&object, "language", pack.language.code.as_str());
    if let Some(chapter) = &state.chapter {
        set(&object, "chapter", chapter.as_str());
    }
    if let Some(Note { at, about: About::Term(term) }) = &state.note {
        set(&object, "term", term.as_str());
        set(&object, "at", at.as_str());
    }
    let figures = Object::new();
    for (id, look) in &state.figures {
        let kept = Object::new();
        let figure = pack.figure(id);
        match figure.and_then(|figure| Some(figure.steps().get(look.step)?.0.clone())) {
            Some(step) => set(&kept, "step", step.as_str()),
            None => set(&kept, "setting", look.step as f64),
        }
        if let Some(part) = &look.part {
            set(&kept, "part", part.as_str());
        }
        set(&figures, id.as_str(), kept);
    }
    set(&object, "figures", figures);
    if let Some(run) = &state.run {
        set(&object, "simulation", simulation(run));
    }
    object.into()
}

fn simulation(run: &Run) -> Object {
    let object = Object::new();
    set(&object, "receptors", run.settings.receptors);
    set(&object, "reflex", reflex_name(run.settings.reflex));
    set(&object, "speed", run.speed);
    set(&object, "time", run.state.time);
    set(&object, "dilatation", run.state.dilatation);
    set(&object, "pulses", run.state.pulses);
    set(&object, "oxytocin", run.state.oxytocin);
    set(&object, "contraction", run.state.contraction);
    set(&object, "born", run.state.born);
    object
}

/// The state that an object holds; what means nothing here is left out. No object, no state.
pub fn from_js(value: &JsValue, pack: &Pack) -> Option<State> {
    if !value.is_object() {
        return None;
    }
    let chapter = text(value, "chapter").map(|id| ChapterId::from(id.as_str())).filter(|id| pack.chapter(id).is_some());
    let term = text(value, "term").map(|id| TermId::from(id.as_str())).filter(|id| pack.term(id).is_some());
    let note = term.zip(text(value, "at").filter(|at| at.len() < LONGEST_PLACE));
    let note = note.map(|(term, at)| Note { at, about: About::Term(term) });
    let figures = get(value, "figures").filter(JsValue::is_object);
    let figures = figures.iter().flat_map(|figures| {
        pack.figures.iter().filter_map(move |figure| {
            Some((figure.id.clone(), look(&get(figures, figure.id.as_str())?, pack, &figure.id)?))
        })
    });
    Some(State {
        place: chapter.clone().map(Place::Chapter),
        chapter,
        note,
        figures: figures.collect(),
        run: get(value, "simulation").and_then(|value| run(&value, pack)),
        wanted: Wanted::default(),
        restored: 0,
    })
}

fn look(value: &JsValue, pack: &Pack, figure: &FigureId) -> Option<Look> {
    let figure = pack.figure(figure)?;
    let step = text(value, "step").and_then(|id| figure.steps().iter().position(|(step, _)| step.as_str() == id));
    let setting = get(value, "setting").and_then(|setting| setting.as_f64()).map(|setting| usize::from(setting as u8));
    let part = text(value, "part").map(|id| PartId::from(id.as_str())).filter(|id| figure.step_of(id).is_some());
    Some(Look { step: step.or(setting).unwrap_or_default(), part, ..Look::default() })
}

fn run(value: &JsValue, pack: &Pack) -> Option<Run> {
    if !["receptors", "reflex", "time"].iter().any(|name| get(value, name).is_some()) {
        return None;
    }
    let number = |name: &str| get(value, name).and_then(|value| value.as_f64()).filter(|number| number.is_finite());
    let reflex =
        text(value, "reflex").and_then(|name| Reflex::ALL.into_iter().find(|reflex| reflex_name(*reflex) == name));
    // What it does not say is as at the start.
    let Run { settings, state, .. } = Run::start(pack.parameters);
    let settings = Settings {
        receptors: number("receptors").map_or(settings.receptors, f64::round),
        reflex: reflex.unwrap_or(settings.reflex),
    };
    let state = physiology::State {
        time: number("time").unwrap_or(state.time),
        dilatation: number("dilatation").unwrap_or(state.dilatation),
        oxytocin: number("oxytocin").unwrap_or(state.oxytocin),
        born: get(value, "born").and_then(|born| born.as_bool()).unwrap_or_default(),
        ..state
    };
    let speed = within(number("speed").unwrap_or(SPEED), SPEEDS.0, SPEEDS.1);
    Some(Run::of(&Labour::resume(pack.parameters, settings, state), speed))
}

fn reflex_name(reflex: Reflex) -> &'static str {
    match reflex {
        Reflex::Off => "off",
        Reflex::Half => "half",
        Reflex::Full => "full",
    }
}

fn set(object: &Object, key: &str, value: impl Into<JsValue>) {
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from(key), &value.into());
}

fn get(value: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(value, &JsValue::from(key)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn text(value: &JsValue, key: &str) -> Option<String> {
    get(value, key)?.as_string()
}

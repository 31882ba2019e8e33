//! Labels of the real figures: on the sheet, apart, and without crossed lines, at every step.

use std::rc::Rc;

use oxytocin_explainer::{
    figures::scene::layout::{DISC, LINE_HEIGHT, Placed, Projection, cross, labels},
    model::{Columns, Drawing, Figure, Move, Part, PartId, Reading, Scene, Shape, Side, Step},
    physiology::{Labour, Reflex, Settings, State},
};

use crate::real::packs;

/// What figures and text may be off by, in sheet units: rounding.
const HAIR: f32 = 0.01;
/// The size of a label's letters, as `styles/scene.css` sets it for wide figures.
const LETTER: f32 = 17.0;

/// How wide a line is drawn, at least about: shares of the letter size as in common sans-serif faces.
fn width(line: &str) -> f32 {
    let share = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '|' | ':' | ';' => 0.25,
        'f' | 't' | 'r' | ' ' | '-' | '(' | ')' | 'г' => 0.33,
        'm' | 'w' | 'M' | 'W' | 'ж' | 'ш' | 'щ' | 'ю' | 'ф' | 'ы' | 'Ш' | 'Щ' | 'Ж' | 'Ю' => 0.8,
        letter if letter.is_uppercase() => 0.67,
        _ => 0.55,
    };
    line.chars().map(share).sum::<f32>() * LETTER
}

/// Everything wrong with the labels of one step.
fn faults(scene: &Scene, step: &Step, gone: impl Fn(&Part) -> bool) -> Vec<String> {
    let placed = labels(scene, step, step.camera, &gone);
    let mut faults = unplaced(scene, step, &placed, &gone);
    let (left, plate) = scene.plate();
    for label in &placed {
        let name = label.part;
        let part = scene.parts.iter().find(|part| part.id == *name).expect("a label of a part");
        if step.hide.contains(name) || part.shapes.is_empty() {
            faults.push(format!("{name} is labelled and not drawn"));
        }
        let inside = |(x, y): (f32, f32), least: f32| {
            x >= left + least - HAIR
                && x <= left + plate - least + HAIR
                && y >= least - HAIR
                && y <= scene.height - least + HAIR
        };
        if !inside(label.anchor, 0.0) {
            faults.push(format!("the anchor of {name} lies off the plate, at {:?}", label.anchor));
        }
        if !inside(label.disc, DISC) {
            faults.push(format!("the disc of {name} lies off the plate, at {:?}", label.disc));
        }
        if scene.columns != Columns::None {
            faults.extend(off_sheet(scene, label));
        }
    }
    for small in placed.iter().filter(|label| label.reach > 0.0) {
        for label in &placed {
            let apart = (label.disc.0 - small.anchor.0).hypot(label.disc.1 - small.anchor.1);
            if apart < DISC + HAIR {
                faults.push(format!("the disc of {} covers {}", label.part, small.part));
            }
        }
    }
    for (at, a) in placed.iter().enumerate() {
        for b in &placed[at + 1..] {
            let pair = format!("{} and {}", a.part, b.part);
            if scene.columns != Columns::None {
                let (gap, least) = ((a.at.1 - b.at.1).abs(), a.half() + b.half());
                if a.side == b.side && gap < least - HAIR {
                    faults.push(format!("the labels {pair} overlap by {:.1}", least - gap));
                }
                if cross((a.from, a.anchor), (b.from, b.anchor)) {
                    faults.push(format!("the lines of {pair} cross"));
                }
            }
            let apart = (a.disc.0 - b.disc.0).hypot(a.disc.1 - b.disc.1);
            if apart < DISC * 2.0 - HAIR {
                faults.push(format!("the discs of {pair} overlap by {:.1}", DISC * 2.0 - apart));
            }
        }
    }
    faults
}

/// Labels that the step asks for and does not get.
fn unplaced(scene: &Scene, step: &Step, placed: &[Placed], gone: impl Fn(&Part) -> bool) -> Vec<String> {
    let there = |id: &PartId| scene.parts.iter().any(|part| part.id == *id && gone(part));
    let missing = step.label.iter().filter(|id| !there(id) && !placed.iter().any(|label| label.part == *id));
    let missing = missing.map(|id| format!("{id} has no label"));
    missing.chain(misnumbered(step, placed)).collect()
}

/// Labels whose number is not that of the list beside the drawing, which names all of the step's.
fn misnumbered(step: &Step, placed: &[Placed]) -> Vec<String> {
    let place = |label: &&Placed| step.label.iter().position(|id| id == label.part);
    let wrong = placed.iter().filter(|label| place(label) != Some(label.number - 1));
    wrong.map(|label| format!("{} has the number {}, not that of the list", label.part, label.number)).collect()
}

fn off_sheet(scene: &Scene, label: &Placed) -> Vec<String> {
    let mut faults = Vec::new();
    let (top, bottom) = (label.at.1 - label.half(), label.at.1 + label.half());
    if top < -HAIR || bottom > scene.height + HAIR {
        faults.push(format!("the label {} runs off the sheet: {top} to {bottom} of {}", label.part, scene.height));
    }
    let wide = label.lines.iter().map(|line| width(line)).fold(0.0, f32::max);
    let room = match label.side {
        Side::Left => label.at.0,
        Side::Right => Scene::WIDTH - label.at.0,
    };
    if wide > room {
        faults
            .push(format!("the label {} {:?} is {wide:.0} wide, there is room for {room:.0}", label.part, label.lines));
    }
    faults
}

/// How far a shape's opacity has gone at a state: written from `docs/ADDING.md`.
fn opacity(shape: &Shape, state: State, settings: Settings) -> f32 {
    let reading = |step: &Move| match step.by {
        Reading::Dilatation => state.dilatation as f32,
        Reading::Contraction => state.contraction as f32,
        Reading::Oxytocin => state.oxytocin as f32,
        Reading::Pulses => state.pulses as f32,
        Reading::Receptors => settings.receptors as f32,
        Reading::Reflex => settings.reflex.strength() as f32,
        Reading::Born => f32::from(u8::from(state.born)),
    };
    let fade = |step: &Move| {
        let way = ((reading(step) - step.from) / (step.to - step.from)).clamp(0.0, 1.0);
        step.opacity.0 + (step.opacity.1 - step.opacity.0) * way
    };
    shape.moves.iter().map(fade).product()
}

fn figures() -> Vec<(String, Rc<Figure>)> {
    let named = |pack: oxytocin_explainer::model::Pack| {
        let code = pack.language.code.clone();
        pack.figures.into_iter().map(move |figure| (code.clone(), figure))
    };
    packs().into_iter().flat_map(named).collect()
}

#[test]
fn labels_of_every_step_stand_well() {
    let (mut wrong, mut steps) = (Vec::new(), 0);
    for (code, figure) in figures() {
        let Some(scene) = figure.scene() else { continue };
        for step in &scene.steps {
            steps += 1;
            wrong.extend(
                faults(scene, step, |_| false)
                    .into_iter()
                    .map(|fault| format!("{code}: {} at {}: {fault}", figure.id, step.id)),
            );
        }
    }
    assert!(steps >= 8, "{steps} steps");
    assert!(wrong.is_empty(), "{} faults:\n{}\n", wrong.len(), wrong.join("\n"));
}

#[test]
fn labels_of_the_loop_stand_well_all_through_a_run() {
    let parameters = crate::real::parameters();
    for (code, figure) in figures() {
        let Drawing::Loop(scene) = &figure.drawing else { continue };
        for (receptors, reflex) in [(12.0, Reflex::Full), (20.0, Reflex::Half), (3.0, Reflex::Off)] {
            let settings = Settings { receptors, reflex };
            let mut labour = Labour::new(parameters, settings);
            for _ in 0..40 {
                let state = labour.state();
                let gone = |part: &Part| part.shapes.iter().all(|shape| opacity(shape, state, settings) <= 0.0);
                let faults = faults(scene, &scene.steps[0], gone);
                assert!(
                    faults.is_empty(),
                    "{code} at {:.0}, {receptors} receptors:\n{}\n",
                    state.time,
                    faults.join("\n")
                );
                labour.advance(50.0);
            }
        }
    }
}

#[test]
fn every_camera_shows_its_whole_view() {
    for (code, figure) in figures() {
        let Some(scene) = figure.scene() else { continue };
        let (left, width) = scene.plate();
        for step in &scene.steps {
            let view = step.camera;
            let projection = Projection::new(scene, view);
            let (a, b) =
                (projection.point((view.x, view.y)), projection.point((view.x + view.width, view.y + view.height)));
            let inside = a.0 >= left - HAIR && b.0 <= left + width + HAIR && a.1 >= -HAIR && b.1 <= scene.height + HAIR;
            assert!(inside, "{code}: {} at {}: {a:?} {b:?}", figure.id, step.id);
            let fills = (b.0 - a.0 - width).abs() < 0.1 || (b.1 - a.1 - scene.height).abs() < 0.1;
            assert!(fills, "{code}: {} at {}", figure.id, step.id);
        }
    }
}

#[test]
fn the_measure_sees_faults() {
    let (_, figure) = figures().into_iter().find(|(_, figure)| figure.scene().is_some()).expect("a scene");
    let mut scene = figure.scene().expect("a scene").clone();
    let mut step = scene.steps[0].clone();
    let id = step.label[0].clone();
    let part = scene.parts.iter().position(|part| part.id == id).expect("a labelled part");
    assert_eq!(faults(&scene, &step, |_| false), Vec::<String>::new());
    if let Some(label) = &mut scene.parts[part].label {
        label.anchor = (-9000.0, 0.0);
        label.lines = vec!["шшшшшшшшшшшшшшшшшшшшшшшшшшшшшшшшш".into(); 40];
    }
    step.hide.push(id.clone());
    let seen = faults(&scene, &step, |_| false).join("\n");
    for fault in ["not drawn", "off the plate", "off the sheet", "wide"] {
        assert!(seen.contains(fault), "{fault}: {seen}");
    }
    scene.parts[part].label = None;
    assert!(faults(&scene, &step, |_| false).contains(&format!("{id} has no label")));
    assert!(cross(((0.0, 0.0), (2.0, 2.0)), ((0.0, 2.0), (2.0, 0.0))));
    assert!(!cross(((0.0, 0.0), (2.0, 0.0)), ((0.0, 1.0), (2.0, 1.0))));
    const { assert!(LINE_HEIGHT > LETTER) };
}

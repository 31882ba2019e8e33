//! A small pack: one chapter, a scene of three parts and two steps, a loop, two terms, a source.

use std::rc::Rc;

use oxytocin_explainer::model::{
    About, Camera, Certainty, Chapter, Claim, Columns, Drawing, Figure, FigurePlace, Geometry, Inline, Label, Language,
    Move, Notice, NoticePlace, Pack, Paint, Parameters, Part, Reading, Role, Scene, Section, Seen, Shade, Shape, Shift,
    Side, Source, Species, Step, Term, Word,
};

/// The pack, in a language.
pub fn pack(code: &str) -> Pack {
    Pack {
        language: language(code),
        languages: vec![language("bg"), language("en")],
        chapters: vec![chapter()],
        figures: vec![
            Rc::new(figure("brain-map", Drawing::Scene(scene(2)))),
            Rc::new(figure("labour-loop", Drawing::Loop(following(scene(1))))),
        ],
        terms: vec![term("uterus", "матка", "oxytocin"), term("oxytocin", "окситоцин", "uterus")],
        sources: vec![Source {
            id: "someone-1901".into(),
            authors: Some("Someone A".into()),
            title: "A title".into(),
            place: "A journal 1901;1:1".into(),
            year: Some(1901),
            url: Some("https://example.org/".into()),
            seen: Seen::Abstract,
            chapters: vec!["labour".into()],
        }],
        about: vec![About { title: "Who".into(), text: vec![text("Somebody.")] }],
        notices: vec![notice("not-advice", NoticePlace::Start), notice("after-birth", NoticePlace::Chapter)],
        words: Word::ALL.iter().map(|word| word.key().to_owned()).collect(),
        parameters: PARAMETERS,
    }
}

fn language(code: &str) -> Language {
    Language { code: code.into(), name: format!("language {code}"), direction: "ltr".into(), decimal: ',' }
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn chapter() -> Chapter {
    let claim = |id: &str, certainty| Claim {
        id: id.into(),
        said: None,
        text: vec![
            text("The "),
            Inline::Term("uterus".into(), "uterus".into()),
            text(" and "),
            Inline::Term("oxytocin".into(), "oxytocin".into()),
            text(" and "),
            Inline::Part("brain-map".into(), "two".into(), "the second part".into()),
            Inline::Chapter("labour".into(), "labour".into()),
            Inline::Emphasis("so".into()),
            Inline::Cite(0),
        ],
        certainty,
        species: vec![Species::Rat],
    };
    let section = |id: &str, figure: &str, step: Option<&str>| Section {
        id: id.into(),
        heading: format!("section {id}"),
        figure: Some(FigurePlace { id: figure.into(), step: step.map(Into::into) }),
        claims: vec![claim(&format!("{id}-a"), Certainty::Likely), claim(&format!("{id}-b"), Certainty::Established)],
    };
    Chapter {
        id: "labour".into(),
        title: "labour".into(),
        short: "labour".into(),
        message: vec![Inline::Term("oxytocin".into(), "oxytocin".into()), text(" does it")],
        sections: vec![
            section("first", "brain-map", Some("step-1")),
            section("second", "brain-map", Some("step-0")),
            section("third", "labour-loop", None),
        ],
        depth: vec![claim("deep", Certainty::Debated)],
        summary: vec![vec![text("In short, "), Inline::Term("uterus".into(), "uterus".into())]],
        notices: vec!["after-birth".into()],
        checked: ("2026-11-01".into(), "1 November 2026".into()),
    }
}

fn figure(id: &str, drawing: Drawing) -> Figure {
    Figure {
        id: id.into(),
        title: format!("figure {id}"),
        message: vec![text("It shows "), Inline::Term("uterus".into(), "uterus".into())],
        description: vec!["A description.".into()],
        sources: vec![0],
        drawing,
        labels: vec![
            ("measured-a".into(), "measured".into()),
            ("pause".into(), "pause".into()),
            ("play".into(), "play".into()),
            ("step".into(), "step".into()),
        ],
        card: Vec::new(),
    }
}

/// A scene whose second part follows the simulation: ten units down for a centimetre of dilatation.
fn following(mut scene: Scene) -> Scene {
    scene.parts[1].shapes[0].moves.push(Move {
        by: Reading::Dilatation,
        from: 1.0,
        to: 10.0,
        translate: (0.0, 90.0),
        morph: None,
        opacity: (1.0, 1.0),
    });
    scene
}

fn scene(steps: usize) -> Scene {
    let part = |id: &str, x: f32| Part {
        id: id.into(),
        role: Role::Nerve,
        layer: None,
        term: (id == "one").then(|| "uterus".into()),
        label: Some(Label { anchor: (x, 100.0), side: Side::Right, reach: 0, lines: vec![format!("part {id}")] }),
        words: vec![text("Words of it, "), Inline::Term("oxytocin".into(), "oxytocin".into()), Inline::Cite(0)],
        shapes: vec![Shape {
            geometry: Geometry::Circle(x, 100.0, 30.0),
            fill: Paint::Role(Role::Nerve, Shade::Soft),
            stroke: Paint::Role(Role::Ink, Shade::Full),
            width: 1.75,
            dash: String::new(),
            pattern: None,
            at: Vec::new(),
            moves: Vec::new(),
        }],
    };
    let step = |index: usize| Step {
        id: format!("step-{index}").as_str().into(),
        title: format!("step {index}"),
        text: vec![text("The step shows "), Inline::Term("uterus".into(), "uterus".into())],
        alternative: "Circles".into(),
        camera: Camera { x: 0.0, y: 0.0, width: 400.0, height: 400.0 },
        label: match index {
            0 => vec!["one".into(), "two".into()],
            _ => vec!["two".into(), "three".into()],
        },
        lit: vec!["two".into()],
        hide: match index {
            0 => vec!["three".into()],
            _ => vec!["one".into()],
        },
        shift: match index {
            0 => Vec::new(),
            _ => vec![Shift { part: "two".into(), by: (0.0, 50.0) }],
        },
        flows: Vec::new(),
    };
    Scene {
        columns: Columns::Both,
        height: 400.0,
        parts: vec![part("one", 80.0), part("two", 200.0), part("three", 320.0)],
        flows: Vec::new(),
        steps: (0..steps).map(step).collect(),
    }
}

fn term(id: &str, name: &str, other: &str) -> Term {
    let mut term = Term {
        id: id.into(),
        name: name.into(),
        synonyms: Vec::new(),
        definition: vec![text("See "), Inline::Term(other.into(), other.into())],
        latin: Some(format!("{id} latine")),
        elsewhere: vec![("en".into(), id.into())],
        related: vec![other.into()],
        chapters: vec!["labour".into()],
        key: String::new(),
    };
    // As reading a pack works it out.
    term.key = term.folded();
    term
}

fn notice(id: &str, place: NoticePlace) -> Notice {
    Notice {
        id: id.into(),
        title: format!("notice {id}"),
        text: vec![text("Mind this.")],
        items: vec![vec![text("One thing.")]],
        urgent: vec![text("At once:")],
        urgent_items: Vec::new(),
        place,
    }
}

/// The dossier's numbers.
const PARAMETERS: Parameters = Parameters {
    half_life: 3.2,
    window: 30.0,
    pulses_at_rest: 1.2,
    pulses_at_full_stretch: 6.7,
    pulse_size: 1.0,
    other_stimulators: 0.20,
    contraction_gain: 0.10,
    contraction_threshold: 0.25,
    dilatation_rate: 0.024,
    dilatation_at_start: 1.0,
    full_dilatation: 10.0,
    dilatation_at_birth: 10.5,
    receptors_early: 1.0,
    receptors_term: 12.0,
    receptors_most: 20.0,
    early_week_first: 13.0,
    early_week_last: 17.0,
    term_week_first: 37.0,
    term_week_last: 41.0,
};

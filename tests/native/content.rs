//! The real content: whole, the same in every language, sourced, and safe.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use oxytocin_explainer::model::{FigureKind, Inline, Pack, Rich, Word, rich::plain};

use crate::real::{packs, root};

const CHAPTERS: [&str; 9] =
    ["two-roles", "production", "release", "receptors", "labour", "milk", "brain", "elsewhere", "open-questions"];

fn codes(packs: &[Pack]) -> Vec<&str> {
    packs.iter().map(|pack| pack.language.code.as_str()).collect()
}

/// What must be the same in every language: ids in their order, and how many of each.
fn skeleton(pack: &Pack) -> Vec<String> {
    let mut bones = Vec::new();
    for chapter in &pack.chapters {
        bones.push(format!("chapter {}: {} in short", chapter.id, chapter.summary.len()));
        bones.extend(
            chapter
                .sections
                .iter()
                .map(|section| format!("{}: section {}, {} claims", chapter.id, section.id, section.claims.len())),
        );
        bones.extend(
            chapter.claims().map(|claim| format!("claim {}: {:?} {:?}", claim.id, claim.certainty, claim.species)),
        );
        bones.push(format!("{}: {:?}", chapter.id, chapter.notices));
    }
    for figure in &pack.figures {
        bones.push(format!(
            "figure {}: {} paragraphs, sources {:?}",
            figure.id,
            figure.description.len(),
            figure.sources
        ));
        bones.extend(figure.labels.iter().map(|(key, _)| format!("{}: label {key}", figure.id)));
        for part in figure.scene().iter().flat_map(|scene| &scene.parts) {
            bones.push(format!("{}: part {}, {}", figure.id, part.id, part.label.is_some()));
        }
        bones.extend(
            figure.scene().iter().flat_map(|scene| &scene.steps).map(|step| format!("{}: step {}", figure.id, step.id)),
        );
    }
    for notice in &pack.notices {
        bones.push(format!("notice {}: {} items, {} urgent", notice.id, notice.items.len(), notice.urgent_items.len()));
    }
    bones
}

#[test]
fn the_content_has_no_problems() {
    let problems = bake::packs(&root().join("content")).err().unwrap_or_default();
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

#[test]
fn both_languages_are_whole_and_alike() {
    let packs = packs();
    assert_eq!(codes(&packs), ["bg", "en"]);
    let bones = skeleton(&packs[0]);
    for pack in &packs {
        assert_eq!(skeleton(pack), bones, "{}", pack.language.code);
        assert_eq!(pack.chapters.iter().map(|chapter| chapter.id.as_str()).collect::<Vec<_>>(), CHAPTERS);
        assert_eq!(pack.sources, packs[0].sources);
        assert_eq!(pack.parameters, packs[0].parameters);
        assert_eq!(pack.languages, packs[0].languages);
        assert!(pack.words.iter().all(|word| !word.trim().is_empty()));
    }
    let terms =
        |pack: &Pack| pack.terms.iter().map(|term| (term.id.clone(), term.latin.clone())).collect::<BTreeSet<_>>();
    assert_eq!(terms(&packs[0]), terms(&packs[1]));
    assert!(terms(&packs[0]).len() >= 76, "{} terms", terms(&packs[0]).len());
}

#[test]
fn the_figures_of_the_contract_are_there() {
    let kinds: BTreeMap<String, &str> = packs()[0]
        .figures
        .iter()
        .map(|figure| {
            let kind = match figure.kind() {
                FigureKind::Scene => "scene",
                FigureKind::Chart => "chart",
                FigureKind::Loop => "loop",
            };
            (figure.id.to_string(), kind)
        })
        .collect();
    let wanted = [
        ("brain-map", "scene"),
        ("molecule", "scene"),
        ("nerve-ending", "scene"),
        ("receptor-growth", "chart"),
        ("labour-pulses", "chart"),
        ("half-life", "chart"),
        ("labour-loop", "loop"),
        ("processing", "scene"),
        ("receptor-cascade", "scene"),
        ("milk-ejection", "scene"),
        ("evidence-ladder", "chart"),
        ("body-map", "scene"),
        ("vasopressin", "scene"),
    ];
    let wanted: BTreeMap<String, &str> = wanted.into_iter().map(|(id, kind)| (id.to_owned(), kind)).collect();
    assert_eq!(kinds, wanted);
}

#[test]
fn every_claim_cites() {
    for pack in packs() {
        for claim in pack.chapters.iter().flat_map(|chapter| chapter.claims()) {
            let cites = claim.text.iter().any(|inline| matches!(inline, Inline::Cite(_)));
            assert!(cites, "{}: {}", pack.language.code, claim.id);
            assert!(plain(&claim.text).trim().chars().count() > 10, "{}: {}", pack.language.code, claim.id);
        }
        let cited = pack.sources.len();
        assert!(pack.figures.iter().flat_map(|figure| &figure.sources).all(|index| usize::from(*index) < cited));
    }
}

#[test]
fn ids_are_unique() {
    let pack = &packs()[0];
    let mut seen = BTreeSet::new();
    let claims = pack.chapters.iter().flat_map(|chapter| chapter.claims()).map(|claim| format!("claim {}", claim.id));
    let parts = pack.figures.iter().filter_map(|figure| Some((figure, figure.scene()?)));
    let parts = parts.flat_map(|(figure, scene)| {
        let steps = scene.steps.iter().map(|step| format!("{}/step/{}", figure.id, step.id));
        let flows = scene.flows.iter().map(|flow| format!("{}/flow/{}", figure.id, flow.id));
        scene.parts.iter().map(|part| format!("{}/part/{}", figure.id, part.id)).chain(steps).chain(flows)
    });
    let terms = pack.terms.iter().map(|term| format!("term {}", term.id));
    let sources = pack.sources.iter().map(|source| format!("source {}", source.id));
    let sections = pack
        .chapters
        .iter()
        .flat_map(|chapter| chapter.sections.iter().map(|section| format!("{}/{}", chapter.id, section.id)));
    for id in claims.chain(parts).chain(terms).chain(sources).chain(sections) {
        assert!(seen.insert(id.clone()), "{id} stands twice");
    }
    let plain = |id: &str| id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    assert!(pack.terms.iter().all(|term| plain(term.id.as_str())));
    assert!(pack.chapters.iter().flat_map(|chapter| chapter.claims()).all(|claim| plain(claim.id.as_str())));
}

/// Each label that a view asks for by name is there, in every language.
#[test]
fn views_find_their_labels() {
    let views = [
        ("labour-loop", vec!["src/figures/labour"]),
        ("half-life", vec!["src/figures/chart/drawn/decay.rs"]),
        ("labour-pulses", vec!["src/figures/chart/drawn/strips.rs"]),
        (
            "receptor-growth",
            vec![
                "src/figures/chart/drawn/growth.rs",
                "src/figures/chart/drawn/answer.rs",
                "src/figures/chart/drawn/map.rs",
            ],
        ),
    ];
    for (id, paths) in views {
        let keys: Vec<String> = paths.into_iter().flat_map(asked).collect();
        assert!(keys.len() >= 5, "{id} asks for {keys:?}");
        for pack in packs() {
            let figure = pack.figures.iter().find(|figure| figure.id.as_str() == id).expect("a figure");
            for key in &keys {
                assert!(!figure.label(key).trim().is_empty(), "{}: {id} has no label “{key}”", pack.language.code);
            }
        }
    }
}

/// The keys in `label("…")` in a source file or a folder of them.
fn asked(path: &str) -> Vec<String> {
    let path = root().join(path);
    let files = match fs::read_dir(&path) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(_) => vec![path],
    };
    let texts = files.into_iter().map(|file| fs::read_to_string(file).expect("a source"));
    let keys = texts.flat_map(|text| {
        text.split("label(\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    });
    keys.collect()
}

#[test]
fn no_mark_is_left_in_a_text() {
    for pack in packs() {
        let chapters = pack.chapters.iter().flat_map(|chapter| {
            let claims = chapter.claims().map(|claim| &claim.text);
            claims.chain(&chapter.summary).chain([&chapter.message])
        });
        let scenes = pack.figures.iter().filter_map(|figure| figure.scene());
        let scenes = scenes.flat_map(|scene| {
            scene.parts.iter().map(|part| &part.words).chain(scene.steps.iter().map(|step| &step.text))
        });
        let notices = pack
            .notices
            .iter()
            .flat_map(|notice| notice.items.iter().chain(&notice.urgent_items).chain([&notice.text, &notice.urgent]));
        let texts: Vec<&Rich> =
            chapters.chain(scenes).chain(notices).chain(pack.terms.iter().map(|term| &term.definition)).collect();
        let plain_texts = pack
            .figures
            .iter()
            .flat_map(|figure| figure.description.iter().chain(figure.labels.iter().map(|(_, words)| words)));
        for text in texts.iter().map(|text| plain(text)).chain(plain_texts.cloned()) {
            assert!(
                !["](", "{", "}", "*", "[@", "see:", "show:"].iter().any(|mark| text.contains(mark)),
                "{}: {text}",
                pack.language.code
            );
            assert!(!text.contains("  ") && text.trim() == text, "{}: blanks in “{text}”", pack.language.code);
        }
        for (word, marks) in [(Word::Found, vec!["{count}"]), (Word::Step, vec!["{number}", "{count}"])] {
            assert!(marks.iter().all(|mark| pack.word(word).contains(mark)), "{}: {}", pack.language.code, word.key());
        }
    }
}

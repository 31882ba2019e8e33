//! Writes what the decoder's run starts from: the files of a build, whole, and small ones cut out of them.
//!
//! ```text
//! seeds DIST CORPUS     reads DIST/v/<version>/**/*.pack, writes CORPUS
//! ```

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use oxytocin_explainer::model::{Drawing, Figure, More, Pack, PackProblem};

/// What stands before a body.
const HEADER: usize = 14;
const PACK: u8 = 0;
const FIGURE: u8 = 1;
const MORE: u8 = 2;
const WHOLE: u8 = 3;

fn main() {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [dist, corpus] = &arguments[..] else { panic!("seeds DIST CORPUS") };
    fs::create_dir_all(corpus).expect("the corpus can be written");
    let mut files = Vec::new();
    walk(&dist.join("v"), &mut files);
    assert!(!files.is_empty(), "{} holds no packs", dist.display());
    let mut seeds = Vec::new();
    for path in &files {
        let bytes = fs::read(path).expect("a file can be read");
        seeds.push([&[WHOLE], &bytes[..]].concat());
        // All parts one behind the other, which the shell takes apart; and what draws figures, which is code.
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        if name == "all.pack" || name.starts_with("figures-") {
            continue;
        }
        if let Ok(more) = More::decode(&bytes) {
            seeds.push(seed(MORE, more.encode()));
            let few =
                More { depth: some(&more.depth, 1), sources: some(&more.sources, 2), about: some(&more.about, 1) };
            seeds.push(seed(MORE, few.encode()));
        } else if let Ok(figure) = Figure::decode(&bytes) {
            seeds.push(seed(FIGURE, figure.encode()));
            seeds.push(seed(FIGURE, small(&figure).encode()));
        } else {
            let pack = Pack::decode(&bytes).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
            seeds.push(seed(PACK, pack.encode()));
            slices(&pack, &mut seeds);
        }
    }
    for (index, seed) in seeds.iter().enumerate() {
        fs::write(corpus.join(format!("{index:03}")), seed).expect("the corpus can be written");
    }
    println!("{} seeds of {} files", seeds.len(), files.len());
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        match path.is_dir() {
            true => walk(&path, files),
            false if path.extension().is_some_and(|ending| ending == "pack") => files.push(path),
            false => {}
        }
    }
}

fn seed(kind: u8, file: Result<Vec<u8>, PackProblem>) -> Vec<u8> {
    let file = file.expect("what was read can be written");
    [&[kind], &file[HEADER..]].concat()
}

fn some<T: Clone>(list: &[T], most: usize) -> Vec<T> {
    list.iter().take(most).cloned().collect()
}

/// Packs with a little of each thing in turn: short inputs run fast.
fn slices(pack: &Pack, seeds: &mut Vec<Vec<u8>>) {
    let none = Pack {
        languages: Vec::new(),
        chapters: Vec::new(),
        figures: Vec::new(),
        terms: Vec::new(),
        sources: Vec::new(),
        notices: Vec::new(),
        words: Vec::new(),
        ..pack.clone()
    };
    for chapter in &pack.chapters {
        let mut chapter = chapter.clone();
        chapter.sections.truncate(1);
        chapter.depth.truncate(1);
        seeds.push(seed(PACK, Pack { chapters: vec![chapter], ..none.clone() }.encode()));
    }
    for figure in &pack.figures {
        seeds.push(seed(PACK, Pack { figures: vec![figure.clone()], ..none.clone() }.encode()));
    }
    let rest = Pack {
        languages: pack.languages.clone(),
        terms: some(&pack.terms, 2),
        sources: some(&pack.sources, 2),
        notices: some(&pack.notices, 1),
        words: some(&pack.words, 3),
        ..none.clone()
    };
    seeds.push(seed(PACK, rest.encode()));
    seeds.push(seed(PACK, none.encode()));
}

/// A figure with a little of each thing.
fn small(figure: &Figure) -> Figure {
    let mut small = figure.clone();
    small.description.truncate(1);
    small.labels.truncate(2);
    small.card.truncate(1);
    if let Drawing::Scene(scene) | Drawing::Loop(scene) = &mut small.drawing {
        scene.parts.truncate(2);
        scene.flows.truncate(1);
        scene.steps.truncate(1);
    }
    small
}

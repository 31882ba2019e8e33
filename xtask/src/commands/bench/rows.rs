//! The figures, each made by a small function.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{facts, page};
use crate::{
    dist,
    problem::{Explain, Outcome},
    project::Project,
    serve_times::ServeTimes,
    size::{Size, short},
};

/// All that one reader downloads until the explainer is interactive, sent with brotli.
const TRANSFER: u64 = 150_000;
/// The file that opens without a server.
const OFFLINE: u64 = 400_000;
/// A pack with all chapters and the glossary, sent with brotli.
const PACK: u64 = 45_000;
/// The number of files that this takes.
const REQUESTS: u64 = 8;
/// The first run of `serve` on a fresh machine, in seconds.
const FIRST_SERVE: u64 = 15 * 60;
/// A later run of `serve`, in seconds.
const LATER_SERVE: u64 = 10;

/// What a number counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// Bytes.
    Bytes,
    /// Requests.
    Requests,
    /// Seconds.
    Seconds,
    /// Claims, entries and notices with an id.
    Facts,
    /// Files of a site.
    Files,
    /// Requests a second.
    Rate,
    /// What the meter measures in a browser, by its name.
    Measured(String),
}

impl Unit {
    /// The unit's name.
    pub fn name(&self) -> &str {
        match self {
            Self::Bytes => "bytes",
            Self::Requests => "requests",
            Self::Seconds => "seconds",
            Self::Facts => "facts",
            Self::Files => "files",
            Self::Rate => "requests a second",
            Self::Measured(name) => name,
        }
    }
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was measured.
    pub figure: String,
    /// The result.
    pub value: f64,
    /// What it counts.
    pub unit: Unit,
    /// The most that it may be, if there is a limit.
    pub budget: Option<f64>,
    /// For what is sent compressed: all its sizes. The value is the one with brotli.
    pub size: Option<Size>,
}

impl Row {
    /// Whether it is more than it may be.
    pub fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.value > budget)
    }

    /// The judgement, if there is a limit.
    pub fn verdict(&self) -> Option<&'static str> {
        self.budget.map(|_| if self.is_over() { "over" } else { "pass" })
    }
}

/// All that a reader of one language downloads until the explainer is interactive.
pub struct Download {
    language: String,
    /// What the element loads, on whatever page.
    files: Vec<(String, Size)>,
    /// Our own page: the whole article, readable by itself.
    article: Vec<(String, Size)>,
    /// What is asked for before the explainer is interactive and comes behind it: all figures, and the worker that
    /// keeps our own pages for a reader without network.
    behind: Vec<(String, Size)>,
}

impl Download {
    /// The downloads of all languages in a release build.
    pub fn all(dist: &Path) -> Outcome<Vec<Self>> {
        let manifest = dist::complete(dist)?;
        let script = dist.join("oxytocin-explainer.js");
        let source = fs::read_to_string(&script).or_say(format_args!("cannot read {}", script.display()))?;
        manifest
            .packs
            .keys()
            .map(|language| {
                let page = dist.join(language).join("index.html");
                let html = fs::read_to_string(&page).or_say(format_args!("cannot read {}", page.display()))?;
                let mut paths = vec![script.clone()];
                let article = measure(std::slice::from_ref(&page), dist)?;
                paths.extend(page::loads(&html, &page, dist));
                // A script that asks for the manifest pays for it.
                paths.extend(source.contains("manifest.json").then(|| manifest.path("manifest.json")));
                paths.extend(manifest.loads(language));
                let behind = measure(&[manifest.parts(language), dist.join("keep.js")], dist)?;
                Ok(Self { language: language.clone(), files: measure(&paths, dist)?, article, behind })
            })
            .collect()
    }
}

/// The sizes of files, each once.
fn measure(paths: &[PathBuf], dist: &Path) -> Outcome<Vec<(String, Size)>> {
    let mut files: Vec<(String, Size)> = Vec::new();
    for path in paths {
        let name = short(path, dist).into_owned();
        if !files.iter().any(|(known, _)| *known == name) {
            files.push((name, Size::of(path)?));
        }
    }
    Ok(files)
}

/// Bytes until interactive, in each language: what the element loads wherever it stands, and, on our own
/// page, the article that is read meanwhile.
pub fn transfer(downloads: &[Download]) -> Vec<Row> {
    let row = |figure: String, size: Size, budget: Option<f64>| Row {
        figure,
        value: size.brotli as f64,
        unit: Unit::Bytes,
        budget,
        size: Some(size),
    };
    let of_language = |download: &Download| {
        let (element, article) = (total(&download.files), total(&download.article));
        let language = &download.language;
        [
            row(format!("{language}: the element, until interactive"), element, Some(TRANSFER as f64)),
            row(format!("{language}: the article of our own page"), article, None),
            row(format!("{language}: both"), element + article, None),
            row(format!("{language}: figures and depth, behind it"), total(&download.behind), None),
            row(format!("{language}: the pack of texts"), pack(download), Some(PACK as f64)),
        ]
    };
    downloads.iter().flat_map(of_language).collect()
}

/// The pack among what the element loads.
fn pack(download: &Download) -> Size {
    let of_pack = download.files.iter().filter(|(name, _)| name.ends_with(".pack"));
    of_pack.fold(Size::default(), |sum, (_, size)| sum + *size)
}

fn total(files: &[(String, Size)]) -> Size {
    files.iter().fold(Size::default(), |sum, (_, size)| sum + *size)
}

/// Requests until interactive on our own page, in each language.
pub fn requests(downloads: &[Download]) -> Vec<Row> {
    downloads
        .iter()
        .map(|download| Row {
            figure: format!("{}: requests until interactive", download.language),
            value: (download.files.len() + download.article.len() + download.behind.len()) as f64,
            unit: Unit::Requests,
            budget: Some(REQUESTS as f64),
            size: None,
        })
        .collect()
}

/// What the static page of a language lacks of all that is claimed: nothing, if it can be read without scripts.
pub fn readable(project: &Project) -> Outcome<Vec<Row>> {
    let facts = facts::all(&project.root.join("content"))?;
    let manifest = dist::complete(&project.dist())?;
    let missing = |language: &String| -> Outcome<Row> {
        let page = project.dist().join(language).join("index.html");
        let html = fs::read_to_string(&page).or_say(format_args!("cannot read {}", page.display()))?;
        let missing = facts.iter().filter(|fact| !html.contains(&format!("data-fact=\"{fact}\"")));
        Ok(Row {
            figure: format!("{language}: facts of {} missing before any script", facts.len()),
            value: missing.count() as f64,
            unit: Unit::Facts,
            budget: Some(0.0),
            size: None,
        })
    };
    manifest.packs.keys().map(missing).collect()
}

/// The file of each language that opens without a server, as it lies on a disk.
pub fn offline(dist: &Path, downloads: &[Download]) -> Vec<Row> {
    let row = |download: &Download| {
        let name = format!("offline/oxytocin-explainer.{}.html", download.language);
        let value = fs::metadata(dist.join(&name)).ok()?.len();
        Some(Row { figure: name, value: value as f64, unit: Unit::Bytes, budget: Some(OFFLINE as f64), size: None })
    };
    downloads.iter().filter_map(row).collect()
}

/// How long `serve` took to a page, as far as it has been run in this clone.
pub fn serving(project: &Project) -> Vec<Row> {
    let Some(times) = ServeTimes::read(project) else {
        return Vec::new();
    };
    let row = |figure: &str, value: u64, budget: u64| Row {
        figure: figure.into(),
        value: value as f64,
        unit: Unit::Seconds,
        budget: Some(budget as f64),
        size: None,
    };
    let first = row("serve: first run in this clone, to a page", times.first, FIRST_SERVE);
    let later = times.later.map(|value| row("serve: later run, to a page", value, LATER_SERVE));
    std::iter::once(first).chain(later).collect()
}

/// Each file, for those who look for weight to lose.
pub fn files(downloads: &[Download]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (name, size) in
        downloads.iter().flat_map(|download| download.files.iter().chain(&download.article).chain(&download.behind))
    {
        let row =
            Row { figure: name.clone(), value: size.brotli as f64, unit: Unit::Bytes, budget: None, size: Some(*size) };
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{Download, TRANSFER, files, requests, transfer};
    use crate::size::Size;

    fn downloads(brotli: u64) -> Vec<Download> {
        let page = ("bg/index.html".to_owned(), Size { raw: 9, gzip: 5, brotli: 4 });
        let wasm = ("v/1/w.wasm".to_owned(), Size { raw: 400_000, gzip: 190_000, brotli });
        vec![Download { language: "bg".into(), files: vec![wasm], article: vec![page], behind: Vec::new() }]
    }

    #[test]
    fn the_budget_is_the_last_good_value() {
        assert_eq!(transfer(&downloads(TRANSFER))[0].verdict(), Some("pass"));
        assert_eq!(transfer(&downloads(TRANSFER + 1))[0].verdict(), Some("over"));
    }

    #[test]
    fn requests_are_files() {
        assert_eq!(requests(&downloads(1))[0].value, 2.0);
    }

    #[test]
    fn a_file_is_listed_once_for_all_languages() {
        let twice = [downloads(1), downloads(1)].into_iter().flatten().collect::<Vec<_>>();
        assert_eq!(files(&twice).len(), 2);
        assert_eq!(files(&twice)[0].verdict(), None);
    }
}

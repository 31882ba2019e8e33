//! Figures: geometry and words matched part by part, everything worked out that can be.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use oxytocin_explainer::{
    figures::chart::drawn::numbers::{Level, Numbers, Strip},
    model::{Chapter, Chart, Columns, Drawing, Figure, FigureId, Scene},
};

use super::desk::{Desk, Place};
use crate::files::{self, ChartFacts, FigureFacts, FigureWords, Kind};

/// All figures, in the order in which the chapters show them, and the numbers of the charts among them.
pub fn all(desk: &Desk, chapters: &[Chapter]) -> (Vec<Rc<Figure>>, BTreeMap<FigureId, Numbers>) {
    for id in desk.words.figures.keys().filter(|id| !desk.files.figures.contains_key(*id)) {
        let file = desk.words_file(&format!("figures/{id}.json"));
        desk.problems.add(&file, "", format!("words without facts: there is no facts/figures/{id}.json"));
    }
    let mut shown: Vec<&str> = Vec::new();
    for place in chapters.iter().flat_map(|c| &c.sections).filter_map(|s| s.figure.as_ref()) {
        if !shown.contains(&place.id.as_str()) {
            shown.push(place.id.as_str());
        }
    }
    let rest = desk.files.figures.keys().map(String::as_str).filter(|id| !shown.contains(id));
    let order: Vec<&str> = shown.iter().copied().chain(rest).collect();
    let mut numbers = BTreeMap::new();
    let figures = order
        .into_iter()
        .filter_map(|id| {
            let facts = desk.files.figures.get(id)?;
            let file = desk.words_file(&format!("figures/{id}.json"));
            let Some(words) = desk.words.figures.get(id) else {
                desk.problems.add(&file, "", "this figure has no words in this language");
                return None;
            };
            let fact_file = format!("facts/figures/{id}.json");
            let figure = FigureDesk { desk, id, facts, words, file, fact_file };
            numbers.extend(facts.chart.as_ref().map(|chart| (FigureId::from(id), figure.numbers(chart))));
            Some(Rc::new(figure.figure()))
        })
        .collect();
    (figures, numbers)
}

/// One figure's place at the desk.
pub(super) struct FigureDesk<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) id: &'a str,
    pub(super) facts: &'a FigureFacts,
    pub(super) words: &'a FigureWords,
    pub(super) file: String,
    pub(super) fact_file: String,
}

impl<'a> FigureDesk<'a> {
    fn figure(&self) -> Figure {
        let (facts, words) = (self.facts, self.words);
        self.desk.check_sources(&self.fact_file, "sources", &facts.sources);
        if facts.sources.is_empty() {
            self.complain("sources", "a figure without a source");
        }
        for (id, _) in words
            .parts
            .iter()
            .filter(|(id, _)| !facts.parts.iter().any(|part| part.id == **id && part.anchor.is_some()))
        {
            self.desk.problems.add(
                &self.file,
                &format!("parts.{id}"),
                "words without facts: no part with an anchor has this id",
            );
        }
        for (id, _) in words.steps.iter().filter(|(id, _)| !facts.steps.iter().any(|step| step.id == **id)) {
            self.desk.problems.add(&self.file, &format!("steps.{id}"), "words without facts");
        }
        if words.description.is_empty() {
            self.desk.problems.add(&self.file, "description", "a figure without a description");
        }
        self.check_words();
        self.check_ids();
        self.desk.check_length(&self.place("title"), &words.title, 90);
        let mut sources: Vec<u16> = facts.sources.iter().filter_map(|id| self.desk.cite(id)).collect();
        sources.sort_unstable();
        let mut labels: Vec<(String, String)> = (words.labels.iter())
            .map(|(key, text)| (key.clone(), self.desk.plain(&self.place(&format!("labels.{key}")), text)))
            .collect();
        labels.sort();
        Figure {
            id: FigureId::from(self.id),
            title: words.title.clone(),
            message: self.desk.rich(&self.place("message"), &words.message).rich,
            description: (words.description.iter().enumerate())
                .map(|(index, text)| self.desk.plain(&self.place(&format!("description[{index}]")), text))
                .collect(),
            sources,
            drawing: self.drawing(),
            labels,
            card: Vec::new(),
        }
    }

    /// Complains of texts that are empty, and of labels that another language has.
    fn check_words(&self) {
        let words = self.words;
        let filled = |key: &str, text: &str| self.desk.check_filled(&self.place(key), text);
        filled("title", &words.title);
        filled("message", &words.message);
        for (index, text) in words.description.iter().enumerate() {
            filled(&format!("description[{index}]"), text);
        }
        for (id, part) in &words.parts {
            filled(&format!("parts.{id}.label"), &part.label);
            filled(&format!("parts.{id}.words"), &part.words);
        }
        for (id, step) in &words.steps {
            filled(&format!("steps.{id}.title"), &step.title);
            filled(&format!("steps.{id}.text"), &step.text);
            filled(&format!("steps.{id}.alternative"), &step.alternative);
        }
        for (id, text) in &words.labels {
            filled(&format!("labels.{id}"), text);
        }
        let elsewhere = self.desk.files.words.values().filter_map(|words| words.figures.get(self.id));
        for id in elsewhere.flat_map(|words| words.labels.keys()).filter(|id| !words.labels.contains_key(*id)) {
            self.desk.problems.add(&self.file, &format!("labels.{id}"), "this label has no words in this language");
        }
    }

    /// Complains of parts and steps that share an id.
    fn check_ids(&self) {
        let parts = self.facts.parts.iter().map(|part| ("part", &part.id));
        let steps = self.facts.steps.iter().map(|step| ("step", &step.id));
        let mut seen = BTreeSet::new();
        for (kind, id) in parts.chain(steps) {
            if !seen.insert((kind, id)) {
                self.complain(&format!("{kind}s.{id}"), &format!("another {kind} has this id"));
            }
        }
    }

    fn drawing(&self) -> Drawing {
        match (self.facts.kind, &self.facts.chart) {
            (Kind::Chart, Some(_)) => Drawing::Chart(Chart::default()),
            (Kind::Chart, None) => {
                self.complain("chart", "a chart without numbers");
                Drawing::Scene(self.scene())
            }
            (Kind::Scene, _) => Drawing::Scene(self.scene()),
            (Kind::Loop, _) => Drawing::Loop(self.scene()),
        }
    }

    fn numbers(&self, facts: &ChartFacts) -> Numbers {
        let bounds = |id: &str| self.desk.bounds(&self.fact_file, id);
        let with_spread = |id: &str| {
            let spread = self.desk.files.quantities.get(id).and_then(|(_, quantity)| quantity.spread);
            (bounds(id).0, spread.unwrap_or(0.0))
        };
        let level =
            |facts: &files::figure::LevelFacts| Level { weeks: bounds(&facts.weeks), level: bounds(&facts.level).0 };
        match facts {
            ChartFacts::Decay { half_life, range, span } => {
                Numbers::Decay { half_life: bounds(half_life).0, range: bounds(range), span: *span }
            }
            ChartFacts::Strips { window, rows } => Numbers::Strips {
                window: *window,
                rows: rows
                    .iter()
                    .map(|row| Strip {
                        id: row.id.clone(),
                        pulses: with_spread(&row.pulses),
                        length: with_spread(&row.length),
                    })
                    .collect(),
            },
            ChartFacts::Growth { early, term, regions } => {
                Numbers::Growth { early: level(early), term: level(term), regions: regions.clone() }
            }
            ChartFacts::Ladder { rows } => Numbers::Ladder { rows: self.ladder(rows) },
        }
    }

    fn scene(&self) -> Scene {
        let facts = self.facts;
        if facts.steps.is_empty() {
            self.complain("steps", "a drawing needs at least one step");
        }
        Scene {
            columns: match facts.columns {
                Some(files::figure::Columns::Right) => Columns::Right,
                Some(files::figure::Columns::None) => Columns::None,
                Some(files::figure::Columns::Both) | None => Columns::Both,
            },
            height: facts.height.unwrap_or(520.0),
            parts: facts.parts.iter().map(|part| self.part(part)).collect(),
            flows: facts.flows.iter().map(|flow| self.flow(flow)).collect(),
            steps: facts.steps.iter().map(|step| self.step(step)).collect(),
        }
    }

    pub(super) fn complain(&self, key: &str, message: &str) {
        self.desk.problems.add(&self.fact_file, key, message);
    }

    pub(super) fn place(&self, key: &str) -> Place<'a> {
        Place::new(&self.file, key).figure(Some(self.id))
    }
}

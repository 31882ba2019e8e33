//! Figures: geometry and words matched part by part, everything worked out that can be.

use std::collections::BTreeSet;

use oxytocin_explainer::model::{
    Camera, Chapter, Chart, Columns, Drawing, Figure, FigureId, Flow, Geometry, Move, Outline, Paint, Part, PartId,
    Role, Scene, Shade, Shape, Side, Step, StepId, TermId,
    figure::{Label, Level, Strip},
};

use super::{
    desk::{Desk, Place},
    outline,
};
use crate::files::{self, ChartFacts, FigureFacts, FigureWords, Kind, PartFacts, ShapeFacts, StepFacts};

/// A label's longest line, in letters.
const LINE: usize = 17;

/// All figures, in the order in which the chapters show them.
pub fn all(desk: &Desk, chapters: &[Chapter]) -> Vec<Figure> {
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
    order
        .into_iter()
        .filter_map(|id| {
            let facts = desk.files.figures.get(id)?;
            let file = desk.words_file(&format!("figures/{id}.json"));
            let Some(words) = desk.words.figures.get(id) else {
                desk.problems.add(&file, "", "this figure has no words in this language");
                return None;
            };
            let fact_file = format!("facts/figures/{id}.json");
            Some(FigureDesk { desk, id, facts, words, file, fact_file }.figure())
        })
        .collect()
}

struct FigureDesk<'a> {
    desk: &'a Desk<'a>,
    id: &'a str,
    facts: &'a FigureFacts,
    words: &'a FigureWords,
    file: String,
    fact_file: String,
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
            stills: Vec::new(),
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
            (Kind::Chart, Some(chart)) => Drawing::Chart(self.chart(chart)),
            (Kind::Chart, None) => {
                self.complain("chart", "a chart without numbers");
                Drawing::Scene(self.scene())
            }
            (Kind::Scene, _) => Drawing::Scene(self.scene()),
            (Kind::Loop, _) => Drawing::Loop(self.scene()),
        }
    }

    fn chart(&self, facts: &ChartFacts) -> Chart {
        let bounds = |id: &str| self.desk.bounds(&self.fact_file, id);
        let with_spread = |id: &str| {
            let spread = self.desk.files.quantities.get(id).and_then(|(_, quantity)| quantity.spread);
            (bounds(id).0, spread.unwrap_or(0.0))
        };
        let level =
            |facts: &files::figure::LevelFacts| Level { weeks: bounds(&facts.weeks), level: bounds(&facts.level).0 };
        match facts {
            ChartFacts::Decay { half_life, range, span } => {
                Chart::Decay { half_life: bounds(half_life).0, range: bounds(range), span: *span }
            }
            ChartFacts::Strips { window, rows } => Chart::Strips {
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
            ChartFacts::Growth { early, term, nonpregnant, regions } => Chart::Growth {
                early: level(early),
                term: level(term),
                nonpregnant: bounds(nonpregnant),
                regions: regions.clone(),
            },
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

    fn part(&self, facts: &'a PartFacts) -> Part {
        let key = format!("parts.{}", facts.id);
        let words = self.words.parts.get(&facts.id);
        if facts.anchor.is_some() && words.is_none() {
            self.desk.problems.add(&self.file, &key, "this part has no words in this language");
        }
        if let Some(term) = &facts.term {
            self.desk.use_term(&Place::new(&self.fact_file, key.clone()), term);
        }
        let label = facts.anchor.zip(words).map(|(anchor, words)| {
            self.desk.check_length(&self.place(&format!("{key}.label")), &words.label, 60);
            Label { anchor, side: facts.side.unwrap_or(Side::Right), lines: lines(&words.label) }
        });
        Part {
            id: PartId::from(facts.id.as_str()),
            role: facts.role,
            layer: facts.layer,
            term: facts.term.as_deref().map(TermId::from),
            label,
            words: words
                .map(|words| self.desk.rich(&self.place(&format!("{key}.words")), &words.words).rich)
                .unwrap_or_default(),
            shapes: facts.shapes.iter().filter_map(|shape| self.shape(&key, shape)).collect(),
        }
    }

    fn shape(&self, key: &str, facts: &ShapeFacts) -> Option<Shape> {
        let mut found = Vec::new();
        if let Some(path) = &facts.path {
            found.push(Geometry::Path(self.outline(key, path)));
        }
        found.extend(facts.circle.map(|(x, y, r)| Geometry::Circle(x, y, r)));
        found.extend(facts.ellipse.map(|(x, y, rx, ry)| Geometry::Ellipse(x, y, rx, ry)));
        if let Some(rect) = &facts.rect {
            match rect[..] {
                [x, y, w, h] => found.push(Geometry::Rect(x, y, w, h, 0.0)),
                [x, y, w, h, corner] => found.push(Geometry::Rect(x, y, w, h, corner)),
                _ => self.complain(key, "a rect is [x, y, width, height] or [x, y, width, height, corner]"),
            }
        }
        found.extend(
            facts.text.as_ref().map(|t| Geometry::Symbol(t.at.0, t.at.1, t.size.unwrap_or(16.0), t.symbol.clone())),
        );
        if found.len() != 1 {
            self.complain(key, "a shape has exactly one of path, circle, ellipse, rect, text");
        }
        let geometry = found.pop()?;
        let symbol = matches!(geometry, Geometry::Symbol(..));
        Some(Shape {
            fill: self.paint(key, facts.fill.as_deref().unwrap_or(if symbol { "ink" } else { "none" })),
            stroke: self.paint(key, facts.stroke.as_deref().unwrap_or(if symbol { "none" } else { "ink" })),
            width: facts.width.unwrap_or(1.75),
            dash: facts.dash.clone(),
            pattern: facts.pattern,
            at: facts.at.clone(),
            moves: facts.moves.iter().map(|facts| self.moving(key, facts, &geometry)).collect(),
            geometry,
        })
    }

    fn moving(&self, key: &str, facts: &files::figure::MoveFacts, geometry: &Geometry) -> Move {
        if facts.from == facts.to {
            self.complain(key, "a move needs a from that differs from its to");
        }
        let morph = facts.morph.as_ref().map(|path| self.outline(key, path));
        if let Some(morph) = &morph {
            let same = matches!(geometry, Geometry::Path(path) if outline::commands(path) == outline::commands(morph));
            if !same {
                self.complain(key, "a morph needs the same path commands as the shape, with other numbers");
            }
        }
        Move {
            by: facts.by,
            from: facts.from,
            to: facts.to,
            translate: facts.translate.unwrap_or_default(),
            morph,
            opacity: facts.opacity.unwrap_or((1.0, 1.0)),
        }
    }

    fn flow(&self, facts: &files::figure::FlowFacts) -> Flow {
        let count = facts.count.unwrap_or(5);
        let path = self.outline(&format!("flows.{}", facts.id), &facts.path);
        Flow {
            id: facts.id.clone(),
            role: facts.role,
            layer: facts.layer,
            still: outline::points_along(&path, count),
            path,
            count,
            seconds: facts.seconds.unwrap_or(6.0),
            size: facts.size.unwrap_or(3.0),
        }
    }

    fn step(&self, facts: &'a StepFacts) -> Step {
        let key = format!("steps.{}", facts.id);
        let lists = [("label", &facts.label), ("lit", &facts.lit), ("hide", &facts.hide)];
        for (list, ids) in lists {
            for id in ids.iter().filter(|id| !self.facts.parts.iter().any(|part| part.id == **id)) {
                self.complain(&format!("{key}.{list}"), &format!("there is no part “{id}”"));
            }
        }
        for id in facts.flows.iter().filter(|id| !self.facts.flows.iter().any(|flow| flow.id == **id)) {
            self.complain(&format!("{key}.flows"), &format!("there is no flow “{id}”"));
        }
        let most = if self.facts.kind == Kind::Loop { 12 } else { 9 };
        if facts.label.len() > most {
            self.complain(&format!("{key}.label"), &format!("{} labels, {most} at most", facts.label.len()));
        }
        for part in self.facts.parts.iter().filter(|part| facts.label.contains(&part.id)) {
            if part.anchor.is_none() {
                self.complain(&format!("{key}.label"), &format!("part “{}” has no anchor, so no label", part.id));
            }
            if facts.hide.contains(&part.id) {
                self.complain(&format!("{key}.label"), &format!("part “{}” is hidden in this step", part.id));
            }
        }
        let (x, y, width, height) = facts.camera;
        if width <= 0.0 || height <= 0.0 {
            self.complain(&format!("{key}.camera"), "a camera has a width and a height");
        }
        let part_ids = |ids: &[String]| ids.iter().map(|id| PartId::from(id.as_str())).collect();
        let (title, text, alternative) = match self.words.steps.get(&facts.id) {
            Some(words) => (
                words.title.clone(),
                self.desk.rich(&self.place(&format!("{key}.text")), &words.text).rich,
                self.desk.plain(&self.place(&format!("{key}.alternative")), &words.alternative),
            ),
            None => {
                self.desk.problems.add(&self.file, &key, "this step has no words in this language");
                Default::default()
            }
        };
        Step {
            id: StepId::from(facts.id.as_str()),
            title,
            text,
            alternative,
            camera: Camera { x, y, width, height },
            label: part_ids(&facts.label),
            lit: part_ids(&facts.lit),
            hide: part_ids(&facts.hide),
            flows: facts.flows.clone(),
        }
    }

    fn paint(&self, key: &str, name: &str) -> Paint {
        let (role, shade) = match name.strip_suffix("-soft") {
            Some(role) => (role, Shade::Soft),
            None => (name, Shade::Full),
        };
        match name {
            "none" => Paint::None,
            "paper" => Paint::Paper,
            _ => match serde_json::from_value::<Role>(role.into()) {
                Ok(role) => Paint::Role(role, shade),
                Err(_) => {
                    self.complain(key, &format!("“{name}” is no paint: use a role, <role>-soft, paper or none"));
                    Paint::None
                }
            },
        }
    }

    fn outline(&self, key: &str, path: &str) -> Outline {
        outline::settled(path).unwrap_or_else(|error| {
            self.complain(key, &format!("this path cannot be drawn: {error:?}"));
            Outline::from("")
        })
    }

    fn complain(&self, key: &str, message: &str) {
        self.desk.problems.add(&self.fact_file, key, message);
    }

    fn place(&self, key: &str) -> Place<'a> {
        Place::new(&self.file, key).figure(Some(self.id))
    }
}

/// A label in lines of at most [`LINE`] letters where its words allow it, as even as they go.
fn lines(label: &str) -> Vec<String> {
    let letters = label.chars().count();
    let rows = letters.div_ceil(LINE).max(1);
    let most = letters.div_ceil(rows).max(label.split(' ').map(|word| word.chars().count()).max().unwrap_or(0));
    let mut lines: Vec<String> = Vec::new();
    for word in label.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most + 2 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn labels_break_evenly() {
        assert_eq!(lines("хипоталамус"), ["хипоталамус"]);
        assert_eq!(lines("преден дял на хипофизата"), ["преден дял на", "хипофизата"]);
    }
}

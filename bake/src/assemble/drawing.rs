//! Drawings: parts, shapes, flows and steps matched with their words.

use oxytocin_explainer::model::{
    Camera, Flow, Geometry, Label, Move, Outline, Paint, Part, PartId, Role, Shade, Shape, Shift, Side, Step, StepId,
    TermId,
};

use super::{desk::Place, extent, figures::FigureDesk, outline};
use crate::files::{FlowFacts, Kind, MoveFacts, PartFacts, ShapeFacts, StepFacts};

/// A label's longest line, in letters.
const LINE: usize = 17;

impl<'a> FigureDesk<'a> {
    pub(super) fn part(&self, facts: &'a PartFacts) -> Part {
        let key = format!("parts.{}", facts.id);
        let words = self.words.parts.get(&facts.id);
        if facts.anchor.is_some() && words.is_none() {
            self.desk.problems.add(&self.file, &key, "this part has no words in this language");
        }
        if let Some(term) = &facts.term {
            self.desk.use_term(&Place::new(&self.fact_file, key.clone()), term);
        }
        let shapes: Vec<Shape> = facts.shapes.iter().filter_map(|shape| self.shape(&key, shape)).collect();
        let label = facts.anchor.zip(words).map(|(anchor, words)| {
            self.desk.check_length(&self.place(&format!("{key}.label")), &words.label, 60);
            let (side, reach) = (facts.side.unwrap_or(Side::Right), extent::reach(&shapes, anchor));
            Label { anchor, side, reach, lines: lines(&words.label) }
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
            shapes,
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

    fn moving(&self, key: &str, facts: &MoveFacts, geometry: &Geometry) -> Move {
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

    pub(super) fn flow(&self, facts: &FlowFacts) -> Flow {
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

    pub(super) fn step(&self, facts: &'a StepFacts) -> Step {
        let key = format!("steps.{}", facts.id);
        let shifted: Vec<String> = facts.shift.keys().cloned().collect();
        let lists = [("label", &facts.label), ("lit", &facts.lit), ("hide", &facts.hide), ("shift", &shifted)];
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
        for id in shifted.iter().filter(|id| facts.hide.contains(id)) {
            self.complain(&format!("{key}.shift"), &format!("part “{id}” is hidden in this step"));
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
            shift: facts.shift.iter().map(|(id, by)| Shift { part: PartId::from(id.as_str()), by: *by }).collect(),
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

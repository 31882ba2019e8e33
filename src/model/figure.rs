//! Figures as data: scenes, charts and the loop.

use super::{
    chart::Chart,
    id::{FigureId, PartId, StepId},
    markup::Markup,
    packed::packed,
    rich::Rich,
    scene::{Part, Scene, Sheet},
};

/// One figure with all its words.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// Its name in links and hooks.
    pub id: FigureId,
    /// Its title.
    pub title: String,
    /// Its message, in one sentence.
    pub message: Rich,
    /// What it shows, for who cannot see it; several paragraphs.
    pub description: Vec<String>,
    /// What it stands on: indices into the pack's sources.
    pub sources: Vec<u16>,
    /// What is drawn.
    pub drawing: Drawing,
    /// Other words inside it, sorted by key.
    pub labels: Vec<(String, String)>,
    /// The card of its model: what is measured in it, what is illustrative, what is left out.
    pub card: Vec<Markup>,
}

impl Figure {
    /// The words of a label; empty if there are none under that key.
    pub fn label(&self, key: &str) -> &str {
        match self.labels.binary_search_by(|(known, _)| known.as_str().cmp(key)) {
            Ok(index) => &self.labels[index].1,
            Err(_) => "",
        }
    }

    /// Its scene, if it has one: a chart has none.
    pub fn scene(&self) -> Option<&Scene> {
        match &self.drawing {
            Drawing::Scene(scene) | Drawing::Loop(scene) => Some(scene),
            Drawing::Chart(_) | Drawing::Away(_) => None,
        }
    }

    /// The room that its drawing takes, loaded or not; `None` for a chart.
    pub fn sheet(&self) -> Option<Sheet> {
        match &self.drawing {
            Drawing::Scene(scene) | Drawing::Loop(scene) => Some(scene.sheet()),
            Drawing::Away(away) => away.sheet,
            Drawing::Chart(_) => None,
        }
    }

    /// Its steps by id and heading, loaded or not.
    pub fn steps(&self) -> Vec<(&StepId, &str)> {
        match &self.drawing {
            Drawing::Scene(scene) | Drawing::Loop(scene) => {
                scene.steps.iter().map(|step| (&step.id, step.title.as_str())).collect()
            }
            Drawing::Away(away) => away.steps.iter().map(|(id, title)| (id, title.as_str())).collect(),
            Drawing::Chart(_) => Vec::new(),
        }
    }

    /// The step that shows a selectable part best, loaded or not; `None` if it has no such part.
    pub fn step_of(&self, part: &PartId) -> Option<usize> {
        if let Drawing::Away(away) = &self.drawing {
            return away.parts.iter().find(|(id, _)| id == part).map(|(_, step)| usize::from(*step));
        }
        let steps = &self.scene()?.steps;
        self.part(part)?.label.as_ref()?;
        let labelled = steps.iter().position(|step| step.label.contains(part));
        labelled.or_else(|| steps.iter().position(|step| !step.hide.contains(part)))
    }

    /// The selectable part of that id.
    pub fn part(&self, id: &PartId) -> Option<&Part> {
        self.scene()?.parts.iter().find(|part| part.id == *id)
    }
}

/// The closed set of drawing kinds.
#[derive(Clone, PartialEq, Debug)]
pub enum Drawing {
    /// A drawing of named parts.
    Scene(Scene),
    /// A drawing that follows the labour simulation.
    Loop(Scene),
    /// Measured numbers.
    Chart(Chart),
    /// Not loaded yet.
    Away(Away),
}

/// What is known of a drawing before it is loaded.
#[derive(Clone, PartialEq, Debug)]
pub struct Away {
    /// What kind of drawing it is.
    pub kind: FigureKind,
    /// Its steps and their headings.
    pub steps: Vec<(StepId, String)>,
    /// Its selectable parts, each with the step that shows it best.
    pub parts: Vec<(PartId, u8)>,
    /// The room that it takes; `None` for a chart, whose room its words decide.
    pub sheet: Option<Sheet>,
}

/// What kind of drawing a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FigureKind {
    /// A drawing of named parts.
    Scene,
    /// A drawing that follows the labour simulation.
    Loop,
    /// Measured numbers.
    Chart,
}

packed!(struct Figure { id, title, message, description, sources, drawing, labels, card });
packed!(
    enum Drawing {
        Scene(scene),
        Loop(scene),
        Chart(chart),
        Away(away),
    }
);
packed!(struct Away { kind, steps, parts, sheet });
packed!(
    enum FigureKind {
        Scene,
        Loop,
        Chart,
    }
);

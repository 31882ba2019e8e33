//! Figures as data: scenes, charts and the loop.

use serde::{Deserialize, Serialize};

use super::{
    chart::Chart,
    id::{FigureId, PartId},
    rich::Rich,
    scene::{Part, Scene},
};

/// One figure with all its words.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
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
    /// What `bake` has drawn of it, as HTML.
    pub stills: Vec<String>,
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
            Drawing::Chart(_) => None,
        }
    }

    /// The selectable part of that id.
    pub fn part(&self, id: &PartId) -> Option<&Part> {
        self.scene()?.parts.iter().find(|part| part.id == *id)
    }
}

/// The closed set of drawing kinds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Drawing {
    /// A drawing of named parts.
    Scene(Scene),
    /// A drawing that follows the labour simulation.
    Loop(Scene),
    /// Measured numbers.
    Chart(Chart),
}

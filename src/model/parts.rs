//! The parts of a pack that load when a reader comes to them: each figure, and what is opened on demand.
//!
//! A light pack holds what every reader reads: the text, the glossary, and of each figure its name and
//! what it says. The rest of a figure is a file of its own, and so is [`More`].

use std::rc::Rc;

use super::{
    about::About,
    chapter::Claim,
    figure::{Away, Drawing, Figure, FigureKind},
    pack::{Pack, PackProblem, open, seal},
    packed::packed,
    scene::Scene,
    source::Source,
};

/// What a reader opens: the depth of chapters, the entries of the bibliography.
#[derive(Clone, PartialEq, Debug)]
pub struct More {
    /// The claims of each chapter's depth, chapter by chapter.
    pub depth: Vec<Vec<Claim>>,
    /// The bibliography.
    pub sources: Vec<Source>,
    /// What the explainer says of itself.
    pub about: Vec<About>,
}

packed!(struct More { depth, sources, about });

impl More {
    /// The name of its file, beside those of figures.
    pub const NAME: &'static str = "more";

    /// Its file's bytes.
    ///
    /// # Errors
    /// When it is larger than its header can say.
    pub fn encode(&self) -> Result<Vec<u8>, PackProblem> {
        seal(self)
    }

    /// Reads its file.
    ///
    /// # Errors
    /// [`PackProblem`] says what is wrong with the bytes.
    pub fn decode(bytes: &[u8]) -> Result<Self, PackProblem> {
        open(bytes)
    }
}

impl Figure {
    /// Its file's bytes.
    ///
    /// # Errors
    /// When it is larger than its header can say.
    pub fn encode(&self) -> Result<Vec<u8>, PackProblem> {
        seal(self)
    }

    /// Reads its file.
    ///
    /// # Errors
    /// [`PackProblem`] says what is wrong with the bytes.
    pub fn decode(bytes: &[u8]) -> Result<Self, PackProblem> {
        open(bytes)
    }

    /// What a light pack holds of it.
    fn light(&self) -> Self {
        let scene = self.scene();
        let steps = scene.map(|scene| scene.steps.as_slice()).unwrap_or_default();
        let parts = scene.map(|scene| scene.parts.as_slice()).unwrap_or_default();
        let shown = |part: &super::Part| Some((part.id.clone(), self.step_of(&part.id)? as u8));
        let away = Away {
            kind: self.kind(),
            steps: steps.iter().map(|step| (step.id.clone(), step.title.clone())).collect(),
            parts: parts.iter().filter_map(shown).collect(),
            sheet: scene.map(Scene::sheet),
        };
        // The model can be run before its drawing has come: its words are small.
        let runs = away.kind == FigureKind::Loop;
        Self {
            description: Vec::new(),
            labels: if runs { self.labels.clone() } else { Vec::new() },
            card: if runs { self.card.clone() } else { Vec::new() },
            drawing: Drawing::Away(away),
            ..self.clone()
        }
    }

    /// What kind of drawing it is.
    pub fn kind(&self) -> FigureKind {
        match &self.drawing {
            Drawing::Scene(_) => FigureKind::Scene,
            Drawing::Loop(_) => FigureKind::Loop,
            Drawing::Chart(_) => FigureKind::Chart,
            Drawing::Away(away) => away.kind,
        }
    }
}

impl Pack {
    /// The pack without what loads when a reader comes to it.
    pub fn light(&self) -> Self {
        let mut light = self.clone();
        light.figures = self.figures.iter().map(|figure| Rc::new(figure.light())).collect();
        for claim in light.chapters.iter_mut().flat_map(|chapter| &mut chapter.depth) {
            claim.text.clear();
        }
        for source in &mut light.sources {
            *source = Source::unread(source.id.clone());
        }
        light.about.clear();
        light
    }

    /// What a reader opens.
    pub fn more(&self) -> More {
        More {
            depth: self.chapters.iter().map(|chapter| chapter.depth.clone()).collect(),
            sources: self.sources.clone(),
            about: self.about.clone(),
        }
    }
}

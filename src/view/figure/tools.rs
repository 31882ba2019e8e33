//! What a reader can do with a figure besides reading it: come closer, leave layers out, keep it.

use yew::prelude::*;

use super::Frame;
use crate::{
    model::{Drawing, FigureKind, Layer, Scene, Word},
    view::{
        deeds::{Deed, LAYERS},
        state::{MOST_ZOOM, SaveKind},
    },
};

impl Frame<'_> {
    /// Closer and farther, and the layers that the drawing has.
    pub(super) fn tools(&self, scene: &Scene) -> Html {
        let zoom = self.look.zoom;
        let closer = (zoom < MOST_ZOOM).then_some(zoom + 1);
        html! {
            <div class="tools">
                {self.zoom(Word::Closer, "zoom-in", "M3 8H13M8 3V13", closer)}
                {self.zoom(Word::Farther, "zoom-out", "M3 8H13", zoom.checked_sub(1))}
                <ul class="layers" aria-label={self.explain.word(Word::Layers).to_owned()}>{for self.layers(scene)}</ul>
            </div>
        }
    }

    fn zoom(&self, word: Word, name: &'static str, sign: &'static str, to: Option<u8>) -> Html {
        self.sign_button(word, name, sign, to.map(|zoom| self.deed(Deed::Zoom, &zoom.to_string())))
    }

    fn layers(&self, scene: &Scene) -> Vec<Html> {
        let used = |layer: Layer| {
            layer == Layer::Labels || scene.parts.iter().any(|part| part.layer == Some(layer) && part.label.is_some())
        };
        let words = [Word::RoleNerve, Word::RoleBlood, Word::RoleOxytocin, Word::Labels];
        let button = |(index, word): (usize, Word)| {
            let shown = !self.look.without.contains(&LAYERS[index]);
            let deed = self.deed(Deed::Layer, &index.to_string());
            html! {
                <li key={index}>
                    <button type="button" part="control" aria-pressed={shown.to_string()} data-deed={deed}>{self.explain.word(word).to_owned()}</button>
                </li>
            }
        };
        words.into_iter().enumerate().filter(|(index, _)| used(LAYERS[*index])).map(button).collect()
    }

    /// The ways to keep the figure.
    pub(super) fn keep(&self) -> Html {
        let kinds: &[(SaveKind, &str)] = match (self.explain.live(), self.figure.kind(), &self.figure.drawing) {
            (false, ..) | (_, _, Drawing::Away(_)) => &[],
            (_, FigureKind::Chart, _) => &[(SaveKind::Csv, "CSV")],
            (_, FigureKind::Scene | FigureKind::Loop, _) => &[(SaveKind::Svg, "SVG"), (SaveKind::Png, "PNG")],
        };
        let buttons = kinds.iter().map(|(kind, name)| {
            let deed = self.deed(Deed::Save, &(*kind as u8).to_string());
            html! { <button key={*name} type="button" part="control" data-save={*name} data-deed={deed}>{*name}</button> }
        });
        html! {
            <p class="keep" hidden={kinds.is_empty()}>
                <span>{self.explain.word(Word::Download).to_owned()}</span>{" "}<span>{for buttons}</span>
            </p>
        }
    }
}

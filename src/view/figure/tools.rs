//! What a reader can do with a figure besides reading it: come closer, leave layers out, keep it.

use yew::prelude::*;

use super::Frame;
use crate::{
    model::{Drawing, FigureKind, Layer, Scene, Word},
    view::state::{Action, MOST_ZOOM, SaveKind},
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
        let figure = self.figure.id.clone();
        let dispatch = self.explain.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(zoom) = to {
                dispatch.emit(Action::Zoom(figure.clone(), zoom));
            }
        });
        html! {
            <button type="button" part="control" class={name} aria-disabled={to.is_none().to_string()} {onclick} aria-label={self.explain.word(word).to_owned()}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={sign} /></svg>
            </button>
        }
    }

    fn layers(&self, scene: &Scene) -> Vec<Html> {
        let used = |layer: Layer| {
            layer == Layer::Labels || scene.parts.iter().any(|part| part.layer == Some(layer) && part.label.is_some())
        };
        let all = [
            (Layer::Nerves, Word::RoleNerve),
            (Layer::Blood, Word::RoleBlood),
            (Layer::Hormone, Word::RoleOxytocin),
            (Layer::Labels, Word::Labels),
        ];
        let button = |(layer, word): (Layer, Word)| {
            let figure = self.figure.id.clone();
            let onclick = self.explain.dispatch.reform(move |_: MouseEvent| Action::Layer(figure.clone(), layer));
            let shown = !self.look.without.contains(&layer);
            html! {
                <li key={word as usize}>
                    <button type="button" part="control" aria-pressed={shown.to_string()} {onclick}>{self.explain.word(word).to_owned()}</button>
                </li>
            }
        };
        all.into_iter().filter(|(layer, _)| used(*layer)).map(button).collect()
    }

    /// The ways to keep the figure.
    pub(super) fn keep(&self) -> Html {
        let kinds: &[(SaveKind, &str)] = match (self.explain.live(), self.figure.kind(), &self.figure.drawing) {
            (false, ..) | (_, _, Drawing::Away(_)) => &[],
            (_, FigureKind::Chart, _) => &[(SaveKind::Csv, "CSV")],
            (_, FigureKind::Scene | FigureKind::Loop, _) => &[(SaveKind::Svg, "SVG"), (SaveKind::Png, "PNG")],
        };
        let buttons = kinds.iter().map(|(kind, name)| {
            let (figure, kind) = (self.figure.id.clone(), *kind);
            let onclick = self.explain.dispatch.reform(move |_: MouseEvent| Action::Save(figure.clone(), kind));
            html! { <button key={*name} type="button" part="control" data-save={*name} {onclick}>{*name}</button> }
        });
        html! {
            <p class="keep" hidden={kinds.is_empty()}>
                <span>{self.explain.word(Word::Download).to_owned()}</span>{" "}<span>{for buttons}</span>
            </p>
        }
    }
}

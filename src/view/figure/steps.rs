//! The steps of a scene: one at a time with the means to move among them, or all of them in the article.

use yew::prelude::*;

use super::{Frame, parts::keys};
use crate::{
    figures::{
        piece::piece,
        scene::{SceneView, scene_shapes},
        still::Around,
    },
    model::{Scene, Step, Word, replaced},
    view::{deeds::Deed, prose::prose},
};

impl Frame<'_> {
    /// One step at a time, with the means to move among them.
    pub(super) fn living(&self, scene: &Scene) -> Html {
        let last = scene.steps.len().saturating_sub(1);
        let at = self.look.step.min(last);
        let step = &scene.steps[at];
        let moves = !step.flows.is_empty();
        let alternative = format!("figure-{}-now", self.figure.id);
        let drawing = SceneView {
            selected: self.look.part.clone(),
            live: true,
            moving: self.moving && moves,
            zoom: self.look.zoom,
            without: self.look.without.clone(),
            described_by: Some(alternative.clone().into()),
            ..SceneView::still(self.figure.clone(), at)
        };
        html! {
            <div class="scene-frame">
                <>{piece("scene", drawing)}</>
                <div class="steps" role="group" aria-label={self.explain.word(Word::Steps).to_owned()}>
                    {self.step_button(Word::Back, "back", "M10 3L5 8L10 13", at.checked_sub(1))}
                    <ol>{for scene.steps.iter().enumerate().map(|(index, step)| self.step_dot(index, step, at))}</ol>
                    {self.step_button(Word::Next, "next", "M6 3L11 8L6 13", (at < last).then_some(at + 1))}
                    {self.motion_button(moves)}
                </div>
                {self.tools(scene)}
                <div class="step-words" aria-live="polite">
                    <p class="step-title">
                        <span class="step-count">{replaced(&replaced(self.explain.word(Word::Step), "{number}", &(at + 1).to_string()), "{count}", &(last + 1).to_string())}</span>
                        {" "}<strong>{&step.title}</strong>
                    </p>
                    <p>{prose(self.explain, &step.text, &self.place("step"))}</p>
                    <p class="visually-hidden" id={alternative}>{&step.alternative}</p>
                </div>
                {self.note("step")}
                {self.words()}
                {self.parts()}
            </div>
        }
    }

    /// All steps one under the other, for reading without scripts and on paper.
    pub(super) fn still(&self, scene: &Scene) -> Html {
        let steps = scene.steps.iter().enumerate().map(|(index, step)| {
            html! {
                <li key={step.id.shared()} data-step={step.id.shared()}>
                    <>{piece("scene", SceneView { referred: true, ..SceneView::still(self.figure.clone(), index) })}</>
                    <p><strong>{&step.title}{"."}</strong>{" "}{prose(self.explain, &step.text, "")}</p>
                    {keys(scene, step, &[])}
                </li>
            }
        });
        html! {
            <div class="scene-frame still">
                {scene_shapes(self.figure)}
                <ol class="still-steps">{for steps}</ol>
                {self.all_parts(scene)}
            </div>
        }
    }

    fn step_button(&self, word: Word, name: &'static str, arrow: &'static str, to: Option<usize>) -> Html {
        let deed = to.map(|step| self.deed(Deed::Step, &step.to_string()));
        self.sign_button(word, name, arrow, deed)
    }

    /// A button with a sign on it; one that has nothing to do stays where it is.
    pub(super) fn sign_button(&self, word: Word, name: &'static str, sign: &'static str, deed: Option<String>) -> Html {
        html! {
            <button type="button" part="control" class={name} aria-disabled={deed.is_none().to_string()} data-deed={deed} aria-label={self.explain.word(word).to_owned()}>
                {self.kept.once((name, 0, 0), Around::Page, &|| drawn_sign(sign))}
            </button>
        }
    }

    /// What a button does with this figure.
    pub(super) fn deed(&self, deed: Deed, value: &str) -> String {
        deed.on(self.figure.id.as_str(), value)
    }

    fn step_dot(&self, index: usize, step: &Step, at: usize) -> Html {
        let deed = self.deed(Deed::Step, &index.to_string());
        html! {
            <li key={index}>
                <button type="button" part="control" data-deed={deed} aria-current={(index == at).then_some("step")} aria-label={format!("{}. {}", index + 1, step.title)} data-step={step.id.shared()}>{index + 1}</button>
            </li>
        }
    }

    /// Stops and starts what moves by itself; stays in place where nothing moves.
    fn motion_button(&self, moves: bool) -> Html {
        let (then, word, shape) = match self.moving {
            true => ("0", Word::StopMotion, "M4 3V13M12 3V13"),
            false => ("1", Word::StartMotion, "M4 3L13 8L4 13Z"),
        };
        html! {
            <button type="button" part="control" class="motion" hidden={!moves} data-deed={self.deed(Deed::Move, then)} aria-label={self.explain.word(word).to_owned()}>
                {self.kept.once(("motion", usize::from(self.moving), 0), Around::Page, &|| drawn_sign(shape))}
            </button>
        }
    }
}

fn drawn_sign(outline: &'static str) -> Html {
    html! { <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={outline} /></svg> }
}

//! The frame around every figure: title, drawing, steps, words, description, table, sources.

use yew::prelude::*;

use super::{
    context::Explain,
    glossary::names,
    note::note_place,
    prose::prose,
    state::{About, Action, Look, State},
};
use crate::{
    figures::{
        chart::{ChartView, chart_table},
        labour::{LabourLoop, Run},
        scene::{SceneEvent, SceneView, scene_shapes},
    },
    model::{Drawing, Figure, FigureId, FigureRef, Inline, Part, PartId, Role, Scene, Step, Word},
};

/// The properties of [`FigureFrame`].
#[derive(Properties, PartialEq)]
pub struct FigureFrameProps {
    /// What every component is given.
    pub explain: Explain,
    /// The figure.
    pub id: FigureId,
    /// What the reader has done with it.
    pub state: State,
}

/// One figure in its frame.
#[component]
pub fn FigureFrame(props: &FigureFrameProps) -> Html {
    let explain = &props.explain;
    let moving = use_state(|| explain.motion);
    let Some(figure) = explain.pack.figure_ref(&props.id) else {
        return html! { <figure class="figure" /> };
    };
    let look = props.state.look(&props.id);
    let frame = Frame { explain, figure: &figure, look, state: &props.state, moving };
    let name = format!("figure-{}-title", figure.id);
    let kind = match figure.drawing {
        Drawing::Scene(_) => "figure scene-figure",
        Drawing::Loop(_) => "figure loop-figure",
        Drawing::Chart(_) => "figure chart-figure",
    };
    html! {
        <figure class={kind} part="figure" id={format!("figure-{}", figure.id)} data-figure={figure.id.shared()} tabindex="-1" aria-labelledby={name.clone()}>
            <figcaption part="caption">
                <p class="figure-title" id={name}>{&figure.title}</p>
                <p class="figure-message">{prose(explain, &figure.message, &frame.place("message"), frame.open("message"))}</p>
            </figcaption>
            {frame.note("message")}
            {frame.body()}
            {frame.more()}
        </figure>
    }
}

struct Frame<'a> {
    explain: &'a Explain,
    figure: &'a FigureRef,
    look: Look,
    state: &'a State,
    moving: UseStateHandle<bool>,
}

impl Frame<'_> {
    fn body(&self) -> Html {
        let live = self.explain.live();
        match &self.figure.drawing {
            Drawing::Chart(_) => html! {
                <ChartView figure={self.figure.clone()} {live} described_by={self.description_id()} />
            },
            Drawing::Loop(_) => {
                let on_event = self.on_scene();
                let on_run = self.explain.dispatch.reform(|run: Run| Action::Run(run));
                html! {
                    <div class="loop">
                        <LabourLoop figure={self.figure.clone()} {live} selected={self.look.part.clone()} motion={self.explain.motion} clock={self.explain.clock.clone()}
                            run={self.state.run} restored={self.state.restored} {on_event} {on_run} described_by={self.description_id()} />
                        {self.words()}
                        {self.parts()}
                    </div>
                }
            }
            Drawing::Scene(scene) if live => self.living(scene),
            Drawing::Scene(scene) => self.still(scene),
        }
    }

    /// One step at a time, with the means to move among them.
    fn living(&self, scene: &Scene) -> Html {
        let last = scene.steps.len().saturating_sub(1);
        let at = self.look.step.min(last);
        let step = &scene.steps[at];
        let moves = !step.flows.is_empty();
        let alternative = format!("figure-{}-now", self.figure.id);
        html! {
            <div class="scene-frame">
                <SceneView figure={self.figure.clone()} step={at} selected={self.look.part.clone()} live=true moving={*self.moving && moves}
                    described_by={alternative.clone()} on_event={self.on_scene()} />
                <div class="steps" role="group" aria-label={self.explain.word(Word::Steps).to_owned()}>
                    {self.step_button(Word::Back, "back", "M10 3L5 8L10 13", at.checked_sub(1))}
                    <ol>{for scene.steps.iter().enumerate().map(|(index, step)| self.step_dot(index, step, at))}</ol>
                    {self.step_button(Word::Next, "next", "M6 3L11 8L6 13", (at < last).then_some(at + 1))}
                    {self.motion_button(moves)}
                </div>
                <div class="step-words" aria-live="polite">
                    <p class="step-title">
                        <span class="step-count">{self.explain.word(Word::Step).replace("{number}", &(at + 1).to_string()).replace("{count}", &(last + 1).to_string())}</span>
                        {" "}<strong>{&step.title}</strong>
                    </p>
                    <p>{prose(self.explain, &step.text, &self.place("step"), self.open("step"))}</p>
                    <p class="visually-hidden" id={alternative}>{&step.alternative}</p>
                </div>
                {self.note("step")}
                {self.words()}
                {self.parts()}
            </div>
        }
    }

    /// All steps one under the other, for reading without scripts and on paper.
    fn still(&self, scene: &Scene) -> Html {
        let steps = scene.steps.iter().enumerate().map(|(index, step)| {
            html! {
                <li key={step.id.shared()} data-step={step.id.shared()}>
                    <SceneView figure={self.figure.clone()} step={index} live=false referred=true />
                    <p><strong>{&step.title}{"."}</strong>{" "}{prose(self.explain, &step.text, "", None)}</p>
                    {keys(scene, step)}
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
        let onclick = {
            let (dispatch, figure) = (self.explain.dispatch.clone(), self.figure.id.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(step) = to {
                    dispatch.emit(Action::Step(figure.clone(), step));
                }
            })
        };
        html! {
            <button type="button" part="control" class={name} aria-disabled={to.is_none().to_string()} {onclick} aria-label={self.explain.word(word).to_owned()}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={arrow} /></svg>
            </button>
        }
    }

    fn step_dot(&self, index: usize, step: &Step, at: usize) -> Html {
        let onclick = {
            let figure = self.figure.id.clone();
            self.explain.dispatch.reform(move |_: MouseEvent| Action::Step(figure.clone(), index))
        };
        html! {
            <li key={index}>
                <button type="button" part="control" {onclick} aria-current={(index == at).then_some("step")} aria-label={format!("{}. {}", index + 1, step.title)} data-step={step.id.shared()}>{index + 1}</button>
            </li>
        }
    }

    /// Stops and starts what moves by itself; stays in place where nothing moves.
    fn motion_button(&self, moves: bool) -> Html {
        let (moving, word, shape) = match *self.moving {
            true => (true, Word::StopMotion, "M4 3V13M12 3V13"),
            false => (false, Word::StartMotion, "M4 3L13 8L4 13Z"),
        };
        let onclick = {
            let handle = self.moving.clone();
            Callback::from(move |_: MouseEvent| handle.set(!moving))
        };
        html! {
            <button type="button" part="control" class="motion" hidden={!moves} {onclick} aria-label={self.explain.word(word).to_owned()}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={shape} /></svg>
            </button>
        }
    }

    fn on_scene(&self) -> Callback<SceneEvent> {
        let figure = self.figure.id.clone();
        self.explain.dispatch.reform(move |event| match event {
            SceneEvent::Select(part) => Action::Select(figure.clone(), part),
        })
    }

    /// The selected part's words, or what to do to see some.
    fn words(&self) -> Html {
        if !self.explain.live() {
            return html! { <div hidden=true /> };
        }
        let selected = self.look.part.as_ref().and_then(|id| self.figure.part(id));
        let words = match selected {
            Some(part) => self.part_words(part),
            None => html! { <p class="hint">{self.explain.word(Word::SelectPart).to_owned()}</p> },
        };
        html! {
            <div class="part-words" aria-live="polite">{words}{self.note("part")}</div>
        }
    }

    fn part_words(&self, part: &Part) -> Html {
        let name = part.label.as_ref().map(|label| label.words()).unwrap_or_default();
        let at = self.place("part");
        let term = part.term.as_ref().and_then(|id| self.explain.pack.term(id));
        let term = match term {
            Some(term) => {
                let link = [Inline::Term(term.id.clone(), term.name.clone())];
                html! { <p class="part-term">{prose(self.explain, &link, &at, self.open("part"))}{names(self.explain, term)}</p> }
            }
            None => html! { <p hidden=true /> },
        };
        html! {
            <div key={part.id.shared()} data-part-words={part.id.shared()}>
                <p class={format!("part-name role-{}", part.role.name())}><strong>{name}</strong></p>
                <p>{prose(self.explain, &part.words, &at, self.open("part"))}</p>
                {term}
            </div>
        }
    }

    /// The labelled parts by number: shown where labels give way to numbers.
    fn parts(&self) -> Html {
        let Some(scene) = self.figure.scene() else {
            return html! { <div hidden=true /> };
        };
        if !self.explain.live() {
            return html! { <div>{for scene.steps.first().map(|step| keys(scene, step))}{self.all_parts(scene)}</div> };
        }
        let step = &scene.steps[self.look.step.min(scene.steps.len() - 1)];
        let items = labelled(scene, step).map(|(number, part, name)| {
            let onclick = {
                let (figure, part) = (self.figure.id.clone(), part.id.clone());
                self.explain.dispatch.reform(move |_: MouseEvent| Action::Select(figure.clone(), part.clone()))
            };
            let pressed = self.look.part.as_ref() == Some(&part.id);
            html! {
                <li key={part.id.shared()}>
                    <button type="button" {onclick} aria-pressed={pressed.to_string()}><span class="number">{number}</span>{name}</button>
                </li>
            }
        });
        html! { <ol class="keys" aria-label={self.explain.word(Word::Parts).to_owned()}>{for items}</ol> }
    }

    /// Every selectable part with its words, for the article.
    fn all_parts(&self, scene: &Scene) -> Html {
        let entries = scene.parts.iter().filter_map(|part| Some((part, part.label.as_ref()?))).map(|(part, label)| {
            let name = match &part.term {
                Some(term) => {
                    html! { <a href={self.explain.entry(term)} data-term={term.shared()}>{label.words()}</a> }
                }
                None => html! { {label.words()} },
            };
            html! {
                <div key={part.id.shared()} data-part-words={part.id.shared()}>
                    <dt class={format!("role-{}", part.role.name())}>{name}</dt>
                    <dd>{prose(self.explain, &part.words, "", None)}</dd>
                </div>
            }
        });
        html! { <dl class="all-parts">{for entries}</dl> }
    }

    /// Key, description, table and sources.
    fn more(&self) -> Html {
        let paragraphs =
            self.figure.description.iter().enumerate().map(|(index, text)| html! { <p key={index}>{text}</p> });
        let table = match self.figure.drawing {
            Drawing::Chart(_) => html! {
                <details class="table">
                    <summary>{self.explain.word(Word::Table).to_owned()}</summary>
                    {chart_table(self.figure)}
                </details>
            },
            _ => html! { <div hidden=true /> },
        };
        let cites: Vec<Inline> = self.figure.sources.iter().map(|index| Inline::Cite(*index)).collect();
        html! {
            <div class="figure-more">
                {key(self.explain, self.figure)}
                {table}
                <details class="description">
                    <summary>{self.explain.word(Word::Description).to_owned()}</summary>
                    <div id={self.description_id()}>{for paragraphs}</div>
                </details>
                <p class="figure-sources">{self.explain.word(Word::Sources).to_owned()}{" "}{prose(self.explain, &cites, &self.place("sources"), self.open("sources"))}</p>
                {self.note("sources")}
            </div>
        }
    }

    fn description_id(&self) -> String {
        format!("figure-{}-description", self.figure.id)
    }

    /// The name of a text of this figure, for notes.
    fn place(&self, text: &str) -> String {
        format!("{}:{text}", self.figure.id)
    }

    fn open(&self, text: &str) -> Option<&About> {
        self.state.open(&self.place(text))
    }

    fn note(&self, text: &str) -> Html {
        note_place(self.explain, &self.place(text), self.open(text))
    }
}

/// The labelled parts of a step with number and name.
fn labelled<'a>(scene: &'a Scene, step: &'a Step) -> impl Iterator<Item = (usize, &'a Part, String)> {
    let find = |id: &PartId| scene.parts.iter().find(|part| part.id == *id);
    let named = step.label.iter().filter_map(find).filter_map(|part| Some((part, part.label.as_ref()?.words())));
    named.enumerate().map(|(index, (part, name))| (index + 1, part, name))
}

/// The numbered keys of a still picture.
fn keys(scene: &Scene, step: &Step) -> Html {
    let items = labelled(scene, step).map(|(number, part, name)| {
        html! { <li key={part.id.shared()}><span class="number">{number}</span>{name}</li> }
    });
    html! { <ol class="keys">{for items}</ol> }
}

/// The key of the roles that a drawing uses: each by colour and mark.
fn key(explain: &Explain, figure: &Figure) -> Html {
    let Some(scene) = figure.scene() else {
        return html! { <ul class="key" hidden=true /> };
    };
    let roles = [
        (Role::Oxytocin, Word::RoleOxytocin),
        (Role::Nerve, Word::RoleNerve),
        (Role::Blood, Word::RoleBlood),
        (Role::Muscle, Word::RoleMuscle),
        (Role::Receptor, Word::RoleReceptor),
        (Role::Steroid, Word::RoleSteroid),
        (Role::Calcium, Word::RoleCalcium),
    ];
    let used = |role: Role| {
        scene.parts.iter().any(|part| part.role == role) || scene.flows.iter().any(|flow| flow.role == role)
    };
    let items = roles.into_iter().filter(|(role, _)| used(*role)).map(|(role, word)| {
        html! { <li key={role.name()} class={format!("role-{}", role.name())}>{explain.word(word).to_owned()}</li> }
    });
    html! { <ul class="key" aria-label={explain.word(Word::Key).to_owned()}>{for items}</ul> }
}

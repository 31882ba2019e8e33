//! The frame around every figure: title, drawing, steps, words, description, table, sources.

mod parts;
mod steps;
mod tools;

use yew::prelude::*;

use super::{
    away::away,
    context::Explain,
    note::note_place,
    prose::prose,
    state::{About, Action, Look, State},
};
use crate::{
    figures::{
        chart::{chart_table, chart_view},
        kept::Kept,
        labour::{LabourLoop, Run},
        piece::{Piece, piece},
        signal::Signal,
        still::Around,
    },
    model::{Drawing, FigureId, FigureKind, FigureRef, Inline, Word},
};

/// One figure in its frame.
#[derive(PartialEq)]
pub struct FigureFrame {
    /// What every component is given.
    pub explain: Explain,
    /// The figure.
    pub id: FigureId,
    /// What the reader has done with it.
    pub state: State,
}

impl Piece for FigureFrame {
    fn draw(&self, kept: &Kept) -> Html {
        let explain = &self.explain;
        let Some(figure) = self.figure() else {
            return html! { <figure class="figure" /> };
        };
        let frame = self.frame(&figure, kept);
        let name = format!("figure-{}-title", figure.id);
        let (body, more) = match figure.drawing {
            Drawing::Away(_) => (frame.waiting(), html! { <div class="figure-more" /> }),
            _ => frame.late_figure(),
        };
        let kind = match figure.kind() {
            FigureKind::Scene => "figure scene-figure",
            FigureKind::Loop => "figure loop-figure",
            FigureKind::Chart => "figure chart-figure",
        };
        let caption = || {
            html! {
                <figcaption part="caption">
                    <p class="figure-title" id={name.clone()}>{&figure.title}</p>
                    <p class="figure-message">{prose(explain, &figure.message, &frame.place("message"))}</p>
                </figcaption>
            }
        };
        html! {
            <figure class={kind} part="figure" id={format!("figure-{}", figure.id)} data-figure={figure.id.shared()} tabindex="-1" aria-labelledby={name.clone()}>
                {kept.once(("caption", 0, 0), Around::Page, &caption)}
                {frame.note("message")}
                {body}
                {more}
            </figure>
        }
    }

    fn signal(&self) -> Option<Signal> {
        Some(self.explain.library.signal(self.id.as_str()))
    }

    fn keeps(&self, before: &Self) -> bool {
        self.explain == before.explain && self.id == before.id
    }
}

impl FigureFrame {
    /// The figure with its drawing, or without it until that has come.
    fn figure(&self) -> Option<FigureRef> {
        self.explain.library.figure(&self.id).or_else(|| self.explain.pack.figure_ref(&self.id))
    }

    fn frame<'a>(&'a self, figure: &'a FigureRef, kept: &'a Kept) -> Frame<'a> {
        let look = self.state.look(&self.id);
        let moving = look.moving.unwrap_or(self.explain.motion);
        Frame { explain: &self.explain, figure, look, state: &self.state, moving, kept }
    }
}

impl Frame<'_> {
    /// What stands behind a figure and never changes: its key, its table, its description, its sources.
    fn behind(&self) -> Html {
        let Self { explain, figure, .. } = self;
        let paragraphs = figure.description.iter().enumerate().map(|(index, text)| html! { <p key={index}>{text}</p> });
        let description = html! {
            <details class="description">
                <summary>{explain.word(Word::Description).to_owned()}</summary>
                <div id={description_id(figure)}>{for paragraphs}</div>
            </details>
        };
        let table = match &figure.drawing {
            Drawing::Chart(chart) => html! {
                <details class="table">
                    <summary>{explain.word(Word::Table).to_owned()}</summary>
                    {chart_table(figure, chart)}
                </details>
            },
            _ => html! { <div hidden=true /> },
        };
        let cites: Vec<Inline> = figure.sources.iter().map(|index| Inline::Cite(*index)).collect();
        let sources = html! {
            <p class="figure-sources">{explain.word(Word::Sources).to_owned()}{" "}{prose(explain, &cites, &place(figure, "sources"))}</p>
        };
        html! { <>{parts::key(explain, figure)}{table}{description}{sources}</> }
    }
}

fn description_id(figure: &FigureRef) -> String {
    format!("figure-{}-description", figure.id)
}

/// The name of a text of a figure, for notes.
fn place(figure: &FigureRef, text: &str) -> String {
    format!("{}:{text}", figure.id)
}

/// The words under the loop's drawing: a frame of the simulation leaves them as they are.
#[derive(PartialEq)]
struct Below(FigureFrame);

impl Piece for Below {
    fn draw(&self, kept: &Kept) -> Html {
        let Some(figure) = self.0.figure() else {
            return html! { <div /> };
        };
        let frame = self.0.frame(&figure, kept);
        let parts = match frame.explain.live() {
            // Closed at first, so that the drawing and its controls stay in sight of each other.
            true => {
                html! { <details class="loop-keys"><summary>{frame.explain.word(Word::Parts).to_owned()}</summary>{frame.parts()}</details> }
            }
            false => frame.parts(),
        };
        html! { <div>{frame.words()}{parts}</div> }
    }

    fn signal(&self) -> Option<Signal> {
        self.0.signal()
    }

    fn keeps(&self, before: &Self) -> bool {
        self.0.keeps(&before.0)
    }
}

/// What the pieces of a frame share.
struct Frame<'a> {
    explain: &'a Explain,
    figure: &'a FigureRef,
    look: Look,
    state: &'a State,
    /// Whether things move by themselves.
    moving: bool,
    kept: &'a Kept,
}

impl Frame<'_> {
    /// What stands there until the drawing has come: the loop can be run meanwhile.
    fn waiting(&self) -> Html {
        match self.figure.kind() {
            FigureKind::Loop => self.labour(html! { <div hidden=true /> }),
            FigureKind::Scene | FigureKind::Chart => {
                away(self.explain, self.figure.id.as_str(), false, self.figure.sheet())
            }
        }
    }

    /// The figure with its drawing, and what stands behind it. As with all that is named so, its code comes behind the
    /// text (`bake/src/site/split`): it must not be called for a figure that has not come.
    #[inline(never)]
    fn late_figure(&self) -> (Html, Html) {
        let body = match &self.figure.drawing {
            Drawing::Chart(_) => {
                let figure = self.figure.id.clone();
                let on = self.explain.dispatch.reform(move |setting| Action::Step(figure.clone(), setting));
                chart_view(self.figure, self.explain.live(), self.look.step, self.description_id(), on, self.kept)
            }
            Drawing::Scene(scene) if self.explain.live() => self.living(scene),
            Drawing::Scene(scene) => self.still(scene),
            Drawing::Loop(_) | Drawing::Away(_) => {
                let below = FigureFrame {
                    explain: self.explain.clone(),
                    id: self.figure.id.clone(),
                    state: self.state.clone(),
                };
                self.labour(piece("below", Below(below)))
            }
        };
        let more = html! {
            <div class="figure-more">
                {self.kept.once(("behind", 0, 0), Around::Page, &|| self.behind())}
                {self.note("sources")}
                {self.keep()}
            </div>
        };
        (body, more)
    }

    fn labour(&self, below: Html) -> Html {
        let on_run = self.explain.dispatch.reform(|run: Run| Action::Run(run));
        html! {
            <LabourLoop figure={self.figure.clone()} live={self.explain.live()} selected={self.look.part.clone()} motion={self.explain.motion} clock={self.explain.clock.clone()}
                run={self.state.run} restored={self.state.restored} {on_run} described_by={self.description_id()}
                waiting={away(self.explain, self.figure.id.as_str(), self.figure.scene().is_some(), self.figure.sheet())}
                {below} />
        }
    }

    fn description_id(&self) -> String {
        description_id(self.figure)
    }

    pub(super) fn place(&self, text: &str) -> String {
        place(self.figure, text)
    }

    pub(super) fn open(&self, text: &str) -> Option<&About> {
        self.state.open(&self.place(text))
    }

    pub(super) fn note(&self, text: &str) -> Html {
        note_place(self.explain, &self.place(text), self.open(text))
    }
}

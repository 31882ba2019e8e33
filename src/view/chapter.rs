//! A chapter: message, sections beside their figures, depth, summary, notices.

use yew::prelude::*;

use super::{
    away::away,
    claim::{self, whole_ground},
    context::Explain,
    deeds::Deed,
    figure::FigureFrame,
    note::{note_place, note_with},
    notice::{Stands, notices},
    prose::prose,
    state::State,
};
use crate::figures::{
    kept::{Kept, Name},
    piece::{Piece, piece},
    signal::Signal,
    still::Around,
};
use crate::model::{Chapter, ChapterId, Claim, FigureId, More, Section, Word};

/// In how many pieces a chapter is drawn: what tells of its figures, then what stands behind.
pub const PIECES: usize = 2;

/// One chapter.
#[derive(PartialEq)]
pub struct ChapterView {
    /// What every component is given.
    pub explain: Explain,
    /// The chapter.
    pub id: ChapterId,
    /// What the reader has done in it.
    pub state: State,
    /// How many of its pieces are drawn; without any, only its place and its title are.
    pub drawn: usize,
}

impl Piece for ChapterView {
    fn draw(&self, kept: &Kept) -> Html {
        let explain = &self.explain;
        let chapters = &explain.pack.chapters;
        let Some(index) = chapters.iter().position(|chapter| chapter.id == self.id) else {
            return html! { <section class="chapter" /> };
        };
        let chapter = &chapters[index];
        let title = format!("title-{}", chapter.id);
        let inside = match self.drawn {
            0 => html! { <div hidden=true /> },
            drawn => Reader { explain, chapter, index, state: &self.state, kept }.inside(drawn == PIECES),
        };
        html! {
            <section class="chapter" part="chapter" id={chapter.id.shared()} data-chapter={chapter.id.shared()} tabindex="-1" aria-labelledby={title.clone()}>
                <h2 id={title}>{&chapter.title}</h2>
                {inside}
            </section>
        }
    }

    fn signal(&self) -> Option<Signal> {
        Some(self.explain.library.signal(More::NAME))
    }

    fn keeps(&self, before: &Self) -> bool {
        self.explain == before.explain
    }
}

/// Neighbouring sections that share a figure, with their indices.
struct Group<'a> {
    figure: Option<&'a FigureId>,
    sections: Vec<(usize, &'a Section)>,
}

fn groups(chapter: &Chapter) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, section) in chapter.sections.iter().enumerate() {
        let figure = section.figure.as_ref().map(|place| &place.id);
        match groups.last_mut() {
            Some(group) if group.figure == figure => group.sections.push((index, section)),
            _ => groups.push(Group { figure, sections: vec![(index, section)] }),
        }
    }
    groups
}

struct Reader<'a> {
    explain: &'a Explain,
    chapter: &'a Chapter,
    index: usize,
    state: &'a State,
    kept: &'a Kept,
}

impl Reader<'_> {
    /// All but the title, or what tells of its figures alone.
    fn inside(&self, whole: bool) -> Html {
        let Self { explain, chapter, state, .. } = self;
        let message = self.at("message");
        let behind = whole.then(|| self.behind());
        let words = || html! { <p class="message">{prose(explain, &chapter.message, &message)}</p> };
        html! {
            <div>
                {self.once("message", 0, &words)}
                {note_place(explain, &message, state.open(&message))}
                <div class="groups">{for groups(chapter).iter().enumerate().map(|(index, group)| self.group(index, group))}</div>
                <>{for behind}</>
            </div>
        }
    }

    /// What stands behind the figures.
    fn behind(&self) -> Html {
        let Self { explain, chapter, state, .. } = self;
        html! {
            <>
                {self.depth()}
                {self.summary()}
                {notices(explain, chapter.notices.iter(), &Stands::In(chapter, state), self.kept)}
                {self.once("checked", 0, &|| html! { <p class="checked">{explain.word(Word::Checked).to_owned()}{" "}<time datetime={chapter.checked.0.clone()}>{&chapter.checked.1}</time></p> })}
            </>
        }
    }

    fn once(&self, what: &'static str, index: usize, draw: &dyn Fn() -> Html) -> Html {
        self.kept.once((what, index, 0), Around::Page, draw)
    }

    /// The name of a text of this chapter, for notes.
    fn at(&self, text: &str) -> String {
        format!("{}:{text}", self.chapter.id)
    }

    /// Sections beside their figure: the first, the figure, the rest; wide layouts set the figure beside them all.
    fn group(&self, index: usize, group: &Group) -> Html {
        let mut pieces: Vec<Html> =
            group.sections.iter().map(|(index, section)| self.section(*index, section)).collect();
        if let Some(id) = group.figure {
            let first = !self
                .chapter
                .sections
                .iter()
                .take(group.sections[0].0)
                .any(|section| section.figure.as_ref().is_some_and(|place| place.id == *id));
            if first {
                let state = self.state.about("", &[id], self.explain.runs(id));
                let frame = FigureFrame { explain: self.explain.clone(), id: id.clone(), state };
                pieces.insert(1.min(pieces.len()), piece(format!("figure-{id}"), frame));
            }
        }
        let class = classes!("group", group.figure.is_some().then_some("with-figure"));
        html! { <div key={index} {class}>{for pieces}</div> }
    }

    fn section(&self, index: usize, section: &Section) -> Html {
        let claims = section.claims.iter().enumerate().map(|(at, claim)| self.claim(claim, ("claim", index, at)));
        let answers = section.claims.iter().any(|claim| claim.said.is_some()).then_some("answers");
        html! {
            <section key={section.id.shared()} class={classes!("section", answers)} id={format!("{}-{}", self.chapter.id, section.id)}>
                {self.once("heading", index, &|| html! { <h3>{&section.heading}</h3> })}
                <div class="claims">{for claims}</div>
                <>{for self.step_link(index, section)}</>
            </section>
        }
    }

    fn claim(&self, claim: &Claim, name: Name) -> Html {
        let Self { explain, chapter, state, kept, .. } = self;
        let at = claim::place(&chapter.id, claim);
        let ground = || whole_ground(explain, claim, &chapter.checked.1);
        let answer = claim.said.as_ref().map(|_| "answer");
        html! {
            <div key={claim.id.shared()} class={classes!("claim", answer)} data-fact={claim.id.shared()}>
                {kept.once(name, Around::Page, &|| claim::words(explain, claim, &at))}
                {note_with(explain, &at, state.open(&at), ground)}
            </div>
        }
    }

    /// Shows the step of the figure that the section tells of.
    fn step_link(&self, index: usize, section: &Section) -> Option<Html> {
        let place = section.figure.as_ref().filter(|_| self.explain.live())?;
        let steps = self.explain.pack.figure(&place.id)?.steps();
        let step = steps.iter().position(|(id, _)| Some(*id) == place.step.as_ref())?;
        let (figure, title) = (&place.id, steps[step].1);
        let here = self.state.look(figure).step == step;
        let deed = Deed::Step.on(figure.as_str(), &step.to_string());
        let words = || {
            html! {
                <>
                    <span class="step-number">{step + 1}</span>
                    <span class="visually-hidden">{self.explain.word(Word::ShowInFigure).to_owned()}{": "}</span>
                    <span>{title.to_owned()}</span>
                </>
            }
        };
        Some(html! {
            <p class="to-step">
                <button type="button" part="control" aria-pressed={here.to_string()} data-deed={deed}>{self.once("link", index, &words)}</button>
            </p>
        })
    }

    fn depth(&self) -> Html {
        let library = &self.explain.library;
        let here = library.has_more();
        let claims: Vec<Html> = library.depth(self.index, |claims| {
            claims.iter().enumerate().map(|(at, claim)| self.claim(claim, ("depth", at, usize::from(here)))).collect()
        });
        let ontoggle = {
            let library = library.clone();
            Callback::from(move |_: yew::Event| library.want(More::NAME))
        };
        html! {
            <details class="depth" {ontoggle}>
                <summary>{self.explain.word(Word::InDepth).to_owned()}</summary>
                {away(self.explain, More::NAME, here, None)}
                <div class="claims">{for claims}</div>
            </details>
        }
    }

    fn summary(&self) -> Html {
        let at = self.at("summary");
        let words = || {
            let items = self.chapter.summary.iter().map(|item| html! { <li>{prose(self.explain, item, &at)}</li> });
            html! { <><h3>{self.explain.word(Word::InShort).to_owned()}</h3><ul>{for items}</ul></> }
        };
        html! {
            <section class="summary">
                {self.once("summary", 0, &words)}
                {note_place(self.explain, &at, self.state.open(&at))}
            </section>
        }
    }
}

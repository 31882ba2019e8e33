//! A chapter: message, sections beside their figures, depth, summary, notices.

use yew::prelude::*;

use super::{
    away::away,
    claim::claim_view,
    context::Explain,
    figure::FigureFrame,
    library::use_part,
    note::note_place,
    notice::notices,
    prose::prose,
    state::{Action, State},
};
use crate::model::{Chapter, ChapterId, Claim, FigureId, More, Section, Word};

/// The properties of [`ChapterView`].
#[derive(Properties, PartialEq)]
pub struct ChapterProps {
    /// What every component is given.
    pub explain: Explain,
    /// The chapter.
    pub id: ChapterId,
    /// What the reader has done in it.
    pub state: State,
}

/// One chapter.
#[component]
pub fn ChapterView(props: &ChapterProps) -> Html {
    let explain = &props.explain;
    use_part(&explain.library, More::NAME);
    let chapters = &explain.pack.chapters;
    let Some(index) = chapters.iter().position(|chapter| chapter.id == props.id) else {
        return html! { <section class="chapter" /> };
    };
    let chapter = &chapters[index];
    let reader = Reader { explain, chapter, index, state: &props.state };
    let title = format!("title-{}", chapter.id);
    let message = reader.at("message");
    html! {
        <section class="chapter" part="chapter" id={chapter.id.shared()} data-chapter={chapter.id.shared()} tabindex="-1" aria-labelledby={title.clone()}>
            <h2 id={title}>{&chapter.title}</h2>
            <p class="message">{prose(explain, &chapter.message, &message, props.state.open(&message))}</p>
            {note_place(explain, &message, props.state.open(&message))}
            <div class="groups">{for groups(chapter).iter().enumerate().map(|(index, group)| reader.group(index, group))}</div>
            {reader.depth()}
            {reader.summary()}
            {notices(explain, chapter.notices.iter())}
            <p class="checked">{explain.word(Word::Checked).to_owned()}{" "}<time datetime={chapter.checked.0.clone()}>{&chapter.checked.1}</time></p>
        </section>
    }
}

/// Neighbouring sections that share a figure.
struct Group<'a> {
    figure: Option<&'a FigureId>,
    sections: Vec<&'a Section>,
}

fn groups(chapter: &Chapter) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for section in &chapter.sections {
        let figure = section.figure.as_ref().map(|place| &place.id);
        match groups.last_mut() {
            Some(group) if group.figure == figure => group.sections.push(section),
            _ => groups.push(Group { figure, sections: vec![section] }),
        }
    }
    groups
}

struct Reader<'a> {
    explain: &'a Explain,
    chapter: &'a Chapter,
    index: usize,
    state: &'a State,
}

impl Reader<'_> {
    /// The name of a text of this chapter, for notes.
    fn at(&self, text: &str) -> String {
        format!("{}:{text}", self.chapter.id)
    }

    /// Sections beside their figure: the first, the figure, the rest; wide layouts set the figure beside them all.
    fn group(&self, index: usize, group: &Group) -> Html {
        let mut pieces: Vec<Html> = group.sections.iter().map(|section| self.section(section)).collect();
        if let Some(id) = group.figure {
            let first = !self
                .chapter
                .sections
                .iter()
                .take_while(|section| section.id != group.sections[0].id)
                .any(|section| section.figure.as_ref().is_some_and(|place| place.id == *id));
            if first {
                let figure = html! { <FigureFrame key={format!("figure-{id}")} explain={self.explain.clone()} id={id.clone()} state={self.state.about("", &[id], self.explain.runs(id))} /> };
                pieces.insert(1.min(pieces.len()), figure);
            }
        }
        let class = classes!("group", group.figure.is_some().then_some("with-figure"));
        html! { <div key={index} {class}>{for pieces}</div> }
    }

    fn section(&self, section: &Section) -> Html {
        let claims = section.claims.iter().map(|claim| self.claim(claim));
        html! {
            <section key={section.id.shared()} class="section" id={format!("{}-{}", self.chapter.id, section.id)}>
                <h3>{&section.heading}</h3>
                <div class="claims">{for claims}</div>
                {self.step_link(section)}
            </section>
        }
    }

    fn claim(&self, claim: &Claim) -> Html {
        let at = self.at(claim.id.as_str());
        claim_view(self.explain, claim, &self.chapter.checked.1, &at, self.state.open(&at))
    }

    /// Shows the step of the figure that the section tells of.
    fn step_link(&self, section: &Section) -> Html {
        let found = section.figure.as_ref().filter(|_| self.explain.live()).and_then(|place| {
            let steps = self.explain.pack.figure(&place.id)?.steps();
            let step = steps.iter().position(|(id, _)| Some(*id) == place.step.as_ref())?;
            Some((place.id.clone(), step, steps[step].1.to_owned()))
        });
        let Some((figure, step, title)) = found else {
            return html! { <p hidden=true /> };
        };
        let here = self.state.look(&figure).step == step;
        let onclick = {
            let figure = figure.clone();
            self.explain.dispatch.reform(move |_: MouseEvent| Action::Step(figure.clone(), step))
        };
        html! {
            <p class="to-step">
                <button type="button" part="control" aria-pressed={here.to_string()} {onclick} data-to-step={format!("{figure}/{step}")}>
                    <span class="step-number">{step + 1}</span>
                    <span class="visually-hidden">{self.explain.word(Word::ShowInFigure).to_owned()}{": "}</span>{title}
                </button>
            </p>
        }
    }

    fn depth(&self) -> Html {
        let library = &self.explain.library;
        let claims = library.depth(self.index);
        let ontoggle = {
            let library = library.clone();
            Callback::from(move |_: yew::Event| library.want(More::NAME))
        };
        html! {
            <details class="depth" {ontoggle}>
                <summary>{self.explain.word(Word::InDepth).to_owned()}</summary>
                {away(self.explain, More::NAME, library.has_more(), None)}
                <div class="claims">{for claims.iter().map(|claim| self.claim(claim))}</div>
            </details>
        }
    }

    fn summary(&self) -> Html {
        let at = self.at("summary");
        let items = self.chapter.summary.iter().enumerate().map(|(index, item)| {
            html! { <li key={index}>{prose(self.explain, item, &at, self.state.open(&at))}</li> }
        });
        html! {
            <section class="summary">
                <h3>{self.explain.word(Word::InShort).to_owned()}</h3>
                <ul>{for items}</ul>
                {note_place(self.explain, &at, self.state.open(&at))}
            </section>
        }
    }
}

//! The parts of a drawing in words: the selected one, the numbered list, all of them, and the key of roles.

use yew::prelude::*;

use super::Frame;
use crate::{
    figures::{labour::Run, scene::gone, still::Around},
    model::{Figure, FigureKind, Inline, Part, PartId, Role, Scene, Step, Word},
    view::{context::Explain, deeds::Deed, glossary::names, prose::prose},
};

impl Frame<'_> {
    /// The selected part's words, or what to do to see some.
    pub(super) fn words(&self) -> Html {
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
                html! { <p class="part-term">{prose(self.explain, &link, &at)}{names(self.explain, term)}</p> }
            }
            None => html! { <p hidden=true /> },
        };
        html! {
            <div key={part.id.shared()} data-part-words={part.id.shared()}>
                <p class={format!("part-name role-{}", part.role.name())}><strong>{name}</strong></p>
                <p>{prose(self.explain, &part.words, &at)}</p>
                {term}
            </div>
        }
    }

    /// The labelled parts by number: shown where labels give way to numbers.
    pub(super) fn parts(&self) -> Html {
        let Some(scene) = self.figure.scene() else {
            return html! { <div hidden=true /> };
        };
        if !self.explain.live() {
            let gone = self.gone(scene);
            return html! { <div>{for scene.steps.first().map(|step| keys(scene, step, &gone))}{self.all_parts(scene)}</div> };
        }
        let step = &scene.steps[self.look.step.min(scene.steps.len() - 1)];
        let gone = self.gone(scene);
        let there = labelled(scene, step).filter(|(_, part, _)| !gone.contains(&part.id));
        let items = there.map(|(number, part, name)| {
            let deed = self.deed(Deed::Select, part.id.as_str());
            let pressed = self.look.part.as_ref() == Some(&part.id);
            let words = || html! { <><span class="number">{number}</span><span>{name.clone()}</span></> };
            let words = self.kept.once(("key", std::ptr::from_ref(part) as usize, number), Around::Page, &words);
            html! {
                <li key={part.id.shared()}>
                    <button type="button" data-deed={deed} aria-pressed={pressed.to_string()}>{words}</button>
                </li>
            }
        });
        html! { <ol class="keys" aria-label={self.explain.word(Word::Parts).to_owned()}>{for items}</ol> }
    }

    /// What the run has taken out of the drawing, or not brought into it yet: the baby, the birth.
    fn gone(&self, scene: &Scene) -> Vec<PartId> {
        match self.figure.kind() {
            FigureKind::Loop => {
                let start = || Run::start(self.explain.pack.parameters);
                gone(scene, &self.state.run.unwrap_or_else(start).readings())
            }
            FigureKind::Scene | FigureKind::Chart => Vec::new(),
        }
    }

    /// Every selectable part with its words, for the article.
    pub(super) fn all_parts(&self, scene: &Scene) -> Html {
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
                    <dd>{prose(self.explain, &part.words, "")}</dd>
                </div>
            }
        });
        html! { <dl class="all-parts">{for entries}</dl> }
    }
}

/// The labelled parts of a step with number and name.
fn labelled<'a>(scene: &'a Scene, step: &'a Step) -> impl Iterator<Item = (usize, &'a Part, String)> {
    let find = |id: &PartId| scene.parts.iter().find(|part| part.id == *id);
    let named = step.label.iter().filter_map(find).filter_map(|part| Some((part, part.label.as_ref()?.words())));
    named.enumerate().map(|(index, (part, name))| (index + 1, part, name))
}

/// The numbered keys of a still picture.
pub(super) fn keys(scene: &Scene, step: &Step, gone: &[PartId]) -> Html {
    let there = labelled(scene, step).filter(|(_, part, _)| !gone.contains(&part.id));
    let items = there.map(|(number, part, name)| {
        html! { <li key={part.id.shared()}><span class="number">{number}</span>{name}</li> }
    });
    html! { <ol class="keys">{for items}</ol> }
}

/// The key of the roles that a drawing uses: each by colour and mark, under the drawing's own name for it if it has one.
pub(super) fn key(explain: &Explain, figure: &Figure) -> Html {
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
        let class = format!("role-{}", role.name());
        let name = match figure.label(&class) {
            "" => explain.word(word),
            own => own,
        };
        html! { <li key={role.name()} {class}>{name.to_owned()}</li> }
    });
    html! { <ul class="key" aria-label={explain.word(Word::Key).to_owned()}>{for items}</ul> }
}

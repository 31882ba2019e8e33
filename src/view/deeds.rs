//! What links and buttons do in the living explainer: each says it in its attributes, and one listener hears them all,
//! as a closure for each would be in what readers download and in their memory.

use web_sys::Element;
use yew::prelude::*;

use super::{
    context::Explain,
    note, reveal,
    state::{About, Action, Note, SaveKind},
};
use crate::model::{FigureId, Layer};

/// The layers that a drawing can have, in the order in which they are offered.
pub const LAYERS: [Layer; 4] = [Layer::Nerves, Layer::Blood, Layer::Hormone, Layer::Labels];

/// The files as which a figure can be kept.
pub const KINDS: [SaveKind; 3] = [SaveKind::Svg, SaveKind::Png, SaveKind::Csv];

/// What a button does with a figure.
#[derive(Clone, Copy)]
pub enum Deed {
    /// Goes to the step of an index.
    Step,
    /// Selects the part of an id.
    Select,
    /// Enlarges it so far.
    Zoom,
    /// Shows or hides the layer of an index in [`LAYERS`].
    Layer,
    /// Moves (1) or stops (0).
    Move,
    /// Keeps it as the file of an index in [`KINDS`].
    Save,
    /// Speaks a language: of no figure.
    Speak,
    /// Closes the note: of no figure.
    Close,
}

const DEEDS: [Deed; 8] =
    [Deed::Step, Deed::Select, Deed::Zoom, Deed::Layer, Deed::Move, Deed::Save, Deed::Speak, Deed::Close];

impl Deed {
    /// What a button's `data-deed` says.
    pub fn on(self, figure: &str, value: &str) -> String {
        format!("{} {figure} {value}", self as u8)
    }

    /// What a reader does by the button.
    fn read(said: &str) -> Option<Action> {
        let mut words = said.split(' ');
        let deed = DEEDS.get(words.next()?.parse::<usize>().ok()?)?;
        let (figure, value) = (words.next()?, words.next()?);
        let number = value.parse::<usize>().unwrap_or_default();
        let figure = FigureId::from(figure);
        Some(match deed {
            Self::Step => Action::Step(figure, number),
            Self::Select => Action::Select(figure, value.into()),
            Self::Zoom => Action::Zoom(figure, number as u8),
            Self::Layer => Action::Layer(figure, *LAYERS.get(number)?),
            Self::Move => Action::Move(figure, number == 1),
            Self::Save => Action::Save(figure, *KINDS.get(number)?),
            Self::Speak => Action::Speak(value.to_owned()),
            Self::Close => Action::Close,
        })
    }
}

/// Does what a button says, or follows a link that was clicked. With a modifier a link is the browser's own.
pub fn on_click(explain: &Explain, event: &MouseEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if let Some(part) = target(event, PART_OR_NAME) {
        select(explain, &part);
    } else if let Some(button) = target(event, "button[data-deed]") {
        match button.get_attribute("data-deed").as_deref().and_then(Deed::read) {
            Some(Action::Close) => close(explain, event),
            Some(Action::Step(figure, step)) => {
                if button.matches(IN_TEXT).unwrap_or_default() {
                    reveal::bring(event, figure.as_str());
                }
                explain.dispatch.emit(Action::Step(figure, step));
            }
            Some(action) => explain.dispatch.emit(action),
            None => {}
        }
    } else if let Some(link) = target(event, "a[href^='#']").filter(|_| !modified) {
        event.prevent_default();
        follow(explain, event, &link);
    }
}

/// Makes a link that acts as a button answer to the space bar, as buttons do, a part to the keys of a list of buttons,
/// and the note to Escape.
pub fn on_key(explain: &Explain, event: &KeyboardEvent) {
    let key = event.key();
    if key == "Escape" {
        close(explain, event);
    }
    // With a modifier a key is the browser's: Alt and an arrow go back.
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    if let Some(part) = target(event, PART) {
        match key.as_str() {
            "Enter" | " " => select(explain, &part),
            "ArrowRight" | "ArrowDown" => neighbour(&part, true),
            "ArrowLeft" | "ArrowUp" => neighbour(&part, false),
            _ => return,
        }
        event.prevent_default();
    } else if let Some(link) = target(event, "a[role=button]").filter(|_| key == " ") {
        event.prevent_default();
        follow(explain, event, &link);
    }
}

/// Marks the name of the part that has the focus, and no other.
pub fn on_focus(event: FocusEvent) {
    if let Some(marked) = reveal::find(&event, ".label[data-focused]") {
        // What is there can be taken away.
        let _ = marked.remove_attribute("data-focused");
    }
    let part = target(&event, PART).filter(|_| event.type_() == "focusin");
    if let Some(name) = part.and_then(|part| name(&part)) {
        set(&name, "data-focused", "");
    }
}

/// A button among the sections that shows a step of their figure.
const IN_TEXT: &str = ".to-step button";
/// A part that can be selected.
const PART: &str = ".scene [data-part][role=button]";
/// The same, or its name beside the drawing.
const PART_OR_NAME: &str = ".scene [data-part][role=button], .scene [data-names]";

/// Selects a part, by itself or by its name.
fn select(explain: &Explain, of: &Element) {
    let said = |name: &str| of.get_attribute(name);
    let figure = of.closest("[data-figure]").ok().flatten().and_then(|figure| figure.get_attribute("data-figure"));
    if let (Some(figure), Some(part)) = (figure, said("data-part").or_else(|| said("data-names"))) {
        explain.dispatch.emit(Action::Select(figure.as_str().into(), part.as_str().into()));
    }
}

/// The name of a part, in the same drawing.
fn name(part: &Element) -> Option<Element> {
    let drawing = part.closest(".scene").ok().flatten()?;
    first(&drawing, &format!("[data-names='{}']", part.get_attribute("data-part")?))
}

/// Gives focus to the part that is named next, or before.
fn neighbour(part: &Element, forward: bool) {
    let next = name(part).and_then(|name| {
        let names = name.parent_element()?;
        let next = match forward {
            true => name.next_element_sibling().or_else(|| names.first_element_child()),
            false => name.previous_element_sibling().or_else(|| names.last_element_child()),
        };
        let id = next?.get_attribute("data-names")?;
        first(&part.closest(".scene").ok().flatten()?, &format!("[data-part='{id}']"))
    });
    if let Some(next) = next {
        reveal::focus(&next);
    }
}

fn target(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(selector).ok().flatten()
}

/// Closes the note, and gives focus back to the link that opened it.
fn close(explain: &Explain, event: &web_sys::Event) {
    if let Some(link) = reveal::find(event, MARKED) {
        reveal::focus(&link);
    }
    explain.dispatch.emit(Action::Close);
}

/// Lights a part, opens a note, or brings another place before the reader, as the link says.
fn follow(explain: &Explain, event: &web_sys::Event, link: &Element) {
    let said = |name: &str| link.get_attribute(name);
    let href = said("href").unwrap_or_default();
    if let Some(show) = said("data-show") {
        if let Some((figure, part)) = show.split_once('/') {
            explain.show(&figure.into(), &part.into());
            reveal::bring(event, figure);
        }
    } else if said("role").is_some() {
        let about = match said("data-term") {
            Some(term) => Some(About::Term(term.as_str().into())),
            None => source(&href).map(About::Source),
        };
        let at = link.closest("[data-at]").ok().flatten().and_then(|text| text.get_attribute("data-at"));
        if let (Some(at), Some(about)) = (at, about) {
            explain.dispatch.emit(Action::Toggle(Note { at, about }));
        }
    } else if !reveal::reveal(event, &format!("[id='{}']", href.trim_start_matches('#'))) {
        // Only the rows of a figure lead to what is not there: to a bibliography.
        if let Some(index) = source(&href) {
            late_cited(explain, link, &href, index);
        }
    }
}

/// Opens what a row of a figure cites under the figure, where there is no bibliography to lead to; for figures that have
/// come only, see `bake/src/site/split`.
#[inline(never)]
fn late_cited(explain: &Explain, row: &Element, href: &str, source: u16) {
    let Some(figure) = row.closest("[data-figure]").ok().flatten() else { return };
    let at = format!("{}:sources", figure.get_attribute("data-figure").unwrap_or_default());
    let Some(cite) = first(&figure, &format!("[data-at='{at}'] [href='{href}']")) else { return };
    reveal::focus(&cite);
    if !cite.has_attribute("aria-controls") {
        explain.dispatch.emit(Action::Toggle(Note { at, about: About::Source(source) }));
    }
}

/// The index of the source that a citation leads to.
fn source(href: &str) -> Option<u16> {
    href.strip_prefix(SOURCE)?.parse::<u16>().ok()?.checked_sub(1)
}

const SOURCE: &str = "#source-";

/// Where a citation leads.
pub fn to_source(index: u16) -> String {
    format!("{SOURCE}{}", index + 1)
}

/// The links of the open note.
const MARKED: &str = "a[aria-controls]";

/// Marks the links of the open note, and no others: they are not drawn anew for it.
pub fn mark(root: &Element, note: Option<&Note>) {
    while let Some(link) = first(root, MARKED) {
        set(&link, "aria-expanded", "false");
        // What is there can be taken away.
        let _ = link.remove_attribute("aria-controls");
    }
    let Some(Note { at, about }) = note else { return };
    let link = match about {
        About::Term(term) => format!("[data-term='{term}']"),
        About::Source(index) => format!("[href='{}']", to_source(*index)),
    };
    while let Some(link) = first(root, &format!("[data-at='{at}'] a[role]{link}:not([aria-controls])")) {
        set(&link, "aria-expanded", "true");
        set(&link, "aria-controls", &note::id(at));
    }
}

fn first(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

fn set(link: &Element, name: &str, value: &str) {
    // Fails only for a name that is none.
    let _ = link.set_attribute(name, value);
}

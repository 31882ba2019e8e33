//! Markup that `bake` has drawn, drawn again: one small reader instead of the code of all that never changes.

use indexmap::IndexMap;
use yew::{
    AttrValue, Html, html,
    virtual_dom::{VList, VTag, VText},
};

use super::{kept::Kept, still::Around};
use crate::model::Markup;

/// Draws markup that has no slots.
pub fn draw_whole(markup: &[Markup]) -> Html {
    list(markup.iter().map(|piece| one(piece, &draw_whole)))
}

/// Draws markup; what stands in its slots is asked for, and what has none is kept.
pub fn draw(markup: &[Markup], kept: &Kept, around: Around, fill: &dyn Fn(u8, Around) -> Html) -> Html {
    list(markup.iter().map(|piece| match piece {
        Markup::Slot(index) => fill(*index, around),
        Markup::Text(_) => one(piece, &draw_whole),
        Markup::Tag(name, _, children) if children.iter().any(has_slot) => {
            let around = if **name == *"svg" { Around::Drawing } else { around };
            one(piece, &|children| draw(children, kept, around, fill))
        }
        // Named by where it lies: a figure stays there as long as what draws it.
        Markup::Tag(..) => {
            kept.once(("markup", std::ptr::from_ref(piece) as usize, 0), around, &|| one(piece, &draw_whole))
        }
    }))
}

fn has_slot(piece: &Markup) -> bool {
    match piece {
        Markup::Text(_) => false,
        Markup::Slot(_) => true,
        Markup::Tag(_, _, children) => children.iter().any(has_slot),
    }
}

fn list(pieces: impl Iterator<Item = Html>) -> Html {
    VList::with_children(pieces.collect(), None).into()
}

fn one(piece: &Markup, inside: &dyn Fn(&[Markup]) -> Html) -> Html {
    match piece {
        Markup::Text(words) => VText::new(words.clone()).into(),
        Markup::Slot(_) => html! { <span hidden=true /> },
        Markup::Tag(name, attributes, children) => {
            let mut tag = VTag::new(name.clone());
            let attributes = attributes.iter().map(|(key, value)| (AttrValue::from(key.clone()), value.clone().into()));
            tag.set_attributes(attributes.collect::<IndexMap<AttrValue, AttrValue>>());
            if !children.is_empty() {
                tag.add_child(inside(children));
            }
            tag.into()
        }
    }
}

/// The mark of a slot in what the host draws.
#[cfg(feature = "ssr")]
const SLOT: &str = "slot";

/// A place to be filled when it is drawn.
#[cfg(feature = "ssr")]
pub fn slot(index: u8) -> Html {
    let mut tag = VTag::new(SLOT);
    tag.add_attribute("name", index.to_string());
    tag.into()
}

/// What the views have drawn, as markup; it holds elements and text only.
#[cfg(feature = "ssr")]
pub fn of(drawn: &Html) -> Vec<Markup> {
    use yew::virtual_dom::VNode;
    match drawn {
        VNode::VText(text) if text.text.is_empty() => Vec::new(),
        VNode::VText(text) => vec![Markup::Text(text.text.to_string())],
        VNode::VList(list) => list.iter().flat_map(of).collect(),
        VNode::VTag(tag) if tag.tag() == SLOT => {
            let index = tag.attributes.iter().find(|(key, _)| *key == "name").and_then(|(_, value)| value.parse().ok());
            vec![Markup::Slot(index.unwrap_or_default())]
        }
        VNode::VTag(tag) => {
            let attributes = tag.attributes.iter().map(|(key, value)| (key.into(), value.into())).collect();
            vec![Markup::Tag(tag.tag().into(), attributes, tag.children().map(of).unwrap_or_default())]
        }
        other => unreachable!("a piece that never changes holds elements and text only, not {other:?}"),
    }
}

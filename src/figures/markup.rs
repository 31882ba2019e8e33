//! Markup that `bake` has drawn, drawn again: one small reader instead of the code of all that never changes.

use indexmap::IndexMap;
use yew::{
    AttrValue, Html, html,
    virtual_dom::{VList, VTag, VText},
};

use crate::model::Markup;

/// Draws markup that has no slots.
pub fn draw_whole(markup: &[Markup]) -> Html {
    draw(markup, &|_| html! { <span hidden=true /> })
}

/// Draws markup; what stands in its slots is asked for.
pub fn draw(markup: &[Markup], fill: &dyn Fn(u8) -> Html) -> Html {
    let pieces = markup.iter().map(|piece| match piece {
        Markup::Text(words) => VText::new(words.clone()).into(),
        Markup::Slot(index) => fill(*index),
        Markup::Tag(name, attributes, children) => {
            let mut tag = VTag::new(name.clone());
            let attributes = attributes.iter().map(|(key, value)| (AttrValue::from(key.clone()), value.clone().into()));
            tag.set_attributes(attributes.collect::<IndexMap<AttrValue, AttrValue>>());
            if !children.is_empty() {
                tag.add_child(draw(children, fill));
            }
            tag.into()
        }
    });
    VList::with_children(pieces.collect(), None).into()
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

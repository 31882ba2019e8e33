//! What never changes once it is drawn: built at once, and the page's alone from then on.
//!
//! Yew keeps a tree of its own beside the page's, some three hundred bytes a node; what will not be drawn again, and
//! hears nothing by itself, needs none. To be used where nothing but a change of language draws anew, as it takes the
//! focus of a reader with it.

use yew::{Html, html, virtual_dom::VNode};

/// What stands around it: names mean other things in a drawing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// The page.
    Page,
    /// A drawing.
    Drawing,
}

/// Builds what is drawn, each element by itself; listeners and components are not for this.
pub fn still(drawn: Html, around: Around) -> Html {
    match drawn {
        VNode::VTag(tag) => build::tag(&tag, around).map_or(VNode::VTag(tag), VNode::VRef),
        VNode::VList(list) => match list.as_slice() {
            [alone] => still(alone.clone(), around),
            pieces => html! { <>{for pieces.iter().map(|piece| still(piece.clone(), around))}</> },
        },
        other => other,
    }
}

#[cfg(target_arch = "wasm32")]
mod build {
    use web_sys::{Document, Element, Node};
    use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag};

    use super::Around;

    const SVG: &str = "http://www.w3.org/2000/svg";

    pub fn tag(tag: &VTag, around: Around) -> Option<Node> {
        let document = web_sys::window()?.document()?;
        Some(element(&document, tag, around)?.into())
    }

    fn element(document: &Document, tag: &VTag, around: Around) -> Option<Element> {
        let around = if tag.tag() == "svg" { Around::Drawing } else { around };
        let element = match around {
            Around::Page => document.create_element(tag.tag()),
            Around::Drawing => document.create_element_ns(Some(SVG), tag.tag()),
        };
        let element = element.ok()?;
        each(&tag.attributes, |name, value| {
            // Names and values come from the views, and what is no name would not be one there either.
            let _ = element.set_attribute(name, value);
        });
        tag.children().into_iter().for_each(|child| fill(document, &element, child, around));
        Some(element)
    }

    /// Calls with each attribute. As [`Attributes::iter`], but that is three kinds of iterators in boxes.
    fn each(attributes: &Attributes, mut call: impl FnMut(&str, &str)) {
        let mut one = |name: &str, value: &AttributeOrProperty| match value {
            AttributeOrProperty::Static(value) => call(name, value),
            AttributeOrProperty::Attribute(value) => call(name, value),
            AttributeOrProperty::Property(_) => {}
        };
        match attributes {
            Attributes::Static(all) => all.iter().for_each(|(name, value)| one(name, value)),
            Attributes::Dynamic { keys, values } => {
                keys.iter().zip(values).for_each(|(name, value)| value.iter().for_each(|value| one(name, value)))
            }
            Attributes::IndexMap(all) => all.iter().for_each(|(name, value)| one(name, value)),
        }
    }

    /// Whether it is there for Yew alone: where all is built once, words need no element to be known by.
    fn for_yew(tag: &VTag) -> bool {
        tag.tag() == "span" && matches!(&tag.attributes, Attributes::Static(all) if all.is_empty())
    }

    fn fill(document: &Document, parent: &Element, child: &VNode, around: Around) {
        // What can be made can be put into what was made before.
        let _ = match child {
            VNode::VText(text) => parent.append_with_str_1(&text.text),
            VNode::VList(list) => return list.iter().for_each(|child| fill(document, parent, child, around)),
            VNode::VTag(tag) if for_yew(tag) => {
                return tag.children().into_iter().for_each(|child| fill(document, parent, child, around));
            }
            VNode::VTag(tag) => match element(document, tag, around) {
                Some(built) => parent.append_with_node_1(&built),
                None => return,
            },
            _ => return,
        };
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod build {
    use web_sys::Node;
    use yew::virtual_dom::VTag;

    /// On the host there is no page to build in.
    pub fn tag(_: &VTag, _: super::Around) -> Option<Node> {
        None
    }
}

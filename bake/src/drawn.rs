//! Draws what never changes: the markup that a pack carries.

use std::{collections::BTreeMap, rc::Rc};

use oxytocin_explainer::{
    figures::{
        chart::drawn::{chart, numbers::Numbers},
        labour::card,
        markup,
    },
    model::{Drawing, FigureId, Pack, PackRef},
};
use yew::{Html, LocalServerRenderer, Properties, component};

/// A pack, and the numbers of its charts.
pub struct Undrawn {
    pub pack: Pack,
    pub numbers: BTreeMap<FigureId, Numbers>,
}

/// The pack with everything drawn that can be.
pub fn draw(Undrawn { mut pack, numbers }: Undrawn) -> Pack {
    let shared = PackRef::new(pack.clone());
    for figure in &mut pack.figures {
        let Some(known) = shared.figure_ref(&figure.id) else { continue };
        let figure = Rc::make_mut(figure);
        match (&mut figure.drawing, numbers.get(&figure.id)) {
            (Drawing::Chart(drawn), Some(numbers)) => *drawn = chart(&known, numbers),
            (Drawing::Loop(_), _) => figure.card = markup::of(&card(&known)),
            _ => {}
        }
    }
    pack
}

#[derive(Properties, PartialEq)]
struct PieceProps {
    drawn: Html,
}

#[component]
fn Piece(props: &PieceProps) -> Html {
    props.drawn.clone()
}

/// What is drawn, as HTML without marks for hydration.
pub fn html(drawn: Html) -> String {
    let renderer = LocalServerRenderer::<Piece>::with_props(PieceProps { drawn }).hydratable(false);
    // Nothing in a piece waits for anything, so this never sleeps.
    futures::executor::block_on(renderer.render())
}

//! Draws what never changes: the pieces that a pack carries as HTML.

use oxytocin_explainer::{
    figures::still::stills,
    model::{Pack, PackRef},
};
use yew::{Html, LocalServerRenderer, Properties, component};

/// The pack with everything drawn that can be.
pub fn draw(pack: Pack) -> Pack {
    let shared = PackRef::new(pack.clone());
    let mut pack = pack;
    for figure in &mut pack.figures {
        if let Some(known) = shared.figure_ref(&figure.id) {
            figure.stills = stills(&known).into_iter().map(html).collect();
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
fn html(drawn: Html) -> String {
    let renderer = LocalServerRenderer::<Piece>::with_props(PieceProps { drawn }).hydratable(false);
    // Nothing in a piece waits for anything, so this never sleeps.
    futures::executor::block_on(renderer.render())
}

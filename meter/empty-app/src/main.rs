//! An empty Yew application: one element, so that one can see when it is there. `cargo xtask bench` builds it with
//! the explainer's profile and holds the explainer's start against it.

use yew::prelude::*;

/// The one element.
#[component]
fn Empty() -> Html {
    html! { <div /> }
}

fn main() {
    yew::Renderer::<Empty>::new().render();
}

//! The model's card: what is measured, what is illustrative, what is left out.

use yew::prelude::*;

use crate::model::FigureRef;

/// "Teaching model, not a prediction", always in sight, and the card behind it.
pub fn card(figure: &FigureRef) -> Html {
    let lists = ["measured", "illustrative", "left-out"].map(|name| {
        let prefix = format!("{name}-");
        let items =
            figure.labels.iter().filter(|(key, _)| key.strip_prefix(&prefix).is_some_and(|rest| rest != "title"));
        let items = items.map(|(key, words)| html! { <li key={key.clone()}>{words}</li> });
        html! {
            <div key={name}>
                <p><strong>{figure.label(&format!("{name}-title")).to_owned()}</strong></p>
                <ul>{for items}</ul>
            </div>
        }
    });
    html! {
        <details class="model-card" part="notice">
            <summary>{figure.label("teaching-model").to_owned()}</summary>
            <div>{for lists}</div>
        </details>
    }
}

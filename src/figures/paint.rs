//! Paints and roles as the classes that `styles/figures.css` colours.

use yew::prelude::*;

use crate::model::{Paint, Pattern, Role, Shade};

/// The class that fills a shape with a paint.
pub fn fill(paint: Paint) -> String {
    class("f", paint)
}

/// The class that strokes a shape with a paint.
pub fn stroke(paint: Paint) -> String {
    class("s", paint)
}

/// The classes of something that has a role: filled and stroked with it.
pub fn role(role: Role) -> String {
    let name = role.name();
    format!("f-{name} s-{name}")
}

fn class(prefix: &str, paint: Paint) -> String {
    match paint {
        Paint::None => format!("{prefix}-none"),
        Paint::Paper => format!("{prefix}-paper"),
        Paint::Role(role, Shade::Full) => format!("{prefix}-{}", role.name()),
        Paint::Role(role, Shade::Soft) => format!("{prefix}-{}-soft", role.name()),
    }
}

/// The patterns that shapes are filled with; stands once in every root.
pub fn patterns() -> Html {
    let marks = [
        (Pattern::Hatch, "M0 6L6 0M-1 1L1-1M5 7L7 5"),
        (Pattern::Dots, "M1.5 1.5h.01M4.5 4.5h.01"),
        (Pattern::Cross, "M0 0L6 6M6 0L0 6"),
    ];
    let patterns = marks.iter().map(|(pattern, d)| {
        let name = pattern.name();
        html! {
            <pattern key={name} id={format!("oxy-{name}")} class={name} width="6" height="6" patternUnits="userSpaceOnUse">
                <path d={*d} />
            </pattern>
        }
    });
    html! { <svg class="defs" width="0" height="0" aria-hidden="true"><defs>{for patterns}</defs></svg> }
}

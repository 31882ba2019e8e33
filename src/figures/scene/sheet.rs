//! The sheet that a scene is drawn on, and the room it takes before the drawing has come.

use yew::prelude::*;

use crate::model::{Columns, Scene, Sheet, decimal::tenths};

/// The class by which style sheets know where its labels stand.
pub fn class(columns: Columns) -> &'static str {
    match columns {
        Columns::Both => "columns-both",
        Columns::Right => "columns-right",
        Columns::None => "columns-none",
    }
}

/// Its coordinates, as SVG writes them.
pub fn view_box(height: f32) -> String {
    format!("0 0 {} {}", tenths(Scene::WIDTH), tenths(height))
}

/// As much room as the drawing takes, with nothing in it: so much is known before it has come, and while engines leave
/// it out because it is out of sight.
pub fn room(height: f32) -> Html {
    html! { <svg viewBox={view_box(height)} aria-hidden="true" /> }
}

/// The sheet without its drawing.
pub fn blank_sheet(sheet: Sheet) -> Html {
    html! { <div class={classes!("blank", class(sheet.columns))}>{room(sheet.height)}</div> }
}

//! What stands where a part has not come yet: that it is on its way, or how to ask for it again.

use yew::prelude::*;

use super::{context::Explain, library::Asked};
use crate::{
    figures::scene::blank_sheet,
    model::{Sheet, Word},
};

/// The state of a part that is not here, in the room that it will take; stays in place when it is.
pub fn away(explain: &Explain, name: &str, here: bool, room: Option<Sheet>) -> Html {
    if here {
        return html! { <div hidden=true /> };
    }
    let failed = explain.library.asked(name) == Some(Asked::Failed);
    let again = {
        let (library, name) = (explain.library.clone(), name.to_owned());
        Callback::from(move |_: MouseEvent| library.want(&name))
    };
    let word = if failed { Word::NotLoaded } else { Word::Loading };
    html! {
        <div class="away">
            <div role="status">
                <p>{explain.word(word).to_owned()}</p>
                <button type="button" part="control" hidden={!failed} onclick={again}>{explain.word(Word::TryAgain).to_owned()}</button>
            </div>
            {for room.map(blank_sheet)}
        </div>
    }
}

//! A notice of care.

use yew::prelude::*;

use super::{context::Explain, note::note_place, prose::prose, state::State};
use crate::model::{Chapter, Inline, Notice, NoticeId};

/// The notices of those ids, in that order.
pub fn notices<'a>(explain: &Explain, ids: impl Iterator<Item = &'a NoticeId>, stands: &Stands) -> Html {
    let known = ids.filter_map(|id| explain.pack.notices.iter().find(|notice| notice.id == *id));
    html! { <div class="notices">{for known.map(|notice| view(explain, notice, stands))}</div> }
}

/// Where notices stand: the same one may stand in several chapters.
pub enum Stands<'a> {
    /// Before all chapters, where nothing leads on: `bake` sees to that.
    First,
    /// At the end of a chapter, with what is open there.
    In(&'a Chapter, &'a State),
}

fn view(explain: &Explain, notice: &Notice, stands: &Stands) -> Html {
    let (at, open) = match stands {
        Stands::First => (String::new(), None),
        Stands::In(chapter, state) => {
            let at = format!("{}:notice-{}", chapter.id, notice.id);
            let open = state.open(&at);
            (at, open)
        }
    };
    html! {
        <section key={notice.id.shared()} class="notice" part="notice" data-notice={notice.id.shared()} data-fact={notice.id.shared()}>
            <p><strong>{&notice.title}</strong>{" "}{prose(explain, &notice.text, &at)}</p>
            {list(explain, &notice.items, &at)}
            <p>{prose(explain, &notice.urgent, &at)}</p>
            {list(explain, &notice.urgent_items, &at)}
            {note_place(explain, &at, open)}
        </section>
    }
}

fn list(explain: &Explain, items: &[Vec<Inline>], at: &str) -> Html {
    if items.is_empty() {
        return html! { <div hidden=true /> };
    }
    let items = items.iter().enumerate().map(|(index, item)| html! { <li key={index}>{prose(explain, item, at)}</li> });
    html! { <ul>{for items}</ul> }
}

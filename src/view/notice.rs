//! A notice of care.

use yew::prelude::*;

use super::{context::Explain, note::note_place, prose::prose, state::State};
use crate::figures::{kept::Kept, still::Around};
use crate::model::{Chapter, Inline, Notice, NoticeId};

/// The notices of those ids, in that order.
pub fn notices<'a>(explain: &Explain, ids: impl Iterator<Item = &'a NoticeId>, stands: &Stands, kept: &Kept) -> Html {
    let known = ids.filter_map(|id| explain.pack.notices.iter().position(|notice| notice.id == *id));
    html! { <div class="notices">{for known.map(|index| view(explain, index, stands, kept))}</div> }
}

/// Where notices stand: the same one may stand in several chapters.
pub enum Stands<'a> {
    /// Before all chapters, where nothing leads on: `bake` sees to that.
    First,
    /// At the end of a chapter, with what is open there.
    In(&'a Chapter, &'a State),
}

fn view(explain: &Explain, index: usize, stands: &Stands, kept: &Kept) -> Html {
    let notice = &explain.pack.notices[index];
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
            {kept.once(("notice", index, 0), Around::Page, &|| words(explain, notice, &at))}
            {note_place(explain, &at, open)}
        </section>
    }
}

fn words(explain: &Explain, notice: &Notice, at: &str) -> Html {
    let list = |items: &[Vec<Inline>]| {
        let entries = items.iter().map(|item| html! { <li>{prose(explain, item, at)}</li> });
        (!items.is_empty()).then(|| html! { <ul>{for entries}</ul> })
    };
    let urgent = (!notice.urgent.is_empty()).then(|| html! { <p>{prose(explain, &notice.urgent, at)}</p> });
    html! {
        <>
            <p><strong>{&notice.title}</strong>{" "}{prose(explain, &notice.text, at)}</p>
            {for list(&notice.items)}
            {for urgent}
            {for list(&notice.urgent_items)}
        </>
    }
}

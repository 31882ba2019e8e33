//! A notice of care.

use yew::prelude::*;

use super::{context::Explain, prose::prose};
use crate::model::{Inline, Notice, NoticeId};

/// The notices of those ids, in that order.
pub fn notices<'a>(explain: &Explain, ids: impl Iterator<Item = &'a NoticeId>) -> Html {
    let known = ids.filter_map(|id| explain.pack.notices.iter().find(|notice| notice.id == *id));
    html! { <div class="notices">{for known.map(|notice| view(explain, notice))}</div> }
}

fn view(explain: &Explain, notice: &Notice) -> Html {
    html! {
        <section key={notice.id.shared()} class="notice" part="notice" data-notice={notice.id.shared()} data-fact={notice.id.shared()}>
            <p><strong>{&notice.title}</strong>{" "}{prose(explain, &notice.text, notice.id.as_str())}</p>
            {list(explain, &notice.items, &notice.id)}
            <p>{prose(explain, &notice.urgent, notice.id.as_str())}</p>
            {list(explain, &notice.urgent_items, &notice.id)}
        </section>
    }
}

fn list(explain: &Explain, items: &[Vec<Inline>], id: &NoticeId) -> Html {
    if items.is_empty() {
        return html! { <div hidden=true /> };
    }
    let items = items
        .iter()
        .enumerate()
        .map(|(index, item)| html! { <li key={index}>{prose(explain, item, id.as_str())}</li> });
    html! { <ul>{for items}</ul> }
}

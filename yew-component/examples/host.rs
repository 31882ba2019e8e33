//! A Yew application around the explainer: what it hears of it stands in a list, and buttons of its own change the
//! chapter, take the explainer away and count how often they are pressed. Tested by `tests/browser/yew_host.rs`.

use oxytocin_explainer_yew::{OxytocinExplainer, Problem, Ready};
use yew::prelude::*;

#[component]
fn Host() -> Html {
    let chapter = use_state(|| "labour");
    let there = use_state(|| true);
    let presses = use_state(|| 0);
    let heard = use_reducer(Heard::default);
    let hear = |name: &'static str| {
        let heard = heard.dispatcher();
        Callback::from(move |what: String| heard.dispatch(format!("{name} {what}")))
    };
    let on_ready =
        hear("oxy-ready").reform(|ready: Ready| if ready.living { "wasm".to_owned() } else { "article".to_owned() });
    let on_error = hear("oxy-error").reform(|problem: Problem| problem.code);
    let to_release = {
        let chapter = chapter.setter();
        Callback::from(move |_: MouseEvent| chapter.set("release"))
    };
    let take_away = {
        let there = there.setter();
        Callback::from(move |_: MouseEvent| there.set(false))
    };
    let press = {
        let presses = presses.clone();
        Callback::from(move |_: MouseEvent| presses.set(*presses + 1))
    };
    let explainer = match *there {
        true => html! {
            <OxytocinExplainer script="/oxytocin-explainer.js" lang="en" chapter={*chapter} theme="dark" eager=true
                {on_ready} {on_error} on_chapter={hear("oxy-chapter")} on_term={hear("oxy-term")}>
                <p>{"An article of the host's."}</p>
            </OxytocinExplainer>
        },
        false => html! { <p id="gone">{"Taken away."}</p> },
    };
    html! {
        <main>
            <button id="release" onclick={to_release}>{"Another chapter"}</button>
            <button id="unmount" onclick={take_away}>{"Take it away"}</button>
            <button id="press" onclick={press}>{*presses}</button>
            <div>{explainer}</div>
            <ol id="heard">{for heard.0.iter().enumerate().map(|(index, what)| html! { <li key={index}>{what}</li> })}</ol>
        </main>
    }
}

/// What has been heard, in order.
#[derive(Default, PartialEq)]
struct Heard(Vec<String>);

impl Reducible for Heard {
    type Action = String;

    fn reduce(self: std::rc::Rc<Self>, what: String) -> std::rc::Rc<Self> {
        let mut all = self.0.clone();
        all.push(what);
        Self(all).into()
    }
}

fn main() {
    yew::Renderer::<Host>::new().render();
}

//! Measured numbers: what is left of a hormone, pulses on strips of time, receptors through pregnancy,
//! how sure claims are. Drawn by `bake`; here a reader turns what can be turned.

#[cfg(feature = "ssr")]
pub mod drawn;

use yew::prelude::*;

use super::{
    kept::Kept,
    lives,
    markup::{draw, draw_whole},
    still::Around,
};
use crate::model::{Chart, Drawing, FigureRef};

/// The slot of a chart's control; the others are filled by the frame that it chooses.
const CONTROL: u8 = 0;

/// A chart with its words, at a setting of its control.
pub fn chart_view(
    figure: &FigureRef,
    live: bool,
    setting: usize,
    described_by: String,
    on: Callback<usize>,
    kept: &Kept,
) -> Html {
    let Drawing::Chart(chart) = &figure.drawing else {
        return html! { <div class="chart" /> };
    };
    let live = lives(live);
    let setting = setting.min(chart.frames.len().saturating_sub(1));
    let shown: Vec<usize> = match live {
        true => vec![setting],
        false => chart.still.iter().map(|frame| usize::from(*frame)).collect(),
    };
    // What there is to choose among is little; a slider has many settings, and shapes that go over into each other.
    let few = chart.turn.as_ref().is_some_and(|turn| !turn.options.is_empty());
    let fill = |slot: u8, around: Around| {
        if slot == CONTROL {
            return if live {
                control(figure, chart, setting, &on)
            } else {
                html! { <div hidden=true /> }
            };
        }
        let pieces =
            shown.iter().filter_map(|frame| Some((*frame, chart.frames.get(*frame)?.get(usize::from(slot) - 1)?)));
        let drawn = pieces.map(|(frame, piece)| match few {
            true => kept.once(("frame", frame, usize::from(slot)), around, &|| draw_whole(piece)),
            false => draw_whole(piece),
        });
        html! { <>{for drawn}</> }
    };
    html! {
        <div class={format!("chart {}", chart.kind)} role="group" aria-label={figure.title.clone()} aria-describedby={described_by}>
            {draw(&chart.plot, kept, Around::Page, &fill)}
        </div>
    }
}

/// The numbers of a chart as a table.
pub fn chart_table(figure: &FigureRef, chart: &Chart) -> Html {
    html! {
        <div class="chart-table" role="region" tabindex="0" aria-label={figure.title.clone()}>
            {draw_whole(&chart.table)}
        </div>
    }
}

/// A slider over numbers, or a choice among options.
fn control(figure: &FigureRef, chart: &Chart, setting: usize, on: &Callback<usize>) -> Html {
    let Some(turn) = &chart.turn else {
        return html! { <div hidden=true /> };
    };
    let id = format!("oxy-{}-{}", figure.id, turn.name);
    let from = usize::from(turn.from);
    let name = turn.name.clone();
    if turn.options.is_empty() {
        let oninput = on.reform(move |event: InputEvent| {
            let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
            (input.map_or(from as f64, |input| input.value_as_number()) as usize).saturating_sub(from)
        });
        let (least, most, value) = (from, from + chart.frames.len() - 1, from + setting);
        html! {
            <div class="week-control">
                <input class="control" part="control" type="range" id={id.clone()} data-control={name} step="1"
                    min={least.to_string()} max={most.to_string()} value={value.to_string()} {oninput} />
                <p class="week-label">
                    <label for={id}>{&turn.label}</label>
                    <strong class="large" aria-hidden="true">{value}</strong>
                </p>
            </div>
        }
    } else {
        let onchange = on.reform(move |event: Event| {
            let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            select.map_or(0, |select| select.selected_index().max(0) as usize)
        });
        // `selected` is what it begins with; once a reader has chosen, only `selectedIndex` moves it.
        let options = turn.options.iter().enumerate();
        let options =
            options.map(|(index, words)| html! { <option key={index} selected={index == setting}>{words}</option> });
        html! {
            <div class="control">
                <label for={id.clone()}>{&turn.label}</label>
                <select {id} part="control" data-control={name} ~selectedIndex={setting as u32} {onchange}>{for options}</select>
            </div>
        }
    }
}

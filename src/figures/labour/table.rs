//! The run in numbers, for reading instead of watching.

use yew::prelude::*;

use crate::{
    model::FigureRef,
    physiology::{Labour, Settings, State},
};

/// Model units between two rows.
const ROWS: f64 = 200.0;
/// Rows at most: a run that never takes off would have no end.
const MOST: usize = 12;

/// What the model gives with these settings, from the start to the birth or to the last row.
pub fn run_table(figure: &FigureRef, settings: Settings) -> Html {
    let label = |key: &str| figure.label(key).to_owned();
    let number = |value: f64, places: u32| figure.pack.language.reading(value, places);
    let rows = states(figure, settings).into_iter().map(|state| {
        let dilatation = if state.born { label("column-born") } else { number(state.dilatation, 1) };
        html! {
            <tr key={state.time as i64}>
                <th scope="row">{number(state.time, 0)}</th>
                <td>{dilatation}</td>
                <td>{number(state.pulses, 1)}</td>
                <td>{number(state.oxytocin, 2)}</td>
                <td>{number(state.contraction, 2)}</td>
            </tr>
        }
    });
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{label("column-time")}</th>
                    <th scope="col">{label("column-dilatation")}</th>
                    <th scope="col">{label("column-pulses")}</th>
                    <th scope="col">{label("column-oxytocin")}</th>
                    <th scope="col">{label("column-contraction")}</th>
                </tr>
            </thead>
            <tbody>{for rows}</tbody>
        </table>
    }
}

fn states(figure: &FigureRef, settings: Settings) -> Vec<State> {
    let mut labour = Labour::new(figure.pack.parameters, settings);
    let mut states = vec![labour.state()];
    while states.len() < MOST && !labour.state().born {
        labour.advance(ROWS);
        states.push(labour.state());
    }
    states
}

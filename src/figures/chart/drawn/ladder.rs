//! How sure we are: claims in rows, the strongest first, a failed replication beside its original.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    super::super::markup::{of, slot},
    cites, control,
    numbers::Rung,
    species::named,
    table,
};
use crate::model::{Chart, FigureRef, Species, Turn};

/// The slot of the rows.
const ROWS: u8 = 1;
/// The steps of strength.
const STEPS: u8 = 4;

/// The chart: all rows, and those of each species.
pub fn chart(figure: &FigureRef, rows: &[Rung]) -> Chart {
    let mut species: Vec<Species> = Vec::new();
    for kind in rows.iter().flat_map(|row| &row.species) {
        if !species.contains(kind) {
            species.push(*kind);
        }
    }
    let among = |kind: Option<Species>| {
        let chosen = rows.iter().filter(|row| kind.is_none_or(|kind| row.species.contains(&kind)));
        vec![of(&list(figure, &chosen.collect::<Vec<_>>()))]
    };
    let names = species.iter().map(|kind| figure.pack.word(kind.word()).to_owned());
    Chart {
        kind: Rc::from("ladder"),
        table: of(&table(figure, "ladder-table", table_rows(figure, rows))),
        plot: of(&html! { <div class="ladder-parts">{control()}{head(figure)}{slot(ROWS)}</div> }),
        turn: Some(Turn {
            name: Rc::from("species"),
            label: figure.label("filter").to_owned(),
            from: 0,
            options: std::iter::once(figure.label("all").to_owned()).chain(names).collect(),
        }),
        frames: std::iter::once(None).chain(species.iter().copied().map(Some)).map(among).collect(),
        still: vec![0],
    }
}

/// The names of the columns, for the eye only: each row says the same in words.
fn head(figure: &FigureRef) -> Html {
    let columns = ["claim", "who", "found", "strength"];
    let names = columns.iter().map(|name| {
        html! { <p class={format!("rung-{name}")}>{figure.label(&format!("column-{name}")).to_owned()}</p> }
    });
    html! { <div class="rung rung-head" aria-hidden="true">{for names}</div> }
}

/// The rows; an original and its replications share one.
fn list(figure: &FigureRef, rows: &[&Rung]) -> Html {
    let together = rows.chunk_by(|_, next| next.beside).map(|rows| match rows {
        [row] => html! { <li class="rung" data-row={row.id.clone()}>{rung(figure, row)}</li> },
        rows => {
            let halves = rows.iter().map(|row| {
                html! { <div class="rung" data-row={row.id.clone()}>{rung(figure, row)}</div> }
            });
            html! { <li class="rung-pair">{for halves}</li> }
        }
    });
    html! { <ol class="rungs">{for together}</ol> }
}

/// A row: what is asked, in whom, the answer and what was found, how strong that is, and where it stands.
fn rung(figure: &FigureRef, row: &Rung) -> Html {
    let claim = figure.label(&format!("claim-{}", row.id)).to_owned();
    let claim = match row.failed {
        true => {
            html! { <><s>{claim}</s>{" "}<span class="failed">{figure.label("not-replicated").to_owned()}</span></> }
        }
        false => html! { {claim} },
    };
    html! {
        <>
            <p class="rung-claim">{claim}</p>
            <p class="rung-who">{for row.species.iter().map(|kind| named(figure, *kind))}</p>
            <p class="rung-found">
                <strong>{figure.label(&format!("answer-{}", row.id)).to_owned()}</strong>{" "}
                {figure.label(&format!("found-{}", row.id)).to_owned()}{cites(figure, &row.sources)}
            </p>
            <p class="rung-strength">
                {bars(row.strength)}<span>{figure.label(&format!("strength-{}", row.strength)).to_owned()}</span>
            </p>
        </>
    }
}

/// Strength as four steps, as many of them filled.
fn bars(strength: u8) -> Html {
    let steps = (1..=STEPS).map(|step| {
        let (x, height) = (f32::from(step - 1) * 9.0 + 1.0, f32::from(step) * 4.0);
        let class = if step <= strength { "step full" } else { "step" };
        html! { <rect {class} x={x.to_string()} y={(17.0 - height).to_string()} width="7" height={height.to_string()} /> }
    });
    html! { <svg class="strength" viewBox="0 0 38 18" width="38" height="18" aria-hidden="true">{for steps}</svg> }
}

fn table_rows(figure: &FigureRef, rows: &[Rung]) -> Html {
    let label = |key: &str| figure.label(key).to_owned();
    let columns = ["column-claim", "column-who", "column-found", "column-strength", "column-source"];
    let head = columns.iter().map(|key| html! { <th scope="col">{label(key)}</th> });
    let body = rows.iter().map(|row| {
        let who = row.species.iter().map(|kind| figure.pack.word(kind.word())).collect::<Vec<_>>().join(", ");
        let failed = if row.failed { format!(" ({})", label("not-replicated")) } else { String::new() };
        html! {
            <tr>
                <th scope="row">{label(&format!("claim-{}", row.id))}{failed}</th>
                <td>{who}</td>
                <td>{label(&format!("answer-{}", row.id))}{" "}{label(&format!("found-{}", row.id))}</td>
                <td>{label(&format!("strength-{}", row.strength))}</td>
                <td>{cites(figure, &row.sources)}</td>
            </tr>
        }
    });
    html! { <><thead><tr>{for head}</tr></thead><tbody>{for body}</tbody></> }
}

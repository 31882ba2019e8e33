//! Where in the uterus the receptors are: a section at term, dotted as densely as they stand.

use yew::prelude::*;

use super::axis::Point;
use crate::model::{FigureRef, decimal::short};

/// The sheet: its left edge, its right edge, its height.
const SHEET: (f64, f64, f64) = (-10.0, 220.0, 272.0);
const MIDDLE: f64 = 100.0;
/// A dot's room, from its middle to the wall's edge.
const ROOM: f64 = 3.6;

/// The outer wall: height, and how far it reaches from the middle.
const OUTER: [Point; 15] = [
    (8.0, 0.0),
    (11.0, 28.0),
    (20.0, 50.0),
    (38.0, 70.0),
    (66.0, 84.0),
    (100.0, 88.0),
    (134.0, 81.0),
    (164.0, 67.0),
    (190.0, 49.0),
    (208.0, 37.0),
    (220.0, 32.5),
    (236.0, 32.0),
    (252.0, 32.0),
    (262.0, 28.0),
    (266.0, 12.0),
];
/// The cavity, and the canal of the cervix below it.
const INNER: [Point; 15] = [
    (35.0, 0.0),
    (38.0, 21.0),
    (47.0, 38.0),
    (60.0, 50.0),
    (78.0, 58.0),
    (100.0, 61.0),
    (134.0, 58.0),
    (164.0, 49.0),
    (186.0, 37.0),
    (198.0, 26.0),
    (206.0, 12.0),
    (212.0, 3.5),
    (236.0, 5.0),
    (256.0, 3.5),
    (266.0, 4.5),
];

/// Where a leader line ends, and where its number stands on narrow sheets.
const LEADER: (f64, f64) = (200.0, 210.0);

/// A region that the drawing knows: its label's key, its upper and lower end.
const REGIONS: [(&str, f64, f64); 4] =
    [("fundus", 8.0, 46.0), ("body", 46.0, 160.0), ("lower-segment", 160.0, 210.0), ("cervix", 210.0, 264.0)];

/// How much a region has, by its rank from the most: a label's key, and how far apart its dots are.
fn amount(rank: usize, count: usize) -> (&'static str, f64) {
    match count - rank {
        1 => ("fewest", 22.0),
        2 => ("few", 9.0),
        _ => ("most", 6.0),
    }
}

/// How far an outline reaches from the middle at a height; nothing above and below it.
fn reach(outline: &[Point], y: f64) -> f64 {
    outline
        .windows(2)
        .find(|pair| (pair[0].0..=pair[1].0).contains(&y))
        .map_or(0.0, |pair| pair[0].1 + (pair[1].1 - pair[0].1) * (y - pair[0].0) / (pair[1].0 - pair[0].0))
}

/// Whether a dot there lies within the wall.
fn in_wall((x, y): Point) -> bool {
    let from_middle = (x - MIDDLE).abs();
    // Near the top the wall's edge lies above the dot, not beside it: look there too.
    let outside = [y - ROOM, y].into_iter().any(|y| from_middle > reach(&OUTER, y) - ROOM);
    let inside = [y, y + ROOM].into_iter().any(|y| {
        let cavity = reach(&INNER, y);
        cavity > 0.0 && from_middle < cavity + ROOM
    });
    !outside && !inside
}

/// Dots strewn over the wall between two heights, none nearer to another than `apart`, none on the line between regions.
///
/// The same each time: a counter that is stirred stands for chance.
fn dots(from: f64, to: f64, apart: f64) -> Vec<Point> {
    const TRIES: usize = 1500;
    let mut seed = 7_u32;
    let mut chance = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 8) / f64::from(1_u32 << 24)
    };
    let mut dots: Vec<Point> = Vec::new();
    for _ in 0..TRIES {
        let (x, y) = (2.0 * MIDDLE * chance(), from + ROOM + (to - from - 2.0 * ROOM) * chance());
        let room = dots.iter().all(|dot| (dot.0 - x).hypot(dot.1 - y) >= apart);
        if room && in_wall((x, y)) {
            dots.push((x, y));
        }
    }
    dots
}

/// An outline as a smooth path: down its left side, up its right.
fn outline(half: &[Point]) -> String {
    let left = half.iter().map(|(y, reach)| (MIDDLE - reach, *y));
    let right = half.iter().rev().map(|(y, reach)| (MIDDLE + reach, *y));
    let mut points: Vec<Point> = left.chain(right).collect();
    points.dedup();
    let at = |index: isize| points[index.rem_euclid(points.len() as isize) as usize];
    let mut path = format!("M{} {}", short(points[0].0, 1), short(points[0].1, 1));
    for index in 0..points.len() as isize - 1 {
        let (before, from, to, after) = (at(index - 1), at(index), at(index + 1), at(index + 2));
        let first = (from.0 + (to.0 - before.0) / 6.0, from.1 + (to.1 - before.1) / 6.0);
        let second = (to.0 - (after.0 - from.0) / 6.0, to.1 - (after.1 - from.1) / 6.0);
        for (before, number) in
            ["C", " ", " ", " ", " ", " "].into_iter().zip([first.0, first.1, second.0, second.1, to.0, to.1])
        {
            path.push_str(before);
            path.push_str(&short(number, 1));
        }
    }
    path
}

/// The map, with the regions' names (`regions`: label keys, most receptors first) and how much each has.
pub fn receptor_map(figure: &FigureRef, regions: &[String]) -> Html {
    let ranked = regions.iter().enumerate().filter_map(|(rank, id)| {
        let (key, from, to) = REGIONS.into_iter().find(|(key, ..)| key == id)?;
        Some((key, from, to, amount(rank, regions.len())))
    });
    let dotted = ranked.clone().map(|(key, from, to, (_, apart))| {
        let dots = dots(from, to, apart).into_iter().enumerate().map(|(index, (x, y))| {
            html! { <circle key={index} class="site f-receptor" cx={short(x, 1)} cy={short(y, 1)} r="2.2" /> }
        });
        html! { <g {key}>{for dots}</g> }
    });
    let number = |rank: usize| figure.pack.language.number(rank as f64 + 1.0, 0);
    let leaders = ranked.clone().enumerate().map(|(rank, (key, from, to, _))| {
        let y = (from + to) / 2.0;
        let x = MIDDLE + (reach(&OUTER, y) + reach(&INNER, y)) / 2.0;
        html! {
            <g {key}>
                <line class="leader" x1={short(x, 1)} x2={short(LEADER.0, 1)} y1={short(y, 1)} y2={short(y, 1)} />
                <circle class="leader-end f-ink" cx={short(x, 1)} cy={short(y, 1)} r="2" />
                <text class="leader-number" text-anchor="middle" x={short(LEADER.1, 1)} y={short(y, 1)} dy="0.35em">
                    {number(rank)}
                </text>
            </g>
        }
    });
    let borders = ranked.clone().skip(1).map(|(key, from, ..)| {
        let half = reach(&OUTER, from) + 5.0;
        let (x1, x2) = (short(MIDDLE - half, 1), short(MIDDLE + half, 1));
        html! { <line {key} class="border" {x1} {x2} y1={short(from, 1)} y2={short(from, 1)} /> }
    });
    let names = ranked.enumerate().map(|(rank, (key, _, _, (words, _)))| {
        html! {
            <li {key} class={key}>
                <span class="region-number" aria-hidden="true">{number(rank)}</span>
                <span class="region">{figure.label(key)}</span>{" "}
                <span class="amount">{figure.label(words)}</span>
            </li>
        }
    });
    html! {
        <div class="receptor-map">
            <p class="chart-subtitle">{figure.label("regions-title")}</p>
            <div class="map-row">
                <svg class="map" viewBox={format!("{} 0 {} {}", short(SHEET.0, 1), short(SHEET.1 - SHEET.0, 1), short(SHEET.2, 1))} aria-hidden="true">
                    <path class="tube f-muscle-soft s-ink" d="M168 41C182 31 196 32 208 43L205 50C194 41 185 42 174 53Z" />
                    <path class="tube f-muscle-soft s-ink" d="M32 41C18 31 4 32 -8 43L-5 50C6 41 15 42 26 53Z" />
                    <path class="outer f-muscle-soft s-ink" d={outline(&OUTER)} />
                    <path class="cavity f-paper s-ink" d={outline(&INNER)} />
                    <g>{for borders}</g>
                    <g>{for dotted}</g>
                    <g class="leaders">{for leaders}</g>
                </svg>
                <ol class="regions">{for names}</ol>
            </div>
            <p class="chart-note">{figure.label("nonpregnant-note")}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{REGIONS, amount, dots, in_wall};

    #[test]
    fn dots_thin_out_from_fundus_to_cervix() {
        let crowd = |rank: usize| {
            let (_, from, to) = REGIONS[rank];
            let dots = dots(from, to, amount(rank, REGIONS.len()).1);
            assert!(dots.iter().all(|dot| in_wall(*dot)));
            // Per unit of wall, measured by strewing it densely.
            dots.len() as f64 / super::dots(from, to, 2.0).len() as f64
        };
        let crowds = [0, 1, 2, 3].map(crowd);
        assert!((crowds[0] - crowds[1]).abs() < 0.2, "fundus and body are alike: {crowds:?}");
        assert!(crowds[1] > 1.5 * crowds[2] && crowds[2] > 1.5 * crowds[3] && crowds[3] > 0.0, "{crowds:?}");
    }

    #[test]
    fn dots_stay_in_the_wall() {
        assert!(in_wall((100.0, 20.0)), "the fundus is wall through and through");
        assert!(!in_wall((100.0, 100.0)), "the cavity holds none");
        assert!(!in_wall((100.0, 240.0)), "nor does the canal");
        assert!(!in_wall((5.0, 30.0)) && !in_wall((100.0, 4.0)), "nor the outside");
    }
}

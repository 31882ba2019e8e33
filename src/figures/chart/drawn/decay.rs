//! What is left of the hormone after a time: a curve, its halvings, and a band for what is reported.

use yew::prelude::*;

use super::axis::{Point, Scale, level_line, on_square, percent, steps, stretched};
use crate::{
    model::FigureRef,
    physiology::half_life::{fraction_left, rate},
};

/// The least share that still shows: less than half a line's width.
const NOTHING: f64 = 0.001;
/// How many of the first halvings have their share written beside them.
const NAMED: usize = 3;

/// The sign after a number: the same in every language.
const PER_CENT: &str = "\u{202f}%";
/// Between the bounds of a range: a dash after which no line may break.
const UNBROKEN_DASH: &str = "\u{2060}–\u{2060}";

/// A decay with its reported range, in minutes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Decay {
    half_life: f64,
    range: (f64, f64),
    span: f64,
}

impl Decay {
    /// A half-life, the range of half-lives reported, and the time drawn.
    pub fn new(half_life: f64, range: (f64, f64), span: f64) -> Self {
        Self { half_life, range, span }
    }

    /// The end of each half-life within the span, and the share that is left.
    fn halvings(&self) -> impl Iterator<Item = (f64, f64)> {
        steps(self.half_life, self.span, self.half_life).map(|time| (time, fraction_left(time, self.half_life)))
    }

    fn time(&self) -> Scale {
        Scale::new(0.0, self.span)
    }
}

/// A curve of decay in Bézier pieces: each holds two handles and an end.
struct Curve {
    start: Point,
    pieces: Vec<[Point; 3]>,
}

impl Curve {
    /// The curve of one half-life over the span, from the plot's upper left corner.
    fn new(half_life: f64, span: f64) -> Self {
        // A cubic through both ends with their slopes follows one halving to less than a thousandth.
        let at = |time: f64| (time / span, 1.0 - fraction_left(time, half_life));
        let slope = |time: f64| rate(half_life) * fraction_left(time, half_life);
        let length = half_life.max(span / 100.0);
        let mut pieces = Vec::new();
        let mut from = 0.0;
        while from < span {
            let gone = fraction_left(from, half_life) < NOTHING;
            let to = if gone { span } else { (from + length).min(span) };
            let third = if gone { 0.0 } else { (to - from) / 3.0 };
            let (a, b) = (at(from), at(to));
            pieces.push([
                (a.0 + third / span, a.1 + third * slope(from)),
                (b.0 - third / span, b.1 - third * slope(to)),
                b,
            ]);
            from = to;
        }
        Self { start: (0.0, 0.0), pieces }
    }

    fn reversed(&self) -> Self {
        let starts = std::iter::once(self.start).chain(self.pieces.iter().map(|piece| piece[2]));
        let mut pieces: Vec<[Point; 3]> =
            starts.zip(&self.pieces).map(|(start, [first, second, _])| [*second, *first, start]).collect();
        pieces.reverse();
        Self { start: self.pieces.last().map_or(self.start, |piece| piece[2]), pieces }
    }

    /// The pieces as path data, after a move or line to the start.
    fn path(&self, command: char) -> String {
        let mut path = format!("{command}{}", on_square(self.start));
        for [first, second, end] in &self.pieces {
            path.push_str(&format!("C{} {} {}", on_square(*first), on_square(*second), on_square(*end)));
        }
        path
    }
}

/// The chart: plot, key, note.
pub fn view(figure: &FigureRef, decay: &Decay) -> Html {
    let language = &figure.pack.language;
    let share = Scale::new(1.0, 0.0);
    let time = decay.time();
    let (fast, slow) = (Curve::new(decay.range.0, decay.span), Curve::new(decay.range.1, decay.span));
    let band = format!("{}{}Z", slow.path('M'), fast.reversed().path('L'));
    let curve = Curve::new(decay.half_life, decay.span).path('M');

    let levels = steps(0.0, 100.0, 25.0).map(|level| level_line(level, share.place(level / 100.0), language));
    let minutes = steps(0.0, decay.span, 1.0).map(|minute| {
        let x = time.place(minute);
        html! { <rect key={minute as i64} class="tick" {x} y="100%" width="1" height="5" /> }
    });
    let halvings = decay.halvings().enumerate().map(|(index, (at, left))| {
        let x = time.place(at);
        let y = share.place(left);
        let named = (index < NAMED).then(|| html! {
            <text class="value" {x} {y} dx="10" dy="-10">
                {tenths(figure, left)}<tspan class="sign">{PER_CENT}</tspan>
            </text>
        });
        let x = time.place(at);
        let y = share.place(left);
        html! {
            <g key={index} class={(index % 2 == 0).then_some("minor")}>
                <line class="stem s-oxytocin" x1={x.clone()} x2={x.clone()} y1={y.clone()} y2="100%" />
                <circle class="dot counted s-oxytocin" cx={x.clone()} cy={y} r="5" />
                <g>{named}</g>
                <text class="axis tick-name" text-anchor="middle" {x} y="100%" dy="1.6em">{language.number(at, 1)}</text>
            </g>
        }
    });
    let edge = |name: &'static str,
                half_life: f64,
                at: f64,
                anchor: &'static str,
                shift: (&'static str, &'static str)| {
        let (x, y) = (time.place(at), percent(1.0 - fraction_left(at, half_life)));
        html! {
            <text class={classes!("axis", "edge-name", name)} text-anchor={anchor} {x} {y} dx={shift.0} dy={shift.1}>
                {format!("{}\u{202f}{}", language.number(half_life, 1), figure.label("minutes-short"))}
            </text>
        }
    };
    html! {
        <div class="decay-plot">
            <p class="axis-title">{figure.label("y-axis")}</p>
            <div class="plot-frame">
                <svg class="plot" role="img" aria-label={figure.label("y-axis").to_owned()}>
                    <g>{for levels}</g>
                    {stretched(html! {
                        <>
                            <path class="band f-oxytocin-soft" d={band} />
                            <path class="band-edge s-oxytocin" d={slow.path('M')} />
                            <path class="band-edge s-oxytocin" d={fast.path('M')} />
                        </>
                    })}
                    <g>{for minutes}</g>
                    {stretched(html! { <path class="curve s-oxytocin" d={curve} /> })}
                    <g>{for halvings}</g>
                    <text class="axis" text-anchor="middle" x="0" y="100%" dy="1.6em">{language.number(0.0, 0)}</text>
                    {edge("slow", decay.range.1, decay.span * 0.6, "start", ("6", "-8"))}
                    {edge("fast", decay.range.0, decay.range.0 * 2.6, "end", ("-10", "4"))}
                </svg>
            </div>
            <p class="axis-title under">{figure.label("x-axis")}</p>
            <ul class="chart-key">
                <li>
                    <svg class="swatch" width="32" height="16" aria-hidden="true">
                        <line class="curve s-oxytocin" x1="0" x2="32" y1="8" y2="8" />
                        <circle class="dot counted s-oxytocin" cx="16" cy="8" r="5" />
                    </svg>
                    <span>{figure.label("line")}</span>
                </li>
                <li>
                    <svg class="swatch" width="32" height="16" aria-hidden="true">
                        <rect class="band f-oxytocin-soft" width="32" height="16" />
                        <path class="band-edge s-oxytocin" d="M0 0.5H32M0 15.5H32" />
                    </svg>
                    <span>{figure.label("band")}</span>
                </li>
            </ul>
            <p class="chart-note">{figure.label("counted")}</p>
            <p class="chart-note">{figure.label("clearance-note")}</p>
        </div>
    }
}

/// The table: what is left at each halving, by the line and by the ends of the range.
pub fn table(figure: &FigureRef, decay: &Decay) -> Html {
    let language = &figure.pack.language;
    let rows = std::iter::once((0.0, 1.0)).chain(decay.halvings()).enumerate().map(|(index, (time, left))| {
        let (least, most) = (fraction_left(time, decay.range.0), fraction_left(time, decay.range.1));
        let range = match least == most {
            true => per_cent(figure, least),
            false => format!("{}{UNBROKEN_DASH}{}{PER_CENT}", share(figure, least), share(figure, most)),
        };
        html! {
            <tr key={index}>
                <th scope="row">{language.number(time, 1)}</th>
                <td>{per_cent(figure, left)}</td>
                <td>{range}</td>
            </tr>
        }
    });
    html! {
        <>
            <thead>
                <tr>
                    <th scope="col" rowspan="2">{figure.label("column-time")}</th>
                    <th scope="colgroup" colspan="2">{figure.label("column-left")}</th>
                </tr>
                <tr>
                    <th scope="col">{figure.label("line")}</th>
                    <th scope="col">{figure.label("band")}</th>
                </tr>
            </thead>
            <tbody>{for rows}</tbody>
        </>
    }
}

/// A share with its sign.
fn per_cent(figure: &FigureRef, part: f64) -> String {
    format!("{}{PER_CENT}", share(figure, part))
}

/// A share in per cent, to one decimal; what is less than can be written so is said to be less.
fn share(figure: &FigureRef, part: f64) -> String {
    match part < 0.0005 {
        true => format!("<\u{202f}{}", figure.pack.language.number(0.1, 1)),
        false => tenths(figure, part),
    }
}

/// A share in per cent without its sign, a half rounded up.
fn tenths(figure: &FigureRef, share: f64) -> String {
    figure.pack.language.number((share * 1000.0).round() / 10.0, 1)
}

#[cfg(test)]
mod tests {
    use super::{Curve, Decay};
    use crate::physiology::fraction_left;

    /// A piece's middle: where its parameter is one half.
    fn middle(start: (f64, f64), [a, b, end]: [(f64, f64); 3]) -> (f64, f64) {
        let mix = |s: f64, a: f64, b: f64, e: f64| (s + 3.0 * a + 3.0 * b + e) / 8.0;
        (mix(start.0, a.0, b.0, end.0), mix(start.1, a.1, b.1, end.1))
    }

    #[test]
    fn the_curve_is_the_decay() {
        for half_life in [1.0, 3.2, 6.0] {
            let curve = Curve::new(half_life, 16.0);
            let mut start = curve.start;
            for piece in curve.pieces {
                let (x, y) = middle(start, piece);
                assert!((1.0 - y - fraction_left(x * 16.0, half_life)).abs() < 0.002, "half-life {half_life} at {x}");
                start = piece[2];
            }
            assert!((start.0 - 1.0).abs() < 1e-9, "it reaches the right edge");
        }
    }

    #[test]
    fn halves_at_each_half_life_to_the_very_edge() {
        let left: Vec<f64> = Decay::new(3.2, (1.0, 6.0), 16.0).halvings().map(|(_, left)| left).collect();
        assert_eq!(left.len(), 5);
        assert!(left.iter().zip([0.5, 0.25, 0.125, 0.0625, 0.03125]).all(|(a, b)| (a - b).abs() < 1e-9));
    }

    #[test]
    fn reversed_twice_is_itself() {
        let curve = Curve::new(6.0, 16.0);
        assert_eq!(curve.reversed().reversed().path('M'), curve.path('M'));
    }
}

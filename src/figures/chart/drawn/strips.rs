//! Pulses on strips of equal time: each block as long as a pulse lasts.

use yew::prelude::*;

use super::{
    axis::{Scale, percent, steps},
    numbers::Strip,
    spread,
};
use crate::model::FigureRef;

/// One pulse on a strip.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Block {
    /// Where it begins, in minutes.
    from: f64,
    /// Where it ends.
    to: f64,
    /// How much of a pulse it is: 1, or the fraction that a mean leaves over.
    part: f64,
}

/// The mean number of pulses as blocks, evenly over the window: whole ones, then what is left over.
///
/// Their places are for the eye only: the number and the length were measured.
fn blocks(strip: &Strip, window: f64) -> Vec<Block> {
    let (pulses, length) = (strip.pulses.0, strip.length.0);
    let count = pulses.ceil();
    let slot = window / count;
    (0..count as usize)
        .map(|index| {
            let middle = (index as f64 + 0.5) * slot;
            let part = (pulses - index as f64).min(1.0);
            Block { from: middle - length / 2.0, to: middle + length / 2.0, part }
        })
        .collect()
}

/// The chart: a row for each strip, one axis under them, two notes.
pub fn view(figure: &FigureRef, window: f64, strips: &[Strip]) -> Html {
    let language = &figure.pack.language;
    let time = Scale::new(0.0, window);
    let rows = strips.iter().map(|strip| {
        html! {
            <li key={strip.id.as_str()} class="strip-row">
                <p class="strip-name">{figure.label(&strip.id)}</p>
                {drawn(figure, strip, window)}
                <p class="strip-count">
                    <span class="large">{language.number(strip.pulses.0, 2)}</span>
                    <span class="spread">{format!("±\u{202f}{}", language.reading(strip.pulses.1, 2))}</span>
                </p>
            </li>
        }
    });
    let ticks = steps(0.0, window, 5.0).map(|minute| {
        let x = time.place(minute);
        let major = minute % 10.0 == 0.0;
        html! {
            <g key={minute as i64} class={(!major).then_some("minor")}>
                <rect class="tick" x={x.clone()} width="1" height="5" />
                <text class="axis" text-anchor="middle" {x} y="5" dy="1.1em">{language.number(minute, 0)}</text>
            </g>
        }
    });
    html! {
        <>
            <p class="strip-head">{figure.label("column-pulses")}</p>
            <ol class="strip-rows">{for rows}</ol>
            <div class="strip-axis">
                <svg class="strip-ticks" aria-hidden="true">{for ticks}</svg>
                <p class="axis-title under">{figure.label("axis")}</p>
            </div>
            <p class="strip-part">
                <svg class="swatch" width="16" height="24" aria-hidden="true">
                    <rect class="pulse-outline s-oxytocin" x="1" y="1" width="14" height="22" />
                    <rect class="pulse f-oxytocin" x="1" y="14" width="14" height="9" />
                </svg>
                <span>{figure.label("part-pulse")}</span>
            </p>
            <p class="chart-note stressed">{figure.label("caution")}</p>
            <p class="chart-note">{figure.label("places")}</p>
            <p class="chart-note">{figure.label("sample")}</p>
        </>
    }
}

fn drawn(figure: &FigureRef, strip: &Strip, window: f64) -> Html {
    let time = Scale::new(0.0, window);
    let minutes = steps(0.0, window, 1.0).map(|minute| {
        let x = time.place(minute);
        let class = if minute % 5.0 == 0.0 { "minute fifth" } else { "minute" };
        html! { <line key={minute as i64} {class} x1={x.clone()} x2={x} y1="40%" y2="100%" /> }
    });
    let blocks = blocks(strip, window);
    let pulses = blocks.iter().enumerate().map(|(index, block)| {
        let (x, width) = (time.place(block.from), time.length(block.from, block.to));
        let height = 0.6 * block.part;
        let filled = html! { <rect class="pulse f-oxytocin" x={x.clone()} width={width.clone()} y={percent(1.0 - height)} height={percent(height)} /> };
        match block.part < 1.0 {
            false => html! { <g key={index}>{filled}</g> },
            true => html! {
                <g key={index} class="fraction">
                    <rect class="pulse-outline s-oxytocin" {x} {width} y="40%" height="60%" />
                    {filled}
                </g>
            },
        }
    });
    // The first pulse carries the length in figures, and its spread as a whisker at its end.
    let first = blocks.first().map(|block| {
        let (least, most) = (block.to - strip.length.1, block.to + strip.length.1);
        let caps = [least, most].into_iter().enumerate().map(|(index, at)| {
            let x = time.place(at);
            html! { <line key={index} class="whisker" x1={x.clone()} x2={x} y1="30%" y2="38%" /> }
        });
        let words = format!("{}\u{202f}{}", spread(figure, strip.length), figure.label("minutes-short"));
        html! {
            <>
                <line class="whisker" x1={time.place(least)} x2={time.place(most)} y1="34%" y2="34%" />
                <g>{for caps}</g>
                <text class="axis" x={time.place(block.from)} y="20%">{words}</text>
            </>
        }
    });
    html! {
        <svg class="strip" role="img" aria-label={figure.label(&strip.id).to_owned()}>
            <g>{for minutes}</g>
            <line class="minute" x1="0" x2="100%" y1="40%" y2="40%" />
            <line class="base" x1="0" x2="100%" y1="100%" y2="100%" />
            <g>{for pulses}</g>
            <g>{first}</g>
        </svg>
    }
}

/// The table: number and length of pulses, each with its ±.
pub fn table(figure: &FigureRef, strips: &[Strip]) -> Html {
    let rows = strips.iter().map(|strip| {
        html! {
            <tr key={strip.id.as_str()}>
                <th scope="row">{figure.label(&strip.id)}</th>
                <td>{spread(figure, strip.pulses)}</td>
                <td>{spread(figure, strip.length)}</td>
            </tr>
        }
    });
    html! {
        <>
            <thead>
                <tr>
                    <th scope="col">{figure.label("column-stage")}</th>
                    <th scope="col">{figure.label("column-pulses")}</th>
                    <th scope="col">{figure.label("column-length")}</th>
                </tr>
            </thead>
            <tbody>{for rows}</tbody>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::{Strip, blocks};

    fn strip(pulses: f64, length: f64) -> Strip {
        Strip { id: String::new(), pulses: (pulses, 0.5), length: (length, 0.2) }
    }

    #[test]
    fn whole_pulses_and_the_rest_make_up_the_mean() {
        for (pulses, count) in [(1.2, 2), (4.2, 5), (6.7, 7), (4.0, 4)] {
            let blocks = blocks(&strip(pulses, 2.0), 30.0);
            assert_eq!(blocks.len(), count);
            let sum: f64 = blocks.iter().map(|block| block.part).sum();
            assert!((sum - pulses).abs() < 1e-9);
            assert!(blocks[..count - 1].iter().all(|block| block.part == 1.0));
        }
    }

    #[test]
    fn pulses_are_as_long_as_measured_and_do_not_touch() {
        let blocks = blocks(&strip(6.7, 2.0), 30.0);
        assert!(blocks.iter().all(|block| (block.to - block.from - 2.0).abs() < 1e-9));
        assert!(blocks.windows(2).all(|pair| pair[0].to < pair[1].from));
        assert!(blocks[0].from > 0.0 && blocks[6].to < 30.0);
    }
}

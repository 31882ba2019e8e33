//! A picture of growth: lines over two logarithmic axes.

use std::fmt::Write;

/// One line of the picture.
pub struct Line {
    /// What it shows.
    pub name: &'static str,
    /// Its points: how many, and ms.
    pub points: Vec<(f64, f64)>,
}

impl Line {
    /// A line that has no points yet.
    pub fn new(name: &'static str) -> Self {
        Self { name, points: Vec::new() }
    }
}

const WIDE: f64 = 720.0;
const TALL: f64 = 420.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 250.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 50.0;
/// Colours that are told apart on light and dark paper, also by those who see red and green alike.
const COLOURS: [&str; 4] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];
const DASHES: [&str; 4] = ["none", "8 4", "2 4", "10 3 2 3"];

/// The picture as SVG, milliseconds against what is counted.
pub fn svg(counted: &str, lines: &[Line]) -> String {
    let points = || lines.iter().flat_map(|line| &line.points);
    let most = |pick: fn(&(f64, f64)) -> f64| points().map(pick).fold(1.0, f64::max).log10().ceil();
    let least = |pick: fn(&(f64, f64)) -> f64| points().map(pick).fold(f64::MAX, f64::min).max(0.1).log10().floor();
    let (left, right) = (least(|point| point.0), most(|point| point.0).max(least(|point| point.0) + 1.0));
    let (low, high) = (least(|point| point.1), most(|point| point.1).max(least(|point| point.1) + 1.0));
    let x = |value: f64| LEFT + (value.log10() - left) / (right - left) * (WIDE - LEFT - RIGHT);
    let y = |value: f64| TALL - BOTTOM - (value.max(0.1).log10() - low) / (high - low) * (TALL - TOP - BOTTOM);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {TALL}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"{WIDE}\" height=\"{TALL}\" fill=\"#fff\"/>\n"
    );
    let mut line = |text: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(svg, "{text}");
    };
    for power in low as i32..=high as i32 {
        let (value, at) = (10f64.powi(power), y(10f64.powi(power)));
        line(format!("<path d=\"M{LEFT} {at:.1}H{:.1}\" stroke=\"#ddd\"/>", WIDE - RIGHT));
        line(format!("<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>", LEFT - 6.0, at + 4.0));
    }
    for power in left as i32..=right as i32 {
        let (value, at) = (10f64.powi(power), x(10f64.powi(power)));
        line(format!("<path d=\"M{at:.1} {TOP}V{:.1}\" stroke=\"#ddd\"/>", TALL - BOTTOM));
        line(format!("<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{value}</text>", TALL - BOTTOM + 18.0));
    }
    line(format!("<text x=\"{LEFT}\" y=\"14\">ms</text>"));
    line(format!(
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{counted}</text>",
        f64::midpoint(LEFT, WIDE - RIGHT),
        TALL - 12.0
    ));
    for (at, Line { name, points }) in lines.iter().enumerate() {
        let (colour, dash) = (COLOURS[at % COLOURS.len()], DASHES[at % DASHES.len()]);
        let path: Vec<String> =
            points.iter().map(|(count, time)| format!("{:.1},{:.1}", x(*count), y(*time))).collect();
        let style = format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" stroke-dasharray=\"{dash}\"");
        line(format!("<polyline points=\"{}\" {style}/>", path.join(" ")));
        for (count, time) in points {
            line(format!("<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3.5\" fill=\"{colour}\"/>", x(*count), y(*time)));
        }
        let (place, key) = (WIDE - RIGHT + 16.0, TOP + 20.0 + at as f64 * 24.0);
        line(format!("<path d=\"M{place} {:.1}h28\" {style}/>", key - 4.0));
        line(format!("<text x=\"{:.1}\" y=\"{key:.1}\">{name}</text>", place + 36.0));
    }
    svg.push_str("</svg>\n");
    svg
}

#[cfg(test)]
mod tests {
    use super::{Line, svg};

    #[test]
    fn more_is_drawn_higher() {
        let line = Line { name: "a", points: vec![(100.0, 1.0), (10_000.0, 100.0)] };
        let drawn = svg("terms", &[line]);
        assert!(drawn.contains("points=\"60.0,370.0 470.0,20.0\""), "{drawn}");
    }
}

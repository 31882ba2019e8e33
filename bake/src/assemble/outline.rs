//! Path data as editors write it, made into what a pack holds best.

use kurbo::{BezPath, ParamCurve, ParamCurveArclen, PathEl, Point, SvgParseError};
use oxytocin_explainer::{
    figures::morph::numbers,
    model::{Outline, decimal::short},
};

/// Any path data as absolute moves, lines and cubic curves, to tenths.
pub fn settled(path: &str) -> Result<Outline, SvgParseError> {
    let mut text = String::new();
    let mut here = Point::ZERO;
    for element in BezPath::from_svg(path)? {
        let (letter, points) = match element {
            PathEl::MoveTo(to) => ('M', vec![to]),
            PathEl::LineTo(to) => ('L', vec![to]),
            PathEl::QuadTo(handle, to) => ('C', vec![here.lerp(handle, 2.0 / 3.0), to.lerp(handle, 2.0 / 3.0), to]),
            PathEl::CurveTo(first, second, to) => ('C', vec![first, second, to]),
            PathEl::ClosePath => ('Z', Vec::new()),
        };
        here = points.last().copied().unwrap_or(here);
        let numbers = points.iter().flat_map(|point| [short(point.x, 1), short(point.y, 1)]);
        text.push(letter);
        text.push_str(&numbers.collect::<Vec<_>>().join(" "));
    }
    Ok(Outline::settled(&text))
}

/// The letters of a path, and how many numbers it has: what must agree for one to become the other.
pub fn commands(path: &str) -> (String, usize) {
    (path.chars().filter(char::is_ascii_alphabetic).collect(), numbers(path).count())
}

/// Points at equal distances along a path.
pub fn points_along(path: &Outline, count: u8) -> Vec<(f32, f32)> {
    const ACCURACY: f64 = 0.1;
    let segments: Vec<_> = BezPath::from_svg(path).map(|path| path.segments().collect()).unwrap_or_default();
    let total: f64 = segments.iter().map(|segment| segment.arclen(ACCURACY)).sum();
    (0..count)
        .filter_map(|index| {
            let mut left = total * (f64::from(index) + 0.5) / f64::from(count);
            segments.iter().find_map(|segment| {
                let length = segment.arclen(ACCURACY);
                if left > length {
                    left -= length;
                    return None;
                }
                let point = segment.eval(segment.inv_arclen(left, ACCURACY));
                Some(((point.x * 10.0).round() as f32 / 10.0, (point.y * 10.0).round() as f32 / 10.0))
            })
        })
        .collect()
}

//! How much room what is drawn takes.

use kurbo::{BezPath, Point, Rect, Shape as _, Vec2};
use oxytocin_explainer::model::{Geometry, Shape};

/// Half the diagonal of what the shapes cover where they are drawn first, of repeated ones the copy next to the anchor;
/// 0 if that is more than a byte holds.
pub fn reach(shapes: &[Shape], (x, y): (f32, f32)) -> u8 {
    let anchor = Point::new(f64::from(x), f64::from(y));
    let next = |shape: &Shape| {
        boxes(shape).into_iter().min_by(|a, b| a.center().distance(anchor).total_cmp(&b.center().distance(anchor)))
    };
    let whole = shapes.iter().filter_map(next).reduce(|whole, one| whole.union(one));
    let half = whole.map_or(0.0, |whole| whole.size().to_vec2().hypot() / 2.0).ceil();
    if half <= f64::from(u8::MAX) { half as u8 } else { 0 }
}

/// What a shape covers, at each of its places.
fn boxes(shape: &Shape) -> Vec<Rect> {
    let centred = |x: f32, y: f32, width: f32, height: f32| {
        Rect::from_center_size((f64::from(x), f64::from(y)), (f64::from(width), f64::from(height)))
    };
    let one = match &shape.geometry {
        Geometry::Path(path) => BezPath::from_svg(path).map(|path| path.bounding_box()).unwrap_or(Rect::ZERO),
        Geometry::Circle(x, y, radius) => centred(*x, *y, radius * 2.0, radius * 2.0),
        Geometry::Ellipse(x, y, rx, ry) => centred(*x, *y, rx * 2.0, ry * 2.0),
        Geometry::Rect(x, y, width, height, _) => centred(x + width / 2.0, y + height / 2.0, *width, *height),
        Geometry::Symbol(x, y, size, words) => centred(*x, *y, size * words.chars().count() as f32 / 2.0, *size),
    };
    let at = |(x, y): &(f32, f32)| one + Vec2::new(f64::from(*x), f64::from(*y));
    if shape.at.is_empty() { vec![one] } else { shape.at.iter().map(at).collect() }
}

#[cfg(test)]
mod tests {
    use super::reach;
    use crate::assemble::outline::settled;
    use oxytocin_explainer::model::{Geometry, Paint, Shape};

    fn shape(geometry: Geometry, at: &[(f32, f32)]) -> Shape {
        Shape {
            geometry,
            fill: Paint::None,
            stroke: Paint::None,
            width: 1.0,
            dash: String::new(),
            pattern: None,
            at: at.to_vec(),
            moves: Vec::new(),
        }
    }

    #[test]
    fn of_what_is_repeated_the_copy_next_to_the_anchor_counts() {
        let part = [
            shape(Geometry::Rect(-3.0, -4.0, 6.0, 8.0, 0.0), &[(0.0, 0.0), (500.0, 0.0)]),
            shape(Geometry::Path(settled("M500 0L524 0").expect("a path")), &[]),
        ];
        assert_eq!(reach(&part[..1], (490.0, 0.0)), 5);
        // From 497 to 524, and 8 high.
        assert_eq!(reach(&part, (490.0, 0.0)), 15);
    }

    #[test]
    fn what_is_large_or_nothing_counts_as_large() {
        assert_eq!(reach(&[shape(Geometry::Circle(0.0, 0.0, 300.0), &[])], (0.0, 0.0)), 0);
        assert_eq!(reach(&[], (0.0, 0.0)), 0);
    }
}

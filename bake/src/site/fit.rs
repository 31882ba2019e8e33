//! Smooth lines by fewer curves: what an editor draws with many points, few can say.

use kurbo::{
    BezPath, PathEl, Point,
    simplify::{SimplifyOptLevel, SimplifyOptions, simplify_bezpath},
};

/// How far a line may come to lie from where it was, in units of a drawing, before its points are rounded to tenths.
const ACCURACY: f64 = 0.1;
/// The tangent of an angle that is no corner: points in tenths leave none of their curves wholly smooth.
const SMOOTH: f64 = 0.1;

/// The outline by fewer curves, to tenths.
pub fn fitted(path: &BezPath) -> BezPath {
    let options = SimplifyOptions::default().angle_thresh(SMOOTH).opt_level(SimplifyOptLevel::Optimize);
    let tenths = |point: Point| Point::new((point.x * 10.0).round() / 10.0, (point.y * 10.0).round() / 10.0);
    let rounded = |element| match element {
        PathEl::MoveTo(to) => PathEl::MoveTo(tenths(to)),
        PathEl::LineTo(to) => PathEl::LineTo(tenths(to)),
        PathEl::QuadTo(handle, to) => PathEl::QuadTo(tenths(handle), tenths(to)),
        PathEl::CurveTo(first, second, to) => PathEl::CurveTo(tenths(first), tenths(second), tenths(to)),
        PathEl::ClosePath => PathEl::ClosePath,
    };
    simplify_bezpath(path.iter(), ACCURACY, &options).into_iter().map(rounded).collect()
}

#[cfg(test)]
mod tests {
    use kurbo::{BezPath, ParamCurve, ParamCurveNearest};

    use super::fitted;

    /// The farthest that points of one line lie from another.
    fn apart(one: &BezPath, other: &BezPath) -> f64 {
        let points = one.segments().flat_map(|segment| (0..8).map(move |part| segment.eval(f64::from(part) / 8.0)));
        let nearest = |point| other.segments().map(move |segment| segment.nearest(point, 1e-3).distance_sq);
        points.map(|point| nearest(point).fold(f64::MAX, f64::min).sqrt()).fold(0.0, f64::max)
    }

    /// A wave by many short curves, a corner, and a straight line.
    fn drawn() -> BezPath {
        let at = |step: i32| (f64::from(step) * 5.0, 20.0 * (f64::from(step) / 6.0).sin());
        let slope = |step: i32| 20.0 / 6.0 * (f64::from(step) / 6.0).cos() / 3.0;
        let mut path = BezPath::new();
        path.move_to(at(0));
        for step in 0..60 {
            let ((x, y), (to_x, to_y)) = (at(step), at(step + 1));
            let tenths = |number: f64| (number * 10.0).round() / 10.0;
            let handles = (x + 5.0 / 3.0, y + slope(step), to_x - 5.0 / 3.0, to_y - slope(step + 1));
            path.curve_to(
                (tenths(handles.0), tenths(handles.1)),
                (tenths(handles.2), tenths(handles.3)),
                (tenths(to_x), tenths(to_y)),
            );
        }
        path.line_to((300.0, 200.0));
        path.line_to((0.0, 200.0));
        path.close_path();
        path
    }

    #[test]
    fn a_line_needs_fewer_curves_and_stays_where_it_is() {
        let drawn = drawn();
        let fitted = fitted(&drawn);
        assert!(fitted.elements().len() * 2 < drawn.elements().len(), "{} elements", fitted.elements().len());
        assert!(apart(&drawn, &fitted) < 0.25, "{} apart", apart(&drawn, &fitted));
        assert!(apart(&fitted, &drawn) < 0.25, "{} apart", apart(&fitted, &drawn));
    }

    #[test]
    fn corners_stay() {
        let corners = BezPath::from_svg("M0 0L10 0L10 10C0 15 20 20 20 10L30 10Z").expect("an outline");
        assert_eq!(fitted(&corners), corners);
    }
}

//! The outlines of a page's drawings, each number as its way from the point before: shorter, and a tenth of the page
//! less when it is compressed.

use anyhow::Context;
use kurbo::{BezPath, PathEl, Point};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use oxytocin_explainer::model::decimal::push;

/// An article with its outlines made short; what they show stays the same.
///
/// # Errors
/// When the article is no HTML, which the renderer never makes.
pub fn shortened(html: &str) -> anyhow::Result<String> {
    let outlines = element!("path[d]", |path| {
        if let Some(short) = path.get_attribute("d").as_deref().and_then(relative) {
            path.set_attribute("d", &short)?;
        }
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(outlines))
        .context("the article cannot be read as HTML")
}

/// The same outline by relative commands, if it is one that `assemble` has settled: absolute, in tenths.
fn relative(path: &str) -> Option<String> {
    if path.contains(|letter: char| letter.is_ascii_alphabetic() && !"MLCZ".contains(letter)) {
        return None;
    }
    let (mut text, mut before) = (String::with_capacity(path.len()), ' ');
    let (mut here, mut start) = (Point::ZERO, Point::ZERO);
    for element in BezPath::from_svg(path).ok()? {
        let (letter, points): (char, &[Point]) = match &element {
            PathEl::MoveTo(to) => ('m', &[*to]),
            PathEl::LineTo(to) => ('l', &[*to]),
            PathEl::CurveTo(first, second, to) => ('c', &[*first, *second, *to]),
            PathEl::ClosePath => ('z', &[]),
            PathEl::QuadTo(..) => return None,
        };
        // A second pair behind `m` would be a line.
        let again = letter == before && letter != 'm';
        if !again {
            text.push(letter);
        }
        let numbers = points.iter().flat_map(|point| [point.x - here.x, point.y - here.y]);
        for (index, number) in numbers.enumerate() {
            let from = text.len();
            push(&mut text, number, 1);
            if (again || index > 0) && !text[from..].starts_with('-') {
                text.insert(from, ' ');
            }
        }
        here = points.last().copied().unwrap_or(start);
        if letter == 'm' {
            start = here;
        }
        before = letter;
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use kurbo::{BezPath, PathEl, Point};

    use super::{relative, shortened};

    #[test]
    fn numbers_are_ways() {
        assert_eq!(relative("M10 20L15 18L9.5 18.3").as_deref(), Some("m10 20l5-2-5.5 0.3"));
        assert_eq!(relative("M0 0C1 2 3 4 5 6C7 8 9 10 11 12").as_deref(), Some("m0 0c1 2 3 4 5 6 2 2 4 4 6 6"));
        // Behind a closed figure the pen stands where that began; each `m` needs its letter.
        assert_eq!(relative("M5 5L9 5L9 9ZM1 1M2 2L3 3").as_deref(), Some("m5 5l4 0 0 4zm-4-4m1 1l1 1"));
    }

    #[test]
    fn what_is_not_settled_stays() {
        assert_eq!(relative("M0 38H400"), None);
        assert_eq!(relative("M1.5 1.5h.01"), None);
        assert_eq!(relative("M nothing"), None);
    }

    #[test]
    fn no_point_moves_in_a_long_outline() {
        let mut long = String::from("M0.1 0.2");
        for step in 0..400_u32 {
            let at = |by: u32| f64::from(step * by % 997) / 10.0;
            long += &format!("C{} {} {} {} {} {}", at(7), at(11), at(13), at(17), at(19), at(23));
        }
        let points = |path: &str| -> Vec<Point> {
            let path = BezPath::from_svg(path).expect("an outline");
            path.into_iter()
                .flat_map(|element| match element {
                    PathEl::CurveTo(a, b, c) => vec![a, b, c],
                    PathEl::MoveTo(to) => vec![to],
                    _ => Vec::new(),
                })
                .collect()
        };
        let short = relative(&long).expect("an outline that is settled");
        assert!(points(&long).iter().zip(points(&short)).all(|(one, other)| one.distance(other) < 1e-6));
        assert_eq!(points(&long).len(), points(&short).len());
    }

    #[test]
    fn nothing_else_changes() {
        let html = "<p title=\"a d=&quot;M0 0&quot;\">M1 1L2 2 &amp; <svg><path class=\"x\" d=\"M1 1L2 2\"></path><path d=\"M0 24H400\"></path></svg></p>";
        assert_eq!(shortened(html).expect("HTML"), html.replace("d=\"M1 1L2 2\"", "d=\"m1 1l1 1\""));
    }
}

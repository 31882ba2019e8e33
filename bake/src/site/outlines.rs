//! The outlines of a page's drawings, each number as its way from the point before, and with as few curves as they need:
//! a sixth of the page less when it is compressed.

use anyhow::Context;
use kurbo::{BezPath, PathEl, Point};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use oxytocin_explainer::model::decimal::push;

use super::fit::fitted;

/// An article with its outlines made short; what they show stays the same to the eye.
///
/// # Errors
/// When the article is no HTML, which the renderer never makes.
pub fn shortened(html: &str) -> anyhow::Result<String> {
    let outlines = element!("path[d]", |path| {
        if let Some(less) = path.get_attribute("d").as_deref().and_then(short) {
            path.set_attribute("d", &less)?;
        }
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(outlines))
        .context("the article cannot be read as HTML")
}

/// The outline in the shorter of two ways, if it is one that `assemble` has settled: absolute, in tenths.
fn short(path: &str) -> Option<String> {
    if path.contains(|letter: char| letter.is_ascii_alphabetic() && !"MLCZ".contains(letter)) {
        return None;
    }
    let path = BezPath::from_svg(path).ok()?;
    let (plain, fitted) = (relative(&path), relative(&fitted(&path)));
    Some(if fitted.len() < plain.len() { fitted } else { plain })
}

/// An outline by relative commands.
fn relative(path: &BezPath) -> String {
    let mut text = Short { text: String::new(), command: ' ', pointed: false };
    let (mut here, mut start) = (Point::ZERO, Point::ZERO);
    // Where a curve's first handle stands when it leads on as the curve before came in.
    let mut onward = None;
    for element in path {
        let way = |point: Point| [point.x - here.x, point.y - here.y];
        let mut next = None;
        match element {
            PathEl::MoveTo(to) => text.put('m', &way(to)),
            PathEl::LineTo(to) => match way(to) {
                [0.0, y] => text.put('v', &[y]),
                [x, 0.0] => text.put('h', &[x]),
                way => text.put('l', &way),
            },
            PathEl::CurveTo(first, second, to) => {
                next = Some(to + (to - second));
                match onward.is_some_and(|onward: Point| onward.distance(first) < 1e-6) {
                    true => text.put('s', &[way(second), way(to)].concat()),
                    false => text.put('c', &[way(first), way(second), way(to)].concat()),
                }
            }
            PathEl::ClosePath => text.put('z', &[]),
            PathEl::QuadTo(handle, to) => text.put('q', &[way(handle), way(to)].concat()),
        }
        onward = next;
        here = element.end_point().unwrap_or(start);
        if matches!(element, PathEl::MoveTo(_)) {
            start = here;
        }
    }
    text.text
}

/// An outline that is being written, with no letter more than it needs.
struct Short {
    text: String,
    command: char,
    /// Whether the number before has a point: another point begins the next one then.
    pointed: bool,
}

impl Short {
    fn put(&mut self, command: char, numbers: &[f64]) {
        // A second pair behind `m` would be a line.
        let again = command == self.command && command != 'm';
        if !again {
            self.text.push(command);
        }
        for (index, value) in numbers.iter().enumerate() {
            let mut number = String::new();
            push(&mut number, *value, 1);
            let number = number.replacen("0.", ".", usize::from(number.trim_start_matches('-').starts_with("0.")));
            let apart = number.starts_with('-') || (self.pointed && number.starts_with('.'));
            if (again || index > 0) && !apart {
                self.text.push(' ');
            }
            self.pointed = number.contains('.');
            self.text += &number;
        }
        self.command = command;
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{BezPath, PathEl, Point};

    use super::{relative, short, shortened};

    fn by_ways(path: &str) -> String {
        relative(&BezPath::from_svg(path).expect("an outline"))
    }

    #[test]
    fn numbers_are_ways() {
        assert_eq!(by_ways("M10 20L15 18L9.5 18.3"), "m10 20l5-2-5.5.3");
        assert_eq!(by_ways("M0.1 2L0.5 2L0.5-3L0-2.5"), "m.1 2h.4v-5l-.5.5");
        assert_eq!(by_ways("M0 0C1 2 3 5 5 6C7 8 9 10 11 12"), "m0 0c1 2 3 5 5 6 2 2 4 4 6 6");
        // A curve that leads on as the one before came in leaves out its first handle.
        assert_eq!(by_ways("M0 0C1 2 3 5 5 6C7 7 9 10 11 12"), "m0 0c1 2 3 5 5 6s4 4 6 6");
        // Behind a closed figure the pen stands where that began; each `m` needs its letter.
        assert_eq!(by_ways("M5 5L9 5L9 9ZM1 1M2 2L3 3"), "m5 5h4v4zm-4-4m1 1l1 1");
    }

    #[test]
    fn what_is_not_settled_stays() {
        assert_eq!(short("M0 38H400"), None);
        assert_eq!(short("M1.5 1.5h.01"), None);
        assert_eq!(short("M nothing"), None);
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
        let short = by_ways(&long);
        assert!(points(&long).iter().zip(points(&short)).all(|(one, other)| one.distance(other) < 1e-6));
        assert_eq!(points(&long).len(), points(&short).len());
    }

    #[test]
    fn nothing_else_changes() {
        let html = "<p title=\"a d=&quot;M0 0&quot;\">M1 1L2 2 &amp; <svg><path class=\"x\" d=\"M1 1L2 2\"></path><path d=\"M0 24H400\"></path></svg></p>";
        assert_eq!(shortened(html).expect("HTML"), html.replace("d=\"M1 1L2 2\"", "d=\"m1 1l1 1\""));
    }
}

//! One path on its way to another: the same commands, the numbers in between.

use crate::model::decimal;

/// The path that lies `part` (0–1) of the way from one to the other.
///
/// Both must have the same commands; `bake` checks that.
pub fn blend(from: &str, to: &str, part: f32) -> String {
    let mut path = String::with_capacity(from.len());
    let mut rest = from;
    let mut targets = numbers(to);
    while let Some((start, end)) = next_number(rest) {
        path.push_str(&rest[..start]);
        let here = decimal::parse(&rest[start..end]);
        let there = targets.next().unwrap_or(here);
        let value = here + (there - here) * part;
        // Numbers may touch in path data ("10-3"): keep them apart.
        if path.ends_with(|c: char| c.is_ascii_digit() || c == '.') {
            path.push(' ');
        }
        decimal::push(&mut path, f64::from(value), 1);
        rest = &rest[end..];
    }
    path.push_str(rest);
    path
}

/// The numbers of a path, in order.
pub fn numbers(path: &str) -> impl Iterator<Item = f32> + '_ {
    let mut rest = path;
    std::iter::from_fn(move || {
        let (start, end) = next_number(rest)?;
        let number = decimal::parse(&rest[start..end]);
        rest = &rest[end..];
        Some(number)
    })
}

/// Where the next number stands.
fn next_number(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let start = bytes.iter().position(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+'))?;
    let mut dot = bytes[start] == b'.';
    let mut end = start + 1;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'0'..=b'9' => {}
            b'.' if !dot => dot = true,
            _ => break,
        }
        end += 1;
    }
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::blend;

    #[test]
    fn blends_number_by_number() {
        assert_eq!(blend("M0 0L10-4Z", "M10 0L20 4Z", 0.5), "M5 0L15 0Z");
        assert_eq!(blend("M0 0.5.5", "M0 1.5 1.5", 0.0), "M0 0.5 0.5");
    }
}

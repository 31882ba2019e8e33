//! Numbers as text and back, without the large tables of the standard library: a reader pays for those.

/// A number with exactly `places` decimals (at most 4).
pub fn fixed(value: f64, places: u32) -> String {
    let mut text = String::new();
    write(&mut text, scaled(value, places.min(4)), places.min(4));
    text
}

/// A number with at most `places` decimals and no zeros at its end.
pub fn short(value: f64, places: u32) -> String {
    let mut text = String::new();
    push(&mut text, value, places);
    text
}

/// Writes what [`short`] says behind a text.
pub fn push(text: &mut String, value: f64, places: u32) {
    let mut places = places.min(4);
    let mut scaled = scaled(value, places);
    while places > 0 && scaled % 10 == 0 {
        scaled /= 10;
        places -= 1;
    }
    write(text, scaled, places);
}

/// A drawing's number: tenths of a unit are fine enough, and text stays short.
pub fn tenths(value: f32) -> String {
    short(f64::from(value), 1)
}

fn scaled(value: f64, places: u32) -> i64 {
    (value * 10_i64.pow(places) as f64).round() as i64
}

/// Writes a number of units of the last place, with its point.
fn write(text: &mut String, scaled: i64, places: u32) {
    if scaled < 0 {
        text.push('-');
    }
    let mut rest = scaled.unsigned_abs();
    let mut digits = [0; 20];
    let mut count = 0;
    while rest > 0 || count <= places as usize {
        digits[count] = (rest % 10) as u8;
        rest /= 10;
        count += 1;
    }
    for at in (0..count).rev() {
        text.push(char::from(b'0' + digits[at]));
        if at > 0 && at == places as usize {
            text.push('.');
        }
    }
}

/// A plain decimal number, such as `-12.5`; anything else counts as far as it can be read.
pub fn parse(text: &str) -> f32 {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let mut value = 0.0_f64;
    let mut place = 0.0_f64;
    for byte in digits {
        match byte {
            b'.' => place = 1.0,
            digit => {
                value = value * 10.0 + f64::from(digit.wrapping_sub(b'0').min(9));
                place *= 10.0;
            }
        }
    }
    let value = (value / place.max(1.0)) as f32;
    if negative { -value } else { value }
}

/// A value between two bounds; unlike the standard one it has no text to print when they are wrong.
pub fn within(value: f64, least: f64, most: f64) -> f64 {
    value.max(least).min(most)
}

#[cfg(test)]
mod tests {
    use super::{fixed, parse, short, tenths};

    #[test]
    fn writes_numbers() {
        assert_eq!(
            [fixed(0.05, 2), fixed(-1.005, 1), fixed(12.0, 0), fixed(2.71729, 4)],
            ["0.05", "-1.0", "12", "2.7173"]
        );
        assert_eq!([short(4.20, 4), short(12.0, 2), short(-0.01, 1), short(0.54, 4)], ["4.2", "12", "0", "0.54"]);
        assert_eq!([1.0, -0.5, 2.25, -3.0].map(tenths), ["1", "-0.5", "2.3", "-3"]);
    }

    #[test]
    fn reads_what_paths_hold() {
        assert_eq!(["12", "-0.5", ".25", "+3.5", "1007.19"].map(parse), [12.0, -0.5, 0.25, 3.5, 1007.19]);
    }
}

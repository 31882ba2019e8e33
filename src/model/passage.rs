//! Parts of a text: where one stands, and another in its place. The standard library does the same for patterns of any
//! kind and for long ones in linear time, which would cost a reader half a kilobyte; ours are words and marks.

/// Where a part first begins in a text, in bytes. An empty part stands at its beginning.
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some(first) = part.first() else { return Some(0) };
    let last = text.len().checked_sub(part.len())?;
    // Most places are passed by one comparison.
    (0..=last).find(|at| text[*at] == *first && text[*at..].starts_with(part))
}

/// The text with another part in each place of one, which is not empty.
pub fn replaced(text: &str, part: &str, by: &str) -> String {
    let (mut done, mut rest) = (String::new(), text);
    while let Some(at) = find(rest, part) {
        done = done + &rest[..at] + by;
        rest = &rest[at + part.len()..];
    }
    done + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 7] = ["", "а", "аба", "абаба", "шийка на матката", "{count} of {count}", "ёж и \u{301}е"];

    #[test]
    fn finds_as_the_standard_library_does() {
        for text in TEXTS {
            for part in TEXTS.iter().chain(&["б", "аб", "баб", "матк", "{count}", " ", "\u{301}"]) {
                assert_eq!(find(text, part), text.find(part), "{part:?} in {text:?}");
            }
        }
    }

    #[test]
    fn replaces_as_the_standard_library_does() {
        for text in TEXTS {
            for part in ["а", "аба", "{count}", "\u{301}", "и "] {
                for by in ["", "x", "абаба", "{count}"] {
                    assert_eq!(replaced(text, part, by), text.replace(part, by), "{part:?} by {by:?} in {text:?}");
                }
            }
        }
    }
}

//! What a reader sees of a text, and the words in it.

/// Stands for a number that `bake` sets.
const NUMBER: char = '0';

/// A text without its marks; each number is a `0`.
pub fn seen(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '{', '*', ']']) {
        plain.push_str(&rest[..at]);
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match mark {
            b'{' => {
                plain.push(NUMBER);
                rest = rest.split_once('}').map_or("", |(_, after)| after);
            }
            b'[' if rest.starts_with('@') => {
                // A citation follows its word closely, however it is written.
                plain.truncate(plain.trim_end().len());
                rest = rest.split_once(']').map_or("", |(_, after)| after);
            }
            b']' if rest.starts_with('(') => rest = rest.split_once(')').map_or("", |(_, after)| after),
            _ => {}
        }
    }
    plain + rest
}

/// The targets of all marks of one kind, such as `see`.
pub fn links<'a>(text: &'a str, kind: &str) -> impl Iterator<Item = &'a str> {
    let open = format!("]({kind}:");
    let starts: Vec<usize> = text.match_indices(&open).map(|(at, _)| at + open.len()).collect();
    starts.into_iter().filter_map(|start| Some(text[start..].split_once(')')?.0))
}

/// The words of a seen text: runs of letters with the apostrophes and hyphens inside them. What holds a
/// digit is a formula or a name, a single letter a symbol, and `IV` a number.
pub fn tokens(seen: &str) -> Vec<&str> {
    seen.split(|c: char| !(c.is_alphanumeric() || matches!(c, '’' | '-' | '\u{300}' | '\u{301}')))
        .map(|run| run.trim_matches(['’', '-']))
        .filter(|run| {
            let numeral = run.chars().all(|c| "IVX".contains(c));
            run.chars().nth(1).is_some() && !numeral && !run.chars().any(char::is_numeric)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{links, seen, tokens};

    #[test]
    fn marks_are_not_seen() {
        assert_eq!(seen("[Тя](see:uterus) има {n|unit} *по-малко* [@fuchs-1984]."), "Тя има 0 по-малко.");
        assert_eq!(seen("Around it [@a][@b]; then"), "Around it; then");
    }

    #[test]
    fn links_are_found_by_kind() {
        let text = "[a](see:uterus) [b](show:son) [c](see:cervix)";
        assert_eq!(links(text, "see").collect::<Vec<_>>(), ["uterus", "cervix"]);
    }

    #[test]
    fn words_are_told_from_symbols() {
        let text = "„Gly-NH₂“ III женски по-малки cell’s IP₃ – α ѝ 0-ата";
        assert_eq!(tokens(text), ["женски", "по-малки", "cell’s"]);
    }
}

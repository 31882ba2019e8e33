//! Scripts and style sheets without what only their editors need: comments and indentation.

/// A script without comment lines, indentation and empty lines; every statement stays as it is written.
///
/// A script whose template strings go over several lines stays whole: its lines are not ours to cut.
pub fn script(text: &str) -> String {
    if text.lines().any(|line| !line.matches('`').count().is_multiple_of(2)) {
        return text.into();
    }
    let mut commented = false;
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim) {
        commented |= line.starts_with("/*");
        if !commented && !line.is_empty() && !line.starts_with("//") {
            lines.push(line);
        }
        commented &= !line.ends_with("*/");
    }
    lines.join("\n")
}

/// A style sheet without comments, and without spaces where they mean nothing.
pub fn sheet(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let taken = match letter {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => rest[1..].find(letter).map_or(rest.len(), |end| end + 2),
            _ => letter.len_utf8(),
        };
        let (piece, after) = rest.split_at(taken);
        rest = after;
        let tight = small.ends_with(['{', '}', ';', ',', ':', ' ']) || small.is_empty();
        match letter {
            '/' if taken > 1 => {}
            _ if letter.is_whitespace() => {
                if !tight {
                    small.push(' ');
                }
            }
            '{' | '}' | ';' | ',' => {
                small.truncate(small.trim_end_matches(' ').len());
                if letter == '}' && small.ends_with(';') {
                    small.pop();
                }
                small.push(letter);
            }
            _ => small.push_str(piece),
        }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::{script, sheet};

    #[test]
    fn scripts_lose_comments_and_indentation() {
        assert_eq!(
            script("// a\nconst a = 1; // b\n\n  /**\n   * c\n   */\n  f(`x`);\n"),
            "const a = 1; // b\nf(`x`);"
        );
        let long = "f(`\n  x\n`);";
        assert_eq!(script(long), long);
    }

    #[test]
    fn sheets_keep_the_spaces_that_mean_something() {
        let written = "/* a */\n:host {\n  --a: calc(1px + 2px);\n  content: \"; \";\n}\n\n.a .b, .c > d:not(.e) { color: red; }\n@media (width < 9em) and (hover) { f { g: h } }\n";
        let small = ":host{--a:calc(1px + 2px);content:\"; \"}.a .b,.c > d:not(.e){color:red}@media (width < 9em) and (hover){f{g:h}}";
        assert_eq!(sheet(written), small);
    }
}

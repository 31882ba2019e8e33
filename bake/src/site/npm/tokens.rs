//! The custom properties of `styles/tokens.css` with their defaults.

use anyhow::{Context, ensure};

/// A custom property.
pub struct Token {
    /// Its name, with the dashes.
    pub name: String,
    /// Its default on a light ground.
    pub light: String,
    /// Its default on a dark one, if that differs.
    pub dark: Option<String>,
}

/// The tokens of a sheet: its first block has all of them, its last one those of the dark theme.
///
/// # Errors
/// When the sheet has no such blocks.
pub fn read(sheet: &str) -> anyhow::Result<Vec<Token>> {
    let sheet = without_comments(sheet);
    let blocks: Vec<&str> = sheet.split('}').filter(|block| block.contains("--oxy-")).collect();
    let light = declarations(blocks.first().context("styles/tokens.css has no custom properties")?);
    let last = blocks.last().context("styles/tokens.css has no custom properties")?;
    ensure!(last.contains("theme=\"dark\""), "styles/tokens.css should end with the dark theme");
    let dark = declarations(last);
    let of_dark = |name: &str| Some(dark.iter().find(|(known, _)| known == name)?.1.clone());
    Ok(light.into_iter().map(|(name, light)| Token { dark: of_dark(&name), name, light }).collect())
}

/// A comment may hold braces of its own.
fn without_comments(sheet: &str) -> String {
    let mut kept = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

fn declarations(block: &str) -> Vec<(String, String)> {
    let inside = block.rsplit('{').next().unwrap_or_default();
    let pairs = inside.split(';').filter_map(|line| line.trim().split_once(':'));
    pairs
        .filter(|(name, _)| name.starts_with("--oxy-"))
        .map(|(name, value)| (name.into(), value.trim().into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_token_has_its_value_in_both_themes() {
        let sheet = "/* `* { a: b }` */ :host { --oxy-a: #fff; --oxy-b: \"x\", y; color: red }\n@media (d) { :host { --oxy-a: #111; } }\n:host([theme=\"dark\"]) { --oxy-a: #000; }";
        let tokens = read(sheet).expect("tokens");
        let list: Vec<_> =
            tokens.iter().map(|token| (token.name.as_str(), token.light.as_str(), token.dark.as_deref())).collect();
        assert_eq!(list, [("--oxy-a", "#fff", Some("#000")), ("--oxy-b", "\"x\", y", None)]);
        assert!(read("a { color: red }").is_err());
    }
}

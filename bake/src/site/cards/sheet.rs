//! The page's own style sheets, made plain enough for a drawing outside a browser.

use std::{fs, path::Path};

use anyhow::Context;

/// Rules with their colours set in, and the colours that the frame needs.
pub struct Sheet {
    /// One rule a paint class, and what else drawings need.
    pub rules: String,
    /// The ground.
    pub paper: String,
    /// Words.
    pub ink: String,
    /// Words that stand back.
    pub quiet: String,
    /// The hormone's colour, which is the explainer's.
    pub accent: String,
}

/// What drawings need besides paints, as `scene.css` and `figure.css` have it for browsers.
const DRAWINGS: &str = ".symbol{text-anchor:middle;dominant-baseline:central;font-weight:600;stroke:none}\
    .flow circle{stroke:none}.way{fill:none;stroke-dasharray:1 5}.dimmed{opacity:0.45}\
    pattern path{fill:none;stroke:INK;stroke-opacity:0.4;stroke-width:1px}";

/// Reads the light tokens and the paints.
///
/// # Errors
/// When a sheet is not there, or a token has no value.
pub fn plain(folder: &Path) -> anyhow::Result<Sheet> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (tokens, paints) = (read("tokens.css")?, read("paint.css")?);
    let token = |name: &str| -> anyhow::Result<String> {
        let (_, rest) = tokens.split_once(&format!("{name}: ")).with_context(|| format!("no token {name}"))?;
        Ok(rest.split(';').next().unwrap_or_default().to_owned())
    };
    let mut rules = DRAWINGS.replace("INK", &token("--oxy-ink")?);
    for line in paints.lines().filter(|line| line.starts_with('.') && line.ends_with('}')) {
        match line.split_once("var(").and_then(|(before, rest)| Some((before, rest.split_once(')')?))) {
            Some((before, (name, after))) => rules.extend([before, &token(name)?, after]),
            None => rules.push_str(line),
        }
    }
    Ok(Sheet {
        rules,
        paper: token("--oxy-paper")?,
        ink: token("--oxy-ink")?,
        quiet: token("--oxy-quiet")?,
        accent: token("--oxy-oxytocin")?,
    })
}

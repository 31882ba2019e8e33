//! What others wrote: packages that `cargo xtask test` fetches in exact versions.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

/// The folder of a package.
fn package(name: &str) -> Result<PathBuf> {
    let folders =
        env::var_os("OXY_FOREIGN").context("OXY_FOREIGN is not set: run `cargo xtask test --only browser`")?;
    let found = env::split_paths(&folders).find(|folder| folder.file_name().is_some_and(|last| last == name));
    found.with_context(|| format!("OXY_FOREIGN names no {name}"))
}

/// The text of a file of a package.
pub fn text(name: &str, file: &str) -> Result<String> {
    let path = package(name)?.join(file);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// The strings that have broken other people's programs, and some that they lack.
pub fn naughty() -> Result<Vec<String>> {
    let mut strings: Vec<String> = serde_json::from_str(&text("big-list-of-naughty-strings", "blns.json")?)?;
    let controls: String = (0..0x20).map(char::from).chain((0x7f..0xa0).map(char::from)).collect();
    strings.extend([controls, "\u{fffe}\u{ffff}\u{10ffff}".into(), "a".repeat(1 << 20), "ѝ\u{301}".repeat(1 << 19)]);
    Ok(strings)
}

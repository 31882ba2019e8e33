//! The site: what Trunk built, made into what a reader gets.

mod compress;
mod names;
mod page;
mod pages;
mod smaller;

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, bail};
use oxytocin_explainer::model::{Pack, PackRef, Word};
use serde_json::json;

use names::hashed;

/// The version under which immutable files stand.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The file names that the element's script loads, relative to `v/<version>/`.
pub struct Names {
    /// The JavaScript that wasm-bindgen made.
    pub glue: String,
    /// The module.
    pub wasm: String,
    /// The style sheet.
    pub styles: String,
    /// One pack a language, in the languages' order: the first is the source language.
    pub packs: Vec<(String, String)>,
}

/// Makes the site of what Trunk left in `dist`.
///
/// # Errors
/// When Trunk's files are not there, or the folder cannot be written.
pub async fn write(dist: &Path, packs: Vec<Pack>, release: bool) -> anyhow::Result<()> {
    let folder = dist.join("v").join(VERSION);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let names = immutable(dist, &folder, &packs, release)?;
    let packs: Vec<PackRef> = packs.into_iter().map(PackRef::new).collect();
    fs::write(
        dist.join("oxytocin-explainer.js"),
        if release { smaller::script(&script(&names, &packs)?) } else { script(&names, &packs)? },
    )?;
    fs::write(folder.join("manifest.json"), manifest(&names))?;
    pages::write(dist, &names, &packs).await?;
    names::integrity(dist)?;
    if release {
        compress::all(dist)?;
    }
    Ok(())
}

/// Moves and writes the files that never change under their name.
fn immutable(dist: &Path, folder: &Path, packs: &[Pack], release: bool) -> anyhow::Result<Names> {
    let built = |ending: &str| -> anyhow::Result<std::path::PathBuf> {
        let found = fs::read_dir(dist)?.flatten().map(|entry| entry.path()).find(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            name.starts_with("oxytocin-explainer-") && name.ends_with(ending)
        });
        found.with_context(|| format!("Trunk left no oxytocin-explainer-…{ending} in {}", dist.display()))
    };
    let moved = |from: &Path, stem: &str, ending: &str| -> anyhow::Result<String> {
        let mut bytes = fs::read(from)?;
        if release && ending == "js" {
            bytes = smaller::script(&String::from_utf8(bytes)?).into_bytes();
        }
        let name = hashed(stem, ending, &bytes);
        fs::write(folder.join(&name), bytes)?;
        fs::remove_file(from)?;
        Ok(name)
    };
    let wasm = moved(&built("_bg.wasm")?, "module", "wasm")?;
    let glue = moved(&built(".js")?, "glue", "js")?;
    let mut sheet = styles(Path::new("styles"))?;
    if release {
        sheet = smaller::sheet(&sheet);
    }
    let styles = hashed("styles", "css", sheet.as_bytes());
    fs::write(folder.join(&styles), sheet)?;
    let mut names = Names { glue, wasm, styles, packs: Vec::new() };
    for pack in packs {
        let bytes = pack.encode().map_err(|problem| anyhow::anyhow!("{problem}"))?;
        let name = hashed(&pack.language.code, "pack", &bytes);
        fs::write(folder.join(&name), bytes)?;
        names.packs.push((pack.language.code.clone(), name));
    }
    Ok(names)
}

/// All style sheets as one: tokens first, then by name.
fn styles(folder: &Path) -> anyhow::Result<String> {
    let mut sheets = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") {
            sheets.insert((name != "tokens.css", name), fs::read_to_string(entry.path())?);
        }
    }
    if sheets.is_empty() {
        bail!("{} holds no style sheets", folder.display());
    }
    Ok(sheets.into_values().collect::<Vec<_>>().join("\n"))
}

/// The element's script with its file names filled in.
fn script(names: &Names, packs: &[PackRef]) -> anyhow::Result<String> {
    // One script for the host, three files for its editors: why it can fail, what elements share, the element.
    const SOURCE: &str = concat!(
        include_str!("../../../src/element/shell/failures.js"),
        include_str!("../../../src/element/shell/place.js"),
        include_str!("../../../src/element/shell/element.js"),
    );
    const MARK: &str = "__FILES__";
    let links: serde_json::Map<_, _> =
        packs.iter().map(|pack| (pack.language.code.clone(), json!(pack.word(Word::ReadArticle)))).collect();
    let files = json!({
        "version": VERSION,
        "reviewStatus": REVIEW_STATUS,
        "glue": names.glue,
        "wasm": names.wasm,
        "styles": names.styles,
        "packs": names.packs.iter().map(|(code, name)| (code.clone(), json!(name))).collect::<serde_json::Map<_, _>>(),
        "links": links,
    });
    if SOURCE.matches(MARK).count() != 1 {
        bail!("the shell should hold {MARK} once");
    }
    Ok(SOURCE.replace(MARK, &files.to_string()))
}

/// No clinician has reviewed the text yet; their name and the day go here when one has.
const REVIEW_STATUS: &str = "not-reviewed";

/// What the commands that measure and test read.
fn manifest(names: &Names) -> String {
    let packs: BTreeMap<_, _> = names.packs.iter().cloned().collect();
    json!({ "version": VERSION, "glue": names.glue, "wasm": names.wasm, "styles": names.styles, "packs": packs })
        .to_string()
}

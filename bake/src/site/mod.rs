//! The site: what Trunk built, made into what a reader gets.

mod builder;
mod cards;
mod compress;
mod element;
mod fit;
mod hosting;
mod names;
mod npm;
mod oembed;
mod offline;
mod outlines;
mod page;
mod pages;
mod scripts;
mod short;
mod smaller;
mod split;

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, bail};
use oxytocin_explainer::model::{More, Pack, PackProblem, PackRef};
use serde_json::json;

pub use builder::keys as builder_keys;
use names::hashed;
pub use pages::article;

use crate::files::BuilderWords;

/// The version under which immutable files stand.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The file names that the element's script loads, relative to `v/<version>/`.
#[derive(Clone)]
pub struct Names {
    /// The shell that the stub loads.
    pub shell: String,
    /// The script for keeping pictures and tables.
    pub save: String,
    /// The JavaScript that wasm-bindgen made, as text: the shell holds it.
    pub glue: String,
    /// The module.
    pub wasm: String,
    /// What draws figures: a second module, in releases. It is among all parts of a language, and stands by itself for
    /// who loads them singly.
    pub figures: Option<String>,
    /// The style sheet.
    pub styles: String,
    /// One pack a language, in the languages' order: the first is the source language.
    pub packs: Vec<(String, String)>,
}

/// How the site is wanted.
pub struct Order<'a> {
    /// Made as small as can be, with compressed copies: slow, so only for releases.
    pub release: bool,
    /// The address at which it will stand, with a slash at its end. What other sites read (pictures of links, oEmbed)
    /// needs whole addresses; if this is empty, they are relative, and only some readers follow them.
    pub base: &'a str,
    /// The words of the page on which site owners make their snippets.
    pub builder: &'a BuilderWords,
}

/// Makes the site of what Trunk left in `dist`.
///
/// # Errors
/// When Trunk's files are not there, or the folder cannot be written.
pub async fn write(dist: &Path, packs: Vec<Pack>, order: &Order<'_>) -> anyhow::Result<()> {
    let Order { release, base, builder } = *order;
    let folder = dist.join("v").join(VERSION);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let names = immutable(dist, &folder, &packs, release)?;
    let packs: Vec<PackRef> = packs.into_iter().map(PackRef::new).collect();
    fs::write(dist.join("oxytocin-explainer.js"), element::stub(&names, &packs, release)?)?;
    fs::write(folder.join("manifest.json"), manifest(&names))?;
    scripts::write(dist, release)?;
    pages::write(dist, &names, &packs, base).await?;
    oembed::write(dist, &packs, base)?;
    builder::write(dist, &packs, builder, base)?;
    cards::write(dist, &packs)?;
    offline::write(dist, &names, &packs, release).await?;
    npm::write(dist, &names, &packs, base)?;
    hosting::write(dist)?;
    if release {
        compress::all(dist)?;
    }
    // The copies are files that are served, too.
    let hashes = names::integrity(dist)?;
    if release {
        compress::copies(dist, &hashes)?;
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
    let written = |stem: &str, ending: &str, bytes: &[u8]| -> anyhow::Result<String> {
        let name = hashed(stem, ending, bytes);
        fs::write(folder.join(&name), bytes)?;
        Ok(name)
    };
    let (built_module, built_glue) = (built("_bg.wasm")?, built(".js")?);
    let (mut module, mut glue) = (fs::read(&built_module)?, fs::read_to_string(&built_glue)?);
    let mut figures = None;
    if release {
        let named = split::names(&module)?;
        (module, glue) = short::names(&module, &glue)?;
        let both = split::split(&module, &named, &glue)?;
        (module, glue) = (both.first, both.glue);
        figures = Some(written("figures", "pack", &both.second)?);
    }
    let wasm = written("module", "wasm", &module)?;
    fs::remove_file(built_module)?;
    fs::remove_file(built_glue)?;
    let mut sheet = styles(Path::new("styles"))?;
    if release {
        sheet = smaller::sheet(&sheet);
    }
    let styles = written("styles", "css", sheet.as_bytes())?;
    let save = written("save", "js", element::save(release)?.as_bytes())?;
    let mut names = Names { shell: String::new(), save, glue, wasm, figures, styles, packs: Vec::new() };
    for pack in packs {
        let name = self::pack(folder, pack, names.figures.as_deref())?;
        names.packs.push((pack.language.code.clone(), name));
    }
    names.shell = written("shell", "js", element::shell(&names, release)?.as_bytes())?;
    Ok(names)
}

/// Writes a language's pack and, in a folder of the same name, the parts that load later; their hash is one. `figures`
/// is the file of what draws them.
fn pack(folder: &Path, pack: &Pack, figures: Option<&str>) -> anyhow::Result<String> {
    let light = encoded(pack.light().encode())?;
    let parts = parts(pack)?;
    // What draws them has a hash in its name.
    let own = figures.unwrap_or_default().as_bytes();
    let all = light.iter().chain(parts.iter().flat_map(|(_, bytes)| bytes)).chain(own);
    let all: Vec<u8> = all.copied().collect();
    let name = hashed(&pack.language.code, "pack", &all);
    fs::write(folder.join(&name), light)?;
    let beside = folder.join(part_folder(&name));
    fs::create_dir_all(&beside)?;
    for (part, bytes) in &parts {
        fs::write(beside.join(format!("{part}.pack")), bytes)?;
    }
    fs::write(beside.join("all.pack"), together(folder, &parts, figures)?)?;
    Ok(name)
}

/// All parts as one file, and what draws them before them, for who reads everything: each its name and its bytes, both
/// with their length before them.
fn together(folder: &Path, parts: &[(String, Vec<u8>)], figures: Option<&str>) -> anyhow::Result<Vec<u8>> {
    let figures = figures.map(|name| anyhow::Ok((name.to_owned(), fs::read(folder.join(name))?))).transpose()?;
    let mut file = Vec::new();
    for (name, bytes) in figures.iter().chain(parts) {
        file.push(u8::try_from(name.len())?);
        file.extend(name.bytes());
        file.extend(u32::try_from(bytes.len())?.to_le_bytes());
        file.extend(bytes);
    }
    Ok(file)
}

/// The folder of a pack's parts.
fn part_folder(pack: &str) -> &str {
    pack.trim_end_matches(".pack")
}

/// What loads later, by name.
fn parts(pack: &Pack) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut parts = vec![(More::NAME.to_owned(), encoded(pack.more().encode())?)];
    for figure in &pack.figures {
        parts.push((figure.id.to_string(), encoded(figure.encode())?));
    }
    Ok(parts)
}

fn encoded(bytes: Result<Vec<u8>, PackProblem>) -> anyhow::Result<Vec<u8>> {
    bytes.map_err(|problem| anyhow::anyhow!("{problem}"))
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

/// What the commands that measure and test read.
fn manifest(names: &Names) -> String {
    let packs: BTreeMap<_, _> = names.packs.iter().cloned().collect();
    let Names { shell, save, wasm, figures, styles, .. } = names;
    json!({ "version": VERSION, "shell": shell, "save": save, "wasm": wasm, "figures": figures, "styles": styles, "packs": packs })
        .to_string()
}

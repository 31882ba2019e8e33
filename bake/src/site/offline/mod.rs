//! `offline/oxytocin-explainer.<lang>.html`: all of one language in one file that opens without any server.
//!
//! The article stands in it as text. The module, the pack, the styles and the rest stand in it compressed, in data
//! blocks, and `start.js` hands them to the element's script by name. The file is written in a one-byte charset:
//! Cyrillic takes half of what it takes in UTF-8, and compressed bytes stand there nearly as they are, where base64
//! would add a third.

mod bytes;
mod lean;

use std::{fs, path::Path};

use anyhow::{Context, bail};
use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};
use oxytocin_explainer::{
    model::{Pack, PackRef, Word},
    view::Scope,
};
use serde_json::json;

use super::{
    Names, VERSION, element, encoded,
    page::{ROOT, escape},
    pages::article,
    part_folder, parts, together,
};

/// Writes one file a language. What the element loads must be in `v/<version>/` already.
///
/// # Errors
/// When a file cannot be read or written, or a script holds what would end it early.
pub async fn write(dist: &Path, names: &Names, packs: &[PackRef], release: bool) -> anyhow::Result<()> {
    let folder = dist.join("offline");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for pack in packs {
        let whole = whole(dist, names, pack, release).await?;
        fs::write(folder.join(format!("oxytocin-explainer.{}.html", pack.language.code)), whole)?;
    }
    Ok(())
}

/// The file of one language.
async fn whole(dist: &Path, names: &Names, pack: &PackRef, release: bool) -> anyhow::Result<Vec<u8>> {
    let code = &pack.language.code;
    // The other languages are in other files, so this one offers none.
    let alone = PackRef::new(Pack { languages: vec![pack.language.clone()], ..(**pack).clone() });
    let own: Vec<_> = names.packs.iter().filter(|(known, _)| known == code).cloned().collect();
    let names = Names { packs: own, ..names.clone() };
    let script = element::stub(&names, std::slice::from_ref(&alone), release)?;
    if script.contains("</script") || script.contains("<!--") {
        bail!("the element's script holds what would end it within a page");
    }
    let article = lean::article(&article(&alone, Scope::Whole, "").await)?;
    let title = escape(&format!("{}: {}", pack.word(Word::Title), pack.word(Word::Subtitle)));
    let direction = &pack.language.direction;
    let (style, start) = (include_str!("page.css"), include_str!("start.js"));
    let page = |charset: &str| {
        format!(
            "<!doctype html>
<html lang=\"{code}\" dir=\"{direction}\">
<head>
<meta charset=\"{charset}\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<link rel=\"icon\" href=\"data:,\">
<title>{title}</title>
<style>
{style}</style>
<script>
const CHARSET = '{charset}';
{start}</script>
</head>
<body>
<main>
<oxytocin-explainer lang=\"{code}\" eager>{ROOT}{article}</oxytocin-explainer>
</main>
"
        )
    };
    // The charset that says most of the letters in one byte; what it lacks becomes a reference.
    let written = |charset: &'static Encoding| charset.encode(&page(&charset.name().to_lowercase())).0.into_owned();
    let charset = [WINDOWS_1251, WINDOWS_1252].into_iter().min_by_key(|charset| written(charset).len());
    let charset = charset.context("there is a charset")?;
    let mut whole = written(charset);
    for (name, bytes) in payload(dist, &names, &alone, release)? {
        whole.extend(format!("<script type=\"application/octet-stream\" data-file={}>", json!(name)).bytes());
        whole.extend(bytes::standing(&bytes::deflated(&bytes, release)?));
        whole.extend(b"</script>\n");
    }
    let (script, _, lacking) = charset.encode(&script);
    if lacking {
        // A reference to a letter is not read within a script.
        bail!("the element's script has letters that {} lacks", charset.name());
    }
    whole.extend(b"<script type=\"module\">\n");
    whole.extend(script.iter());
    whole.extend(b"\n</script>\n</body>\n</html>\n");
    Ok(whole)
}

/// Every file that the element loads in this language, by the name under which it asks for it.
fn payload(dist: &Path, names: &Names, alone: &PackRef, release: bool) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let folder = dist.join("v").join(VERSION);
    let read = |name: &String| fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"));
    let mut files = vec![(names.shell.clone(), element::shell(names, release)?.into_bytes())];
    for name in [&names.wasm, &names.styles, &names.save] {
        files.push((name.clone(), read(name)?));
    }
    for (_, pack) in &names.packs {
        files.push((pack.clone(), encoded(alone.light().encode())?));
        files.push((
            format!("{}/all.pack", part_folder(pack)),
            together(&folder, &parts(alone)?, names.figures.as_deref())?,
        ));
    }
    Ok(files)
}

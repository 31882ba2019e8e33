//! `oembed/<lang>.json`: how a site that is given a link to our pages embeds them.

use std::{fs, path::Path};

use anyhow::Context;
use oxytocin_explainer::model::{PackRef, Word};
use serde_json::json;

use super::{
    cards,
    page::{address, escape},
};

/// The frame's size, in CSS pixels, as long as nobody listens to the height that it reports.
const FRAME: (u32, u32) = (800, 900);
/// From `oembed/` to the site's root.
const ROOT: &str = "../";

/// Writes one answer a language.
///
/// # Errors
/// When the folder cannot be written.
pub fn write(dist: &Path, packs: &[PackRef], base: &str) -> anyhow::Result<()> {
    let folder = dist.join("oembed");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for pack in packs {
        let code = &pack.language.code;
        let title = format!("{}: {}", pack.word(Word::Title), pack.word(Word::Subtitle));
        let (width, height) = FRAME;
        let source = escape(&address(base, ROOT, &format!("embed/{code}/")));
        let html = format!(
            "<iframe src=\"{source}\" width=\"{width}\" height=\"{height}\" title=\"{}\" lang=\"{code}\" loading=\"lazy\" \
            sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" allowfullscreen></iframe>",
            escape(&title)
        );
        let answer = json!({
            "type": "rich",
            "version": "1.0",
            "title": title,
            "provider_name": pack.word(Word::Title),
            "provider_url": address(base, ROOT, &format!("{code}/")),
            "cache_age": 86400,
            "thumbnail_url": address(base, ROOT, &cards::path(code, None)),
            "thumbnail_width": cards::SIZE.0,
            "thumbnail_height": cards::SIZE.1,
            "html": html,
            "width": width,
            "height": height,
        });
        fs::write(folder.join(format!("{code}.json")), serde_json::to_string_pretty(&answer)? + "\n")?;
    }
    Ok(())
}

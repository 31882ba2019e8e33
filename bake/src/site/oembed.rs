//! `oembed/`: how a site that is given a link to our pages embeds them, the whole or a chapter.

use std::{fs, path::Path};

use anyhow::Context;
use oxytocin_explainer::model::{Chapter, PackRef, Word};
use serde_json::json;

use super::{
    cards,
    page::{address, escape, title},
};

/// The frame's size, in CSS pixels, as long as nobody listens to the height that it reports.
const FRAME: (u32, u32) = (800, 900);

/// The path of an answer: a chapter's, or that of the whole.
pub fn path(language: &str, chapter: Option<&Chapter>) -> String {
    match chapter {
        Some(chapter) => format!("oembed/{language}/{}.json", chapter.id),
        None => format!("oembed/{language}.json"),
    }
}

/// Writes the answers of each language and of each of its chapters.
///
/// # Errors
/// When the folder cannot be written.
pub fn write(dist: &Path, packs: &[PackRef], base: &str) -> anyhow::Result<()> {
    for pack in packs {
        let folder = dist.join("oembed").join(&pack.language.code);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        for chapter in [None].into_iter().chain(pack.chapters.iter().map(Some)) {
            let file = dist.join(path(&pack.language.code, chapter));
            fs::write(file, serde_json::to_string_pretty(&answer(pack, chapter, base))? + "\n")?;
        }
    }
    Ok(())
}

fn answer(pack: &PackRef, chapter: Option<&Chapter>, base: &str) -> serde_json::Value {
    let code = &pack.language.code;
    // From the answer to the site's root, and from there to the page.
    let (root, page) = match chapter {
        None => ("../", format!("{code}/")),
        Some(chapter) => ("../../", format!("{code}/{}/", chapter.id)),
    };
    let title = title(pack, chapter);
    let (width, height) = FRAME;
    let source = escape(&address(base, root, &format!("embed/{page}")));
    let html = format!(
        "<iframe src=\"{source}\" width=\"{width}\" height=\"{height}\" title=\"{}\" lang=\"{code}\" loading=\"lazy\" \
        frameborder=\"0\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" allowfullscreen></iframe>",
        escape(&title)
    );
    json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": pack.word(Word::Title),
        "provider_url": address(base, root, &format!("{code}/")),
        "cache_age": 86400,
        "thumbnail_url": address(base, root, &cards::path(code, chapter)),
        "thumbnail_width": cards::SIZE.0,
        "thumbnail_height": cards::SIZE.1,
        "html": html,
        "width": width,
        "height": height,
    })
}

//! The small scripts that stand beside the pages, at the site's root.

use std::{fs, path::Path};

use super::{VERSION, smaller};

/// Picks the language of the first page.
pub const CHOOSE_LANGUAGE: &str = "choose-language.js";
/// Tells the page around a frame how tall the explainer is.
pub const REPORT_HEIGHT: &str = "report-height.js";
/// What pages in frames take from their address.
pub const EMBED_OPTIONS: &str = "embed-options.js";
/// What a host includes that has frames of ours and no script that listens.
pub const FRAME_HEIGHT: &str = "frame-height.js";
/// What keeps our own pages readable without network; at the root, as it serves what lies below it.
pub const KEEP: &str = "keep.js";

const ALL: [(&str, &str); 5] = [
    (CHOOSE_LANGUAGE, include_str!("choose-language.js")),
    (REPORT_HEIGHT, include_str!("report-height.js")),
    (EMBED_OPTIONS, include_str!("embed-options.js")),
    (FRAME_HEIGHT, include_str!("frame-height.js")),
    (KEEP, include_str!("keep.js")),
];

/// Writes all of them; for releases without what only their editors need.
///
/// # Errors
/// When the folder cannot be written.
pub fn write(dist: &Path, release: bool) -> anyhow::Result<()> {
    for (name, text) in ALL {
        let text = text.replace("__VERSION__", VERSION);
        fs::write(dist.join(name), if release { smaller::script(&text)? } else { text })?;
    }
    Ok(())
}

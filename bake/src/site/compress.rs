//! Compressed copies beside every file that shrinks, for servers that send them as they are.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Context;
use brotli::enc::{BrotliEncoderParams, backward_references::BrotliEncoderMode};
use flate2::{Compression, write::GzEncoder};

use super::names::files;

/// Writes copies of every file but pictures, which are compressed already.
pub fn all(dist: &Path) -> anyhow::Result<()> {
    let shrinks = |path: &PathBuf| path.extension().is_none_or(|ending| ending != "png");
    files(dist)?.iter().filter(|path| shrinks(path)).try_for_each(|path| copies(dist, path))
}

/// Writes `.br` and `.gz` beside a file.
pub fn copies(dist: &Path, path: &Path) -> anyhow::Result<()> {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        name
    };
    let bytes = fs::read(path)?;
    // Readers wait for what the element loads; trying all would make every build wait.
    let tries: &[Try] = if path.starts_with(dist.join("v")) { &TRIES } else { &TRIES[..1] };
    fs::write(beside(".br"), brotli(&bytes, tries)?)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    fs::write(beside(".gz"), gzip.finish()?)?;
    Ok(())
}

/// A mode of brotli, and the logarithm of its blocks' size; 0 leaves that to it.
type Try = (BrotliEncoderMode, i32);

/// Some tenths of a percent lie between them, and which is best is not known before.
const TRIES: [Try; 3] = [
    (BrotliEncoderMode::BROTLI_MODE_GENERIC, 0),
    (BrotliEncoderMode::BROTLI_MODE_FONT, 0),
    (BrotliEncoderMode::BROTLI_MODE_FONT, 16),
];

/// Brotli at its best, as a static file is compressed once: the smallest of what is tried.
fn brotli(bytes: &[u8], tries: &[Try]) -> anyhow::Result<Vec<u8>> {
    let tried = tries.iter().map(|&(mode, lgblock)| {
        let mut compressed = Vec::new();
        let params =
            BrotliEncoderParams { quality: 11, lgwin: 22, lgblock, mode, size_hint: bytes.len(), ..Default::default() };
        brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params).map(|_| compressed)
    });
    let tried: Vec<Vec<u8>> = tried.collect::<Result<_, _>>()?;
    tried.into_iter().min_by_key(Vec::len).context("nothing was tried")
}

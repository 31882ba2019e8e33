//! Compressed copies beside every file that shrinks, for servers that send them as they are.

use std::{fs, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};

use super::names::files;

/// The endings of files that are worth compressing.
const ENDINGS: [&str; 9] = ["html", "js", "css", "json", "wasm", "pack", "svg", "txt", "ts"];

/// Writes `.br` and `.gz` beside every such file.
pub fn all(dist: &Path) -> anyhow::Result<()> {
    for path in files(dist)? {
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        if !ENDINGS.contains(&ending.as_str()) {
            continue;
        }
        let bytes = fs::read(&path)?;
        fs::write(path.with_extension(format!("{ending}.br")), brotli(&bytes)?)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        fs::write(path.with_extension(format!("{ending}.gz")), gzip.finish()?)?;
    }
    Ok(())
}

/// Brotli at its best, as a static file is compressed once.
fn brotli(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

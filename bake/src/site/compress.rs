//! Compressed copies beside every file that shrinks, for servers that send them as they are.

use std::{fs, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};

use super::names::files;

/// The endings of files that are compressed already, and of the package's README: npm would publish its copies with it.
const AS_THEY_ARE: [&str; 2] = ["png", "md"];

/// Writes `.br` and `.gz` beside every other file.
pub fn all(dist: &Path) -> anyhow::Result<()> {
    for path in files(dist)? {
        if path.extension().is_some_and(|ending| AS_THEY_ARE.iter().any(|known| ending == *known)) {
            continue;
        }
        let beside = |ending: &str| {
            let mut name = path.clone().into_os_string();
            name.push(ending);
            name
        };
        let bytes = fs::read(&path)?;
        fs::write(beside(".br"), brotli(&bytes)?)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        fs::write(beside(".gz"), gzip.finish()?)?;
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

//! Names that carry their content's hash, and the list of all hashes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// A file name that changes with the content.
pub fn hashed(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{ending}", digits(bytes, 6))
}

/// The first `count` bytes of a content's hash, in hexadecimal digits.
pub fn digits(bytes: &[u8], count: usize) -> String {
    Sha256::digest(bytes).iter().take(count).map(|byte| format!("{byte:02x}")).collect()
}

/// A file's hash as the `integrity` attribute writes it.
pub fn sri(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Writes `integrity.json`: the SHA-384 of every other file by its path. Tells where it is.
pub fn integrity(dist: &Path) -> anyhow::Result<PathBuf> {
    let mut hashes = BTreeMap::new();
    for path in files(dist)? {
        let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        hashes.insert(name, sri(&fs::read(&path)?));
    }
    let path = dist.join("integrity.json");
    fs::write(&path, serde_json::to_string_pretty(&hashes)? + "\n")?;
    Ok(path)
}

/// Every file below a folder.
pub fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

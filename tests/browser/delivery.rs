//! What lies in `dist/` beside what is served: a hash and compressed copies of every file.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::harness::site::dist;

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn every_file_has_its_hash_and_every_text_its_copies() {
    let dist = dist();
    let hashes = fs::read(dist.join("integrity.json")).expect("integrity.json is there");
    let hashes: BTreeMap<String, String> = serde_json::from_slice(&hashes).expect("names and hashes");
    let name = |path: &Path| path.strip_prefix(&dist).expect("a file of dist").to_string_lossy().replace('\\', "/");
    let names: Vec<String> = files(&dist).iter().map(|path| name(path)).collect();
    assert!(names.len() > 300, "{} files", names.len());
    for name in &names {
        let itself = name.starts_with("integrity.json");
        assert!(itself || hashes.get(name).is_some_and(|hash| hash.starts_with("sha384-")), "{name} has no hash");
        if ![".br", ".gz", ".png"].iter().any(|ending| name.ends_with(ending)) {
            for ending in ["br", "gz"] {
                assert!(names.contains(&format!("{name}.{ending}")), "{name} has no .{ending}");
            }
        }
    }
    assert!(hashes.keys().all(|name| names.contains(name)), "a hash of nothing");
}

//! The release build on disk: is it there, is it whole, is it fresh.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use crate::{
    manifest::Manifest,
    problem::{Explain, Outcome, Problem},
    project::Project,
};

/// Folders at the project's root that are not part of the explainer. All others are.
const OTHER_FOLDERS: &[&str] =
    &["target", "chromium", "dist", "docs", "gallery", "meter", "node_modules", "tests", "xtask"];

/// Files at the project's root that are part of the explainer, by ending. No others are.
const SOURCE_ENDINGS: &[&str] = &["html", "lock", "rs", "toml"];

/// A folder of sources that is itself made from sources.
const GENERATED: &str = "content/schema";

/// Files that every release build has, besides those that its manifest names.
const KEY_FILES: &[&str] = &["index.html", "oxytocin-explainer.js"];

/// The moment at which a build begins, to be recorded if it ends well.
pub struct BuildStart(SystemTime);

impl BuildStart {
    /// Now.
    pub fn now() -> Self {
        Self(SystemTime::now())
    }

    /// Records that `dist/` holds a release build of the sources as they were at the start.
    pub fn record(self, project: &Project) -> Outcome {
        let stamp = stamp(project);
        if let Some(dir) = stamp.parent() {
            fs::create_dir_all(dir).or_say(format_args!("cannot make the folder {}", dir.display()))?;
        }
        let text = format!("{}\n{}\n", millis(self.0), fingerprint(&project.dist()));
        fs::write(&stamp, text).or_say(format_args!("cannot write {}", stamp.display()))
    }
}

/// Whether `dist/` holds a release build of the sources as they are now.
pub fn is_fresh(project: &Project) -> bool {
    let Ok(text) = fs::read_to_string(stamp(project)) else {
        return false;
    };
    let mut lines = text.lines();
    let built = lines.next().and_then(|line| line.parse().ok());
    let known = lines.next() == Some(fingerprint(&project.dist()).as_str());
    let changed = newest_source(&project.root).map(millis);
    known && built.zip(changed).is_some_and(|(built, changed): (u128, u128)| changed < built)
}

/// Checks that the build left what a host needs, and reads its manifest.
pub fn complete(dist: &Path) -> Outcome<Manifest> {
    let manifest = Manifest::read(dist)?;
    let pages = manifest.packs.keys().map(|language| dist.join(language).join("index.html"));
    let loaded = manifest.packs.keys().flat_map(|language| manifest.loads(language));
    let key_files = KEY_FILES.iter().map(|file| dist.join(file));
    match key_files.chain(pages).chain(loaded).find(|file| !file.is_file()) {
        Some(file) => Err(Problem::says(format!("the build is not complete: {} is missing", file.display()))),
        None => Ok(manifest),
    }
}

/// Where the moment of the last release build is kept: outside `dist/`, which is published whole.
fn stamp(project: &Project) -> PathBuf {
    project.root.join("target").join("xtask").join("dist.stamp")
}

/// Tells one build in `dist/` from another.
fn fingerprint(dist: &Path) -> String {
    let of = |name: &str| {
        let data = fs::metadata(dist.join(name)).ok()?;
        Some(format!("{}-{}", data.len(), millis(data.modified().ok()?)))
    };
    KEY_FILES.iter().map(|name| of(name).unwrap_or_else(|| "none".into())).collect::<Vec<_>>().join(" ")
}

/// Milliseconds since 1970.
fn millis(time: SystemTime) -> u128 {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO).as_millis()
}

/// What lies at the root and does not concern the explainer when it changes.
pub fn not_source(root: &Path) -> Vec<PathBuf> {
    let generated = Some(root.join(GENERATED)).filter(|path| path.exists());
    at(root).filter(|path| !is_source(path)).chain(generated).collect()
}

/// When a source last changed. A folder counts too: it changes when a file goes away.
fn newest_source(root: &Path) -> Option<SystemTime> {
    at(root).filter(|path| is_source(path)).filter_map(|path| newest(&path)).max()
}

/// What lies in a folder.
fn at(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

/// Whether something at the root is part of the explainer.
fn is_source(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    let known = if path.is_dir() { !OTHER_FOLDERS.contains(&name) } else { SOURCE_ENDINGS.contains(&ending) };
    known && !name.starts_with('.')
}

/// When a file or anything in a folder last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let data = fs::metadata(path).ok().filter(|_| !path.ends_with(GENERATED))?;
    let own = data.modified().ok();
    if !data.is_dir() {
        return own;
    }
    let inner = at(path).filter_map(|path| newest(&path)).max();
    own.max(inner)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf, thread, time::Duration};

    use super::{BuildStart, is_fresh, is_source, not_source};
    use crate::project::Project;

    /// A project of its own in the temporary folder, gone at the end.
    struct Scratch(Project);

    impl Scratch {
        fn new(name: &str) -> Self {
            let root = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            for dir in ["src", "dist", "docs"] {
                fs::create_dir_all(root.join(dir)).expect("a folder");
            }
            fs::write(root.join("src/lib.rs"), "").expect("a source");
            Self(Project::at(root, PathBuf::new()))
        }

        fn write(&self, file: &str) {
            thread::sleep(Duration::from_millis(20));
            fs::write(self.0.root.join(file), file).expect("a file");
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0.root);
        }
    }

    #[test]
    fn a_build_is_fresh_until_a_source_changes() {
        let scratch = Scratch::new("fresh");
        assert!(!is_fresh(&scratch.0), "nothing was built yet");

        thread::sleep(Duration::from_millis(20));
        let start = BuildStart::now();
        scratch.write("dist/index.html");
        start.record(&scratch.0).expect("a stamp");
        assert!(is_fresh(&scratch.0));

        scratch.write("docs/NOTES.md");
        assert!(is_fresh(&scratch.0), "documents are not part of the build");

        scratch.write("src/lib.rs");
        assert!(!is_fresh(&scratch.0), "a source changed");
    }

    #[test]
    fn another_hand_in_dist_is_noticed() {
        let scratch = Scratch::new("other-hand");
        thread::sleep(Duration::from_millis(20));
        BuildStart::now().record(&scratch.0).expect("a stamp");
        scratch.write("dist/index.html");
        assert!(!is_fresh(&scratch.0));
    }

    #[test]
    fn a_change_during_the_build_counts() {
        let scratch = Scratch::new("during");
        let start = BuildStart::now();
        scratch.write("src/lib.rs");
        start.record(&scratch.0).expect("a stamp");
        assert!(!is_fresh(&scratch.0));
    }

    #[test]
    fn what_is_source() {
        let scratch = Scratch::new("source");
        let root = &scratch.0.root;
        for file in ["index.html", "Trunk.toml", "Cargo.lock", "README.md", "serve.log", ".hidden.toml"] {
            scratch.write(file);
        }
        let names = |paths: Vec<PathBuf>| {
            let mut names: Vec<_> =
                paths.iter().filter_map(|path| path.file_name()?.to_str()).map(str::to_owned).collect();
            names.sort();
            names
        };
        assert_eq!(names(not_source(root)), [".hidden.toml", "README.md", "dist", "docs", "serve.log"]);
        assert!(is_source(&root.join("src")));
    }
}

//! How large the published files are.

use std::{
    borrow::Cow,
    fs, ops,
    path::{Path, PathBuf},
};

use crate::problem::{Explain, Outcome};

/// A file's sizes, as it is and as a server sends it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// As it is.
    pub raw: u64,
    /// The `.gz` beside it.
    pub gzip: u64,
    /// The `.br` beside it.
    pub brotli: u64,
}

impl Size {
    /// Measures a file. Without a compressed twin a server sends the file as it is.
    pub fn of(file: &Path) -> Outcome<Self> {
        let raw = fs::metadata(file).or_say(format_args!("cannot measure {}", file.display()))?.len();
        let twin = |ending: &str| fs::metadata(with_ending(file, ending)).map_or(raw, |twin| twin.len());
        Ok(Self { raw, gzip: twin("gz"), brotli: twin("br") })
    }
}

impl ops::Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// A path inside `dist/` as people write it.
pub fn short<'a>(file: &'a Path, dist: &Path) -> Cow<'a, str> {
    file.strip_prefix(dist).unwrap_or(file).to_string_lossy()
}

/// `a.js` → `a.js.br`.
fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::{Size, short, with_ending};

    #[test]
    fn a_file_without_twins_is_sent_as_it_is() {
        let file = std::env::temp_dir().join(format!("xtask-size-{}.js", std::process::id()));
        let twin = with_ending(&file, "br");
        fs::write(&file, "123456789").expect("a file");
        fs::write(&twin, "1234").expect("its twin");
        let size = Size::of(&file);
        let _ = fs::remove_file(&file).and_then(|()| fs::remove_file(&twin));
        assert_eq!(size.expect("a size"), Size { raw: 9, gzip: 9, brotli: 4 });
    }

    #[test]
    fn paths_are_told_from_dist_on() {
        assert_eq!(short(Path::new("d/bg/index.html"), Path::new("d")), "bg/index.html");
    }
}

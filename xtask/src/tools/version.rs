//! Versions in text that programs print or keep.

/// The first word that looks like a version: `trunk 0.21.14` → `0.21.14`.
pub fn in_text(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.trim_start_matches('v').trim_end_matches([',', ';']))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// The version of a package in the text of a `Cargo.lock`.
pub fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.next()?;
    let version = lines.next()?.trim().strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{in_text, locked};

    #[test]
    fn programs_state_their_version_in_their_own_ways() {
        let cases = [
            ("trunk 0.21.14", Some("0.21.14")),
            ("wasm-bindgen 0.2.130", Some("0.2.130")),
            ("wasm-opt version 132 (version_132)", Some("132")),
            ("geckodriver 0.37.1\n\nThe source code of this program is available", Some("0.37.1")),
            ("v20.20.2", Some("20.20.2")),
            ("no number here", None),
        ];
        for (text, version) in cases {
            assert_eq!(in_text(text).as_deref(), version, "{text}");
        }
    }

    #[test]
    fn the_lock_file_names_the_exact_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.50\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"…\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm-bindgen-futures").as_deref(), Some("0.4.50"));
        assert_eq!(locked(lock, "yew"), None);
    }
}

//! Where things lie: the project, its build results, our cache, the programs on `PATH`.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::problem::{Outcome, Problem};

/// The widget's package, which has the `native`, `component` and `browser` tests.
pub const WIDGET: &str = "oxytocin-explainer";

/// The project on this machine.
pub struct Project {
    /// The folder with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Where our own copies of tools lie, one folder each, named `<tool>-<version>`.
    pub cache: PathBuf,
    /// Folders that stand before `PATH` for our children.
    path: Vec<PathBuf>,
}

impl Project {
    /// Finds the project that this program belongs to.
    pub fn find() -> Outcome<Self> {
        // Cargo tells where the crate is now; the path at compile time is for a direct start.
        let crate_dir =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = crate_dir.parent().filter(|root| root.join("Cargo.toml").is_file());
        let Some(root) = root else {
            return Err(Problem::says("the project is not where it was built: start me with `cargo xtask`"));
        };
        let root = root.to_path_buf();
        let cache = user_cache().unwrap_or_else(|| root.join("target")).join(WIDGET);
        Ok(Self::at(root, cache))
    }

    /// A project at a given place.
    pub fn at(root: PathBuf, cache: PathBuf) -> Self {
        Self { root, cache, path: Vec::new() }
    }

    /// Where the release build lies.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where `serve` keeps its build, so that `dist/` is always the release build.
    pub fn served(&self) -> PathBuf {
        self.root.join("target").join("xtask").join("serve")
    }

    /// The folder for our own copy of a tool.
    pub fn tool_dir(&self, tool: &str, version: &str) -> PathBuf {
        self.cache.join(format!("{tool}-{version}"))
    }

    /// Puts a folder before `PATH` for all children from now on.
    pub fn prefer(&mut self, dir: &Path) {
        if !self.path.iter().any(|known| known == dir) {
            self.path.insert(0, dir.to_path_buf());
        }
    }

    /// A program by name, ours before the person's own.
    pub fn which(&self, name: &str) -> Option<PathBuf> {
        let on_path = env::var_os("PATH").unwrap_or_default();
        let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
        self.path
            .iter()
            .cloned()
            .chain(env::split_paths(&on_path))
            .flat_map(|dir| endings.iter().map(move |ending| dir.join(format!("{name}{ending}"))))
            .find(|program| program.is_file())
    }

    /// A command at the project's root that sees our tools first.
    pub fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root);
        let on_path = env::var_os("PATH").unwrap_or_default();
        let dirs = self.path.iter().cloned().chain(env::split_paths(&on_path));
        if let Ok(path) = env::join_paths(dirs) {
            command.env("PATH", path);
        }
        // Cargo describes xtask in the environment; to children that would be a false statement.
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(describes_a_package) {
                command.env_remove(name);
            }
        }
        command
    }
}

/// Whether Cargo sets this variable to describe the package that it runs.
fn describes_a_package(name: &str) -> bool {
    name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_PRIMARY_PACKAGE"
}

/// The person's cache folder.
fn user_cache() -> Option<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("LOCALAPPDATA"))
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
}

#[cfg(test)]
mod tests {
    use super::describes_a_package;

    #[test]
    fn only_cargos_words_about_a_package_are_taken_away() {
        assert!(describes_a_package("CARGO_PKG_NAME"));
        assert!(describes_a_package("CARGO_MANIFEST_DIR"));
        assert!(!describes_a_package("CARGO_HOME"));
        assert!(!describes_a_package("CARGO_TARGET_DIR"));
    }
}

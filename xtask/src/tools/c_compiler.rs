//! The C compiler, which Rust links with.

use crate::{
    problem::{Outcome, Problem},
    project::Project,
};

/// Says in one line if it is missing. Windows has its own linker and is not asked.
pub fn check(project: &Project) -> Outcome {
    if cfg!(windows) || ["cc", "gcc", "clang"].iter().any(|name| project.which(name).is_some()) {
        return Ok(());
    }
    Err(Problem::says(
        "a C compiler is missing (`cc`, which Rust links with): \
         on Debian or Ubuntu `apt-get install build-essential`, on macOS `xcode-select --install`",
    ))
}

//! nginx and wrk, which show how the site is served under load.

use super::apt;
use crate::{
    problem::{Outcome, Problem},
    project::Project,
};

/// Makes sure that both are there.
pub fn ensure(project: &Project) -> Outcome {
    let missing = || ["nginx", "wrk"].into_iter().filter(|name| project.which(name).is_none()).collect::<Vec<_>>();
    if !missing().is_empty() {
        apt::install(project, "nginx and wrk", &missing())?;
    }
    match missing()[..] {
        [] => Ok(()),
        _ => Err(Problem::says(format!(
            "{} for the measurement is missing: install it (Debian, Ubuntu: `sudo apt-get install nginx wrk`) \
             and run this again",
            missing().join(" and ")
        ))),
    }
}

//! The system's package manager on Debian and Ubuntu, for root only.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::{problem::Outcome, project::Project, shell};

/// Whether this run has fetched the package lists already.
static LISTS_ARE_FRESH: AtomicBool = AtomicBool::new(false);

/// Installs packages where that is possible: as root, with apt-get. Elsewhere it does nothing,
/// and the caller says what is missing.
pub fn install(project: &Project, name: &str, packages: &[&str]) -> Outcome {
    if project.which("apt-get").is_none() || !is_root(project) {
        return Ok(());
    }
    let apt = || {
        let mut command = project.command("apt-get");
        // Packages that bring a server (nginx) must not start it: what we serve listens on 127.0.0.1 alone.
        command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
        command
    };
    let fix = format!("run `apt-get install {}` yourself", packages.join(" "));
    if !LISTS_ARE_FRESH.swap(true, Ordering::Relaxed) {
        super::install(project, "package lists", "some seconds", apt().arg("update"), &fix)?;
    }
    let mut command = apt();
    command.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    super::install(project, name, "once, a minute or two", &mut command, &fix)
}

/// Whether we may install for the whole system.
fn is_root(project: &Project) -> bool {
    cfg!(unix) && shell::ask(project.command("id").arg("-u")).as_deref() == Some("0")
}

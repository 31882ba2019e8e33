//! A tool that `cargo install` builds.

use std::{fs, path::PathBuf};

use super::{c_compiler, version_of};
use crate::{
    problem::{Explain, Outcome, Problem},
    project::Project,
};

/// A tool of an exact version.
pub struct CargoTool<'a> {
    /// The package on the registry.
    pub package: &'a str,
    /// The program that it installs.
    pub program: &'a str,
    /// The exact version.
    pub version: &'a str,
    /// More arguments to `cargo install`.
    pub arguments: &'a [&'a str],
    /// How long it takes, for people.
    pub length: &'a str,
}

impl CargoTool<'_> {
    /// Finds the tool or installs it; returns the program. Our copy goes before `PATH`.
    pub fn ensure(&self, project: &mut Project) -> Outcome<PathBuf> {
        if let Some(program) = project.which(self.program)
            && version_of(project, &program).as_deref() == Some(self.version)
        {
            return Ok(program);
        }
        let dir = project.tool_dir(self.package, self.version);
        let bin = dir.join("bin");
        let program = bin.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if version_of(project, &program).as_deref() != Some(self.version) {
            self.install(project, &dir)?;
        }
        if !program.is_file() {
            return Err(Problem::says(format!(
                "{} installed no `{}`: remove {} and run this again",
                self.package,
                self.program,
                dir.display()
            )));
        }
        project.prefer(&bin);
        Ok(program)
    }

    fn install(&self, project: &Project, dir: &PathBuf) -> Outcome {
        c_compiler::check(project)?;
        fs::create_dir_all(dir).or_say(format_args!("cannot make the folder {}", dir.display()))?;
        let mut command = project.command("cargo");
        command
            .args(["install", self.package, "--version", self.version, "--force", "--root"])
            .arg(dir)
            .args(self.arguments)
            // Away from the project, so that its settings do not matter.
            .current_dir(dir)
            // These tools are used a few seconds a day: built fast rather than to run fast.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        let name = format!("{} {}", self.package, self.version);
        let fix = format!("run `cargo install {} --version {}` yourself", self.package, self.version);
        super::install(project, &name, self.length, &mut command, &fix)
    }
}

//! `gallery`: pictures of every figure and chapter, to look at.

use clap::{Args, ValueEnum};

use super::build;
use crate::{
    problem::{Outcome, Problem},
    project::Project,
    shell,
    tools::browsers::{self, Engine},
};

/// The package that takes the pictures.
const GALLERY: &str = "oxytocin-gallery";

/// Photograph every figure and chapter, for people to look at.
///
/// Each figure at every step, and each chapter, at 320, 768 and 1280 px, light and dark, in every
/// language, in headless Chromium. Writes the pictures and one contact sheet for each figure and
/// chapter to target/gallery/, with an index.html that shows them. Builds for release first if
/// anything changed. Options narrow it down and may be repeated.
#[derive(Args)]
pub struct Options {
    /// Only this figure.
    #[arg(long, value_name = "ID")]
    figure: Vec<String>,
    /// Only this chapter.
    #[arg(long, value_name = "ID")]
    chapter: Vec<String>,
    /// Only this language.
    #[arg(long, value_name = "CODE")]
    lang: Vec<String>,
    /// At this width, in CSS pixels.
    #[arg(long, value_name = "PX")]
    width: Vec<u32>,
    /// Only this theme.
    #[arg(long, value_name = "THEME")]
    theme: Vec<Theme>,
    /// As under forced colours (high contrast).
    #[arg(long)]
    forced_colors: bool,
    /// As on paper.
    #[arg(long)]
    print: bool,
}

/// A theme.
#[derive(Clone, Copy, ValueEnum)]
enum Theme {
    Light,
    Dark,
}

impl Options {
    /// The same choices as arguments of the program that takes the pictures.
    fn arguments(&self) -> Vec<String> {
        let themes =
            self.theme.iter().filter_map(ValueEnum::to_possible_value).map(|theme| theme.get_name().to_owned());
        let widths = self.width.iter().map(ToString::to_string);
        let choices = [
            ("--figure", self.figure.clone()),
            ("--chapter", self.chapter.clone()),
            ("--lang", self.lang.clone()),
            ("--width", widths.collect()),
            ("--theme", themes.collect()),
        ];
        let flags = [("--forced-colors", self.forced_colors), ("--print", self.print)];
        let choices = choices.into_iter().flat_map(|(name, values)| values.into_iter().map(move |value| (name, value)));
        let flags = flags.into_iter().filter(|(_, on)| *on).map(|(name, _)| name.to_owned());
        choices.flat_map(|(name, value)| [name.to_owned(), value]).chain(flags).collect()
    }
}

/// Finds a browser, builds what is stale, takes the pictures.
pub fn run(project: &mut Project, options: &Options) -> Outcome {
    let chromium = browsers::ensure(project, Engine::Chromium)?;
    build::if_stale(project)?;
    let mut cargo = project.command("cargo");
    cargo
        .args(["run", "--quiet", "--package", GALLERY, "--", "--dist"])
        .arg(project.dist())
        .arg("--out")
        .arg(project.root.join("target").join("gallery"))
        .arg("--driver")
        .arg(chromium.driver)
        .args(options.arguments());
    if let Some(program) = chromium.program {
        cargo.arg("--browser").arg(program);
    }
    // The program has told its own story.
    if shell::loud("taking pictures", &mut cargo)?.success() { Ok(()) } else { Err(Problem::Shown) }
}

#[cfg(test)]
mod tests {
    use super::{Options, Theme};

    #[test]
    fn every_choice_is_passed_on() {
        let options = Options {
            figure: vec!["molecule".into(), "body-map".into()],
            chapter: Vec::new(),
            lang: vec!["bg".into()],
            width: vec![320],
            theme: vec![Theme::Dark],
            forced_colors: true,
            print: false,
        };
        let wanted = "--figure molecule --figure body-map --lang bg --width 320 --theme dark --forced-colors";
        assert_eq!(options.arguments().join(" "), wanted);
    }
}

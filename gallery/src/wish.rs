//! What is to be photographed.

use oxytocin_chromium::Programs;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Photographs the release build.
#[derive(Parser)]
pub struct Wish {
    /// The release build.
    #[arg(long)]
    pub dist: PathBuf,
    /// Where the pictures go.
    #[arg(long)]
    pub out: PathBuf,
    /// The browser that looks.
    #[command(flatten)]
    pub programs: Programs,
    /// Only these figures.
    #[arg(long)]
    pub figure: Vec<String>,
    /// Only these chapters.
    #[arg(long)]
    pub chapter: Vec<String>,
    /// Only these languages.
    #[arg(long)]
    pub lang: Vec<String>,
    /// Only these widths.
    #[arg(long)]
    pub width: Vec<u32>,
    /// Only these themes.
    #[arg(long)]
    pub theme: Vec<Theme>,
    /// Under forced colours.
    #[arg(long)]
    pub forced_colors: bool,
    /// As on paper.
    #[arg(long)]
    pub print: bool,
}

/// Which colours the reader's system asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Theme {
    /// Dark letters on light paper.
    Light,
    /// Light letters on dark paper.
    Dark,
}

impl Theme {
    /// As in CSS.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// One figure or chapter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A figure by id.
    Figure(String),
    /// A chapter by id.
    Chapter(String),
}

impl Subject {
    /// Its name among files: `figure-molecule`.
    pub fn name(&self) -> String {
        match self {
            Self::Figure(id) => format!("figure-{id}"),
            Self::Chapter(id) => format!("chapter-{id}"),
        }
    }
}

/// One way to look: a language, a theme and a width.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    /// The language's code.
    pub lang: String,
    /// The theme.
    pub theme: Theme,
    /// The width of the window in CSS pixels.
    pub width: u32,
}

impl View {
    /// Its name among files: `bg-light-320`.
    pub fn name(&self) -> String {
        format!("{}-{}-{}", self.lang, self.theme.name(), self.width)
    }
}

impl Wish {
    /// The ways to look that are asked for, of the languages that there are.
    pub fn views(&self, languages: &[String]) -> Vec<View> {
        let widths: &[u32] = if self.width.is_empty() { &[320, 768, 1280] } else { &self.width };
        let themes: &[Theme] = match (&self.theme[..], self.print) {
            // Paper has one theme.
            ([], true) => &[Theme::Light],
            ([], false) => &[Theme::Light, Theme::Dark],
            (asked, _) => asked,
        };
        let asked = |lang: &&String| self.lang.is_empty() || self.lang.contains(lang);
        let views = languages.iter().filter(asked).flat_map(|lang| {
            let of_theme = move |theme: &Theme| {
                let theme = *theme;
                widths.iter().map(move |width| View { lang: lang.clone(), theme, width: *width })
            };
            themes.iter().flat_map(of_theme)
        });
        views.collect()
    }

    /// The figures and chapters that are asked for, of those that there are.
    pub fn subjects(&self, figures: &[String], chapters: &[String]) -> Vec<Subject> {
        let all = self.figure.is_empty() && self.chapter.is_empty();
        let figures = figures.iter().filter(|id| all || self.figure.contains(id)).cloned().map(Subject::Figure);
        let chapters = chapters.iter().filter(|id| all || self.chapter.contains(id)).cloned().map(Subject::Chapter);
        figures.chain(chapters).collect()
    }

    /// What tells these pictures from the usual ones: nothing, or `-forced`, `-print`.
    pub fn mode(&self) -> String {
        let words = [(self.forced_colors, "-forced"), (self.print, "-print")];
        words.iter().filter(|(on, _)| *on).map(|(_, word)| *word).collect()
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{Subject, Wish};

    fn wish(more: &[&str]) -> Wish {
        let needed = ["gallery", "--dist", "dist", "--out", "out", "--driver", "chromedriver"];
        Wish::parse_from(needed.iter().chain(more))
    }

    fn ids(list: &[&str]) -> Vec<String> {
        list.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn without_a_choice_everything_is_photographed() {
        let (languages, figures, chapters) = (ids(&["bg", "en"]), ids(&["molecule"]), ids(&["labour"]));
        let names: Vec<String> = wish(&[]).views(&languages).iter().map(super::View::name).collect();
        assert_eq!(names.len(), 12);
        assert_eq!(names[..4], ["bg-light-320", "bg-light-768", "bg-light-1280", "bg-dark-320"]);
        let all = [Subject::Figure("molecule".into()), Subject::Chapter("labour".into())];
        assert_eq!(wish(&[]).subjects(&figures, &chapters), all);
    }

    #[test]
    fn choices_narrow_it_down() {
        let wish = wish(&["--chapter", "labour", "--lang", "en", "--width", "500", "--theme", "dark", "--print"]);
        let views = wish.views(&ids(&["bg", "en"]));
        assert_eq!(views.iter().map(super::View::name).collect::<Vec<_>>(), ["en-dark-500"]);
        let subjects = wish.subjects(&ids(&["molecule"]), &ids(&["labour", "milk"]));
        assert_eq!(subjects, [Subject::Chapter("labour".into())]);
        assert_eq!(wish.mode(), "-print");
    }
}

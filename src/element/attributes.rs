//! What the host may write on the element, and what it means.

use crate::{
    model::{ChapterId, FigureId, Pack},
    view::Scope,
};

/// The chapters of the contract, whether or not this edition has them yet.
const VIEWS: [&str; 3] = ["explainer", "figure", "glossary"];
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// The attributes as understood.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Attributes {
    /// What is shown.
    pub scope: Scope,
    /// The number to call in an emergency, where the host is not in Europe.
    pub emergency: Option<String>,
}

impl Attributes {
    /// Reads the attributes; a wrong value counts as absent, with one warning that says what is allowed.
    pub fn read(pack: &Pack, get: impl Fn(&str) -> Option<String>) -> (Self, Vec<String>) {
        let mut warnings = Vec::new();
        let mut one_of = |name: &str, allowed: &[&str]| {
            let value = get(name)?;
            if allowed.contains(&value.as_str()) {
                return Some(value);
            }
            warnings.push(format!(
                "{name}=\"{}\" is not one of: {}; it is ignored",
                shortened(&value),
                allowed.join(", ")
            ));
            None
        };
        let languages: Vec<&str> = pack.languages.iter().map(|language| language.code.as_str()).collect();
        if let Some(language) = get("lang")
            && !languages.contains(&base(&language).as_str())
        {
            one_of("lang", &languages);
        }
        one_of("theme", &THEMES);
        let chapters: Vec<&str> = pack.chapters.iter().map(|chapter| chapter.id.as_str()).collect();
        let figures: Vec<&str> = pack.figures.iter().map(|figure| figure.id.as_str()).collect();
        let view = one_of("view", &VIEWS);
        let chapter = one_of("chapter", &chapters).map(|id| ChapterId::from(id.as_str()));
        let figure = one_of("figure", &figures).map(|id| FigureId::from(id.as_str()));
        let scope = match (view.as_deref(), chapter) {
            (Some("glossary"), _) => Scope::Glossary,
            (Some("figure"), chapter) => match figure.or_else(|| first_figure(pack, chapter.as_ref())) {
                Some(figure) => Scope::Figure(figure),
                None => Scope::Whole,
            },
            (_, Some(chapter)) => Scope::Chapter(chapter),
            (_, None) => Scope::Whole,
        };
        let emergency = get("data-emergency").filter(|number| is_number(number));
        if emergency.is_none()
            && let Some(number) = get("data-emergency")
        {
            warnings.push(format!(
                "data-emergency=\"{}\" is not a telephone number of digits and spaces; it is ignored",
                shortened(&number)
            ));
        }
        (Self { scope, emergency }, warnings)
    }
}

/// The first figure of a chapter, or of all.
fn first_figure(pack: &Pack, chapter: Option<&ChapterId>) -> Option<FigureId> {
    let of_chapter = chapter.and_then(|id| pack.chapter(id)?.figures().next());
    of_chapter.or_else(|| Some(&pack.figures.first()?.id)).cloned()
}

/// Whether it can be a telephone number.
fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || b" +-".contains(&byte)) && (2..=20).contains(&text.len())
}

/// A language tag without its region, in lower case.
fn base(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// A value as a warning shows it: hosts have written whole pages into attributes.
fn shortened(value: &str) -> String {
    const MOST: usize = 40;
    let mut shown: String = value.chars().take(MOST).filter(|c| !c.is_control()).collect();
    if value.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

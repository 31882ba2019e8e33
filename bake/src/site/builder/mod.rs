//! `embed-builder/`: the page on which a site owner makes a snippet, one a language, the source language's first.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

use anyhow::Context;
use oxytocin_explainer::model::{Language, PackRef, Word};
use serde_json::json;

use super::{names::sri, page::escape, scripts::FRAME_HEIGHT};
use crate::files::{BuilderWords, Map};

const PAGE: &str = include_str!("page.html");
const THEME: &str = include_str!("theme.html");
/// Colours of a host's own, as examples: the name, the side of `theme` that they are for, and the lines.
const THEMES: [(&str, &str, &str); 3] = [
    ("clinic", "light", include_str!("themes/clinic.css")),
    ("evening", "dark", include_str!("themes/evening.css")),
    ("contrast", "light", include_str!("themes/contrast.css")),
];
/// The scripts that snippets name, with their integrity.
const NAMED: [&str; 2] = ["oxytocin-explainer.js", FRAME_HEIGHT];

/// The page with its themes, still without words.
fn template() -> String {
    let theme = |(name, side, lines): (&str, &str, &str)| {
        let lines = format!("/* <oxytocin-explainer theme=\"{side}\"> */\n{lines}");
        THEME.replace("__NAME__", name).replace("__SIDE__", side).replace("__LINES__", &escape(&lines))
    };
    PAGE.replace("__THEMES__", &THEMES.map(theme).concat())
}

/// The keys of the words that the page has a place for.
pub fn keys() -> BTreeSet<String> {
    template().split("{{").skip(1).filter_map(|rest| Some(rest.split_once("}}")?.0.to_owned())).collect()
}

/// Writes the pages, their script and their style.
///
/// # Errors
/// When a script that snippets name is not there yet, or the folder cannot be written.
pub fn write(dist: &Path, packs: &[PackRef], words: &BuilderWords, base: &str) -> anyhow::Result<()> {
    let folder = dist.join("embed-builder");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(folder.join("builder.js"), include_str!("builder.js"))?;
    // The same colours as everywhere, for a page that has no shadow root.
    let tokens = fs::read_to_string("styles/tokens.css").context("cannot read styles/tokens.css")?;
    let tokens = tokens.replace(":host(", ":root:is(").replace(":host", ":root");
    let themes =
        THEMES.map(|(name, _, lines)| lines.replace("oxytocin-explainer", &format!("oxytocin-explainer.theme-{name}")));
    fs::write(folder.join("builder.css"), tokens + &themes.concat() + include_str!("builder.css"))?;
    let known = known(dist, packs)?;
    for (index, pack) in packs.iter().enumerate() {
        let code = &pack.language.code;
        let words = words.get(code).with_context(|| format!("the builder has no words in “{code}”"))?;
        let place = if index == 0 { folder.clone() } else { folder.join(code) };
        fs::create_dir_all(&place).with_context(|| format!("cannot make {}", place.display()))?;
        fs::write(place.join("index.html"), page(pack, packs, words, &known, base, index))?;
    }
    Ok(())
}

/// What the script knows: names for titles, and hashes.
fn known(dist: &Path, packs: &[PackRef]) -> anyhow::Result<String> {
    let mut names: BTreeMap<&str, BTreeMap<String, &str>> = BTreeMap::new();
    for pack in packs {
        let names = names.entry(&pack.language.code).or_default();
        names.insert("whole".into(), pack.word(Word::Title));
        names.extend(pack.chapters.iter().map(|chapter| (format!("chapter {}", chapter.id), chapter.title.as_str())));
        names.extend(pack.figures.iter().map(|figure| (format!("figure {}", figure.id), figure.title.as_str())));
    }
    let mut integrity = BTreeMap::new();
    for name in NAMED {
        let path = dist.join(name);
        integrity.insert(name, sri(&fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?));
    }
    // Within a page nothing may look like its end.
    Ok(json!({ "names": names, "integrity": integrity }).to_string().replace('<', "\\u003c"))
}

fn page(pack: &PackRef, packs: &[PackRef], words: &Map<String>, known: &str, base: &str, index: usize) -> String {
    let Language { code, direction, .. } = &pack.language;
    let (here, root) = if index == 0 { ("", "../") } else { ("../", "../../") };
    let option = |value: &str, name: &str| format!("<option value=\"{value}\">{}</option>", escape(name));
    let chapters: String = pack.chapters.iter().map(|chapter| option(chapter.id.as_str(), &chapter.title)).collect();
    let figures: String = pack.figures.iter().map(|figure| option(figure.id.as_str(), &figure.title)).collect();
    let (mut languages, mut options, mut alternates) = (String::new(), String::new(), String::new());
    for (other, known) in packs.iter().enumerate() {
        let Language { code, name, .. } = &known.language;
        let (selected, current) = if other == index { (" selected", " aria-current=\"true\"") } else { ("", "") };
        // The source language's page may send a reader to the browser's language, unless it is asked for by name.
        let folder = if other == 0 { format!("{here}?lang={code}") } else { format!("{here}{code}/") };
        let folder = if here.is_empty() && other == 0 { format!("./?lang={code}") } else { folder };
        let name = escape(name);
        // Writing to a String cannot fail.
        let _ = write!(languages, "<a href=\"{folder}\" lang=\"{code}\" hreflang=\"{code}\"{current}>{name}</a>");
        let _ = write!(options, "<option value=\"{code}\" lang=\"{code}\"{selected}>{name}</option>");
        let _ = writeln!(alternates, "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{folder}\">");
    }
    let choose = format!("<script src=\"{root}choose-language.js\"></script>\n");
    let mut page = template();
    for (key, word) in words {
        page = page.replace(&format!("{{{{{key}}}}}"), &escape(word));
    }
    let marks = [
        ("__LANG__", code.as_str()),
        ("__DIR__", direction),
        ("__HERE__", here),
        ("__CHOOSE__", if index == 0 { &choose } else { "" }),
        ("__ALTERNATES__", &alternates),
        ("__LANGUAGES__", &languages),
        ("__LANGUAGE_OPTIONS__", &options),
        ("__CHAPTERS__", &chapters),
        ("__FIGURES__", &figures),
        ("__BASE__", &escape(base)),
        ("__ROOT__", root),
        ("__KNOWN__", known),
    ];
    marks.into_iter().fold(page, |page, (mark, text)| page.replace(mark, text))
}

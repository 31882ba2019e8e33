//! The pages that show the pictures: one a subject, and one with all sheets.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::session::Shot;

const HEAD: &str = "<!doctype html><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
    <style>body { font: 16px sans-serif; background: gray; color: white } a { color: white } \
    img { max-width: 100%; height: auto } figure { display: inline-block; vertical-align: top; margin: 8px }</style>";

/// Writes the page of one subject: every picture in its own size.
pub fn page(out: &Path, name: &str, shots: &[Shot]) -> Result<()> {
    let mut html = format!("{HEAD}<title>{name}</title><h1>{name}</h1><p><a href=\"index.html\">all</a></p>\n");
    for Shot { view, step, file, .. } in shots {
        let caption = format!("{} {step}", view.name());
        html.push_str(&format!(
            "<figure><figcaption>{caption}</figcaption><a href=\"{file}\"><img src=\"{file}\" alt=\"{caption}\" \
             width=\"{}\" loading=\"lazy\"></a></figure>\n",
            view.width
        ));
    }
    write(&out.join(format!("{name}.html")), &html)
}

/// Writes the page with every sheet that is there, those of earlier runs too.
pub fn all(out: &Path) -> Result<()> {
    let entries = fs::read_dir(out).with_context(|| format!("cannot read {}", out.display()))?;
    let files = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = files.filter_map(|file| Some(file.strip_suffix(".png")?.to_owned())).collect();
    names.sort();
    let mut html = format!("{HEAD}<title>gallery</title><h1>gallery</h1>\n");
    for name in names {
        html.push_str(&format!(
            "<h2><a href=\"{name}.html\">{name}</a></h2>\
             <a href=\"{name}.png\"><img src=\"{name}.png\" alt=\"{name}: contact sheet\" loading=\"lazy\"></a>\n"
        ));
    }
    write(&out.join("index.html"), &html)
}

fn write(file: &Path, html: &str) -> Result<()> {
    fs::write(file, html).with_context(|| format!("cannot write {}", file.display()))
}

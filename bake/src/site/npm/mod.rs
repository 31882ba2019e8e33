//! `npm/`: the package as it would be published: the element's script with its files beside it, types, and what
//! editors read. Its descriptions are for developers, in English; they stand in `api.json` and in the templates.

mod api;
mod entry;
mod manifest;
mod readme;
mod tokens;

use std::{fs, path::Path};

use anyhow::{Context, ensure};
use oxytocin_explainer::model::PackRef;

use super::{Names, VERSION, names::files};
use api::Api;

/// Files that only name other files of the package, for the frameworks' types.
const FRAMEWORKS: [(&str, &str); 3] =
    [("react", include_str!("react.d.ts")), ("vue", include_str!("vue.d.ts")), ("svelte", include_str!("svelte.d.ts"))];

/// Writes the package, of what stands in `v/<version>/` by now.
///
/// # Errors
/// When a custom property of `styles/tokens.css` is not described in `api.json`, when the element's scripts are no
/// longer as `entry.rs` expects them, or when the folder cannot be written.
pub fn write(dist: &Path, names: &Names, packs: &[PackRef], base: &str) -> anyhow::Result<()> {
    let folder = dist.join("npm");
    let versioned = folder.join("v").join(VERSION);
    fs::create_dir_all(&versioned).with_context(|| format!("cannot make {}", versioned.display()))?;
    copy(&dist.join("v").join(VERSION), &versioned, &[&names.shell, "manifest.json"])?;
    let scripts = entry::scripts(names, packs)?;
    fs::write(versioned.join(&scripts.shell.0), &scripts.shell.1)?;
    let loaded = relative(&versioned)?;
    fs::write(folder.join("oxytocin-explainer.js"), entry::with_addresses(&scripts.stub, &loaded, base)?)?;

    let api = Api::read(packs)?;
    for (name, types) in FRAMEWORKS {
        fs::write(folder.join(format!("{name}.js")), "export * from './oxytocin-explainer.js';\n")?;
        fs::write(folder.join(format!("{name}.d.ts")), types)?;
    }
    let written = [
        ("index.d.ts", api.types(include_str!("index.d.ts"))),
        ("custom-elements.json", manifest::custom_elements(&api)?),
        ("vscode.html-custom-data.json", manifest::html_data(&api)?),
        ("package.json", package(&api)),
        ("README.md", readme::text(&api, packs)),
        ("LICENSE-MIT", include_str!("../../../../LICENSE-MIT").to_owned()),
        ("LICENSE-APACHE", include_str!("../../../../LICENSE-APACHE").to_owned()),
    ];
    for (name, text) in written {
        ensure!(!text.contains("__"), "npm/{name}: a mark is left");
        fs::write(folder.join(name), text).with_context(|| format!("cannot write npm/{name}"))?;
    }
    Ok(())
}

fn package(api: &Api) -> String {
    include_str!("package.json")
        .replace("__VERSION__", VERSION)
        .replace("__SUMMARY__", &api.summary)
        .replace("__LICENSE__", env!("CARGO_PKG_LICENSE"))
}

/// Copies a folder with all below it, but for these names.
fn copy(from: &Path, to: &Path, without: &[&str]) -> anyhow::Result<()> {
    for name in relative(from)?.iter().filter(|name| !without.contains(&name.as_str())) {
        let target = to.join(name);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(from.join(name), &target).with_context(|| format!("cannot write {}", target.display()))?;
    }
    Ok(())
}

/// The paths of all files below a folder, from it.
fn relative(folder: &Path) -> anyhow::Result<Vec<String>> {
    let paths = files(folder)?;
    let name = |path: &Path| Ok(path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/"));
    paths.iter().map(|path| name(path)).collect()
}

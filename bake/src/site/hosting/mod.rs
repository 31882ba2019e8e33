//! How the site wants to be served: `_headers` for hosts that read such a file, an example for nginx.

use std::{fmt::Write, fs, path::Path};

use anyhow::Context;

use super::names::files;

/// What our own pages may do: nothing but what stands beside them.
const ALONE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";
/// What the offline file may do: what stands in it, and to read itself again.
const OFFLINE: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; \
    style-src 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
/// Kept for ever: the name changes with the content.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// Asked for again soon.
const SHORT: &str = "public, max-age=300";

/// Pages of ours stand in no frame of another site; embeds may.
const NOT_FRAMED: &str = "frame-ancestors 'self'";

/// Writes both files, for all that is in the folder by now.
///
/// # Errors
/// When the folder cannot be read or written.
pub fn write(dist: &Path) -> anyhow::Result<()> {
    let nginx = include_str!("nginx.conf.example")
        .replace("__PAGES__", &format!("{ALONE}; {NOT_FRAMED}"))
        .replace("__EMBEDS__", ALONE)
        .replace("__OFFLINE__", OFFLINE);
    fs::write(dist.join("nginx.conf.example"), nginx)?;
    fs::write(dist.join("_headers"), headers(dist)?)?;
    Ok(())
}

/// Hosts join the values of a header that several rules give, so no two rules here give the same one to a file.
fn headers(dist: &Path) -> anyhow::Result<String> {
    let mut text = String::from("# For hosts that read this file, Netlify and Cloudflare Pages among them.\n");
    rule(&mut text, "/*", &[("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")]);
    let mut tops = vec!["/".to_owned(), "/integrity.json".to_owned()];
    for entry in fs::read_dir(dist).with_context(|| format!("cannot read {}", dist.display()))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        tops.push(if entry.path().is_dir() { format!("/{name}/*") } else { format!("/{name}") });
    }
    tops.sort();
    tops.dedup();
    for top in tops.iter().filter(|top| !["/_headers", "/nginx.conf.example"].contains(&top.as_str())) {
        rule(&mut text, top, &of_top(top));
    }
    for path in files(dist)? {
        let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        if let Some(kind) = kind(&name) {
            rule(&mut text, &format!("/{name}"), &[("Content-Type", kind)]);
        }
    }
    Ok(text)
}

fn rule(text: &mut String, path: &str, headers: &[(&str, impl std::fmt::Display)]) {
    // Writing to a String cannot fail.
    let _ = write!(text, "\n{path}\n");
    for (name, value) in headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
}

/// The headers of a file or folder at the site's root.
fn of_top(top: &str) -> Vec<(&'static str, String)> {
    let policy = match top {
        "/embed/*" => ALONE.to_owned(),
        "/offline/*" => OFFLINE.to_owned(),
        _ => format!("{ALONE}; {NOT_FRAMED}"),
    };
    let cache = if top == "/v/*" { IMMUTABLE } else { SHORT };
    let mut headers = vec![("Cache-Control", cache.to_owned()), ("Content-Security-Policy", policy)];
    if ["/v/*", "/oxytocin-explainer.js", "/frame-height.js", "/oembed/*", "/integrity.json"].contains(&top) {
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
        headers.push(("Cross-Origin-Resource-Policy", "cross-origin".to_owned()));
    }
    headers
}

/// The types that hosts get wrong.
fn kind(name: &str) -> Option<&'static str> {
    match Path::new(name).extension()?.to_str()? {
        // The package is there to be published, not to be served.
        _ if name.starts_with("npm/") => None,
        "js" | "mjs" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        "pack" => Some("application/octet-stream"),
        // It names its own charset, which is not UTF-8.
        "html" if name.starts_with("offline/") => Some("text/html"),
        _ => None,
    }
}

//! The package as npm packs it: judged by those who know packages, then installed and built into a page of each make
//! of host, and walked through in every engine.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use tokio::process::Command;

use crate::harness::{Engine, Page, Site, Wish, journey, site::dist};

/// What the hosts' pages are served under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/// The first term in the chapter's text.
const TERM: &str = "[data-chapter=labour] .claim a.term[data-term]";

/// Runs a program to its end; what it says is told only if it fails.
async fn run(program: impl AsRef<Path>, arguments: &[&str], folder: &Path) -> Result<String> {
    let name = program.as_ref().display().to_string();
    let output = Command::new(program.as_ref())
        .args(arguments)
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .kill_on_drop(true)
        .output()
        .await
        .with_context(|| format!("cannot start {name}"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{name} {}:\n{said}\n{messages}", arguments.join(" "));
    Ok(said)
}

/// The package as it would be sent to the registry.
async fn packed(folder: &Path) -> Result<PathBuf> {
    let package = dist().join("npm");
    let from = package.to_str().context("a path of letters")?;
    let name = run("npm", &["pack", "--silent", "--ignore-scripts", from], folder).await?;
    Ok(folder.join(name.trim()))
}

#[tokio::test]
async fn the_package_is_as_it_should_be() {
    // No browser has a part in it: once is enough.
    if Engine::now() != Engine::Chromium {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let judged = async {
        let package = packed(folder.path()).await?;
        let tool = |name: &str| env::var_os(name).with_context(|| format!("{name} is not set: run `cargo xtask test`"));
        let path = package.to_str().context("a path of letters")?;
        run(PathBuf::from(tool("OXY_PUBLINT")?), &["run", path, "--strict"], folder.path()).await?;
        // It is an ES module: what cannot load one is left out of the judgement.
        run(PathBuf::from(tool("OXY_ATTW")?), &[path, "--profile", "esm-only"], folder.path()).await?;
        // On a server the import does nothing, and does not fail.
        run("npm", &["install", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", ".", path], folder.path())
            .await?;
        let script = "await import('oxytocin-explainer'); await import('oxytocin-explainer/react')";
        run("node", &["--input-type=module", "--eval", script], folder.path()).await?;
        anyhow::Ok(())
    };
    judged.await.expect("the package passes");
}

/// The page of a host, built of its sources and the packed package alone.
async fn built(name: &str, folder: &Path) -> Result<Site> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("hosts").join(name);
    for entry in fs::read_dir(&sources).with_context(|| format!("{} is not there", sources.display()))?.flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), folder.join(entry.file_name()))?;
        }
    }
    let package = packed(folder).await?;
    let path = package.to_str().context("a path of letters")?;
    let quick = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline", path];
    run("npm", &quick, folder).await?;
    run("npm", &["run", "build"], folder).await?;
    let mut site = Site::default().header("content-security-policy", POLICY);
    let (assets, pages) = (folder.join("dist").join("assets"), folder.join("dist"));
    for (place, folder) in [("/assets/", assets), ("/", pages)] {
        for path in fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
            let kind = match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
                "html" => "text/html; charset=utf-8",
                "js" => "text/javascript",
                "css" => "text/css",
                "wasm" => "application/wasm",
                _ => "application/octet-stream",
            };
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            site = site.file(&format!("{place}{name}"), kind, fs::read(&path)?);
        }
    }
    Ok(site)
}

/// A host's page: values pass, events arrive, a change is followed, and what is taken away is cleaned up.
async fn host(name: &str) {
    let folder = TempDir::new().expect("a folder");
    let site = built(name, folder.path()).await.expect("the page of the host is built");
    journey(site, Wish::default(), |page| async move {
        page.open("/index.html").await?;
        walk(&page).await?;
        page.holds("!seen.blocked.length").await?;
        let own = |path: &String| path == "/index.html" || path.starts_with("/assets/");
        let foreign: Vec<String> = page.site.asked().into_iter().filter(|path| !own(path)).collect();
        ensure!(foreign.is_empty(), "asked for what the host has not built: {foreign:?}");
        Ok(())
    })
    .await;
}

/// Through a host's page that is open.
pub async fn walk(page: &Page) -> Result<()> {
    page.until("element?.ready").await?;
    page.ready().await?;
    page.holds("element.getAttribute('lang') === 'en' && element.chapter === 'labour' && element.theme === 'dark' && element.eager === true")
        .await?;
    page.holds("q('.oxy').lang === 'en' && all('[data-chapter]').length === 1 && q('[data-chapter=labour]')").await?;
    page.until("host.heard.includes('oxy-ready wasm')").await?;
    let term: String = page.get(&format!("q('{TERM}').dataset.term")).await?;
    page.click(TERM).await?;
    page.until(&format!("host.heard.includes('oxy-term {term}')")).await?;
    page.run("host.chapter('release')", &[]).await?;
    page.until("q('[data-chapter=release]') && all('[data-chapter]').length === 1").await?;
    page.holds("host.heard.filter((heard) => heard.startsWith('oxy-ready')).length === 1").await?;
    page.run("window.gone = element; host.unmount()", &[]).await?;
    page.until("!element && gone.shadowRoot.querySelectorAll('*').length === 1").await?;
    page.quiet().await?;
    Ok(())
}

#[tokio::test]
async fn a_page_without_a_framework_has_it() {
    host("plain").await;
}

#[tokio::test]
async fn a_page_in_react_has_it() {
    host("react").await;
}

#[tokio::test]
async fn a_page_in_vue_has_it() {
    host("vue").await;
}

#[tokio::test]
async fn a_page_in_svelte_has_it() {
    host("svelte").await;
}

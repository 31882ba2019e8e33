//! Isolation both ways: whatever a host's styles do, the explainer looks as on a blank page; and the host as without us.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::{Page, Site, Wish, foreign, journey};

const COMPARE: &str = include_str!("isolation.js");
/// Where the explainer stands: a place of the same size whatever the host does.
const PLACE: &str = "display: block !important; position: absolute !important; left: 0 !important; top: 300px !important; width: 900px !important; \
    margin: 0 !important; padding: 0 !important; border: 0 !important; min-width: 0 !important; max-width: none !important";
/// What a host has beside us.
const THEIRS: &str = "<h1>Title</h1><p>Text with <a href=\"#x\">a link</a> and <code>code</code>.</p><ul><li>one</li></ul><button>Button</button><input><table><tr><td>1</td></tr></table><svg width=9 height=9><path d=\"M0 0h9\"/></svg>";
/// Every property that inheritance carries into a shadow root, set to what nobody wants; the root's font size by itself, below.
/// But for the writing mode: in a vertical host all that is horizontal, and so the explainer, takes the width of its content.
const INHERITED: &str = "body { color: #fe0001 !important; font: italic small-caps bold 29px/3 cursive; letter-spacing: 7px; word-spacing: 9px; text-transform: uppercase; \
    text-indent: 40px; text-align: right; text-align-last: right; white-space: pre; word-break: break-all; overflow-wrap: normal; line-break: anywhere; hyphens: auto; tab-size: 1; \
    text-shadow: 2px 2px 3px lime; text-emphasis: filled red; text-underline-offset: 9px; text-underline-position: under; text-decoration-skip-ink: none; text-rendering: geometricPrecision; \
    text-wrap: nowrap; hanging-punctuation: first; font-feature-settings: 'smcp'; font-variation-settings: 'wght' 900; font-kerning: none; font-variant-numeric: slashed-zero; \
    font-stretch: expanded; font-size-adjust: 1; font-synthesis: none; font-optical-sizing: none; font-palette: dark; font-language-override: 'TRK'; \
    list-style: square inside; quotes: 'x' 'y'; cursor: crosshair; caret-color: red; accent-color: red; user-select: none; -webkit-text-stroke: 1px red; -webkit-text-fill-color: red; \
    -webkit-tap-highlight-color: red; -webkit-font-smoothing: antialiased; \
    border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide; orphans: 9; widows: 9; image-rendering: pixelated; text-orientation: upright; \
    fill: red; fill-opacity: 0.1; fill-rule: evenodd; clip-rule: evenodd; stroke: red; stroke-width: 9px; stroke-opacity: 0.2; stroke-dasharray: 3 9; stroke-dashoffset: 3; stroke-linecap: square; stroke-linejoin: bevel; \
    stroke-miterlimit: 1; paint-order: stroke; shape-rendering: crispEdges; text-anchor: end; color-interpolation: linearRGB; marker: none; dominant-baseline: hanging; \
    color-scheme: dark; interpolate-size: allow-keywords; math-style: compact; ruby-position: under; scrollbar-color: red lime; print-color-adjust: exact; forced-color-adjust: none; -webkit-text-size-adjust: 200%; }";

/// How many windows of the explainer are looked at: the chapter's text, its figures, its notes.
const WINDOWS: u32 = 6;

/// Pixels of a window that may differ: a host that moves the explainer has letters of drawings begin at another fraction
/// of one. A line across the explainer has three times as many.
const SPECKS: u64 = 300;

/// A host's page: styles, attributes of its root, how far it enlarges our place, and whether our script runs.
fn page(styles: &str, root: &str, zoom: f64, script: bool) -> Vec<u8> {
    let script = if script { "<script type=\"module\" src=\"/oxytocin-explainer.js\"></script>" } else { "" };
    format!(
        "<!doctype html><html lang=en {root}><head><meta charset=utf-8>{styles}</head><body>{THEIRS}<div style=\"{PLACE}; zoom: {zoom}\"><oxytocin-explainer eager chapter=labour lang=en theme=light></oxytocin-explainer></div>{script}</body></html>"
    )
    .into_bytes()
}

/// The explainer on a blank page and on that one, compared; and the host's own elements with and without us.
async fn same(sheets: &[(&str, String)], root: &'static str, scale: f64) {
    let styles: String =
        (0..sheets.len()).map(|index| format!("<link rel=stylesheet href=\"/sheet-{index}.css\">")).collect();
    let kind = "text/html; charset=utf-8";
    let mut site = Site::default()
        .page("/around", "")
        .file("/blank", kind, page("", "", 1.0, true))
        .file("/enlarged", kind, page("", "", scale, true))
        .file("/hostile", kind, page(&styles, root, 1.0, true))
        .file("/without", kind, page(&styles, root, 1.0, false));
    for (index, (_, sheet)) in sheets.iter().enumerate() {
        site = site.file(&format!("/sheet-{index}.css"), "text/css", sheet.clone().into_bytes());
    }
    let names: Vec<String> = sheets.iter().map(|(name, _)| (*name).to_owned()).collect();
    journey(site, Wish::default(), move |page| async move {
        page.open("/around").await?;
        frames(&page).await?;
        let found =
            page.run(&format!("{COMPARE}; return compare(blank, hostile, arguments[0])"), &[scale.into()]).await?;
        ensure!(found["compared"].as_u64().context("a count")? > 500, "too little was compared: {found}");
        ensure!(
            found["differences"] == Value::Array(Vec::new()),
            "{names:?} {root} come in: {:#}",
            found["differences"]
        );
        let changed: Vec<String> = page.get("changed(hostile, without)").await?;
        ensure!(changed.is_empty(), "{names:?} {root}: the host's own look otherwise with us: {changed:#?}");
        page.quiet().await?;
        pictures(&page).await.with_context(|| format!("{names:?} {root}"))
    })
    .await;
}

/// Pictures of the explainer on both pages, as large on one as on the other, window by window, compared pixel by pixel.
async fn pictures(page: &Page) -> Result<()> {
    let (blank, hostile) = (windows(page, "/enlarged").await?, windows(page, "/hostile").await?);
    for (window, (was, is)) in blank.into_iter().zip(hostile).enumerate() {
        let found = page.run(&format!("{COMPARE}; return differ(arguments[0], arguments[1])"), &[was, is]).await?;
        ensure!(found["seen"].as_u64() > Some(100), "window {window} shows next to nothing: {found}");
        ensure!(found["different"].as_u64() <= Some(SPECKS), "window {window} looks otherwise: {found}");
    }
    Ok(())
}

/// What a reader sees of the explainer in the first windows of a page: where it begins, and a PNG as Base64.
async fn windows(page: &Page, path: &str) -> Result<Vec<Value>> {
    page.open(path).await?;
    page.run(&format!("{COMPARE}; return settle(window).then(() => null)"), &[]).await?;
    let mut pictures = Vec::new();
    for window in 0..WINDOWS {
        let corner = page.run(
            "scrollTo({ left: 0, top: scrollY + element.getBoundingClientRect().top + arguments[0] * Math.round(innerHeight * 0.9), behavior: 'instant' }); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => { const { left, top } = element.getBoundingClientRect(); done([left, top + arguments[0] * Math.round(innerHeight * 0.9)]); })))",
            &[window.into()],
        )
        .await?;
        pictures.push(json!([corner, page.picture().await?]));
    }
    Ok(pictures)
}

/// Three frames: `blank`, `hostile` and `without` us.
async fn frames(page: &Page) -> Result<()> {
    let script = "return Promise.all(['blank', 'hostile', 'without'].map((name) => { const frame = document.createElement('iframe'); \
        frame.id = name; frame.width = 1400; frame.height = 900; frame.src = `/${name}`; document.body.append(frame); return new Promise((done) => { frame.onload = () => done(); }); }))";
    page.run(script, &[]).await?;
    Ok(())
}

async fn library(name: &str, file: &str) {
    let sheet = foreign::text(name, file).expect("the package is at hand");
    assert!(sheet.len() > 2000, "{name} has next to no styles");
    same(&[(name, sheet)], "", 1.0).await;
}

#[tokio::test]
async fn bootstrap() {
    library("bootstrap", "dist/css/bootstrap.css").await;
}

#[tokio::test]
async fn tailwinds_preflight() {
    // What Tailwind's build would fill in: its theme's default values.
    let theme =
        foreign::text("tailwindcss", "theme.css").expect("the package is at hand").replace("@theme default", ":root");
    let preflight = foreign::text("tailwindcss", "preflight.css").expect("the package is at hand");
    same(&[("theme", theme), ("preflight", preflight.replace("--theme(", "var("))], "", 1.0).await;
}

#[tokio::test]
async fn bulma() {
    library("bulma", "css/bulma.css").await;
}

#[tokio::test]
async fn bulma_in_the_dark() {
    let sheet = foreign::text("bulma", "css/bulma.css").expect("the package is at hand");
    same(&[("bulma", sheet)], "data-theme=dark", 1.0).await;
}

#[tokio::test]
async fn normalize() {
    library("normalize.css", "normalize.css").await;
}

#[tokio::test]
async fn everything_unset() {
    same(&[("unset", "* { all: unset }".into())], "", 1.0).await;
}

#[tokio::test]
async fn other_boxes() {
    // What a host says of the element itself is its own affair, so that one is left out of what sets its size.
    let sheet = "*:not(oxytocin-explainer), *::before, *::after { box-sizing: content-box; margin: 3px; padding: 3px; border: 1px solid red; border-radius: 50%; position: relative } * { line-height: 3; font-family: cursive; color: red; background: lime; transition: all 2s; outline: 3px dotted red } ::marker { color: red }";
    same(&[("boxes", sheet.into())], "", 1.0).await;
}

#[tokio::test]
async fn everything_that_is_inherited() {
    same(&[("inherited", INHERITED.into())], "", 1.0).await;
}

#[tokio::test]
async fn a_giant_root() {
    same(&[("giant", "html { font-size: 62.5% } body { font-size: 3rem }".into())], "", 1.0).await;
    same(&[("giant", "html { font-size: 40px }".into())], "", 1.0).await;
}

#[tokio::test]
async fn from_right_to_left() {
    same(&[("rtl", "body { direction: rtl; unicode-bidi: bidi-override }".into())], "dir=rtl", 1.0).await;
}

#[tokio::test]
async fn zoomed_by_the_host() {
    same(&[("zoom", "html { zoom: 1.5 }".into())], "", 1.5).await;
}

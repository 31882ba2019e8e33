//! What every measurement has at hand, and the pages of hosts that it opens.

use oxytocin_chromium::Programs;
use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::{
    browser::{Browser, Device},
    figure::median,
    site::Site,
};

/// A host's page with the element far below what the reader sees, and the same without it.
pub const FAR: &str = "/meter/far.html";
/// See [`FAR`].
pub const FAR_WITHOUT: &str = "/meter/far-without.html";
/// A host's page with one element and nothing else, in sight from the start.
pub const ONE: &str = "/meter/one.html";
/// The same with twenty.
pub const TWENTY: &str = "/meter/twenty.html";
/// A page without anything.
pub const NOTHING: &str = "/meter/nothing.html";
/// A page with an element that a script starts.
pub const WAITING: &str = "/meter/waiting.html";
/// The chapter about labour alone.
pub const LABOUR: &str = "/meter/labour.html";
/// The glossary alone.
pub const GLOSSARY: &str = "/meter/glossary.html";
/// The empty Yew application.
pub const EMPTY: &str = "/meter/empty.html";
/// The article's text on a page without styles, pictures or scripts.
pub const BARE: &str = "/meter/bare.html";

/// All that a measurement needs.
pub struct Bench {
    /// The release build on an address.
    pub site: Site,
    /// The browser's programs.
    pub programs: Programs,
    /// The release build on disk.
    pub dist: PathBuf,
    /// How many times noisy things are measured.
    pub runs: usize,
    /// How many mounts and removals in the long run.
    pub mounts: usize,
}

impl Bench {
    /// Puts the hosts' pages and the empty application on the site.
    ///
    /// # Errors
    /// When the empty application is not where it should be.
    pub fn prepare(&self, empty: &std::path::Path) -> Result<()> {
        let script = self.site.script();
        let element = "<oxytocin-explainer lang=\"bg\"";
        let far = "<h1>host</h1><p style=\"height: 6000px\">text</p>";
        self.site.page(FAR, &script, &format!("{far}{element}><p>article</p></oxytocin-explainer>"))?;
        self.site.page(FAR_WITHOUT, "", far)?;
        self.site.page(ONE, &script, &format!("{element}></oxytocin-explainer>"))?;
        self.site.page(TWENTY, &script, &format!("{element}></oxytocin-explainer>").repeat(20))?;
        self.site.page(NOTHING, "", "")?;
        let waiting = format!("<p style=\"height: 6000px\">text</p>{element}></oxytocin-explainer>");
        self.site.page(WAITING, &script, &waiting)?;
        self.site.page(LABOUR, &script, &format!("{element} chapter=\"labour\" eager></oxytocin-explainer>"))?;
        self.site.page(GLOSSARY, &script, &format!("{element} view=\"glossary\" eager></oxytocin-explainer>"))?;
        for file in ["empty.js", "empty_bg.wasm"] {
            let path = empty.join(file);
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            self.site.put(&format!("/meter/{file}"), &bytes)?;
        }
        // As Trunk writes it, and with a mark of the moment at which something has been drawn.
        let head = "<link rel=\"modulepreload\" href=\"empty.js\" crossorigin>\
            <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"empty_bg.wasm\" crossorigin>\
            <script type=\"module\">import init from './empty.js'; \
            const done = () => document.body.childElementCount && meter.ready.push([performance.now(), 'wasm']); \
            const watcher = new MutationObserver(() => done() && watcher.disconnect()); \
            watcher.observe(document.body, { childList: true }); await init('empty_bg.wasm');</script>";
        self.site.page(EMPTY, head, "")
    }

    /// A page of the build's own origin.
    pub fn own(&self, path: &str) -> String {
        format!("http://{}{path}", self.site.own)
    }

    /// A page of a host's site.
    pub fn foreign(&self, path: &str) -> String {
        format!("http://{}{path}", self.site.foreign)
    }

    /// A browser that pretends to be that device.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn browser(&self, device: Device) -> Result<Browser> {
        let browser = Browser::start(&self.programs).await?;
        browser.be(device).await?;
        Ok(browser)
    }

    /// The path of the pack of a language, from the site's root.
    ///
    /// # Errors
    /// When the build has none, or several.
    pub fn pack(&self, language: &str) -> Result<String> {
        let versions = fs::read_dir(self.dist.join("v"))?.flatten().map(|entry| entry.path());
        let files = versions.flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
        let names: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
        let of_language = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&format!("{language}-")) && name.ends_with(".pack")
        };
        let found: Vec<&PathBuf> = names.iter().filter(of_language).collect();
        let [pack] = found[..] else { bail!("there should be one pack of {language}: {found:?}") };
        let short = pack.strip_prefix(&self.dist)?.to_string_lossy().replace('\\', "/");
        Ok(format!("/{short}"))
    }
}

/// Waits for so many explainers, and says when the last of them was ready, in ms since the page began.
///
/// # Errors
/// When one of them shows only the article.
pub async fn ready(browser: &Browser, count: usize) -> Result<f64> {
    let script = format!("await meter.until(() => meter.ready.length >= {count}); return meter.ready");
    let ready: Vec<(f64, String)> = serde_json::from_value(browser.run(&script).await?)?;
    if ready.iter().any(|(_, tier)| tier != "wasm") {
        bail!("an explainer did not come to life: {}", browser.run("return meter.errors").await?);
    }
    Ok(ready.iter().map(|(time, _)| *time).fold(0.0, f64::max))
}

/// The middle of what several runs give.
///
/// # Errors
/// When one of them fails.
pub async fn several(runs: usize, mut one: impl AsyncFnMut() -> Result<f64>) -> Result<f64> {
    let mut values = Vec::new();
    for _ in 0..runs {
        values.push(one().await?);
    }
    Ok(median(values))
}

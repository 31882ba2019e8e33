//! Headless Chromium behind its WebDriver: how a page is looked at, and its pictures.

use std::{net::SocketAddr, time::Duration};

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use image::{RgbImage, imageops};
use oxytocin_chromium::Chromium;
use serde_json::{Value, json};

use crate::wish::{View, Wish};

/// How long a page may take to come to life.
const PATIENCE: Duration = Duration::from_secs(30);
/// How tall the window is, in CSS pixels.
const WINDOW: u32 = 900;
/// How much of a page goes into one picture of the browser's: more than it can hold comes out blank.
const STRIP: u32 = 4000;

/// A browser with one page open.
pub struct Camera {
    chromium: Chromium,
    site: SocketAddr,
}

impl Camera {
    /// Starts the browser.
    pub async fn start(wish: &Wish, site: SocketAddr) -> Result<Self> {
        let chromium = Chromium::start(&wish.programs, (1280, WINDOW)).await?;
        chromium.driver.set_script_timeout(PATIENCE).await?;
        Ok(Self { chromium, site })
    }

    /// Ends the browser.
    pub async fn close(self) {
        self.chromium.close().await;
    }

    /// Opens a path as a reader with this window and these settings sees it; motion is always reduced.
    pub async fn open(&self, path: &str, view: &View, wish: &Wish) -> Result<()> {
        let metrics = json!({ "width": view.width, "height": WINDOW, "deviceScaleFactor": 1, "mobile": false });
        self.chromium.tell("Emulation.setDeviceMetricsOverride", metrics).await?;
        let features = json!([
            { "name": "prefers-color-scheme", "value": view.theme.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": if wish.forced_colors { "active" } else { "none" } },
        ]);
        let media = if wish.print { "print" } else { "" };
        self.chromium.tell("Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await?;
        let address = format!("http://{}{path}", self.site);
        self.chromium.driver.goto(address).await.with_context(|| format!("cannot open {path}"))
    }

    /// What a script returns; a promise is waited for.
    pub async fn run(&self, script: &str) -> Result<Value> {
        self.chromium.run(script).await
    }

    /// The whole page, however long.
    pub async fn picture(&self) -> Result<RgbImage> {
        let size = self
            .run("const { scrollWidth, scrollHeight } = document.documentElement; return [scrollWidth, scrollHeight]");
        let (width, height): (u32, u32) = serde_json::from_value(size.await?).context("a page has a size")?;
        let mut whole = RgbImage::new(width, height);
        for top in (0..height).step_by(STRIP as usize) {
            let clip = json!({ "x": 0, "y": top, "width": width, "height": STRIP.min(height - top), "scale": 1 });
            let wanted = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
            let answer = self.chromium.tell("Page.captureScreenshot", wanted).await?;
            let data = answer["data"].as_str().context("the browser gave no picture")?;
            let strip = image::load_from_memory(&BASE64_STANDARD.decode(data)?)?.to_rgb8();
            imageops::replace(&mut whole, &strip, 0, i64::from(top));
        }
        Ok(whole)
    }
}

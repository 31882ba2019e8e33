//! Headless Chromium behind its WebDriver: how a page is looked at, and its pictures.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use image::{RgbImage, imageops};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    net::TcpStream,
    process::{Child, Command},
    time,
};

use crate::wish::{View, Wish};

/// How long a driver may take to listen, and a page to come to life.
const PATIENCE: Duration = Duration::from_secs(30);
/// How tall the window is, in CSS pixels.
const WINDOW: u32 = 900;
/// How much of a page goes into one picture of the browser's: more than it can hold comes out blank.
const STRIP: u32 = 4000;
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--window-size=1280,900",
];

/// A browser with one page open.
pub struct Camera {
    driver: WebDriver,
    process: Child,
    site: SocketAddr,
}

impl Camera {
    /// Starts the browser.
    pub async fn start(wish: &Wish, site: SocketAddr) -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let program = &wish.driver;
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
            if Instant::now() > deadline {
                bail!("{} does not listen on port {port}", program.display());
            }
            time::sleep(Duration::from_millis(20)).await;
        }
        let mut options = json!({ "args": FLAGS });
        if let Some(browser) = &wish.browser {
            options["binary"] = json!(browser);
        }
        let Value::Object(wanted) = json!({ "browserName": "chrome", "goog:chromeOptions": options }) else {
            bail!("capabilities are an object");
        };
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted)).await?;
        driver.set_script_timeout(PATIENCE).await?;
        Ok(Self { driver, process, site })
    }

    /// Ends the browser, then its driver.
    pub async fn close(mut self) {
        // A browser that is gone already cannot be told to go.
        let _ = self.driver.quit().await;
        let _ = self.process.kill().await;
    }

    /// Opens a path as a reader with this window and these settings sees it; motion is always reduced.
    pub async fn open(&self, path: &str, view: &View, wish: &Wish) -> Result<()> {
        let metrics = json!({ "width": view.width, "height": WINDOW, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", metrics).await?;
        let features = json!([
            { "name": "prefers-color-scheme", "value": view.theme.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": if wish.forced_colors { "active" } else { "none" } },
        ]);
        let media = if wish.print { "print" } else { "" };
        self.tell("Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await?;
        let address = format!("http://{}{path}", self.site);
        self.driver.goto(address).await.with_context(|| format!("cannot open {path}"))
    }

    /// What a script returns; a promise is waited for.
    pub async fn run(&self, script: &str) -> Result<Value> {
        let answer =
            self.driver.execute(script, Vec::new()).await.with_context(|| format!("script failed: {script}"))?;
        Ok(answer.json().clone())
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
            let answer = self.tell("Page.captureScreenshot", wanted).await?;
            let data = answer["data"].as_str().context("the browser gave no picture")?;
            let strip = image::load_from_memory(&BASE64_STANDARD.decode(data)?)?.to_rgb8();
            imageops::replace(&mut whole, &strip, 0, i64::from(top));
        }
        Ok(whole)
    }

    async fn tell(&self, command: &str, values: Value) -> Result<Value> {
        self.driver.cdp().send_raw(command, values).await.with_context(|| format!("{command} failed"))
    }
}

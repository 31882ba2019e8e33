//! Headless Chromium behind its WebDriver, told by Chromium's own protocol what to pretend and what to count.

use std::time::Duration;

use anyhow::{Context, Result};
use oxytocin_chromium::{Chromium, Programs};
use serde_json::{Value, json};
use tokio::time;

/// How long a script may take: a thousand mounts do take a while.
const LONGEST: Duration = Duration::from_secs(600);
/// Notes times, shifts and events from a page's first moment.
const WATCH: &str = include_str!("page/watch.js");
/// The window, in CSS pixels: a phone's width, about.
const WINDOW: (u32, u32) = (400, 800);

/// How slow the reader's device and network are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Device {
    /// As this machine is.
    Plain,
    /// A processor four times slower.
    Slow,
    /// A processor four times slower, and a network of 150 ms and 1.6 Mbit/s.
    Phone,
}

/// A browser with one page open.
pub struct Browser {
    /// The browser itself.
    pub chromium: Chromium,
}

/// What Chromium counts.
#[derive(Clone, Copy, Default, Debug)]
pub struct Count {
    /// Milliseconds of script, compiling it included, on the processor.
    pub script: f64,
    /// Milliseconds of style and layout.
    pub layout: f64,
    /// Milliseconds of all tasks.
    pub task: f64,
    /// Bytes of the script engine's heap.
    pub heap: f64,
    /// Event listeners.
    pub listeners: f64,
    /// DOM nodes.
    pub nodes: f64,
}

impl Browser {
    /// Starts a browser without any past.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(programs: &Programs) -> Result<Self> {
        let chromium = Chromium::start(programs, WINDOW).await?;
        chromium.driver.set_script_timeout(LONGEST).await?;
        chromium.driver.set_page_load_timeout(LONGEST).await?;
        let browser = Self { chromium };
        // The page's own time on the processor: what else this machine does does not count.
        browser.tell("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
        browser.tell("Network.enable", json!({})).await?;
        browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
        Ok(browser)
    }

    /// Ends the browser.
    pub async fn close(self) {
        self.chromium.close().await;
    }

    /// Pretends to be that device from now on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn be(&self, device: Device) -> Result<()> {
        let rate = if device == Device::Plain { 1 } else { 4 };
        self.tell("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
        let (latency, rate) = if device == Device::Phone { (150, 200_000) } else { (0, -1) };
        let network =
            json!({ "offline": false, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate });
        self.tell("Network.emulateNetworkConditions", network).await.map(drop)
    }

    /// Opens an address with nothing kept from before.
    ///
    /// # Errors
    /// When the page cannot be opened.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.chromium.driver.goto("about:blank").await?;
        self.tell("Network.clearBrowserCache", json!({})).await?;
        if let Some(origin) = address.split('/').nth(2) {
            let all = json!({ "origin": format!("http://{origin}"), "storageTypes": "all" });
            self.tell("Storage.clearDataForOrigin", all).await?;
        }
        self.chromium.driver.goto(address).await.with_context(|| format!("cannot open {address}"))
    }

    /// What a script returns; a promise is waited for, and `await` may be used.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn run(&self, script: &str) -> Result<Value> {
        self.chromium.run(&format!("return (async () => {{ {script} }})();")).await
    }

    /// A number that a script returns.
    ///
    /// # Errors
    /// When the script fails, or returns something else.
    pub async fn number(&self, script: &str) -> Result<f64> {
        let value = self.run(script).await?;
        value.as_f64().with_context(|| format!("{script} gives {value}, not a number"))
    }

    /// What Chromium has counted so far in this page.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn count(&self) -> Result<Count> {
        let answer = self.tell("Performance.getMetrics", json!({})).await?;
        let of = |name: &str| {
            let metrics = answer["metrics"].as_array().into_iter().flatten();
            metrics.filter(|metric| metric["name"] == name).find_map(|metric| metric["value"].as_f64()).unwrap_or(0.0)
        };
        Ok(Count {
            script: (of("ScriptDuration") + of("V8CompileDuration")) * 1000.0,
            layout: (of("LayoutDuration") + of("RecalcStyleDuration")) * 1000.0,
            task: of("TaskDuration") * 1000.0,
            heap: of("JSHeapUsedSize"),
            listeners: of("JSEventListeners"),
            nodes: of("Nodes"),
        })
    }

    /// The same after all that can be thrown away has been.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn count_clean(&self) -> Result<Count> {
        for _ in 0..3 {
            self.tell("HeapProfiler.collectGarbage", json!({})).await?;
            time::sleep(Duration::from_millis(100)).await;
        }
        self.count().await
    }

    /// A click of the reader's in the middle of what the script returns.
    ///
    /// # Errors
    /// When there is nothing to click.
    pub async fn click(&self, find: &str) -> Result<()> {
        let script = format!(
            "const it = ({find}); it.scrollIntoView({{ block: 'center', behavior: 'instant' }}); await meter.calm(); \
             const box = it.getClientRects()[0]; return [box.x + box.width / 2, box.y + box.height / 2]"
        );
        let (x, y): (f64, f64) = serde_json::from_value(self.run(&script).await?)?;
        for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": if kind == "mouseMoved" { "none" } else { "left" },
                "buttons": buttons, "clickCount": 1 });
            self.tell("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// A key of the reader's: its name and what it writes, if anything.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn key(&self, name: &str, code: u32, text: &str) -> Result<()> {
        let mut down = json!({ "type": if text.is_empty() { "rawKeyDown" } else { "keyDown" }, "key": name, "code": name,
            "windowsVirtualKeyCode": code });
        if !text.is_empty() {
            down["text"] = json!(text);
        }
        self.tell("Input.dispatchKeyEvent", down).await?;
        let up = json!({ "type": "keyUp", "key": name, "code": name, "windowsVirtualKeyCode": code });
        self.tell("Input.dispatchKeyEvent", up).await.map(drop)
    }

    /// A command of Chromium's protocol.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn tell(&self, command: &str, values: Value) -> Result<Value> {
        self.chromium.tell(command, values).await
    }
}

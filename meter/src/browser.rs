//! Headless Chromium behind its WebDriver, told by Chromium's own protocol what to pretend and what to count.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    net::TcpStream,
    process::{Child, Command},
    time,
};

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a script may take: a thousand mounts do take a while.
const LONGEST: Duration = Duration::from_secs(600);
/// Notes times, shifts and events from a page's first moment.
const WATCH: &str = include_str!("page/watch.js");
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
    "--window-size=400,800",
];

/// Which programs to start.
#[derive(Clone)]
pub struct Programs {
    /// The WebDriver of Chromium.
    pub driver: PathBuf,
    /// Chromium, where its driver does not know it by itself.
    pub browser: Option<PathBuf>,
}

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
    /// The session.
    pub driver: WebDriver,
    process: Child,
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
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let program = &programs.driver;
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
        if let Some(browser) = &programs.browser {
            options["binary"] = json!(browser);
        }
        let Value::Object(wanted) = json!({ "browserName": "chrome", "goog:chromeOptions": options }) else {
            bail!("capabilities are an object");
        };
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted)).await?;
        driver.set_script_timeout(LONGEST).await?;
        driver.set_page_load_timeout(LONGEST).await?;
        let browser = Self { driver, process };
        // The page's own time on the processor: what else this machine does does not count.
        browser.tell("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
        browser.tell("Network.enable", json!({})).await?;
        browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
        Ok(browser)
    }

    /// Ends the browser, then its driver.
    pub async fn close(mut self) {
        // A browser that is gone already cannot be told to go.
        let _ = self.driver.quit().await;
        let _ = self.process.kill().await;
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
        self.driver.goto("about:blank").await?;
        self.tell("Network.clearBrowserCache", json!({})).await?;
        if let Some(origin) = address.split('/').nth(2) {
            let all = json!({ "origin": format!("http://{origin}"), "storageTypes": "all" });
            self.tell("Storage.clearDataForOrigin", all).await?;
        }
        self.driver.goto(address).await.with_context(|| format!("cannot open {address}"))
    }

    /// What a script returns; a promise is waited for, and `await` may be used.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn run(&self, script: &str) -> Result<Value> {
        let script = format!("return (async () => {{ {script} }})();");
        let answer =
            self.driver.execute(&script, Vec::new()).await.with_context(|| format!("script failed: {script}"))?;
        Ok(answer.json().clone())
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
        self.driver.cdp().send_raw(command, values).await.with_context(|| format!("{command} failed"))
    }
}

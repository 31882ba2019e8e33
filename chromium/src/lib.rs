//! Headless Chromium behind its WebDriver, without any past: for the gallery, which looks at pages, and the meter,
//! which measures them.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    net::TcpStream,
    process::{Child, Command},
    time,
};

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(30);
const FLAGS: [&str; 11] = [
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
];

/// Which programs to start.
#[derive(Clone, Args)]
pub struct Programs {
    /// The WebDriver of Chromium.
    #[arg(long)]
    pub driver: PathBuf,
    /// Chromium, where its driver does not know it by itself.
    #[arg(long)]
    pub browser: Option<PathBuf>,
}

/// A browser with one page open.
pub struct Chromium {
    /// The session.
    pub driver: WebDriver,
    process: Child,
}

impl Chromium {
    /// Starts a browser with a window of that width and height, in CSS pixels.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(programs: &Programs, (width, height): (u32, u32)) -> Result<Self> {
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
        let window = format!("--window-size={width},{height}");
        let flags: Vec<&str> = FLAGS.into_iter().chain([window.as_str()]).collect();
        let mut options = json!({ "args": flags });
        if let Some(browser) = &programs.browser {
            options["binary"] = json!(browser);
        }
        let Value::Object(wanted) = json!({ "browserName": "chrome", "goog:chromeOptions": options }) else {
            bail!("capabilities are an object");
        };
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted)).await?;
        Ok(Self { driver, process })
    }

    /// Ends the browser, then its driver.
    pub async fn close(mut self) {
        // A browser that is gone already cannot be told to go.
        let _ = self.driver.quit().await;
        let _ = self.process.kill().await;
    }

    /// What a script returns; a promise is waited for.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn run(&self, script: &str) -> Result<Value> {
        let answer =
            self.driver.execute(script, Vec::new()).await.with_context(|| format!("script failed: {script}"))?;
        Ok(answer.json().clone())
    }

    /// What a command of Chromium's own protocol answers.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn tell(&self, command: &str, values: Value) -> Result<Value> {
        self.driver.cdp().send_raw(command, values).await.with_context(|| format!("{command} failed"))
    }
}

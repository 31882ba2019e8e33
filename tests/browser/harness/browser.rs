//! A browser of the engine under test, with its driver.

use std::{
    env,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
    sync::{Semaphore, SemaphorePermit},
    time,
};

use super::kept;

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(20);
/// Drivers at work at once: one for each of the two cores that a runner has.
static ROOM: Semaphore = Semaphore::const_new(2);
/// Runs a driver until our end of the pipe is closed, be it because this process is no more; then nothing is left of
/// the driver, its browser, or what they wrote. A browser writes until it is gone, a moment after its driver.
const HELD: &str = "trap : TERM; TMPDIR=$(mktemp -d); export TMPDIR; \"$@\" & read -r _; kill -- -$$; wait; sleep 1; rm -rf \"$TMPDIR\"";

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chrome, Edge and their kin.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari's engine, as WebKitGTK.
    Webkit,
}

impl Engine {
    /// The engine under test.
    pub fn now() -> Self {
        match env::var("OXY_ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::Webkit,
            _ => Self::Chromium,
        }
    }

    /// Of long lists that are about our code and not about an engine, Chromium takes all; the others, whose
    /// drivers or drawing are slow, take every fourth.
    pub fn every(self) -> usize {
        if self == Self::Chromium { 1 } else { 4 }
    }

    fn driver(self) -> PathBuf {
        let usual = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::Webkit => "WebKitWebDriver",
        };
        env::var_os("OXY_DRIVER").map_or_else(|| usual.into(), PathBuf::from)
    }

    fn arguments(self, port: u16) -> Result<Vec<String>> {
        Ok(match self {
            Self::Chromium => vec![format!("--port={port}")],
            Self::Firefox => {
                let ways = free_port()?;
                vec![
                    format!("--port={port}"),
                    "--host=127.0.0.1".into(),
                    format!("--websocket-port={ways}"),
                    "--log=fatal".into(),
                ]
            }
            Self::Webkit => vec!["--host=127.0.0.1".into(), format!("--port={port}")],
        })
    }

    fn capabilities(self, wish: Wish) -> Result<Value> {
        let program = env::var("OXY_BROWSER").ok();
        Ok(match self {
            Self::Chromium => {
                let mut args = vec![
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1280,900",
                ];
                let settings =
                    format!("--blink-settings=scriptEnabled={},defaultFontSize={}", wish.scripts, wish.letters);
                args.push(&settings);
                let mut options = json!({ "args": args, "prefs": { "intl.accept_languages": wish.language } });
                if let Some(program) = program {
                    options["binary"] = program.into();
                }
                json!({ "browserName": "chrome", "goog:chromeOptions": options })
            }
            Self::Firefox => {
                let prefs = json!({
                    "intl.accept_languages": wish.language,
                    "javascript.enabled": wish.scripts,
                    "font.size.variable.x-western": wish.letters,
                    "font.size.variable.x-cyrillic": wish.letters,
                    "layout.css.prefers-color-scheme.content-override": 1,
                });
                let mut options = json!({ "args": ["-headless", "--width=1280", "--height=900"], "prefs": prefs });
                if let Some(program) = program {
                    options["binary"] = program.into();
                }
                json!({ "browserName": "firefox", "moz:firefoxOptions": options })
            }
            Self::Webkit => {
                let options = json!({ "binary": mini_browser()?, "args": ["--automation"] });
                json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options })
            }
        })
    }
}

/// WebKitGTK's own small browser.
fn mini_browser() -> Result<PathBuf> {
    if let Some(program) = env::var_os("OXY_BROWSER") {
        return Ok(program.into());
    }
    for library in ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib"] {
        for version in ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"] {
            let program = PathBuf::from(library).join(version).join("MiniBrowser");
            if program.is_file() {
                return Ok(program);
            }
        }
    }
    bail!("WebKitGTK's MiniBrowser is missing")
}

/// What a journey wants of its browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Whether pages may run scripts. Not every engine can be told.
    pub scripts: bool,
    /// The reader's language. Not every engine can be told.
    pub language: &'static str,
    /// The size of letters that the reader has chosen, in pixels. WebKit cannot be told.
    pub letters: u8,
    /// Whether no other journey may have the browser: for what an origin does not keep to itself.
    pub alone: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self { scripts: true, language: "en-GB", letters: 16, alone: false }
    }
}

/// A browser with its driver.
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    process: Child,
    /// How it was started.
    pub wish: Wish,
    /// How many journeys it has seen.
    pub journeys: u32,
    room: Option<SemaphorePermit<'static>>,
}

/// Takes a browser that has done its journey, or starts one; a port that was taken in between, or a browser that did
/// not come up, is no failure of a journey, so it is tried again.
pub async fn start(wish: Wish) -> Result<Browser> {
    // WebKit's driver keeps to one session on a screen.
    let room = Some(ROOM.acquire_many(if Engine::now() == Engine::Webkit { 2 } else { 1 }).await?);
    if let Some(browser) = kept::take(wish) {
        return Ok(Browser { room, ..browser });
    }
    let mut last = None;
    for _ in 0..3 {
        match session(wish).await {
            Ok((driver, process)) => return Ok(Browser { driver, process, wish, journeys: 0, room }),
            Err(problem) => last = Some(problem),
        }
    }
    Err(last.context("three starts, and no error of any")?)
}

async fn session(wish: Wish) -> Result<(WebDriver, Child)> {
    let engine = Engine::now();
    let port = free_port()?;
    let program = engine.driver();
    let process = Command::new("sh")
        .args(["-c", HELD, "sh"])
        .arg(&program)
        .args(engine.arguments(port)?)
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    listening(port).await?;
    let Value::Object(wanted) = engine.capabilities(wish)? else { bail!("capabilities are an object") };
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted)).await?;
    driver.set_script_timeout(Duration::from_secs(180)).await?;
    Ok((driver, process))
}

impl Browser {
    /// Ends a journey: what went `well` leaves a browser for the next one.
    pub async fn leave(mut self, well: bool) {
        self.journeys += 1;
        // Its page goes while the files of that are still served.
        if well && kept::may(&self) && time::timeout(START, self.rest()).await.is_ok_and(|rests| rests.is_ok()) {
            // Only then may another journey begin, so that it finds this browser.
            let room = self.room.take();
            kept::keep(self);
            drop(room);
        } else {
            self.close().await;
        }
    }

    /// Shows nothing, in one window.
    async fn rest(&self) -> Result<()> {
        self.driver.enter_default_frame().await?;
        let windows = self.driver.windows().await?;
        let (last, others) = windows.split_last().context("no window")?;
        for other in others {
            self.driver.switch_to_window(other.clone()).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(last.clone()).await?;
        Ok(self.driver.goto("about:blank").await?)
    }

    /// Ends the session, and with it the browser, then the driver.
    async fn close(mut self) {
        // A browser that is gone already cannot be told to go.
        let _ = self.driver.quit().await;
        drop(self.process.stdin.take());
        let _ = time::timeout(START, self.process.wait()).await;
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Whether a driver says that it is ready.
async fn answers(address: SocketAddr) -> Result<bool> {
    let mut stream = TcpStream::connect(address).await?;
    stream
        .write_all(format!("GET /status HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes())
        .await?;
    // Drivers keep the connection open, so only as much is read as is needed.
    let mut answer = String::new();
    let mut bytes = [0; 1024];
    while !answer.contains("\"ready\":") || !answer.ends_with('}') {
        let count = time::timeout(Duration::from_secs(2), stream.read(&mut bytes)).await??;
        ensure!(count > 0, "the driver hangs up");
        answer.extend(String::from_utf8_lossy(&bytes[..count]).split_whitespace());
    }
    Ok(answer.contains("\"ready\":true"))
}

async fn listening(port: u16) -> Result<()> {
    let deadline = Instant::now() + START;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    while Instant::now() < deadline {
        if answers(address).await.is_ok_and(|ready| ready) {
            return Ok(());
        }
        time::sleep(Duration::from_millis(20)).await;
    }
    bail!("the driver does not listen on port {port}")
}

//! A browser of the engine under test, in a session of its own with a fresh profile.

use std::{
    env,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
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

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(20);
/// Drivers at work at once: one for each of the two cores that a runner has.
static ROOM: Semaphore = Semaphore::const_new(2);

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
#[derive(Clone, Copy)]
pub struct Wish {
    /// Whether pages may run scripts. Not every engine can be told.
    pub scripts: bool,
    /// The reader's language. Not every engine can be told.
    pub language: &'static str,
    /// The size of letters that the reader has chosen, in pixels. WebKit cannot be told.
    pub letters: u8,
}

impl Default for Wish {
    fn default() -> Self {
        Self { scripts: true, language: "en-GB", letters: 16 }
    }
}

/// A browser with its driver.
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    process: Child,
    #[expect(dead_code, reason = "held while the browser runs")]
    room: Option<SemaphorePermit<'static>>,
}

/// Starts a driver and a session in it; a port that was taken in between, or a browser that did not
/// come up, is no failure of a journey, so it is tried again.
pub async fn start(wish: Wish) -> Result<Browser> {
    // WebKit's driver keeps to one session on a screen.
    let mut room = Some(ROOM.acquire_many(if Engine::now() == Engine::Webkit { 2 } else { 1 }).await?);
    let mut last = None;
    for _ in 0..3 {
        match session(wish).await {
            Ok((driver, process)) => return Ok(Browser { driver, process, room: room.take() }),
            Err(problem) => last = Some(problem),
        }
    }
    Err(last.context("three starts, and no error of any")?)
}

async fn session(wish: Wish) -> Result<(WebDriver, Child)> {
    let engine = Engine::now();
    let port = free_port()?;
    let program = engine.driver();
    let process = Command::new(&program)
        .args(engine.arguments(port)?)
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;
    listening(port).await?;
    let Value::Object(wanted) = engine.capabilities(wish)? else { bail!("capabilities are an object") };
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted)).await?;
    driver.set_script_timeout(Duration::from_secs(180)).await?;
    Ok((driver, process))
}

impl Browser {
    /// Ends the session, and with it the browser, then the driver.
    pub async fn close(mut self) {
        // A browser that is gone already cannot be told to go.
        let _ = self.driver.quit().await;
        let _ = self.process.kill().await;
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

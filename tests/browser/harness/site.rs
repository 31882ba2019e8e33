//! A server of the release build on 127.0.0.1, with pages of a test's own and files broken on purpose.

use std::{
    collections::{BTreeSet, HashMap},
    env,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use tokio::{net::TcpListener, task::JoinHandle};
use tower_http::services::ServeDir;

const COLLECTOR: &str = include_str!("collector.js");
/// A page larger than this is not one of ours.
const MOST: usize = 64 << 20;

/// Where the release build lies.
pub fn dist() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    env::var_os("OXY_DIST").map_or_else(|| here.join("dist"), |dist| here.join(dist))
}

/// The address path of the one file in `v/<version>/` whose name begins and ends so.
pub fn versioned(begin: &str, end: &str) -> Result<String> {
    let version = dist().join("v").join(env!("CARGO_PKG_VERSION"));
    let names = version.read_dir().with_context(|| format!("{} is not there", version.display()))?;
    let name = names
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with(begin) && name.ends_with(end))
        .with_context(|| format!("no {begin}….{end} in {}", version.display()))?;
    Ok(format!("/v/{}/{name}", env!("CARGO_PKG_VERSION")))
}

/// The address path of the file with all parts that load later, of the pack whose name begins so.
pub fn all_parts(begin: &str) -> Result<String> {
    Ok(format!("{}/all.pack", versioned(begin, ".pack")?.trim_end_matches(".pack")))
}

/// The bytes of a file of the release build, by its address path.
pub fn file(path: &str) -> Result<Vec<u8>> {
    let path = dist().join(path.trim_start_matches('/'));
    std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// What is answered instead of a file.
#[derive(Clone)]
struct Answer {
    status: StatusCode,
    kind: &'static str,
    body: Vec<u8>,
}

/// A site to be served: the release build, changed as a test needs it.
#[derive(Clone, Default)]
pub struct Site {
    answers: HashMap<String, Answer>,
    headers: Vec<(HeaderName, HeaderValue)>,
    first: String,
}

impl Site {
    /// A page of the test's own.
    pub fn page(self, path: &str, body: impl Into<String>) -> Self {
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>test</title></head><body>{}</body></html>",
            body.into()
        );
        self.answer(path, 200, "text/html; charset=utf-8", html.into_bytes())
    }

    /// A file with another content than it has.
    pub fn file(self, path: &str, kind: &'static str, body: Vec<u8>) -> Self {
        self.answer(path, 200, kind, body)
    }

    /// A file that is not there.
    pub fn missing(self, path: &str) -> Self {
        self.answer(path, 404, "text/plain", b"not found".to_vec())
    }

    /// Any answer at all.
    pub fn answer(mut self, path: &str, status: u16, kind: &'static str, body: Vec<u8>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        self.answers.insert(path.to_owned(), Answer { status, kind, body });
        self
    }

    /// A header on every answer.
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((HeaderName::from_static(name), HeaderValue::from_static(value)));
        self
    }

    /// A script that runs before all others of each page.
    pub fn before(mut self, script: &str) -> Self {
        self.first.push_str(script);
        self
    }

    /// Holds back each file whose name ends so, until the page calls `release()`.
    pub fn held(self, ending: &str) -> Self {
        self.before(&format!(
            "{{ const ask = fetch; fetch = (file, wish) => String(file).endsWith('{ending}') \
            ? new Promise((go) => (window.release = go)).then(() => ask(file, wish)) : ask(file, wish); }}"
        ))
    }

    /// Serves it until what is returned is dropped.
    pub async fn serve(self) -> Result<Served> {
        let (listener, address) = unseen().await?;
        let log = Arc::new(Mutex::new(Vec::new()));
        let down = Arc::new(AtomicBool::new(false));
        let desk = Desk { site: Arc::new(self), log: log.clone(), down: down.clone(), files: ServeDir::new(dist()) };
        let router = Router::new().fallback(answer).with_state(desk);
        let serving = tokio::spawn(async move {
            // Ends with the test; a broken connection is the browser's affair.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Served { address, log, down, serving: Arc::new(Serving(serving)) })
    }
}

/// A port that no site of this run has had: browsers keep what they know by origin.
pub async fn unseen() -> Result<(TcpListener, SocketAddr)> {
    static SEEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        if lock(&SEEN).insert(address.port()) {
            return Ok((listener, address));
        }
    }
}

/// What is asked for by others than the page: the harness's collector, a browser by itself, and the harness at a port
/// where a driver was to listen.
const NOT_THE_PAGES: [&str; 3] = ["/collector.js", "/favicon.ico", "/status"];

#[derive(Clone)]
struct Desk {
    site: Arc<Site>,
    log: Arc<Mutex<Vec<String>>>,
    down: Arc<AtomicBool>,
    files: ServeDir,
}

async fn answer(State(mut desk): State<Desk>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if !NOT_THE_PAGES.contains(&path.as_str()) {
        lock(&desk.log).push(path.clone());
    }
    let mut response = if desk.down.load(Ordering::SeqCst) {
        respond(StatusCode::SERVICE_UNAVAILABLE, "text/plain", b"down".to_vec())
    } else if path == "/collector.js" {
        respond(StatusCode::OK, "text/javascript", format!("{COLLECTOR}\n{}", desk.site.first).into_bytes())
    } else if path == "/narrow" {
        respond(
            StatusCode::OK,
            "text/html; charset=utf-8",
            b"<!doctype html><title>narrow</title><body></body>".to_vec(),
        )
    } else if let Some(Answer { status, kind, body }) = desk.site.answers.get(&path).cloned() {
        respond(status, kind, body)
    } else {
        match desk.files.try_call(request).await {
            Ok(response) => response.map(Body::new),
            Err(error) => respond(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", error.to_string().into_bytes()),
        }
    };
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/html") && response.status() == StatusCode::OK {
        response = collected(response).await;
    }
    if path.starts_with("/v/") && response.status() == StatusCode::OK {
        // As `_headers` of the build has it: these names change with their content.
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    for (name, value) in &desk.site.headers {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

/// The page with the collector as its first script.
async fn collected(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, MOST).await.unwrap_or_default();
    let html = String::from_utf8_lossy(&bytes).replacen("<head>", "<head><script src=\"/collector.js\"></script>", 1);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(html))
}

fn respond(status: StatusCode, kind: &'static str, body: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// A site being served.
#[derive(Clone)]
pub struct Served {
    address: SocketAddr,
    log: Arc<Mutex<Vec<String>>>,
    down: Arc<AtomicBool>,
    #[expect(dead_code, reason = "held so that the server ends with the last page")]
    serving: Arc<Serving>,
}

struct Serving(JoinHandle<()>);

impl Drop for Serving {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Served {
    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on answers nothing but that it cannot.
    pub fn goes_down(&self) {
        self.down.store(true, Ordering::SeqCst);
    }

    /// The paths asked for so far, in order; not those of the harness.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.log).clone()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

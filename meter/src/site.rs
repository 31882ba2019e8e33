//! The release build as a good server sends it: compressed, with CORS and timing headers, on two origins, and
//! with pages of the meter's own beside it.

use std::{
    collections::HashMap,
    io::Write,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderValue, Response, StatusCode, Uri, header},
};
use tokio::net::TcpListener;

/// A file of the meter's own, in the way a server would send it.
struct Made {
    bytes: Vec<u8>,
    kind: &'static str,
    packed: bool,
}

struct Shared {
    dist: PathBuf,
    made: Mutex<HashMap<String, Made>>,
}

/// A running server.
#[derive(Clone)]
pub struct Site {
    shared: Arc<Shared>,
    /// Where the build is served.
    pub own: SocketAddr,
    /// The same on another origin: a host's site.
    pub foreign: SocketAddr,
}

impl Site {
    /// Serves a folder until the program ends.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn serve(dist: &Path) -> Result<Self> {
        let shared = Arc::new(Shared { dist: dist.to_owned(), made: Mutex::default() });
        let mut places = Vec::new();
        for _ in 0..2 {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no port is free")?;
            places.push(listener.local_addr()?);
            let router = Router::new().fallback(answer).with_state(shared.clone());
            tokio::spawn(async move { axum::serve(listener, router).await });
        }
        Ok(Self { shared, own: places[0], foreign: places[1] })
    }

    /// Puts a file at a path, instead of the build's if it has one there. Sent with brotli.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<usize> {
        let mut packed = Vec::new();
        // Beyond a megabyte the last percent takes minutes.
        let quality = if bytes.len() > 1_000_000 { 9 } else { 11 };
        brotli::CompressorWriter::new(&mut packed, 4096, quality, 22).write_all(bytes)?;
        let size = packed.len();
        let made = Made { bytes: packed, kind: kind(path), packed: true };
        self.shared.made.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), made);
        Ok(size)
    }

    /// Takes a file away again.
    pub fn take(&self, path: &str) {
        self.shared.made.lock().unwrap_or_else(PoisonError::into_inner).remove(path);
    }

    /// Puts a page on both origins.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn page(&self, path: &str, head: &str, body: &str) -> Result<()> {
        let html = format!(
            "<!doctype html><html lang=\"bg\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>host</title>\
             <link rel=\"icon\" href=\"data:,\">{head}</head><body>{body}</body></html>"
        );
        self.put(path, html.as_bytes()).map(drop)
    }

    /// The tag with which a host includes the explainer.
    pub fn script(&self) -> String {
        format!("<script type=\"module\" src=\"http://{}/oxytocin-explainer.js\"></script>", self.own)
    }
}

async fn answer(State(shared): State<Arc<Shared>>, uri: Uri) -> Response<Body> {
    let mut path = uri.path().to_owned();
    if path.ends_with('/') {
        path.push_str("index.html");
    }
    let made = shared
        .made
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&path)
        .map(|made| Made { bytes: made.bytes.clone(), ..*made });
    let found = match made {
        Some(made) => Some(made),
        None => file(&shared.dist, &path).await,
    };
    let Some(Made { bytes, kind, packed }) = found else {
        let mut none = Response::new(Body::empty());
        *none.status_mut() = StatusCode::NOT_FOUND;
        return none;
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    let cache = if path.starts_with("/v/") { "public, max-age=31536000, immutable" } else { "public, max-age=300" };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("timing-allow-origin", HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    if packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

/// A file of the build, its compressed twin where there is one. Only our own browser asks.
async fn file(dist: &Path, path: &str) -> Option<Made> {
    let path = path.trim_start_matches('/');
    if path.split('/').any(|step| step == "..") {
        return None;
    }
    let plain = dist.join(path);
    let twin = dist.join(format!("{path}.br"));
    match tokio::fs::read(&twin).await {
        Ok(bytes) => Some(Made { bytes, kind: kind(path), packed: true }),
        Err(_) => Some(Made { bytes: tokio::fs::read(&plain).await.ok()?, kind: kind(path), packed: false }),
    }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

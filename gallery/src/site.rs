//! The release build on an address of this machine, and a bare page for each figure.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
};

use anyhow::{Context, Result};
use axum::{Router, extract::Query, response::Html, routing::get};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// Where the figures' pages are.
pub const FIGURE: &str = "/gallery-figure";

/// Serves a folder until the program ends.
pub async fn serve(dist: &Path) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no port is free")?;
    let address = listener.local_addr()?;
    let router = Router::new().route(FIGURE, get(figure)).fallback_service(ServeDir::new(dist));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

/// A page that holds one figure and nothing else. The values come from our own lists of ids.
async fn figure(Query(values): Query<Vec<(String, String)>>) -> Html<String> {
    let value = |name: &str| values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    let (lang, figure) = (value("lang"), value("figure"));
    Html(format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{figure}</title><style>body {{ margin: 0 }}</style>\
         <script type=\"module\" src=\"/oxytocin-explainer.js\"></script>\
         <oxytocin-explainer lang=\"{lang}\" view=\"figure\" figure=\"{figure}\" eager></oxytocin-explainer>"
    ))
}

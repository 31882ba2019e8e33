//! Browsers between two journeys. To start one takes as long as many a journey, in Firefox most of it.
//!
//! Each journey has an origin that its browser has never seen, so nothing of an earlier one is there: caches,
//! storage and workers are kept by origin. What is not kept so is asked for by [`Wish::alone`].

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::browser::{Browser, Engine, Wish};

/// After so many journeys a browser may rest for good: what piles up in it stays small. WebKit gives pages of one host
/// one process, whatever their ports.
fn many() -> u32 {
    match Engine::now() {
        Engine::Webkit => 6,
        Engine::Chromium | Engine::Firefox => 25,
    }
}

static KEPT: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

fn kept() -> MutexGuard<'static, Vec<Browser>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A browser that is as wished, if there is one.
pub fn take(wish: Wish) -> Option<Browser> {
    let mut kept = kept();
    let at = kept.iter().position(|browser| browser.wish == wish)?;
    Some(kept.swap_remove(at))
}

/// Whether a browser is one to keep: as most journeys wish it, and not too old.
pub fn may(browser: &Browser) -> bool {
    browser.wish == Wish::default() && browser.journeys < many()
}

/// Keeps a browser for the next journey.
pub fn keep(browser: Browser) {
    kept().push(browser);
}

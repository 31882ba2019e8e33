//! What every journey stands on: a server of files, a browser, a page in it.

pub mod browser;
pub mod foreign;
pub mod page;
pub mod site;
pub mod weather;

use std::{future::Future, panic, time::Duration};

use anyhow::Result;

pub use browser::{Engine, Wish};
pub use page::Page;
pub use site::{Served, Site};
pub use weather::{Fate, Forecast};

/// How long a journey may take before it counts as stuck.
const LONGEST: Duration = Duration::from_secs(300);

/// Takes a journey through a site in a fresh browser, and closes the browser whatever happens.
pub async fn journey<F, Fut>(site: Site, wish: Wish, walk: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Result<()>> + Send + 'static,
{
    journey_within(LONGEST, site, wish, walk).await;
}

/// The same for a journey that is long by nature.
pub async fn journey_within<F, Fut>(longest: Duration, site: Site, wish: Wish, walk: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Result<()>> + Send + 'static,
{
    let site = site.serve().await.expect("the files can be served");
    let browser = browser::start(wish).await.expect("the browser starts");
    let page = Page::new(browser.driver.clone(), site);
    let walked = tokio::spawn(tokio::time::timeout(longest, walk(page.clone()))).await;
    let remains = match &walked {
        Ok(Ok(Ok(()))) => None,
        _ => Some(page.remains().await),
    };
    browser.close().await;
    if let Some(remains) = remains {
        eprintln!("the page at the end: {remains}");
    }
    match walked {
        Ok(Ok(Ok(()))) => {}
        Ok(Ok(Err(problem))) => panic!("{problem:#}"),
        Ok(Err(_)) => panic!("the journey took longer than {} s", longest.as_secs()),
        Err(broken) => panic::resume_unwind(broken.into_panic()),
    }
}

/// A journey through the release build as it is.
pub async fn read<F, Fut>(walk: F)
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Result<()>> + Send + 'static,
{
    journey(Site::default(), Wish::default(), walk).await;
}

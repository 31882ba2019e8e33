//! What every journey stands on: a server of files, a browser, a page in it.

pub mod browser;
pub mod foreign;
pub mod kept;
pub mod page;
pub mod site;
pub mod weather;

use std::{future::Future, sync::LazyLock, time::Duration};

use anyhow::Result;
use tokio::{runtime::Runtime, task::JoinError, time};

pub use browser::{Engine, Wish};
pub use page::Page;
pub use site::{Served, Site};
pub use weather::{Fate, Forecast};

/// How long a journey may take before it counts as stuck.
const LONGEST: Duration = Duration::from_secs(300);

/// One for all journeys: a browser, and the connections to it, outlive the test that it was started for.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// Takes a journey through a site that the browser has not seen.
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
    let start = async move { anyhow::Ok((site.serve().await?, browser::start(wish).await?)) };
    let (site, browser) = RUNTIME.spawn(start).await.expect("no panic").expect("files are served to a browser");
    let page = Page::new(browser.driver.clone(), site);
    let walk = walk(page.clone());
    let walked = RUNTIME.spawn(async move { time::timeout(longest, walk).await }).await;
    let problem = match walked {
        Ok(Ok(Ok(()))) => None,
        Ok(Ok(Err(problem))) => Some(format!("{problem:#}")),
        Ok(Err(_)) => Some(format!("the journey took longer than {} s", longest.as_secs())),
        Err(broken) => Some(message(broken)),
    };
    let end = async move {
        let remains = if problem.is_some() { page.remains().await } else { String::new() };
        browser.leave(problem.is_none()).await;
        problem.map(|problem| (problem, remains))
    };
    // Told by this thread, whose words are kept with the test's name.
    if let Some((problem, remains)) = RUNTIME.spawn(end).await.expect("no panic") {
        eprintln!("the page at the end: {remains}");
        panic!("{problem}");
    }
}

/// What a journey panicked with.
fn message(broken: JoinError) -> String {
    match broken.try_into_panic() {
        Ok(words) => match words.downcast::<String>() {
            Ok(words) => *words,
            Err(words) => words.downcast_ref::<&str>().map_or("no words", |words| words).to_owned(),
        },
        Err(stopped) => stopped.to_string(),
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

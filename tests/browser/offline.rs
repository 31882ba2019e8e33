//! Without network: the one file that opens from a folder, and our own pages after a visit.

use anyhow::{Context, ensure};

use crate::harness::{Site, Wish, journey, read, site};

#[tokio::test]
async fn the_offline_file_lives_from_a_folder() {
    read(|page| async move {
        for (language, title) in [("bg", "Окситоцин"), ("en", "Oxytocin")] {
            // In a folder by itself: nothing beside it can help.
            let folder = tempfile::TempDir::new()?;
            let file = folder.path().join("explainer.html");
            std::fs::copy(site::dist().join(format!("offline/oxytocin-explainer.{language}.html")), &file)?;
            page.driver.goto(format!("file://{}", file.display())).await.context("cannot open a file")?;
            page.ready().await?;
            ensure!(page.get::<String>("q('h1').textContent.trim()").await? == title, "the title is not in {language}");
            page.holds("all('.languages button').length === 1").await?;
            page.holds("new Set(all('[data-fact]').map((fact) => fact.dataset.fact)).size === new Set([...element.querySelectorAll('[data-fact]')].map((fact) => fact.dataset.fact)).size").await?;
            page.click("[data-control=step]").await?;
            page.until("reading('time') === 10").await?;
            let loaded: Vec<String> = page.get("performance.getEntriesByType('resource').map((entry) => entry.name)").await?;
            ensure!(loaded.iter().all(|name| name.starts_with("blob:") || name.starts_with("data:")), "loaded {loaded:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn our_own_pages_live_again_without_network() {
    read(|page| async move {
        page.alive("/bg/").await?;
        // What the browser itself does not keep is kept when the reader leaves.
        page.open("/narrow").await?;
        let kept = "caches.keys().then((names) => names.length === 1 ? caches.open(names[0]) : null)\
            .then((kept) => kept?.keys()).then((all) => (all ?? []).map((request) => new URL(request.url).pathname))";
        for ending in [".wasm", ".pack", ".css", "/bg/", "/oxytocin-explainer.js"] {
            let mut there = false;
            for _ in 0..200 {
                let paths = page.get::<Vec<String>>(kept).await;
                there = paths.is_ok_and(|paths| paths.iter().any(|path| path.ends_with(ending)));
                if there {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            ensure!(there, "{ending} is not kept");
        }
        page.site.goes_down();
        page.alive("/bg/").await?;
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 10").await
    })
    .await;
}

#[tokio::test]
async fn frames_and_other_pages_keep_nothing() {
    let host = "<oxytocin-explainer lang=\"en\" eager></oxytocin-explainer><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(Site::default().page("/host", host), Wish::default(), |page| async move {
        for path in ["/host", "/embed/en/"] {
            page.alive(path).await?;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            ensure!(
                page.get::<usize>("caches.keys().then((names) => names.length)").await? == 0,
                "{path} keeps something"
            );
            let workers: usize =
                page.get("navigator.serviceWorker.getRegistrations().then((all) => all.length)").await?;
            ensure!(workers == 0, "{path} has a worker");
        }
        Ok(())
    })
    .await;
}

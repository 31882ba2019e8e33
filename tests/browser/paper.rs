//! On paper: a living page that is printed where it is open.

use serde_json::json;

use crate::harness::{Engine, Site, Wish, journey};

/// What the script finds wrong with the page as it would be printed.
const PRINTED: &str = "
    const wrong = [];
    const hidden = ['.tools', '.keep', '.languages', '.controls', '.what-if'];
    for (const name of hidden) for (const node of all(name)) if (shown(node)) wrong.push(`${name} is printed`);
    for (const line of all('.sources li')) if (!line.textContent.trim()) wrong.push('an empty source');
    for (const words of all('details :is(p, table):not([hidden])')) if (!words.checkVisibility({ contentVisibilityAuto: false })) wrong.push(`not printed: ${words.textContent.slice(0, 40)}`);
    for (const figure of all('[data-figure]')) if (!shown(figure.querySelector('svg'))) wrong.push(`${figure.dataset.figure} is not drawn`);
    const ink = getComputedStyle(q('.claim')).color.match(/[0-9.]+/g).map(Number);
    if (ink[0] + ink[1] + ink[2] > 300) wrong.push(`light letters on white paper: ${ink}`);
    return wrong;
";

#[tokio::test]
async fn a_chapter_in_the_dark_is_printed_whole() {
    // Other drivers cannot show a page as a printer does.
    if Engine::now() != Engine::Chromium {
        return;
    }
    journey(Site::default(), Wish { alone: true, ..Wish::default() }, |page| async move {
        page.alive("/bg/labour/").await?;
        page.run("element.theme = 'dark'", &[]).await?;
        page.until(
            "all('.sources li').length > 10 && all('[data-figure]').every((figure) => figure.querySelector('svg'))",
        )
        .await?;
        page.until("all('.sources li').every((line) => line.textContent.trim())").await?;
        page.holds("shown(q('.controls')) && shown(q('.keep')) && !shown(q('details p'))").await?;
        page.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let wrong = page.run(PRINTED, &[]).await?;
        anyhow::ensure!(wrong == json!([]), "{wrong:#}");
        page.quiet().await
    })
    .await;
}

//! Narrow windows and large letters: nothing is cut off, nothing scrolls sideways.

use anyhow::{Result, ensure};

use crate::harness::{Engine, Page, Site, Wish, journey, read};

/// Asserts that nothing of the page reaches beyond its sides, but what scrolls in a place of its own.
async fn fits(page: &Page, when: &str) -> Result<()> {
    page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]).await?;
    let (wide, inner): (f64, f64) = page.get("[document.documentElement.scrollWidth, innerWidth]").await?;
    ensure!(wide <= inner, "{when}: the page is {wide} px wide in {inner}");
    // Containment may hide what does not fit, so each thing is measured too.
    let script = "const scrolls = (node) => node && node !== document.body && (/(auto|scroll)/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
        // A drawing's label columns are cut away on purpose where numbered discs stand for the labels.
        const cut = (node) => node.matches(':is(.scene, .blank) > *, .drawn > svg') && getComputedStyle(node.closest('.scene, .blank')).overflowX !== 'visible';
        const nodes = root ? all('.oxy *') : [...element.querySelectorAll('*')];
        const out = nodes.filter((node) => !node.ownerSVGElement && !cut(node) && shown(node) && !node.closest('.visually-hidden') && !scrolls(node)).filter((node) => {
          const { left, right, width } = node.getBoundingClientRect(); return width > 0 && (right > innerWidth + 1 || left < -1); });
        return out.slice(0, 8).map((node) => `${node.tagName} ${node.className?.baseVal ?? node.className} ${Math.round(node.getBoundingClientRect().right)} ${node.textContent.slice(0, 40)}`)";
    let out = page.run(script, &[]).await?;
    let discs = "(root ? all('.label .disc circle') : [...element.querySelectorAll('.label .disc circle')]).filter(shown).filter((disc) => {
        const [inner, outer] = [disc, disc.closest('.scene')].map((node) => node.getBoundingClientRect());
        return inner.right > outer.right + 1 || inner.left < outer.left - 1; }).length";
    ensure!(page.get::<usize>(discs).await? == 0, "{when}: numbers are cut off");
    ensure!(out.as_array().is_some_and(Vec::is_empty), "{when}: beyond the side: {out:#}");
    Ok(())
}

/// The explainer in a narrow window, with all closed and then with all open.
async fn alive(letters: u8) {
    journey(Site::default(), Wish { letters, ..Wish::default() }, move |page| async move {
        for path in ["/bg/", "/en/"] {
            page.narrow(path).await?;
            page.ready().await?;
            fits(&page, path).await?;
            page.run(
                "for (const details of all('details')) details.open = true; q('.claim a.term[data-term]').click()",
                &[],
            )
            .await?;
            page.until("shown(q('.note'))").await?;
            fits(&page, &format!("{path}, all open,")).await?;
            page.holds(&format!("parseFloat(getComputedStyle(q('.claim p')).fontSize) >= {letters}")).await?;
            page.quiet().await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn alive_at_320() {
    alive(16).await;
}

#[tokio::test]
async fn alive_at_320_with_letters_of_twice_the_size() {
    // WebKit cannot be told.
    if Engine::now() != Engine::Webkit {
        alive(32).await;
    }
}

#[tokio::test]
async fn letters_of_drawings_grow_with_the_readers() {
    // WebKit cannot be told.
    if Engine::now() == Engine::Webkit {
        return;
    }
    journey(Site::default(), Wish { letters: 32, ..Wish::default() }, |page| async move {
        page.alive("/en/").await?;
        page.until("all('.scene-figure').length > 5 && all('.scene-figure').every((figure) => figure.querySelector('.drawn > svg'))").await?;
        // Labels as they come to the screen, or the list that stands for them.
        let small = "all('.scene-figure').filter((figure) => {
            const svg = figure.querySelector('.drawn > svg');
            const name = [...svg.querySelectorAll('.label .name')].find(shown);
            const size = name ? parseFloat(getComputedStyle(name).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
              : shown(figure.querySelector('.keys')) ? parseFloat(getComputedStyle(figure.querySelector('.keys')).fontSize) : 0;
            return size < 24; }).map((figure) => figure.id)";
        let small: Vec<String> = page.get(small).await?;
        ensure!(small.is_empty(), "smaller than 24 px: {small:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn article_at_320() {
    journey(Site::default().missing("/oxytocin-explainer.js"), Wish::default(), |page| async move {
        for path in ["/bg/", "/en/labour/"] {
            page.narrow(path).await?;
            page.until("document.readyState === 'complete' && element").await?;
            for size in ["100%", "200%"] {
                page.run("document.documentElement.style.fontSize = arguments[0]", &[size.into()]).await?;
                fits(&page, &format!("{path} at {size}")).await?;
            }
            page.holds("parseFloat(getComputedStyle(element.querySelector('.claim p')).fontSize) >= 30").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn every_control_can_be_touched_at_320() {
    read(|page| async move {
        page.narrow("/bg/").await?;
        page.ready().await?;
        let small: Vec<String> = page
            .get(
                "all('button, input, select, summary').filter(shown).filter((node) => { const { width, height } = node.getBoundingClientRect(); \
                 return width < 24 || height < 24; }).map((node) => node.outerHTML.slice(0, 120))",
            )
            .await?;
        ensure!(small.is_empty(), "smaller than 24 px: {small:#?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_line_of_chapters_shows_where_one_is() {
    read(|page| async move {
        page.narrow("/bg/").await?;
        page.ready().await?;
        for chapter in ["milk", "open-questions", "two-roles"] {
            page.run(&format!("q('[data-chapter={chapter}]').scrollIntoView({{ behavior: 'instant' }})"), &[]).await?;
            page.until(&format!("q('.chapters [aria-current]').hash === '#{chapter}'")).await?;
            page.until("(({ left, right }) => left >= 0 && right <= innerWidth)(q('.chapters [aria-current]').getBoundingClientRect())")
                .await?;
        }
        page.quiet().await
    })
    .await;
}

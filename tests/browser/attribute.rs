//! What a host may write on the element, at any time, right or wrong.

use anyhow::{Result, ensure};

use crate::harness::{
    Page, Site, Wish, journey,
    site::{all_parts, file, versioned},
};

/// A host's page with one explainer with those attributes.
fn host(attributes: &str) -> Site {
    let body = format!(
        "<oxytocin-explainer eager {attributes}></oxytocin-explainer><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>"
    );
    Site::default().page("/host", body)
}

/// What must hold on a host's page once the explainer lives.
async fn shows(attributes: &str, expression: &'static str) {
    journey(host(attributes), Wish::default(), move |page| async move {
        page.alive("/host").await?;
        page.holds(expression).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn figure_alone() {
    shows(
        "lang=bg view=figure figure=half-life",
        "all('[data-figure]').length === 1 && q('[data-figure=half-life] svg') && !q('[data-chapter]') && !q('.glossary')",
    )
    .await;
}

#[tokio::test]
async fn figure_of_a_chapter() {
    shows(
        "lang=en view=figure chapter=labour",
        "all('[data-figure]').length === 1 && q('.oxy').lang === 'en' && !q('[data-chapter]')",
    )
    .await;
}

#[tokio::test]
async fn glossary_alone() {
    shows(
        "lang=bg view=glossary",
        "all('.entry[data-term]').length >= 76 && !q('[data-chapter]') && !q('[data-figure]')",
    )
    .await;
}

#[tokio::test]
async fn chapter_alone() {
    shows(
        "lang=bg chapter=labour",
        "all('[data-chapter]').length === 1 && q('[data-chapter=labour] [data-figure=labour-loop]') && q('.sources li') && q('.notice')",
    )
    .await;
}

#[tokio::test]
async fn dark_and_light() {
    journey(host("lang=bg theme=dark"), Wish::default(), |page| async move {
        page.alive("/host").await?;
        let ground = "getComputedStyle(q('.oxy')).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)";
        page.holds(&format!("{ground} < 150")).await?;
        page.run("element.theme = 'light'", &[]).await?;
        page.holds(&format!("{ground} > 600 && element.getAttribute('theme') === 'light'")).await?;
        page.run("element.removeAttribute('theme')", &[]).await?;
        page.holds(&format!("({ground} > 600) === !matchMedia('(prefers-color-scheme: dark)').matches")).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn colours_that_are_hard_to_read_are_told_of_once() {
    let body = "<style>oxytocin-explainer { --oxy-ink: color-mix(in srgb, #999 90%, white) }</style>\
        <oxytocin-explainer lang=\"bg\" theme=\"light\" eager></oxytocin-explainer><oxytocin-explainer id=\"second\" lang=\"bg\" theme=\"light\" eager></oxytocin-explainer>\
        <script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    journey(Site::default().page("/host", body), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.run("return second.ready", &[]).await?;
        page.until("seen.warnings.length >= 2").await?;
        page.run("return new Promise((done) => setTimeout(done, 100))", &[]).await?;
        page.said(
            &[],
            &["--oxy-ink on --oxy-paper has a contrast of 2.", "--oxy-ink on --oxy-wash has a contrast of 2."],
        )
        .await
    })
    .await;
}

/// Attribute, wrong value, and an allowed one that the warning must name.
const WRONG: [(&str, &str, &str); 5] = [
    ("lang", "tlh", "bg"),
    ("view", "hologram", "glossary"),
    ("chapter", "no-such-chapter", "labour"),
    ("figure", "no-such-figure", "labour-loop"),
    ("theme", "mauve", "dark"),
];

#[tokio::test]
async fn wrong_values_count_as_absent() {
    let attributes: String = WRONG.iter().map(|(name, value, _)| format!("{name}=\"{value}\" ")).collect();
    // Not the browser's language but that of the host's page: a wrong one counts as none.
    journey(host(&attributes), Wish { language: "bg", ..Wish::default() }, |page| async move {
        page.alive("/host").await?;
        page.holds("q('.oxy').lang === 'en' && all('[data-chapter]').length === 9 && q('.glossary')").await?;
        warned(&page, &WRONG).await?;
        page.said(&[], &WRONG.map(|(_, value, _)| value)).await
    })
    .await;
}

#[tokio::test]
async fn wrong_values_at_run_time() {
    journey(host("lang=bg"), Wish::default(), |page| async move {
        page.alive("/host").await?;
        for (name, value, _) in WRONG {
            page.run("element.setAttribute(arguments[0], arguments[1])", &[name.into(), value.into()]).await?;
            page.until(&format!("seen.warnings.some((words) => words.includes('{value}'))")).await?;
        }
        page.until("all('[data-chapter]').length === 9 && q('.glossary')").await?;
        warned(&page, &WRONG).await?;
        for (name, ..) in WRONG {
            page.run("element.removeAttribute(arguments[0])", &[name.into()]).await?;
        }
        page.until("all('[data-chapter]').length === 9").await?;
        warned(&page, &WRONG).await?;
        page.said(&[], &WRONG.map(|(_, value, _)| value)).await
    })
    .await;
}

/// Each wrong value has been told of exactly once, by name, with what is allowed.
async fn warned(page: &Page, wrong: &[(&str, &str, &str)]) -> Result<()> {
    let warnings: Vec<String> = page.get("seen.warnings").await?;
    for (name, value, allowed) in wrong {
        let told: Vec<&String> = warnings.iter().filter(|words| words.contains(value)).collect();
        ensure!(told.len() == 1, "{name}={value} is told of {} times: {warnings:#?}", told.len());
        ensure!(
            told[0].contains(name) && told[0].contains(allowed),
            "{:?} does not name {name} and {allowed}",
            told[0]
        );
    }
    Ok(())
}

#[tokio::test]
async fn changed_and_removed_at_run_time() {
    journey(host("lang=bg"), Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.holds("all('[data-chapter]').length === 9").await?;
        page.run("element.chapter = 'release'", &[]).await?;
        page.until("all('[data-chapter]').length === 1 && q('[data-chapter=release]')").await?;
        page.holds("element.getAttribute('chapter') === 'release'").await?;
        page.run("element.setAttribute('view', 'glossary')", &[]).await?;
        page.until("!q('[data-chapter]') && q('.glossary')").await?;
        page.run("element.setAttribute('figure', 'molecule'); element.setAttribute('view', 'figure')", &[]).await?;
        page.until("all('[data-figure]').length === 1 && q('[data-figure=molecule]')").await?;
        page.run("element.view = null; element.figure = null", &[]).await?;
        page.until("q('[data-chapter=release]')").await?;
        page.run("element.removeAttribute('chapter')", &[]).await?;
        page.until("all('[data-chapter]').length === 9").await?;
        page.holds("seen.events.filter((event) => event.name === 'oxy-ready').length === 1").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn properties_set_before_the_script_are_taken_over() {
    let body = "<script src=\"/early.js\"></script><script type=\"module\" src=\"/oxytocin-explainer.js\"></script>";
    let early = "const early = document.createElement('oxytocin-explainer'); early.chapter = 'labour'; early.lang = 'bg'; \
        early.theme = 'dark'; early.eager = true; early.state = { simulation: { receptors: 7, reflex: 'half', speed: 60, time: 50, dilatation: 2, oxytocin: 0.3 } }; \
        document.body.append(early);";
    let site = Site::default().page("/host", body).file("/early.js", "text/javascript", early.into());
    journey(site, Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.holds("all('[data-chapter]').length === 1 && q('[data-chapter=labour]') && element.getAttribute('theme') === 'dark'").await?;
        page.until("reading('time') === 50 && Number(q('[data-control=receptors]').value) === 7").await?;
        page.holds("q('[data-control=reflex]').value === 'half' && !Object.hasOwn(element, 'chapter') && !Object.hasOwn(element, 'state')").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn files_from_another_place() {
    let known = [("shell-", ".js"), ("module-", ".wasm"), ("styles-", ".css"), ("bg-", ".pack")];
    let known = known.map(|(begin, end)| versioned(begin, end).expect("the file is there"));
    let all = all_parts("bg-").expect("the parts are there");
    let paths: Vec<String> = known.into_iter().chain([all]).collect();
    let count = paths.len();
    let mut site = host("lang=bg src-base=\"/moved\"");
    for path in paths {
        let kind = match path.rsplit('.').next() {
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            Some("css") => "text/css",
            _ => "application/octet-stream",
        };
        site = site.file(&format!("/moved{path}"), kind, file(&path).expect("the file is there")).missing(&path);
    }
    journey(site, Wish::default(), |page| async move {
        page.alive("/host").await?;
        page.holds("shown(q('h1'))").await?;
        // The element is eager, so all parts come too, in one file.
        page.until("!q('.away')").await?;
        let asked = page.site.asked();
        ensure!(asked.iter().filter(|path| path.starts_with("/moved/v/")).count() == count, "asked for {asked:?}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn place_of_the_files_can_be_put_right() {
    journey(host("lang=bg src-base=\"/nowhere\""), Wish::default(), |page| async move {
        page.open("/host").await?;
        page.until(
            "seen.events.some((event) => event.name === 'oxy-error' && event.detail.code === 'shell-not-loaded')",
        )
        .await?;
        page.run("document.querySelector('oxytocin-explainer').setAttribute('src-base', '/')", &[]).await?;
        page.ready().await?;
        page.holds("shown(q('h1')) && element.shadowRoot.querySelector('.oxy')").await?;
        // What lives is not begun anew.
        page.click("[data-control=step]").await?;
        page.until("reading('time') === 10").await?;
        page.run("window.there = q('.oxy'); element.setAttribute('src-base', '/elsewhere')", &[]).await?;
        page.run("return new Promise((done) => setTimeout(done, 500))", &[]).await?;
        page.holds("q('.oxy') === there && reading('time') === 10").await?;
        page.said(&["shell-not-loaded"], &[]).await
    })
    .await;
}

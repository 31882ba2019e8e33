//! The glossary: terms opened where they stand, and the full list with its search.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::harness::{Page, read};

/// The first term in a chapter's text that can be seen.
const TERM: &str = "[data-chapter=production] .claim a.term[data-term]";
const SEARCH: &str = "#glossary-search";

#[tokio::test]
async fn term_opens_and_closes_by_keyboard() {
    read(|page| async move {
        page.alive("/bg/").await?;
        let term: String = page.get(&format!("q('{TERM}').dataset.term")).await?;
        let open = format!("q('.note[data-note=\"{term}\"]')");
        for key in [Key::Enter.value(), ' '] {
            page.focus(TERM).await?;
            page.holds(&format!("q('{TERM}').getAttribute('aria-expanded') === 'false'")).await?;
            page.press(String::from(key)).await?;
            page.until(&format!("shown({open})")).await?;
            page.holds(&format!("q('{TERM}').getAttribute('aria-expanded') === 'true'")).await?;
            page.holds(&format!("q('{TERM}').getAttribute('aria-controls') === {open}.id")).await?;
            page.holds(&format!("{open}.textContent.trim().length > 30")).await?;
            page.holds(&format!("{open}.getBoundingClientRect().top > q('{TERM}').getBoundingClientRect().top"))
                .await?;
            page.press(Key::Escape).await?;
            page.until(&format!("!{open}")).await?;
            page.holds(&format!("focused() === q('{TERM}')")).await?;
        }
        let told: Vec<String> = page
            .get("seen.events.filter((event) => event.name === 'oxy-term').map((event) => event.detail.term)")
            .await?;
        ensure!(told == [term.clone(), term], "oxy-term told of {told:?}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn escape_inside_the_note_gives_focus_back() {
    read(|page| async move {
        page.alive("/en/").await?;
        page.focus(TERM).await?;
        page.press(Key::Enter).await?;
        page.until("shown(q('.note'))").await?;
        page.focus(".note .close").await?;
        page.press(Key::Escape).await?;
        page.until("!q('.note')").await?;
        page.holds(&format!("focused() === q('{TERM}')")).await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn term_opens_by_click_and_closes_by_its_button() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.click(TERM).await?;
        page.until("shown(q('.note'))").await?;
        page.click(".note .close").await?;
        page.until("!q('.note')").await?;
        page.holds(&format!("focused() === q('{TERM}')")).await?;
        page.click(TERM).await?;
        page.until("shown(q('.note'))").await?;
        page.click(TERM).await?;
        page.until("!q('.note')").await?;
        page.holds("location.hash === ''").await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn a_note_opens_under_every_kind_of_text() {
    // One link of each kind of place, and one of each notice in each chapter.
    let script = "return (async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        for (const details of all('details')) details.open = true;
        await frame();
        await frame();
        const kinds = new Map();
        for (const link of all('a[role=button]:not([data-show])')) {
          const around = [];
          for (let at = link.parentElement; at; at = at.parentElement) around.push(at.getAttribute('class'), at.dataset.notice);
          around.push(link.className, link.closest('[data-notice]') && link.closest('[data-chapter]')?.dataset.chapter);
          if (!kinds.has(around.join())) kinds.set(around.join(), link);
        }
        const dead = [];
        for (const link of kinds.values()) {
          link.click();
          const opened = () => all('.note').filter((note) => note.id === link.getAttribute('aria-controls'));
          for (let tries = 0; tries < 100 && opened().length !== 1; tries += 1) await frame();
          if (opened().length !== 1 || !shown(opened()[0])) dead.push(`${link.closest('[data-at]')?.dataset.at}: ${link.textContent}`);
        }
        return [kinds.size, dead.join('; ')];
      })()";
    read(|page| async move {
        page.alive("/bg/").await?;
        let (kinds, dead): (usize, String) = serde_json::from_value(page.run(script, &[]).await?)?;
        ensure!(kinds > 10, "only {kinds} kinds of links");
        ensure!(dead.is_empty(), "no note opens at {dead}");
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn note_leads_to_the_full_entry() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.click(TERM).await?;
        page.until("shown(q('.note .note-more a'))").await?;
        page.click(".note .note-more a").await?;
        page.until(&format!("focused() === q(`.glossary [data-term=\"${{q('{TERM}').dataset.term}}\"]`)")).await?;
        page.holds(
            "focused().getBoundingClientRect().top < innerHeight && focused().getBoundingClientRect().bottom > 0",
        )
        .await?;
        page.quiet().await
    })
    .await;
}

#[tokio::test]
async fn search_finds_as_one_types() {
    read(|page| async move {
        page.alive("/bg/").await?;
        let all: usize = page.get("all('.glossary .entry').length").await?;
        ensure!(all >= 76, "{all} entries");
        for (query, term) in [
            ("matka", "uterus"),
            ("МАТКА", "uterus"),
            ("uterus", "uterus"),
            ("Oksitocin", "oxytocin"),
            ("okситоцин", "oxytocin"),
        ] {
            type_into(&page, query).await?;
            page.until(&format!(
                "shown(q('.glossary .entry[data-term={term}]')) && all('.glossary .entry').length < {all} / 2"
            ))
            .await?;
        }
        type_into(&page, "ъъъqqq").await?;
        page.until("all('.glossary .entry').length === 0").await?;
        page.until("shown(q('.search output')) && q('.search output').textContent.trim() === 'Няма такава дума'")
            .await?;
        page.holds(&format!("focused() === q('{SEARCH}')")).await?;
        // Too many to be drawn at every key: the first, then the rest when asked for, by keyboard.
        type_into(&page, "о").await?;
        page.until("all('.glossary .entry').length === 20 && q('[data-control=more]')").await?;
        let found: usize = page.get("Number(q('.search output').textContent.match(/[0-9]+/)[0])").await?;
        page.holds(&format!("{found} > 20 && q('[data-control=more]').textContent.includes({found} - 20)")).await?;
        page.holds("q('[data-control=more]').getBoundingClientRect().height >= 44").await?;
        page.focus("[data-control=more]").await?;
        page.press(Key::Enter).await?;
        page.until(&format!("all('.glossary .entry').length === {found} && !q('[data-control=more]')")).await?;
        page.holds("focused() === all('.glossary .entry')[19]").await?;
        type_into(&page, "").await?;
        page.until(&format!("all('.glossary .entry').length === {all}")).await?;
        page.quiet().await
    })
    .await;
}

/// Types words in place of what stands in the search field.
async fn type_into(page: &Page, words: &str) -> Result<()> {
    page.focus(SEARCH).await?;
    page.run("q(arguments[0]).select()", &[SEARCH.into()]).await?;
    page.press(if words.is_empty() { String::from(Key::Backspace.value()) } else { words.to_owned() }).await
}

#[tokio::test]
async fn list_follows_the_alphabet() {
    read(|page| async move {
        for (language, least) in [("bg", 'а'), ("en", 'a')] {
            page.alive(&format!("/{language}/")).await?;
            let wrong: Vec<String> = page
                .get(&format!(
                    "(() => {{ const order = new Intl.Collator('{language}').compare; \
                     const names = all('.glossary .entry dfn').map((name) => name.textContent.trim()); \
                     return names.filter((name, index) => index && order(names[index - 1], name) > 0).map((name) => `${{names[names.indexOf(name) - 1]}} before ${{name}}`); }})()"
                ))
                .await?;
            ensure!(wrong.is_empty(), "{language}: {wrong:?}");
            let first: String = page.get("q('.glossary .entry dfn').textContent.trim().toLowerCase()").await?;
            ensure!(first.starts_with(least), "{language} begins with {first}");
            page.quiet().await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn entries_name_the_other_language() {
    read(|page| async move {
        page.alive("/bg/").await?;
        page.holds("all('.glossary .entry').every((entry) => entry.querySelector('[lang=en]')?.textContent.trim())")
            .await?;
        page.holds("all('.glossary .entry [lang=la]').length >= 3").await?;
        page.holds(
            "all('.glossary .entry').every((entry) => entry.querySelector('dd').textContent.trim().length > 20)",
        )
        .await?;
        page.quiet().await
    })
    .await;
}

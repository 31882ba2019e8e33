//! All pages: one a language, one a chapter, the same for frames, and the one that picks the language.

use std::{fs, path::Path};

use anyhow::Context;
use oxytocin_explainer::{
    model::{Chapter, PackRef, Word},
    view::{Explainer, ExplainerProps, Library, Scope},
};
use yew::{AttrValue, LocalServerRenderer};

use super::{
    Names, cards, oembed, outlines,
    page::{Kind, Page, escape, plain, title},
    scripts::{CHOOSE_LANGUAGE, REPORT_HEIGHT},
};

/// Writes every page.
pub async fn write(dist: &Path, names: &Names, packs: &[PackRef], base: &str) -> anyhow::Result<()> {
    let Some(source) = packs.first() else {
        return Ok(());
    };
    let site = Site { dist, names, base };
    site.page("", source, Scope::Whole, "./", "", Some(CHOOSE_LANGUAGE), Kind::Page).await?;
    for pack in packs {
        let code = pack.language.code.as_str();
        site.page(code, pack, Scope::Whole, "../", "", None, Kind::Page).await?;
        site.page(&format!("embed/{code}"), pack, Scope::Whole, "../../", "", Some(REPORT_HEIGHT), Kind::Embed).await?;
        for chapter in &pack.chapters {
            let scope = Scope::Chapter(chapter.id.clone());
            let path = format!("{}/", chapter.id);
            site.page(&format!("{code}/{}", chapter.id), pack, scope.clone(), "../../", &path, None, Kind::Page)
                .await?;
            let folder = format!("embed/{code}/{}", chapter.id);
            site.page(&folder, pack, scope, "../../../", &path, Some(REPORT_HEIGHT), Kind::Embed).await?;
        }
    }
    Ok(())
}

struct Site<'a> {
    dist: &'a Path,
    names: &'a Names,
    base: &'a str,
}

impl Site<'_> {
    #[expect(clippy::too_many_arguments, reason = "each page differs in exactly these")]
    async fn page(
        &self,
        folder: &str,
        pack: &PackRef,
        scope: Scope,
        root: &str,
        path: &str,
        script: Option<&str>,
        kind: Kind,
    ) -> anyhow::Result<()> {
        let chapter = match &scope {
            Scope::Chapter(id) => pack.chapter(id),
            _ => None,
        };
        let page = Page {
            pack,
            names: self.names,
            root,
            base: self.base,
            path,
            picture: cards::path(&pack.language.code, chapter),
            embedding: oembed::path(&pack.language.code, chapter),
            title: title(pack, chapter),
            description: chapter.map_or(pack.word(Word::Subtitle).to_owned(), |chapter| plain(&chapter.message)),
            attributes: chapter.map(|chapter| format!(" chapter=\"{}\"", chapter.id)).unwrap_or_default(),
            around: chapter.filter(|_| kind == Kind::Page).map(|chapter| around(pack, chapter)).unwrap_or_default(),
            script,
            kind,
        };
        // A page for frames leads to such a page: others forbid frames.
        let languages = if kind == Kind::Embed { root.strip_prefix("../").unwrap_or(root) } else { root };
        let article = outlines::shortened(&article(pack, scope, &format!("{languages}{{}}/{path}")).await)?;
        let html = page.html(&article);
        let folder = self.dist.join(folder);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(folder.join("index.html"), html)?;
        Ok(())
    }
}

/// The static article, drawn by the very views that live in the browser.
pub async fn article(pack: &PackRef, scope: Scope, language_links: &str) -> String {
    let props = ExplainerProps {
        library: Library::whole(pack.clone()),
        scope,
        live: false,
        drawn: usize::MAX,
        motion: false,
        place: None,
        restore: None,
        emergency: None,
        clock: Default::default(),
        resets: 0,
        language_links: AttrValue::from(language_links.to_owned()),
        on_event: yew::Callback::noop(),
        on_state: yew::Callback::noop(),
    };
    LocalServerRenderer::<Explainer>::with_props(props).hydratable(false).render().await
}

/// Links from a chapter's page to its neighbours and to the whole.
fn around(pack: &PackRef, chapter: &Chapter) -> String {
    let index = pack.chapters.iter().position(|known| known.id == chapter.id).unwrap_or_default();
    let link = |chapter: Option<&Chapter>, rel: &str| {
        chapter
            .map(|chapter| format!("<a rel=\"{rel}\" href=\"../{}/\">{}</a>\n", chapter.id, escape(&chapter.title)))
            .unwrap_or_default()
    };
    let before = link(index.checked_sub(1).and_then(|before| pack.chapters.get(before)), "prev");
    let after = link(pack.chapters.get(index + 1), "next");
    let whole = escape(pack.word(Word::Chapters));
    format!("<nav class=\"oxy-around\" aria-label=\"{whole}\">\n{before}<a href=\"../\">{whole}</a>\n{after}</nav>\n")
}

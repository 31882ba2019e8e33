//! One page: head, frame, and the article inside the element.

use std::fmt::Write;

use oxytocin_explainer::model::{Chapter, Pack, Word, rich};
use serde_json::json;

use super::{
    Names, VERSION, cards,
    scripts::{EMBED_OPTIONS, KEEP},
};

/// The element's root, as its script would make it. What is there from the start need not be laid out anew for it; who
/// does not know of it, passes it over.
pub const ROOT: &str = "<template shadowrootmode=\"open\"><slot></slot></template>";

/// What a page needs besides its article.
pub struct Page<'a> {
    pub pack: &'a Pack,
    pub names: &'a Names,
    /// From the page's folder to the site's root: `../`.
    pub root: &'a str,
    /// The site's own address, or nothing.
    pub base: &'a str,
    /// The page's folder within each language's, so that languages can point at each other.
    pub path: &'a str,
    /// The picture that stands beside a link to the page, from the site's root.
    pub picture: String,
    /// The answer that says how to embed it, from the site's root.
    pub embedding: String,
    pub title: String,
    pub description: String,
    /// Further attributes of the element.
    pub attributes: String,
    /// Links to the chapters before and after.
    pub around: String,
    /// A script of the page's own, at the site's root.
    pub script: Option<&'a str>,
    pub kind: Kind,
}

/// What a page is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page of its own.
    Page,
    /// The inside of an `<iframe>`.
    Embed,
}

impl Page<'_> {
    /// The page as HTML.
    pub fn html(&self, article: &str) -> String {
        let language = &self.pack.language;
        let (code, direction) = (&language.code, &language.direction);
        let (title, description) = (escape(&self.title), escape(&self.description));
        let Self { root, attributes, around, .. } = self;
        let v = self.versioned();
        let styles = &self.names.styles;
        let alternates = self.alternates();
        let known = self.known();
        let structured = self.structured();
        let script = self.script.map(|name| format!("<script src=\"{root}{name}\"></script>\n")).unwrap_or_default();
        let options = match self.kind {
            Kind::Embed => format!("<script defer src=\"{root}{EMBED_OPTIONS}\"></script>\n"),
            Kind::Page => String::new(),
        };
        let keep = match self.kind {
            Kind::Embed => String::new(),
            Kind::Page => format!(" data-keep=\"{root}{KEEP}\""),
        };
        let ahead = self.ahead();
        let (first, rest) = article.split_at(middle(article));
        let class = if self.kind == Kind::Embed { " class=\"embed\"" } else { "" };
        format!(
            "<!doctype html>
<html lang=\"{code}\" dir=\"{direction}\"{class}>
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<meta name=\"description\" content=\"{description}\">
<link rel=\"icon\" href=\"data:,\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta property=\"og:type\" content=\"article\">
<meta property=\"og:title\" content=\"{title}\">
<meta property=\"og:description\" content=\"{description}\">
<meta property=\"og:locale\" content=\"{code}\">
{known}{alternates}<link rel=\"stylesheet\" href=\"{v}/{styles}\">
{script}{options}<script type=\"module\" fetchpriority=\"low\" src=\"{root}oxytocin-explainer.js\"></script>
<script type=\"application/ld+json\">{structured}</script>
</head>
<body>
<main>
<oxytocin-explainer lang=\"{code}\"{attributes}{keep}>{ROOT}{first}{ahead}{rest}</oxytocin-explainer>
</main>
{around}</body>
</html>
"
        )
    }

    fn versioned(&self) -> String {
        format!("{}v/{VERSION}", self.root)
    }

    /// What the element will ask for. It stands amid the article: in the head it would share the line with the styles,
    /// for which the first line waits; behind the article the line would be idle meanwhile.
    fn ahead(&self) -> String {
        let v = self.versioned();
        let Names { shell, wasm, packs, .. } = self.names;
        let code = &self.pack.language.code;
        let pack = packs.iter().find(|(known, _)| known == code).map_or("", |(_, name)| name);
        format!(
            "<link rel=\"modulepreload\" href=\"{v}/{shell}\" fetchpriority=\"low\">\
             <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{v}/{wasm}\" fetchpriority=\"low\">\
             <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{v}/{pack}\" fetchpriority=\"low\">"
        )
    }

    /// What other sites read of the page: its picture, its own address, how to embed it.
    fn known(&self) -> String {
        let (code, path) = (&self.pack.language.code, self.path);
        let (width, height) = cards::SIZE;
        let whole = |path: &str| escape(&address(self.base, self.root, path));
        let own = match self.base {
            "" => String::new(),
            base => {
                let own = escape(&format!("{base}{code}/{path}"));
                format!("<link rel=\"canonical\" href=\"{own}\">\n<meta property=\"og:url\" content=\"{own}\">\n")
            }
        };
        format!(
            "<meta property=\"og:image\" content=\"{}\">
<meta property=\"og:image:width\" content=\"{width}\">
<meta property=\"og:image:height\" content=\"{height}\">
<meta property=\"og:image:alt\" content=\"{}\">
<meta name=\"twitter:card\" content=\"summary_large_image\">
{own}<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\">
",
            whole(&self.picture),
            escape(&self.title),
            whole(&self.embedding),
        )
    }

    fn alternates(&self) -> String {
        self.pack.languages.iter().fold(String::new(), |mut links, language| {
            let (code, root, path) = (&language.code, self.root, self.path);
            // Writing to a String cannot fail.
            let _ = writeln!(links, "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{root}{code}/{path}\">");
            links
        })
    }

    fn structured(&self) -> String {
        let data = json!({
            "@context": "https://schema.org",
            "@type": ["MedicalWebPage", "LearningResource"],
            "name": self.title,
            "description": self.description,
            "inLanguage": self.pack.language.code,
            "about": { "@type": "Thing", "name": self.pack.word(Word::Title) },
            "isAccessibleForFree": true,
            "dateModified": self.pack.chapters.iter().map(|chapter| chapter.checked.0.as_str()).max(),
        });
        data.to_string().replace('<', "\\u003c")
    }
}

/// Where the chapter begins that is the first behind the article's middle, or its end.
fn middle(article: &str) -> usize {
    const CHAPTER: &str = "<section part=\"chapter\"";
    article.match_indices(CHAPTER).map(|(at, _)| at).find(|at| *at > article.len() / 2).unwrap_or(article.len())
}

/// The title of a chapter's page, or of the whole.
pub fn title(pack: &Pack, chapter: Option<&Chapter>) -> String {
    let name = pack.word(Word::Title);
    match chapter {
        Some(chapter) => format!("{} – {name}", chapter.title),
        None => format!("{name}: {}", pack.word(Word::Subtitle)),
    }
}

/// A file of the site as other sites find it: whole where the site's own address is known, else from the page.
pub fn address(base: &str, root: &str, path: &str) -> String {
    let from = if base.is_empty() { root } else { base };
    format!("{from}{path}")
}

/// A rich text's words for a page's head.
pub fn plain(text: &[oxytocin_explainer::model::Inline]) -> String {
    rich::plain(text)
}

/// Text as HTML carries it, in content and in attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

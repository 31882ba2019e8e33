//! The article without what the offline file has no room for: drawings, which the living explainer shows, and
//! what serves styles and scripts alone. All that is said stays, with its ids and links.

use anyhow::Context;
use lol_html::{RewriteStrSettings, element, html_content::ContentType, rewrite_str};

/// Attributes that carry meaning without styles and scripts.
const KEPT: [&str; 15] = [
    "aria-label",
    "colspan",
    "data-chapter",
    "data-fact",
    "data-figure",
    "data-notice",
    "data-term",
    "dir",
    "href",
    "hreflang",
    "id",
    "lang",
    "rowspan",
    "scope",
    "value",
];

/// The lean form of a rendered article.
///
/// # Errors
/// When the rendered article is no HTML, which the renderer never makes.
pub fn article(html: &str) -> anyhow::Result<String> {
    let mut sources = Vec::new();
    let unseen = element!("svg, nav.languages, .note-place, .keys, .key, [hidden]", |element| {
        element.remove();
        Ok(())
    });
    // Without its drawing a link into it leads nowhere.
    let into_drawing = element!("a.show", |element| {
        element.remove_and_keep_content();
        Ok(())
    });
    let ground = element!(".ground", |element| {
        element.before(" (", ContentType::Text);
        element.after(")", ContentType::Text);
        Ok(())
    });
    let each = element!("*", |element| {
        let names: Vec<String> = element.attributes().iter().map(|attribute| attribute.name()).collect();
        let inline = element.tag_name() == "span";
        let words = inline || element.tag_name() == "a";
        let fact = element.has_attribute("data-fact");
        for name in names {
            // A term within a sentence is a link already.
            if !KEPT.contains(&name.as_str()) || words && !fact && name == "data-term" {
                element.remove_attribute(&name);
            }
        }
        // Each source is named in hundreds of links: here by a number.
        for (name, mark) in [("href", "#source-"), ("id", "source-")] {
            if let Some(source) = element.get_attribute(name).as_deref().and_then(|value| value.strip_prefix(mark)) {
                let index = sources.iter().position(|known| known == source).unwrap_or_else(|| {
                    sources.push(source.to_owned());
                    sources.len() - 1
                });
                element.set_attribute(name, &format!("{}{index}", mark.trim_end_matches("ource-")))?;
            }
        }
        if inline && element.attributes().is_empty() {
            element.remove_and_keep_content();
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(unseen)
        .append_element_content_handler(into_drawing)
        .append_element_content_handler(ground)
        .append_element_content_handler(each);
    rewrite_str(html, settings).context("the article cannot be read as HTML")
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn sources_are_named_by_number() {
        let html = "<a href=\"#source-young-1996\">1</a><span class=\"ground\">likely</span><p id=\"source-young-1996\">Young</p>";
        let lean = "<a href=\"#s0\">1</a> (likely)<p id=\"s0\">Young</p>";
        assert_eq!(article(html).expect("HTML"), lean);
    }

    #[test]
    fn words_ids_and_links_stay() {
        let html = "<p class=\"prose\" data-fact=\"a\"><span><a class=\"term\" href=\"#term-b\" data-term=\"b\" part=\"term\">word</a></span>\
            <span hidden=\"hidden\"></span></p><figure id=\"f\"><svg viewBox=\"0 0 1 1\"><svg><path d=\"M0 0\"/></svg></svg><p>said</p></figure>";
        let lean = "<p data-fact=\"a\"><a href=\"#term-b\">word</a></p><figure id=\"f\"><p>said</p></figure>";
        assert_eq!(article(html).expect("HTML"), lean);
    }
}

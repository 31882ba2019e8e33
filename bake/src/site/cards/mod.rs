//! `og/<lang>/<chapter>.png`: the picture that stands beside a link to a chapter in messengers and networks.
//!
//! Drawn by the very views that the page has, then set beside the chapter's title and turned into pixels here.

mod sheet;

use std::{fmt::Write, fs, path::Path, sync::Arc};

use anyhow::Context;
use oxytocin_explainer::{
    figures::{paint::patterns, piece::piece, scene::SceneView, scene::layout::Projection},
    model::{Chapter, FigureRef, PackRef, Word},
};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use super::page::{escape, plain};
use crate::drawn;

/// A picture's size, as networks want it.
pub const SIZE: (u32, u32) = (1200, 630);
/// Where the drawing may stand: left, top, width, height.
const PLACE: (f32, f32, f32, f32) = (690.0, 45.0, 465.0, 540.0);
/// The letters that fit into a line of the title, and of the message under it.
const TITLE: usize = 17;
const MESSAGE: usize = 44;
/// The most lines of a message; a longer one is left out whole.
const MOST: usize = 5;

/// The path of a picture: a chapter's, or that of the whole.
pub fn path(language: &str, chapter: Option<&Chapter>) -> String {
    match chapter {
        Some(chapter) => format!("og/{language}/{}.png", chapter.id),
        None => format!("og/{language}/index.png"),
    }
}

/// Writes the picture of each language and of each of its chapters.
///
/// # Errors
/// When the style sheets cannot be read, a picture cannot be drawn, or the folder cannot be written.
pub fn write(dist: &Path, packs: &[PackRef]) -> anyhow::Result<()> {
    let painter = Painter { sheet: sheet::plain(Path::new("styles"))?, options: options() };
    for pack in packs {
        let language = &pack.language.code;
        let folder = dist.join("og").join(language);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let first = pack.chapters.iter().find_map(|chapter| scene_of(pack, chapter));
        let whole = painter.picture(pack.word(Word::Title), pack.word(Word::Subtitle), first.as_ref())?;
        fs::write(dist.join(path(language, None)), whole)?;
        for chapter in &pack.chapters {
            let scene = scene_of(pack, chapter);
            // A chapter that has only charts takes the first drawing there is.
            let picture =
                painter.picture(&chapter.title, &plain(&chapter.message), scene.as_ref().or(first.as_ref()))?;
            fs::write(dist.join(path(language, Some(chapter))), picture)?;
        }
    }
    Ok(())
}

/// A chapter's first drawing, and the step at which the chapter shows it.
fn scene_of(pack: &PackRef, chapter: &Chapter) -> Option<(FigureRef, usize)> {
    chapter.sections.iter().filter_map(|section| section.figure.as_ref()).find_map(|place| {
        let figure = pack.figure_ref(&place.id)?;
        let steps = &figure.scene()?.steps;
        let step = steps.iter().position(|step| Some(&step.id) == place.step.as_ref()).unwrap_or_default();
        Some((figure, step))
    })
}

/// Fonts that come with us, so that every machine draws the same.
fn options() -> Options<'static> {
    let mut fonts = Database::new();
    for font in typst_assets::fonts() {
        fonts.load_font_data(font.to_vec());
    }
    Options { fontdb: Arc::new(fonts), font_family: "Libertinus Serif".into(), ..Options::default() }
}

struct Painter {
    sheet: sheet::Sheet,
    options: Options<'static>,
}

impl Painter {
    fn picture(&self, title: &str, message: &str, scene: Option<&(FigureRef, usize)>) -> anyhow::Result<Vec<u8>> {
        let (width, height) = SIZE;
        let sheet::Sheet { rules, paper, ink, quiet, accent } = &self.sheet;
        let patterns = drawn::html(patterns());
        let drawing = scene.and_then(|(figure, step)| drawing(figure, *step)).unwrap_or_default();
        let text = words(title, message, ink, quiet, accent);
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
            <style>{rules}</style>{patterns}<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>{text}{drawing}</svg>"
        );
        let tree = Tree::from_str(&svg, &self.options).context("a picture of a chapter is no SVG")?;
        let mut pixels = Pixmap::new(width, height).context("a picture has a size")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().context("a picture cannot be written as PNG")
    }
}

/// The title, a line under it in the accent's colour as on the page, and the message.
fn words(title: &str, message: &str, ink: &str, quiet: &str, accent: &str) -> String {
    let (title, message) = (lines(title, TITLE), lines(message, MESSAGE));
    let message = if message.len() > MOST { Vec::new() } else { message };
    let (leading, small) = (74.0, 36.0);
    let tall = title.len() as f32 * leading + 40.0 + message.len() as f32 * small;
    let mut y = (SIZE.1 as f32 - tall) / 2.0 + 56.0;
    let mut text = String::new();
    // Writing to a String cannot fail.
    for line in &title {
        let _ = write!(
            text,
            "<text x=\"64\" y=\"{y}\" font-size=\"64\" font-weight=\"600\" fill=\"{ink}\">{}</text>",
            escape(line)
        );
        y += leading;
    }
    let _ = write!(text, "<rect x=\"64\" y=\"{}\" width=\"96\" height=\"5\" rx=\"2\" fill=\"{accent}\"/>", y - 40.0);
    y += 30.0;
    for line in &message {
        let _ = write!(text, "<text x=\"64\" y=\"{y}\" font-size=\"28\" fill=\"{quiet}\">{}</text>", escape(line));
        y += small;
    }
    text
}

/// Words in lines of at most so many letters; a longer word has a line of its own.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

/// A scene's plate, without labels: they would be too small to read beside a link.
fn drawing(figure: &FigureRef, step: usize) -> Option<String> {
    let scene = figure.scene()?;
    let whole = drawn::html(piece("scene", SceneView::still(figure.clone(), step)));
    let at = whole.find("class=\"plate\"")?;
    let plate = &whole[at..];
    let plate = &plate[plate.find('>')? + 1..];
    let plate = &plate[..plate.find("</svg>")?];
    let (width, height) = (scene.plate().1, scene.height);
    let (left, top, wide, tall) = PLACE;
    let fits = (wide / width).min(tall / height);
    let (x, y) = (left + (wide - width * fits) / 2.0, top + (tall - height * fits) / 2.0);
    let lined = steady(plate, Projection::new(scene, scene.steps.get(step)?.camera).scale);
    Some(format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\">\
        <g stroke-linecap=\"round\" stroke-linejoin=\"round\">{lined}</g></svg>",
        width * fits,
        height * fits
    ))
}

/// Lines that keep their width under the camera: browsers do that by `vector-effect`, which is not known here.
fn steady(plate: &str, scale: f32) -> String {
    const WIDTH: &str = "stroke-width=\"";
    let mut pieces = plate.split(WIDTH);
    let mut steady = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (width, rest) = piece.split_once('"').unwrap_or_default();
        let width: f32 = width.trim_end_matches("px").parse().unwrap_or(1.75);
        let _ = write!(steady, "{WIDTH}{}\"{rest}", width / scale);
    }
    steady.replacen("<g ", &format!("<g {WIDTH}{}\" ", 1.75 / scale), 1)
}

#[cfg(test)]
mod tests {
    use super::{lines, steady};

    #[test]
    fn words_break_into_lines() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("immeasurable", 7), ["immeasurable"]);
    }

    #[test]
    fn lines_keep_their_width_under_the_camera() {
        let plate = "<g transform=\"scale(0.5)\"><path stroke-width=\"2.00\" d=\"M0 0\"/></g>";
        let wanted = "<g stroke-width=\"3.5\" transform=\"scale(0.5)\"><path stroke-width=\"4\" d=\"M0 0\"/></g>";
        assert_eq!(steady(plate, 0.5), wanted);
    }
}

//! A contact sheet: all pictures of one subject, smaller, each with its caption.

use font8x8::legacy::BASIC_LEGACY;
use image::{Rgb, RgbImage, imageops};

use crate::session::Shot;

/// How many times smaller a picture is on the sheet.
const SMALLER: u32 = 2;
/// How tall a picture may stand on the sheet; a longer one is cut into strips side by side.
const TALLEST: u32 = 1200;
/// How wide the sheet is at least.
const SHEET: u32 = 2600;
const GAP: u32 = 16;
const LETTER: u32 = 16;
const DESK: Rgb<u8> = Rgb([128, 128, 128]);
const INK: Rgb<u8> = Rgb([255, 255, 255]);

/// Sets the pictures in rows: a new row for each language and theme, and where a row is full.
pub fn of(shots: &[Shot]) -> RgbImage {
    let cards: Vec<(String, RgbImage)> = shots.iter().map(|shot| (row(shot), card(shot))).collect();
    let mut places = Vec::new();
    let (mut x, mut y, mut tallest, mut widest) = (GAP, GAP, 0, SHEET);
    let mut last: Option<&str> = None;
    for (row, card) in &cards {
        let full = x > GAP && x + card.width() + GAP > SHEET;
        if full || last.is_some_and(|last| last != row) {
            (x, y, tallest) = (GAP, y + tallest + GAP, 0);
        }
        places.push((x, y));
        last = Some(row);
        x += card.width() + GAP;
        widest = widest.max(x);
        tallest = tallest.max(card.height());
    }
    let mut sheet = RgbImage::from_pixel(widest, y + tallest + GAP, DESK);
    for ((_, card), (x, y)) in cards.iter().zip(places) {
        imageops::replace(&mut sheet, card, i64::from(x), i64::from(y));
    }
    sheet
}

fn row(shot: &Shot) -> String {
    format!("{} {}", shot.view.lang, shot.view.theme.name())
}

/// A picture with its caption above.
fn card(shot: &Shot) -> RgbImage {
    let caption = format!("{} {} {}", row(shot), shot.view.width, shot.step);
    let (width, height) = (shot.picture.width() / SMALLER, shot.picture.height() / SMALLER);
    let small = imageops::resize(&shot.picture, width.max(1), height.max(1), imageops::FilterType::Triangle);
    let strips = small.height().div_ceil(TALLEST);
    let wide = (strips * (small.width() + GAP)).max(u32::try_from(caption.len()).unwrap_or(0) * LETTER);
    let mut card = RgbImage::from_pixel(wide, LETTER + GAP / 2 + small.height().min(TALLEST), DESK);
    write(&mut card, caption.trim());
    for strip in 0..strips {
        let top = strip * TALLEST;
        let piece = imageops::crop_imm(&small, 0, top, small.width(), TALLEST.min(small.height() - top));
        let x = strip * (small.width() + GAP);
        imageops::replace(&mut card, &piece.to_image(), i64::from(x), i64::from(LETTER + GAP / 2));
    }
    card
}

/// Writes a caption in the top left corner. Captions are ids, so ASCII.
fn write(card: &mut RgbImage, caption: &str) {
    for (place, letter) in (0..).zip(caption.chars()) {
        let Some(rows) = BASIC_LEGACY.get(letter as usize) else { continue };
        for (y, row) in (0..).zip(rows) {
            for x in (0..8).filter(|x| row & (1 << x) != 0) {
                for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                    let (x, y) = (place * LETTER + x * 2 + dx, y * 2 + dy);
                    if x < card.width() && y < card.height() {
                        card.put_pixel(x, y, INK);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::{DESK, GAP, LETTER, of};
    use crate::{
        session::Shot,
        wish::{Theme, View},
    };

    fn shot(theme: Theme, width: u32, height: u32) -> Shot {
        let view = View { lang: "en".into(), theme, width };
        let picture = RgbImage::from_pixel(width, height, Rgb([1, 2, 3]));
        Shot { view, step: "a".into(), file: String::new(), picture }
    }

    #[test]
    fn pictures_stand_in_rows_by_theme_and_long_ones_are_cut() {
        let sheet = of(&[shot(Theme::Light, 320, 600), shot(Theme::Light, 768, 5000), shot(Theme::Dark, 320, 600)]);
        let top = GAP + LETTER + GAP / 2;
        assert_eq!(*sheet.get_pixel(GAP + 1, top), Rgb([1, 2, 3]));
        assert_eq!(*sheet.get_pixel(GAP + 161, top), DESK);
        // The long one is 2500 tall here, so it is cut into three strips.
        assert_eq!(sheet.height(), GAP + (LETTER + GAP / 2 + 1200) + GAP + (LETTER + GAP / 2 + 300) + GAP);
        let captioned = (GAP..GAP + LETTER).any(|y| (GAP..200).any(|x| *sheet.get_pixel(x, y) == Rgb([255, 255, 255])));
        assert!(captioned, "the caption is written");
    }
}

//! Search without regard to case, accents, or the alphabet one types in.
//!
//! Keys (made by `bake`) and queries (typed by a reader) go through the same [`fold`].

use super::passage::{find, replaced};

/// Folds words to a bare Latin skeleton, so that `окситоцин`, `oksitotsin` and `Oksitocin` meet.
///
/// Cyrillic letters become Latin ones, accents go, and the common ways of writing one Bulgarian
/// sound in Latin letters (`ts`/`c`, `zh`/`j`, `y`/`i`/`j`, `ya`/`ia`, `sht`/`6t` …) become one.
pub fn fold(words: &str) -> String {
    let mut latin = String::with_capacity(words.len());
    for letter in words.chars() {
        let spelled = match lower(letter) {
            'а' | 'á' | 'à' | 'â' | 'ä' | 'å' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' | 'э' | 'é' | 'è' | 'ê' | 'ë' => "e",
            'ж' => "zh",
            'з' => "z",
            'и' | 'й' | 'ѝ' | 'ы' | 'í' | 'ï' => "i",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' | 'ñ' => "n",
            'о' | 'ó' | 'ö' | 'ø' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' | 'ú' | 'ü' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "sht",
            'ъ' => "a",
            'ь' => "i",
            'ю' => "yu",
            'я' => "ya",
            'œ' => "oe",
            'β' => "b",
            '₃' => "3",
            '-' | '–' | '‑' | '/' | '(' | ')' | ',' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{2009}' | '\u{202f}' => {
                " "
            }
            '„' | '“' | '”' | '"' | '\'' | '’' => "",
            other => {
                latin.push(other);
                continue;
            }
        };
        latin.push_str(spelled);
    }
    /// Spellings of one sound, and the one that stands for them all; longest first.
    const SPELLINGS: [(&str, &str); 15] = [
        ("tz", "c"),
        ("ts", "c"),
        ("ch", "4"),
        ("sh", "6"),
        ("zh", "z"),
        ("kh", "h"),
        ("ck", "k"),
        ("ph", "f"),
        ("oe", "e"),
        ("x", "ks"),
        ("y", "i"),
        ("j", "i"),
        ("w", "v"),
        ("q", "k"),
        // "sheika" for "шийка": one cannot hear the difference, and what is typed letter by letter still meets.
        ("e", "i"),
    ];
    let folded = SPELLINGS.iter().fold(latin, |text, (spelling, stands_for)| replaced(&text, spelling, stands_for));
    folded.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A letter in lower case, for the alphabets of the explainer's languages; the standard tables know all
/// alphabets, and would cost a reader some kilobytes.
fn lower(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Þ' | 'А'..='Я' => char::from_u32(letter as u32 + 32).unwrap_or(letter),
        'Ѐ'..='Џ' => char::from_u32(letter as u32 + 80).unwrap_or(letter),
        'Œ' => 'œ',
        _ => letter,
    }
}

/// Whether every word of the folded query begins or stands in the key.
pub fn matches(key: &str, query: &str) -> bool {
    query.split(' ').all(|word| find(key, word).is_some())
}

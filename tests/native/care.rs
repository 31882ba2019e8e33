//! What the explainer must say, and must not: part H of the dossier.

use std::{fs, path::Path};

use oxytocin_explainer::model::{Drawing, Notice, NoticePlace, Pack, Rich, rich::plain};
use serde_json::Value;

use crate::real::{packs, root};

/// Every string of the words of a language, with its file and key.
fn words(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join("content/words").join(code), &mut found);
    assert!(found.len() > 500, "{} strings in {code}", found.len());
    found
}

fn collect(path: &Path, found: &mut Vec<(String, String)>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of words").flatten() {
            collect(&entry.path(), found);
        }
        return;
    }
    let text = fs::read_to_string(path).expect("a file of words");
    let json: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    strings(&json, &path.display().to_string(), found);
}

fn strings(json: &Value, key: &str, found: &mut Vec<(String, String)>) {
    match json {
        Value::String(text) => found.push((key.into(), text.clone())),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| strings(item, &format!("{key}[{at}]"), found))
        }
        Value::Object(entries) => {
            entries.iter().for_each(|(name, item)| strings(item, &format!("{key}.{name}"), found))
        }
        _ => {}
    }
}

fn pack(code: &str) -> Pack {
    packs().into_iter().find(|pack| pack.language.code == code).unwrap_or_else(|| panic!("there is no pack {code}"))
}

#[test]
fn nothing_is_quoted_from_memory() {
    let mut all = [words("bg"), words("en")].concat();
    strings_of("content/sources.json", &mut all);
    strings_of("content/facts", &mut all);
    for (key, text) in all {
        let lower = text.to_lowercase();
        assert!(
            !["[memory", "[verified", "needs check", "todo", "lorem"].iter().any(|mark| lower.contains(mark)),
            "{key}: {text}"
        );
    }
}

fn strings_of(path: &str, found: &mut Vec<(String, String)>) {
    collect(&root().join(path), found);
}

#[test]
fn no_dose_stands_in_words() {
    const DOSES: [&str; 22] = [
        "iu",
        "miu",
        "mu",
        "mg",
        "µg",
        "μg",
        "mcg",
        "ml",
        "unit/min",
        "units/min",
        "ме",
        "мме",
        "мкг",
        "мг",
        "мл",
        "ui",
        "ед",
        "уд",
        "units per minute",
        "international units",
        "единици в минута",
        "международни единици",
    ];
    let is_letter = |c: char| c.is_alphanumeric() || c == '/';
    let mut checked = 0;
    for (key, text) in [words("bg"), words("en")].concat() {
        let lower = text.to_lowercase();
        for dose in DOSES {
            for (at, _) in lower.match_indices(dose) {
                let before = lower[..at].chars().next_back().is_some_and(is_letter);
                let after = lower[at + dose.len()..].chars().next().is_some_and(is_letter);
                assert!(before || after, "{key}: “{dose}” in {text}");
                checked += 1;
            }
        }
    }
    assert!(checked > 0, "the search looks into the words");
}

#[test]
fn the_loop_says_that_it_is_a_teaching_model() {
    for (code, wanted) in [("en", "Teaching model, not a prediction"), ("bg", "Учебен модел, а не прогноза")]
    {
        let pack = pack(code);
        let figure = pack.figures.iter().find(|figure| matches!(figure.drawing, Drawing::Loop(_))).expect("a loop");
        assert_eq!(figure.label("teaching-model"), wanted);
        let said: Vec<&String> = figure.labels.iter().map(|(_, words)| words).collect();
        for hours in [" час", " hour", "минут", "minute"] {
            let model = figure
                .labels
                .iter()
                .filter(|(key, _)| key.starts_with("unit") || key.starts_with("column") || key.ends_with("-unit"));
            assert!(model.clone().all(|(_, words)| !words.to_lowercase().contains(hours)), "{code}: {said:?}");
        }
    }
}

fn notice<'a>(pack: &'a Pack, id: &str) -> &'a Notice {
    pack.notices.iter().find(|notice| notice.id.as_str() == id).unwrap_or_else(|| panic!("there is no notice {id}"))
}

/// Part H1 of the dossier, to the letter.
#[test]
fn the_notices_of_care_stand_to_the_letter() {
    // `bake` keeps a number and its unit together; to the reader a blank is a blank.
    let texts = |items: &[Rich]| items.iter().map(|item| plain(item).replace('\u{202f}', " ")).collect::<Vec<_>>();
    let en = pack("en");
    let bg = pack("bg");
    let said = [
        (
            &en,
            "not-advice",
            "This page explains how the body works. It does not replace advice from a doctor or midwife.",
        ),
        (
            &bg,
            "not-advice",
            "Тази страница обяснява как работи организмът. Тя не замества съвета на лекар или акушерка.",
        ),
        (&en, "after-birth", "Heavy bleeding after birth is an emergency: call 112."),
        (&bg, "after-birth", "Обилното кървене след раждане е спешно състояние – обадете се на 112."),
        (
            &en,
            "hospital-medicine",
            "Oxytocin in labour is prescription treatment given by professionals with monitoring.",
        ),
        (
            &bg,
            "hospital-medicine",
            "При раждане окситоцинът е лечение по лекарско назначение, което се прилага от медицински специалисти и под наблюдение.",
        ),
        (&en, "state-of-knowledge", "Several points are still being researched; where this is so, we say it."),
        (&bg, "state-of-knowledge", "Някои въпроси още се проучват; където е така, го посочваме."),
        (&en, "when-to-seek-help", "Contact your maternity unit or doctor straight away if:"),
        (&bg, "when-to-seek-help", "Свържете се веднага с родилното отделение или с лекар, ако:"),
    ];
    for (pack, id, wanted) in said {
        assert_eq!(plain(&notice(pack, id).text), wanted);
    }
    let help = notice(&en, "when-to-seek-help");
    assert_eq!(
        texts(&help.items),
        [
            "your waters break",
            "you have vaginal bleeding",
            "your baby moves less than usual",
            "you have regular contractions before 37 weeks",
            "you have constant strong pain, fever, or feel unwell",
            "you are worried"
        ]
    );
    assert_eq!(plain(&help.urgent), "Call 112:");
    assert_eq!(
        texts(&help.urgent_items),
        [
            "for heavy bleeding",
            "for a fit (seizure)",
            "for loss of consciousness",
            "if the umbilical cord is at the vagina",
            "if the baby is coming now"
        ]
    );
    let help = notice(&bg, "when-to-seek-help");
    assert_eq!(
        texts(&help.items),
        [
            "изтекат околоплодните води",
            "имате кървене от влагалището",
            "бебето се движи по-малко от обичайното",
            "имате редовни контракции преди 37-ата седмица",
            "имате постоянна силна болка, температура или не се чувствате добре",
            "нещо ви тревожи"
        ]
    );
    assert_eq!(plain(&help.urgent), "Обадете се на 112:");
    assert_eq!(
        texts(&help.urgent_items),
        [
            "при обилно кървене",
            "при гърч",
            "при загуба на съзнание",
            "ако пъпната връв се вижда или напипва във влагалището",
            "ако бебето вече се ражда"
        ]
    );
    for pack in [&en, &bg] {
        assert_eq!(notice(pack, "not-advice").place, NoticePlace::Start);
        let shown =
            |id: &str| pack.chapters.iter().any(|chapter| chapter.notices.iter().any(|known| known.as_str() == id));
        for id in ["when-to-seek-help", "after-birth", "hospital-medicine"] {
            assert!(shown(id), "no chapter shows {id}");
        }
        assert!(pack.chapters.iter().any(|chapter| chapter.id.as_str() == "labour" && !chapter.notices.is_empty()));
    }
}

//! Rules for words as such: no digits outside quantities.

use super::desk::Desk;

/// Checks every word of a language.
pub fn check_words(desk: &Desk) {
    let words = desk.words;
    let check = |path: String, texts: Vec<(String, &String)>| {
        let file = desk.words_file(&path);
        for (key, text) in texts {
            if let Some(digits) = loose_digits(text) {
                desk.problems.add(
                    &file,
                    &key,
                    format!("“{digits}” stands in words: make it a quantity and write {{its-id}}"),
                );
            }
        }
    };
    for (id, chapter) in &words.chapters {
        let sections = chapter.sections.iter().flat_map(|(id, section)| {
            let claims =
                section.claims.iter().map(move |(claim, text)| (format!("sections.{id}.claims.{claim}"), text));
            let said = section.said.iter().map(move |(claim, text)| (format!("sections.{id}.said.{claim}"), text));
            claims.chain(said).chain([(format!("sections.{id}.heading"), &section.heading)])
        });
        let depth = chapter.depth.iter().map(|(id, text)| (format!("depth.{id}"), text));
        let summary = chapter.summary.iter().map(|(id, text)| (format!("summary.{id}"), text));
        let head = [("title".to_owned(), &chapter.title), ("message".to_owned(), &chapter.message)];
        check(format!("chapters/{id}.json"), sections.chain(depth).chain(summary).chain(head).collect());
    }
    for (id, figure) in &words.figures {
        let parts = figure.parts.iter().flat_map(|(id, part)| {
            [(format!("parts.{id}.label"), &part.label), (format!("parts.{id}.words"), &part.words)]
        });
        let steps = figure.steps.iter().flat_map(|(id, step)| {
            [
                (format!("steps.{id}.title"), &step.title),
                (format!("steps.{id}.text"), &step.text),
                (format!("steps.{id}.alternative"), &step.alternative),
            ]
        });
        let labels = figure.labels.iter().map(|(id, text)| (format!("labels.{id}"), text));
        let description = figure.description.iter().enumerate().map(|(i, text)| (format!("description[{i}]"), text));
        let head = [("title".to_owned(), &figure.title), ("message".to_owned(), &figure.message)];
        check(format!("figures/{id}.json"), parts.chain(steps).chain(labels).chain(description).chain(head).collect());
    }
    for (id, term) in &words.terms {
        let texts = [("name".to_owned(), &term.name), ("definition".to_owned(), &term.definition)];
        check(format!("terms/{id}.json"), texts.into());
    }
    let notices = words.notices.iter().flat_map(|(id, notice)| {
        let texts = [("title", &notice.title), ("text", &notice.text), ("urgent", &notice.urgent)];
        let texts = texts.map(|(key, text)| (format!("{id}.{key}"), text));
        let items = notice.items.iter().enumerate().map(move |(i, text)| (format!("{id}.items[{i}]"), text));
        let urgent =
            notice.urgent_items.iter().enumerate().map(move |(i, text)| (format!("{id}.urgent_items[{i}]"), text));
        texts.into_iter().chain(items).chain(urgent)
    });
    check("notices.json".into(), notices.collect());
    check("interface.json".into(), words.interface.iter().map(|(key, text)| (key.clone(), text)).collect());
}

/// The first run of digits outside a mark that is not glued to a letter or a slash before it.
fn loose_digits(text: &str) -> Option<String> {
    let words = without(&without(&without(text, "{", "}"), "](", ")"), "[@", "]");
    let start = words
        .char_indices()
        .scan(' ', |before, (index, letter)| Some((std::mem::replace(before, letter), index, letter)))
        .find(|(before, _, letter)| letter.is_ascii_digit() && !before.is_alphanumeric() && *before != '/')?
        .1;
    Some(words[start..].chars().take_while(char::is_ascii_digit).collect())
}

/// A text without what stands between two marks.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        kept.push_str(before);
        rest = inside.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::loose_digits;

    #[test]
    fn digits_stand_only_in_names_and_marks() {
        assert_eq!(loose_digits("около {receptor-rise-12} пъти"), None);
        assert_eq!(loose_digits("[вижте](see:ip3) Gq/11 и Cys1"), None);
        assert_eq!(loose_digits("така е [@fuchs-1991]."), None);
        assert_eq!(loose_digits("около 12 пъти"), Some("12".into()));
    }
}

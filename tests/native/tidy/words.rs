//! A reader's words stand in `content/`, never in Rust.

use proc_macro2::{Delimiter, Group, Literal, TokenTree};

use super::{
    Breach, catches, hold,
    markup::{Piece, html, markups, pieces},
    source::{self, Source, is_ident, is_path, is_punct, line, sources, words},
};

const RULE: &str = "a reader's words stand in content/words/<lang>, never in Rust";

/// Attributes that a reader sees or hears.
const SAID: [&str; 9] = [
    "aria-label",
    "aria-description",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "alt",
    "label",
    "placeholder",
    "title",
];

fn cyrillic(source: &Source) -> Vec<Breach> {
    let folding = source.path == "src/model/search.rs";
    let is_cyrillic = |letter: char| matches!(letter, '\u{400}'..='\u{52f}');
    let literals = source::literals(&source.code).into_iter();
    let wrong = literals.filter(|literal| {
        let text = literal.to_string();
        // The folding table holds single letters, and nothing else there may.
        let letter = folding && text.starts_with('\'');
        !letter && text.chars().any(is_cyrillic)
    });
    let mut wrong: Vec<Breach> =
        wrong.map(|literal| source.breach(literal.span().start().line, literal.to_string(), RULE)).collect();
    let names = source::idents(&source.code).into_iter().filter(|ident| ident.to_string().chars().any(is_cyrillic));
    wrong.extend(names.map(|ident| source.breach(ident.span().start().line, ident.to_string(), RULE)));
    if !source.path.ends_with(".rs") {
        let lines = source.text.lines().enumerate().filter(|(_, line)| line.chars().any(is_cyrillic));
        wrong.extend(lines.map(|(index, line)| source.breach(index + 1, line.trim(), RULE)));
    }
    wrong
}

/// Whether a text has two letters beside each other, outside placeholders and escapes.
fn wordy(text: &str) -> bool {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(mark) = rest.find(['{', '\\']) {
        plain.push_str(&rest[..mark]);
        plain.push(' ');
        let unicode = rest[mark..].starts_with("\\u");
        rest = match rest.as_bytes()[mark] {
            b'\\' if !unicode => rest.get(mark + 2..).unwrap_or_default(),
            _ => rest[mark..].split_once('}').map_or("", |(_, after)| after),
        };
    }
    plain.push_str(rest);
    let letters: Vec<bool> = plain.chars().map(char::is_alphabetic).collect();
    letters.windows(2).any(|pair| pair[0] && pair[1])
}

fn visible(source: &Source) -> Vec<Breach> {
    let mut found: Vec<Literal> = Vec::new();
    for (_, group) in markups(&source.code) {
        for piece in pieces(&group) {
            match piece {
                Piece::Text(literal) => found.push(literal),
                Piece::Child(group) => expression(&group, &mut found),
                Piece::Attribute(name, TokenTree::Literal(literal)) if SAID.contains(&name.as_str()) => {
                    found.push(literal)
                }
                Piece::Attribute(name, TokenTree::Group(group)) if SAID.contains(&name.as_str()) => {
                    expression(&group, &mut found);
                }
                Piece::Attribute(..) => {}
            }
        }
    }
    source::runs(&source.code, &mut |run| nodes(run, &mut found));
    let wrong = found.iter().filter_map(|literal| Some((literal, words(literal)?))).filter(|(_, text)| wordy(text));
    wrong.map(|(literal, _)| source.breach(literal.span().start().line, literal.to_string(), RULE)).collect()
}

/// The literals that an expression says: itself, the ends of its branches, what it formats.
fn expression(group: &Group, found: &mut Vec<Literal>) {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    if let Some(TokenTree::Literal(literal)) = tokens.first() {
        found.push(literal.clone());
    }
    let mut at = 0;
    while at < tokens.len() {
        if html(&tokens, at).is_some() {
            at += 3;
            continue;
        }
        match (&tokens[at], tokens.get(at + 2)) {
            // `match` arms.
            (TokenTree::Punct(punct), Some(TokenTree::Literal(literal)))
                if punct.as_char() == '=' && is_punct(tokens.get(at + 1), '>') =>
            {
                found.push(literal.clone());
            }
            (TokenTree::Ident(name), Some(TokenTree::Group(inner)))
                if name == "format" && is_punct(tokens.get(at + 1), '!') =>
            {
                if let Some(TokenTree::Literal(literal)) = inner.stream().into_iter().next() {
                    found.push(literal);
                }
            }
            _ => {}
        }
        if let TokenTree::Group(inner) = &tokens[at]
            && inner.delimiter() == Delimiter::Brace
        {
            expression(inner, found);
        }
        at += 1;
    }
}

/// Text nodes made without `html!`.
fn nodes(run: &[TokenTree], found: &mut Vec<Literal>) {
    for (at, token) in run.iter().enumerate() {
        let TokenTree::Ident(name) = token else { continue };
        let Some(TokenTree::Group(inner)) = run.get(at + 4).filter(|_| is_path(run, at + 1)) else { continue };
        if (name == "VText" || name == "Html" || name == "VNode") && inner.delimiter() == Delimiter::Parenthesis {
            found.extend(source::literals(&inner.stream().into_iter().collect::<Vec<_>>()));
        }
    }
}

/// Sentences anywhere in what draws: a capital, small letters, a blank, more small letters.
fn sentences(source: &Source) -> Vec<Breach> {
    let mut wrong = Vec::new();
    source::runs(&source.code, &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let TokenTree::Literal(literal) = token else { continue };
            let reason = at >= 2 && is_punct(run.get(at - 1), '=') && is_ident(run.get(at - 2), "reason");
            let words = words(literal).unwrap_or_default();
            let words: Vec<&str> = words.split(' ').collect();
            let capital = |word: &str| {
                word.len() > 1
                    && word.starts_with(|c: char| c.is_uppercase())
                    && word[1..].chars().all(char::is_lowercase)
            };
            let small = |word: &str| word.len() > 1 && word.chars().all(char::is_lowercase);
            if !reason && words.windows(2).any(|pair| capital(pair[0]) && small(pair[1])) {
                wrong.push(source.breach(line(token), literal.to_string(), RULE));
            }
        }
    });
    wrong
}

#[test]
fn tidy_no_cyrillic_stands_in_code() {
    hold(&sources(&["src"], &["rs", "js", "html"]), cyrillic);
}

#[test]
fn tidy_no_words_stand_in_markup() {
    hold(&sources(&["src"], &["rs"]), visible);
}

#[test]
fn tidy_no_sentences_stand_in_drawings() {
    hold(&sources(&["src/figures", "src/view"], &["rs"]), sentences);
}

#[test]
fn tidy_catches_cyrillic() {
    let bad = [(2, "fn f() {\n \"матка\" }"), (1, "const A: char = 'я';"), (1, "fn матка() {}")];
    let good = ["/// Матка.\nfn f() {} // матка", "#[cfg(test)]\nmod tests { fn f() { \"матка\" } }"];
    catches(cyrillic, "src/view/nav.rs", &bad, &good);
    catches(
        cyrillic,
        "src/model/search.rs",
        &[(1, "const A: &str = \"матка\";")],
        &["fn f(c: char) { match c { 'я' => 1 } }"],
    );
    catches(cyrillic, "src/element/element.js", &[(2, "x\n// матка")], &["const x = 1;"]);
}

#[test]
fn tidy_catches_words_in_markup() {
    let bad = [
        (1, "fn f() { html! { <p>{\"Some words\"}</p> } }"),
        (2, "fn f() { html! { <p>\n{\"words\"}</p> } }"),
        (1, "fn f() { html! { <p>\"words\"</p> } }"),
        (1, "fn f() { html! { \"words\" } }"),
        (1, "fn f() { html! { <p>{\"words\".to_owned()}</p> } }"),
        (1, "fn f() { html! { <p>{if a { \"words\" } else { b }}</p> } }"),
        (1, "fn f() { html! { <p>{match a { A => \"words\", B => c }}</p> } }"),
        (1, "fn f() { html! { <p>{format!(\"{} of {}\", a, b)}</p> } }"),
        (1, "fn f() { html! { <p aria-label=\"Close\" /> } }"),
        (1, "fn f() { html! { <p aria-label={format!(\"step {}\", n)} /> } }"),
        (1, "fn f() { html! { <ul>{for x.map(|x| html! { <li>{\"words\"}</li> })}</ul> } }"),
        (1, "fn f() -> Html { VText::new(\"words\").into() }"),
        (1, "fn f() -> Html { Html::from(\"words\") }"),
    ];
    let good = [
        "fn f() { html! { <p class=\"some class\" data-x=\"words\">{\" \"}{\": \"}{x}</p> } }",
        "fn f() { html! { <p>{prose(x, \"glossary\", None)}{label(\"key\")}{format!(\"{}\\u{202f}{}\", a, b)}</p> } }",
        "fn f() { html! { <p aria-label={x.word(Word::Close)}>{\"±\"}</p> } }",
        "fn f() { html! { <p title={x.label(\"title\")}>{if a { html! { <b id=\"words\" /> } } else { b }}</p> } }",
    ];
    catches(visible, "src/view/nav.rs", &bad, &good);
}

#[test]
fn tidy_catches_sentences() {
    let bad = [(1, "const A: &str = \"The uterus contracts\";")];
    let good = [
        "const A: &str = \"figure scene-figure\";",
        "const A: &str = \"M0 6L6 0\";",
        "#[expect(x, reason = \"Each page differs\")]\nfn f() {}",
    ];
    catches(sentences, "src/view/nav.rs", &bad, &good);
}

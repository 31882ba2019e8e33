//! A source file as tokens: comments, documentation and test modules left out.

use std::{fs, path::Path};

use proc_macro2::{Delimiter, Group, Ident, Literal, Spacing, TokenStream, TokenTree};

use super::Breach;
use crate::real::root;

/// A source file.
pub struct Source {
    /// Its path from the project's root.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Its tokens without comments, documentation and test modules; none if it is no Rust.
    pub code: Vec<TokenTree>,
    /// Its tokens with test modules.
    pub all: Vec<TokenTree>,
}

impl Source {
    /// A source from its text.
    pub fn new(path: &str, text: &str) -> Self {
        let stream = match path.ends_with(".rs") {
            true => text.parse::<TokenStream>().unwrap_or_else(|error| panic!("{path} cannot be read: {error}")),
            false => TokenStream::new(),
        };
        Self { path: path.into(), text: text.into(), code: cleaned(stream.clone(), true), all: cleaned(stream, false) }
    }

    /// A breach of a rule in this source.
    pub fn breach(&self, line: usize, what: impl Into<String>, rule: &'static str) -> Breach {
        Breach { file: self.path.clone(), line, what: what.into(), rule }
    }

    /// The modules that lead to this file: `figures`, `scene`, `part`.
    pub fn modules(&self) -> Vec<&str> {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let path = path.strip_suffix(".rs").unwrap_or(path);
        path.split('/').filter(|name| !matches!(*name, "mod" | "lib")).collect()
    }
}

/// Every source below these folders with one of these endings.
pub fn sources(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&root().join(folder), endings, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            if !path.ends_with("target") && !path.ends_with("node_modules") {
                walk(&path, endings, found);
            }
        } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
            let text = fs::read_to_string(&path).expect("a source is text");
            let name = path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
            found.push(Source::new(&name, &text));
        }
    }
}

/// Tokens without `#[doc]`, and without what stands under `#[cfg(test)]` if tests are to go.
fn cleaned(stream: TokenStream, without_tests: bool) -> Vec<TokenTree> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((attribute, end)) = attribute(&tokens, at) {
            let text = attribute.to_string().replace(' ', "");
            if text.starts_with("doc=") {
                at = end;
                continue;
            }
            if without_tests && text == "cfg(test)" {
                at = end + item(&tokens[end..]);
                continue;
            }
        }
        kept.push(match &tokens[at] {
            TokenTree::Group(group) => {
                let inner = cleaned(group.stream(), without_tests).into_iter().collect();
                let mut copy = Group::new(group.delimiter(), inner);
                copy.set_span(group.span());
                copy.into()
            }
            other => other.clone(),
        });
        at += 1;
    }
    kept
}

/// The content of the attribute that begins here, and where it ends.
pub fn attribute(tokens: &[TokenTree], at: usize) -> Option<(TokenStream, usize)> {
    if !is_punct(tokens.get(at), '#') {
        return None;
    }
    let at = if is_punct(tokens.get(at + 1), '!') { at + 2 } else { at + 1 };
    match tokens.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => Some((group.stream(), at + 1)),
        _ => None,
    }
}

/// How many tokens the next item takes: up to its braces or its semicolon.
fn item(tokens: &[TokenTree]) -> usize {
    let end = tokens.iter().position(|token| {
        is_punct(Some(token), ';') || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
    });
    end.map_or(tokens.len(), |end| end + 1)
}

/// Whether a token is that punctuation.
pub fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Whether a token is that word.
pub fn is_ident(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == word)
}

/// Whether `::` stands here.
pub fn is_path(tokens: &[TokenTree], at: usize) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == Spacing::Joint)
        && is_punct(tokens.get(at + 1), ':')
}

/// The line on which a token begins.
pub fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// Calls back with every run of sibling tokens, outermost first.
pub fn runs(tokens: &[TokenTree], each: &mut impl FnMut(&[TokenTree])) {
    each(tokens);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            runs(&group.stream().into_iter().collect::<Vec<_>>(), each);
        }
    }
}

/// Every identifier with its line.
pub fn idents(tokens: &[TokenTree]) -> Vec<Ident> {
    let mut found = Vec::new();
    runs(tokens, &mut |run| {
        found.extend(run.iter().filter_map(|token| match token {
            TokenTree::Ident(ident) => Some(ident.clone()),
            _ => None,
        }));
    });
    found
}

/// Every literal.
pub fn literals(tokens: &[TokenTree]) -> Vec<Literal> {
    let mut found = Vec::new();
    runs(tokens, &mut |run| {
        found.extend(run.iter().filter_map(|token| match token {
            TokenTree::Literal(literal) => Some(literal.clone()),
            _ => None,
        }));
    });
    found
}

/// The words of a string literal as they are written; nothing for numbers and single letters.
pub fn words(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    let text = text.trim_start_matches(['r', 'b', '#']).trim_end_matches('#');
    text.strip_prefix('"')?.strip_suffix('"').map(str::to_owned)
}

#[test]
fn reads_code_and_leaves_out_the_rest() {
    let text = "//! Дума.\n/// Дума.\nfn real() { \"kept\"; }\n#[cfg(test)]\nmod tests { fn gone() { \"gone\"; } }\nfn also() {}";
    let source = Source::new("src/figures/scene/part.rs", text);
    let names: Vec<String> = idents(&source.code).iter().map(ToString::to_string).collect();
    assert_eq!(names, ["fn", "real", "fn", "also"]);
    assert!(idents(&source.all).iter().any(|ident| ident == "gone"));
    assert_eq!(literals(&source.code).iter().filter_map(words).collect::<Vec<_>>(), ["kept"]);
    assert_eq!(literals(&source.code)[0].span().start().line, 3);
    assert_eq!(source.modules(), ["figures", "scene", "part"]);
    assert_eq!(Source::new("src/view/mod.rs", "").modules(), ["view"]);
}

//! What stands inside `html!`: attributes, texts, expressions; and the rules for it.

use proc_macro2::{Delimiter, Group, Literal, TokenTree};

use super::{
    Breach, catches, hold,
    source::{self, Source, is_ident, is_path, is_punct, line, sources},
};

const STYLE: &str = "no inline style attribute: strict policies refuse it; use a class or an SVG attribute";
const NOTHING: &str =
    "no component renders nothing: Yew 0.23.0 panics among toggled siblings; give it a hidden element";

/// A piece of markup.
pub enum Piece {
    /// An attribute with its name and the token of its value; a shorthand `{name}` has itself as value.
    Attribute(String, TokenTree),
    /// A literal as a child.
    Text(Literal),
    /// An expression as a child.
    Child(Group),
}

/// The markup of every `html!` among tokens, nested ones as well, each with its line.
pub fn markups(tokens: &[TokenTree]) -> Vec<(usize, Group)> {
    let mut found = Vec::new();
    source::runs(tokens, &mut |run| {
        for at in 0..run.len() {
            if let Some(group) = html(run, at) {
                found.push((line(&run[at]), group.clone()));
            }
        }
    });
    found
}

/// The group of the `html!` that begins here.
pub fn html(run: &[TokenTree], at: usize) -> Option<&Group> {
    let named = is_ident(run.get(at), "html") || is_ident(run.get(at), "html_nested");
    match run.get(at + 2) {
        Some(TokenTree::Group(group)) if named && is_punct(run.get(at + 1), '!') => Some(group),
        _ => None,
    }
}

/// The pieces of one markup, those of nested `html!` left out.
pub fn pieces(group: &Group) -> Vec<Piece> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut depth = 0_i32;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' && depth > 0 => depth -= 1,
            TokenTree::Punct(punct) if punct.as_char() == '=' && depth > 0 => {
                if let Some(value) = tokens.get(at + 1) {
                    pieces.push(Piece::Attribute(name(&tokens[..at]), value.clone()));
                    at += 1;
                }
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && depth > 0 => {
                pieces.push(Piece::Attribute(group.stream().to_string(), tokens[at].clone()));
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                // The body of `if` in markup is markup again.
                match group.stream().into_iter().next() {
                    Some(TokenTree::Punct(punct)) if punct.as_char() == '<' => pieces.extend(self::pieces(group)),
                    _ => pieces.push(Piece::Child(group.clone())),
                }
            }
            TokenTree::Literal(literal) if depth == 0 => pieces.push(Piece::Text(literal.clone())),
            _ => {}
        }
        at += 1;
    }
    pieces
}

/// The attribute name that ends here: words joined by hyphens or colons.
fn name(tokens: &[TokenTree]) -> String {
    let mut name = String::new();
    let mut sign = true;
    for token in tokens.iter().rev() {
        match token {
            TokenTree::Ident(ident) if sign => name.insert_str(0, &ident.to_string()),
            TokenTree::Punct(punct) if !sign && matches!(punct.as_char(), '-' | ':') => name.insert(0, punct.as_char()),
            _ => break,
        }
        sign = !sign;
    }
    name
}

fn style(source: &Source) -> Vec<Breach> {
    let markups = markups(&source.code);
    let pieces = markups.iter().flat_map(|(_, group)| pieces(group));
    let wrong = pieces.filter_map(|piece| match piece {
        Piece::Attribute(name, value) if name == "style" => Some(source.breach(line(&value), "style=", STYLE)),
        _ => None,
    });
    wrong.collect()
}

fn nothing(source: &Source) -> Vec<Breach> {
    let mut wrong: Vec<Breach> = markups(&source.code)
        .into_iter()
        .filter(|(_, group)| {
            let text = group.stream().to_string().replace(' ', "");
            text.is_empty() || text == "<></>"
        })
        .map(|(line, _)| source.breach(line, "an empty html!", NOTHING))
        .collect();
    source::runs(&source.code, &mut |run| {
        for at in 0..run.len() {
            let node = ["Html", "VNode", "VList"].iter().any(|name| is_ident(run.get(at), name));
            if node && is_path(run, at + 1) && ["default", "new"].iter().any(|name| is_ident(run.get(at + 3), name)) {
                wrong.push(source.breach(line(&run[at]), "an empty node", NOTHING));
            }
        }
    });
    wrong
}

#[test]
fn tidy_markup_has_no_inline_style() {
    hold(&sources(&["src"], &["rs"]), style);
}

#[test]
fn tidy_no_component_renders_nothing() {
    hold(&sources(&["src"], &["rs"]), nothing);
}

#[test]
fn tidy_catches_inline_style() {
    let bad = [
        (1, "fn f() { html! { <p style=\"color: red\">{x}</p> } }"),
        (2, "fn f() { html! { <p class=\"a\"\n style={s}>{x}</p> } }"),
        (1, "fn f() { html! { <p {style} /> } }"),
        (1, "fn f() { html! { <div>{for x.map(|x| html! { <b style={x} /> })}</div> } }"),
        (1, "fn f() { html! { <Context<A> context={c}><i style=\"\" /></Context<A>> } }"),
        (1, "fn f() { html! { if x { <i style=\"\" /> } } }"),
    ];
    let good = ["fn f() { let style = 1; html! { <p class={style} data-style=\"x\">{style}</p> } }"];
    catches(style, "src/view/nav.rs", &bad, &good);
}

#[test]
fn tidy_catches_a_component_that_renders_nothing() {
    let bad = [
        (1, "fn f() -> Html { html! {} }"),
        (2, "fn f() -> Html {\n html!() }"),
        (1, "fn f() -> Html { html! { <></> } }"),
        (1, "fn f() -> Html { Html::default() }"),
        (1, "fn f() -> Html { yew::virtual_dom::VNode::default() }"),
    ];
    catches(
        nothing,
        "src/view/nav.rs",
        &bad,
        &["fn f() -> Html { html! { <p hidden=true /> } }", "fn f() -> A { A::default() }"],
    );
}

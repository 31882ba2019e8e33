//! Scripts and style sheets without what only their editors need.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// What browsers that the explainer lives in understand: nothing newer is written.
const BROWSERS: &str = "es2022";

/// A script as browsers read it: without comments and spaces, with short names where nobody outside knows them.
///
/// # Errors
/// When it is not a script; names what is wrong with it.
pub fn script(text: &str) -> anyhow::Result<String> {
    let allocator = Allocator::default();
    let module = text.lines().any(|line| line.starts_with("export ") || line.starts_with("import "));
    let parsed = Parser::new(&allocator, text, SourceType::mjs().with_script(!module)).parse();
    if let Some(problem) = parsed.errors.first() {
        anyhow::bail!("a script cannot be read: {problem}");
    }
    let mut program = parsed.program;
    let target = EngineTargets::from_target(BROWSERS).map_err(|problem| anyhow::anyhow!("{BROWSERS}: {problem}"))?;
    let options = MinifierOptions {
        mangle: Some(MangleOptions { top_level: module, ..MangleOptions::default() }),
        compress: Some(CompressOptions { target, ..CompressOptions::smallest() }),
    };
    let scoping = Minifier::new(options).minify(&allocator, &mut program).scoping;
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(scoping).build(&program).code)
}

/// A style sheet without comments, and without spaces where they mean nothing.
pub fn sheet(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let taken = match letter {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => rest[1..].find(letter).map_or(rest.len(), |end| end + 2),
            _ => letter.len_utf8(),
        };
        let (piece, after) = rest.split_at(taken);
        rest = after;
        let tight = small.ends_with(['{', '}', ';', ',', ':', ' ']) || small.is_empty();
        match letter {
            '/' if taken > 1 => {}
            _ if letter.is_whitespace() => {
                if !tight {
                    small.push(' ');
                }
            }
            '{' | '}' | ';' | ',' => {
                small.truncate(small.trim_end_matches(' ').len());
                if letter == '}' && small.ends_with(';') {
                    small.pop();
                }
                small.push(letter);
            }
            _ => small.push_str(piece),
        }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::{script, sheet};

    #[test]
    fn scripts_are_short_and_keep_the_names_that_others_know() {
        let written = "// a\nexport const known = (inner) => {\n  const longer = inner + inner; // b\n  return `${longer} \n ${longer}`;\n};\n";
        let small = script(written).expect("a script");
        assert!(small.len() < written.len() / 2 + 20 && small.contains("known"), "{small}");
        assert!(!small.contains("longer") && !small.contains("// b"), "{small}");
        assert_eq!(script("function outside() {\n  return 1;\n}\n").expect("a script"), "function outside(){return 1}");
    }

    #[test]
    fn what_is_no_script_is_told_of() {
        let problem = script("const = 1;").expect_err("not a script");
        assert!(problem.to_string().starts_with("a script cannot be read"), "{problem}");
    }

    #[test]
    fn sheets_keep_the_spaces_that_mean_something() {
        let written = "/* a */\n:host {\n  --a: calc(1px + 2px);\n  content: \"; \";\n}\n\n.a .b, .c > d:not(.e) { color: red; }\n@media (width < 9em) and (hover) { f { g: h } }\n";
        let small = ":host{--a:calc(1px + 2px);content:\"; \"}.a .b,.c > d:not(.e){color:red}@media (width < 9em) and (hover){f{g:h}}";
        assert_eq!(sheet(written), small);
    }
}

//! Short names between the module and its glue. wasm-bindgen's own, with a hash in each, stand in both files and are
//! a good part of what cannot be compressed there.
//!
//! The imports' module is named by the hash of what was built, so that glue and module of two builds never fit.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use wasm_encoder::{EntityType, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use super::names::digits;

/// The name that every module's memory has.
pub const MEMORY: &str = "memory";

/// Names by what they were.
type Renamed = BTreeMap<String, String>;

/// The module and its glue with short names. What the glue does not call is not exported.
///
/// # Errors
/// When the module cannot be read, or a name is not in the glue where wasm-bindgen writes it.
pub fn names(module: &[u8], glue: &str) -> anyhow::Result<(Vec<u8>, String)> {
    let build = format!("m{}", digits(module, 4));
    let (mut imports, mut exports) = (Renamed::new(), Renamed::new());
    let mut from = None;
    let mut short = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the module cannot be read")?;
        match &payload {
            Payload::ImportSection(section) => {
                let mut names = ImportSection::new();
                for import in section.clone().into_imports() {
                    let import = import?;
                    ensure!(*from.get_or_insert(import.module) == import.module, "imports of two modules");
                    let name = letters(imports.len());
                    names.import(&build, &name, EntityType::try_from(import.ty)?);
                    imports.insert(import.name.to_owned(), name);
                }
                short.section(&names);
            }
            Payload::ExportSection(section) => {
                let mut names = ExportSection::new();
                for export in section.clone() {
                    let export = export?;
                    if called(glue).any(|(_, name)| name == export.name) {
                        // Tools that look into a module know its memory by this name.
                        let name = if export.name == MEMORY { MEMORY.into() } else { letters(exports.len()) };
                        names.export(&name, export.kind.into(), export.index);
                        exports.insert(export.name.to_owned(), name);
                    }
                }
                short.section(&names);
            }
            // What tools note of themselves.
            Payload::CustomSection(_) => {}
            other => {
                if let Some((id, range)) = other.as_section() {
                    let data = &module[usize::try_from(range.start)?..usize::try_from(range.end)?];
                    short.section(&RawSection { id, data });
                }
            }
        }
    }
    let glue = given(&calls(glue, &exports)?, &imports, from.context("the module imports nothing")?, &build)?;
    Ok((short.finish(), glue))
}

/// `a` to `z`, then `aa` and so on.
pub fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.into(),
        more => letters(more - 1) + &last.to_string(),
    }
}

/// Where the glue names something of the module, and what.
fn called(glue: &str) -> impl Iterator<Item = (usize, &str)> {
    const OBJECT: &str = "wasm.";
    let part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    glue.match_indices(OBJECT).filter_map(move |(at, _)| {
        let start = at + OBJECT.len();
        let rest = &glue[start..];
        let name = &rest[..rest.find(|letter| !part(letter)).unwrap_or(rest.len())];
        let whole = !glue[..at].ends_with(|before| part(before) || before == '.');
        (whole && !name.is_empty()).then_some((start, name))
    })
}

/// The glue that calls the module's exports by their short names.
fn calls(glue: &str, exports: &Renamed) -> anyhow::Result<String> {
    let (mut made, mut done) = (String::with_capacity(glue.len()), 0);
    for (start, name) in called(glue) {
        let short = exports.get(name).with_context(|| format!("the glue calls `{name}`, which is not exported"))?;
        made += &glue[done..start];
        made += short;
        done = start + name.len();
    }
    Ok(made + &glue[done..])
}

/// The glue that gives the imports under their short names.
fn given(glue: &str, imports: &Renamed, from: &str, build: &str) -> anyhow::Result<String> {
    let mut glue = glue.to_owned();
    let mut replace = |old: String, new: String| {
        let found = glue.matches(&old).count();
        ensure!(found == 1, "the glue should hold `{}` once, not {found} times", old.trim());
        glue = glue.replace(&old, &new);
        Ok(())
    };
    replace(format!("\"{from}\": import"), format!("\"{build}\": import"))?;
    for (name, short) in imports {
        replace(format!("\n        {name}: "), format!("\n        {short}: "))?;
    }
    Ok(glue)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ExportKind, FunctionSection, TypeSection};
    use wasmparser::{Parser, Payload};

    use super::{EntityType, ExportSection, ImportSection, Module, letters, names};

    const GLUE: &str = "let wasm;\nfunction imports() {\n    const import0 = {\n        __wbg_now_12ab: function() {\n            wasm.__wbindgen_free(wasm.memory.buffer);\n        },\n    };\n    return {\n        \"./it_bg.js\": import0,\n    };\n}\n// not of wasm.\n";

    /// A module that imports `__wbg_now_12ab` and exports two things of which the glue calls one.
    fn module(name: &str) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./it_bg.js", name, EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 0);
        exports.export("__wbindgen_free", ExportKind::Func, 0);
        exports.export("memory", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&FunctionSection::new()).section(&exports);
        module.finish()
    }

    #[test]
    fn module_and_glue_agree() {
        let (short, glue) = names(&module("__wbg_now_12ab"), GLUE).expect("a module and its glue");
        let (mut imports, mut exports) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&short) {
            match payload.expect("a module") {
                Payload::ImportSection(all) => imports.extend(all.into_imports().map(|one| one.expect("an import"))),
                Payload::ExportSection(all) => exports.extend(all.into_iter().map(|one| one.expect("an export").name)),
                _ => {}
            }
        }
        assert_eq!((imports.len(), imports[0].name), (1, "a"));
        assert_eq!(exports, ["a", "memory"]);
        assert!(glue.contains("\n        a: function() {\n            wasm.a(wasm.memory.buffer);"), "{glue}");
        assert!(glue.contains(&format!("\"{}\": import0", imports[0].module)), "{glue}");
        assert!(glue.ends_with("// not of wasm.\n"));
    }

    #[test]
    fn another_build_has_another_name() {
        let glue =
            |name: &str| names(&module(name), &GLUE.replace("__wbg_now_12ab", name)).expect("a module and its glue").1;
        assert_ne!(glue("__wbg_now_12ab"), glue("__wbg_now_34cd"));
    }

    #[test]
    fn glue_of_another_module_is_told_of() {
        assert!(names(&module("__wbg_later_12ab"), GLUE).is_err());
        assert!(names(&module("__wbg_now_12ab"), &GLUE.replace("wasm.memory", "wasm.memories")).is_err());
        assert!(names(b"<!doctype html>", GLUE).is_err());
    }

    #[test]
    fn letters_go_on() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}

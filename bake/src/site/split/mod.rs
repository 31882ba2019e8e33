//! Two modules of one: what draws figures comes behind what draws the text.
//!
//! Some functions move into a module of their own, which shares the first one's memory and tables. A call to one of them
//! goes through a place in the table, which the second module fills in as it starts. Until then nothing there may be
//! called: the shell hands no figure over before. Should it happen all the same, the instance ends as with any other
//! trap, and the next one is given both modules at once.

mod figures;
mod first;
mod places;
mod second;
mod whole;

use std::collections::BTreeMap;

use anyhow::ensure;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use super::names::digits;
use places::Places;
use whole::Whole;

/// Both modules, and the glue that can add the second to the first.
pub struct Split {
    pub first: Vec<u8>,
    pub second: Vec<u8>,
    pub glue: String,
}

/// The functions' names, as the compiler gave them, by number.
///
/// # Errors
/// When the module cannot be read.
pub fn names(module: &[u8]) -> anyhow::Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(subsections) = section.as_known() else { continue };
        for subsection in subsections {
            if let Name::Function(all) = subsection? {
                for naming in all {
                    let naming = naming?;
                    names.insert(naming.index, naming.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

/// Splits a module whose functions have these names.
///
/// # Errors
/// When it cannot be read, when it is not as the compiler makes them, or when nothing in it draws figures.
pub fn split(module: &[u8], names: &BTreeMap<u32, String>, glue: &str) -> anyhow::Result<Split> {
    let whole = Whole::read(module)?;
    let draws = figures::drawing(&whole, names);
    ensure!(
        !draws.is_empty(),
        "no function of the module draws figures: it should have its names, see -g in index.html"
    );
    let moves = whole.with_helpers(&draws)?;
    let places = Places::of(&whole, &moves)?;
    // A second module fits no other build.
    let from = format!("f{}", digits(module, 4));
    let (second, taken) = second::second(&whole, &moves, &places, &from)?;
    let first = first::first(&whole, module, &moves, &places, &taken)?;
    Ok(Split { first, second, glue: adding(glue, &from)? })
}

/// The glue with a function that adds a second module to the first.
fn adding(glue: &str, from: &str) -> anyhow::Result<String> {
    const ENTRANCE: &str = "wasm = instance.exports;";
    ensure!(glue.matches(ENTRANCE).count() == 1, "the glue should hold `{ENTRANCE}` once");
    let glue = glue.replace(ENTRANCE, &format!("whole = instance.exports;\n    {ENTRANCE}"));
    Ok(format!(
        "{glue}\nlet whole;\nexport function add(module) {{\n    return WebAssembly.instantiate(module, {{ {from}: whole }});\n}}\n"
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection,
        GlobalSection, GlobalType, ImportSection, Instruction, MemorySection, MemoryType, Module, RefType,
        TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{Parser, Payload, TypeRef};

    use super::split;

    const GLUE: &str = "let wasm;\nfunction start(instance) {\n    wasm = instance.exports;\n}\n";
    const NAMES: [&str; 6] =
        ["now", "mount", "figures::late_draw", "only_for_drawing", "figures::scene::view::draw", "text"];

    /// `mount` calls `late_draw` and `text`; `late_draw` calls `only_for_drawing`, which calls the imported `now`;
    /// another `draw` stands in the table alone. What draws is large, the rest is not.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("m", "a", wasm_encoder::EntityType::Function(0));
        let mut functions = FunctionSection::new();
        for _ in 1..NAMES.len() {
            functions.function(0);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 3,
            maximum: Some(3),
            shared: false,
        });
        let mut memory = MemorySection::new();
        memory.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut globals = GlobalSection::new();
        globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(9));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0).export("b", ExportKind::Func, 1);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([4, 5].as_slice().into()));
        let mut code = CodeSection::new();
        let mut body = |calls: &[u32], large: bool| {
            let mut made = Function::new([]);
            for _ in 0..if large { 60 } else { 1 } {
                made.instruction(&Instruction::GlobalGet(0)).instruction(&Instruction::Drop);
            }
            made.instruction(&Instruction::LocalGet(0));
            for call in calls {
                made.instruction(&Instruction::Call(*call));
            }
            code.function(made.instruction(&Instruction::End));
        };
        body(&[2, 5], false);
        body(&[3], true);
        body(&[0], false);
        body(&[], true);
        body(&[], false);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memory);
        module.section(&globals).section(&exports).section(&elements).section(&code);
        module.finish()
    }

    fn names() -> BTreeMap<u32, String> {
        (0..).zip(NAMES).map(|(number, name)| (number, format!("it[0123]::{name}"))).collect()
    }

    /// What a module imports, exports, and how large its functions and its tables are.
    #[derive(Default)]
    struct Read {
        imports: Vec<(String, String)>,
        exports: Vec<String>,
        functions: Vec<usize>,
        places: Vec<u64>,
        filled: Vec<Vec<u32>>,
    }

    fn read(module: &[u8]) -> Read {
        let mut read = Read::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload.expect("a module") {
                Payload::ImportSection(all) => {
                    for one in all.into_imports().map(|one| one.expect("an import")) {
                        read.imports.push((one.module.into(), one.name.into()));
                        if let TypeRef::Table(table) = one.ty {
                            read.places.push(table.initial);
                        }
                    }
                }
                Payload::ExportSection(all) => {
                    read.exports.extend(all.into_iter().map(|one| one.expect("an export").name.to_owned()));
                }
                Payload::TableSection(all) => {
                    read.places.extend(all.into_iter().map(|one| one.expect("a table").ty.initial));
                }
                Payload::ElementSection(all) => {
                    for one in all {
                        let wasmparser::ElementItems::Functions(items) = one.expect("places").items else { panic!() };
                        read.filled.push(items.into_iter().map(|item| item.expect("a function")).collect());
                    }
                }
                Payload::CodeSectionEntry(body) => read.functions.push(body.as_bytes().len()),
                _ => {}
            }
        }
        read
    }

    #[test]
    fn what_draws_moves_with_what_only_it_calls() {
        let both = split(&module(), &names(), GLUE).expect("two modules");
        let (first, second) = (read(&both.first), read(&both.second));
        // Two that draw, and the helper; in the first, ways to one of them, `mount`, `text` and what stops early calls.
        assert_eq!(second.functions.len(), 3);
        assert_eq!(first.functions.len(), 4);
        assert!(first.functions.iter().all(|size| *size < 20), "{:?}", first.functions);
        // One place more: what `mount` calls by name. What stands in the table alone keeps its place.
        assert_eq!((first.places, second.places), (vec![4], vec![4]));
        assert_eq!(first.filled, [[4, 3]]);
        assert_eq!(second.filled, [vec![3], vec![1]]);
    }

    #[test]
    fn the_second_takes_what_the_first_gives() {
        let both = split(&module(), &names(), GLUE).expect("two modules");
        let (first, second) = (read(&both.first), read(&both.second));
        let (from, _) = &second.imports[0];
        for (module, name) in &second.imports {
            assert!(module == from && first.exports.contains(name), "{module}.{name}: {:?}", first.exports);
        }
        assert_eq!(second.exports, ["memory"]);
        assert!(first.exports.starts_with(&["memory".into(), "b".into()]));
        assert!(both.glue.contains("    whole = instance.exports;\n    wasm = instance.exports;\n"), "{}", both.glue);
        assert!(both.glue.contains(&format!("WebAssembly.instantiate(module, {{ {from}: whole }})")), "{}", both.glue);
    }

    #[test]
    fn a_module_without_names_is_told_of() {
        let fault = split(&module(), &BTreeMap::new(), GLUE).err().expect("nothing is known of its functions");
        assert!(fault.to_string().contains("-g"), "{fault}");
        assert!(split(&module(), &names(), "let wasm;").is_err());
        assert!(split(b"<!doctype html>", &names(), GLUE).is_err());
    }
}

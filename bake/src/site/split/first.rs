//! The first module: what stays, with a way to each moved function that it calls.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection,
    Instruction, Module, RawSection, TableSection,
    reencode::{Error, Reencode},
};
use wasmparser::{ExternalKind, Parser, Payload};

use super::{
    places::Places,
    second::{Taken, export_names},
    whole::{FIRST_PLACE, Whole},
};

/// Numbers of the whole module as the first one has them.
struct First {
    functions: BTreeMap<u32, u32>,
}

impl Reencode for First {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.functions[&function])
    }
}

/// What stays of a module.
///
/// # Errors
/// When the module cannot be read.
pub fn first(
    whole: &Whole<'_>,
    module: &[u8],
    moves: &BTreeSet<u32>,
    places: &Places,
    taken: &Taken,
) -> anyhow::Result<Vec<u8>> {
    let stays = |function: &u32| !moves.contains(function) || places.called.contains_key(function);
    let kept: Vec<u32> = (0..whole.functions.len() as u32).filter(stays).collect();
    let mut numbers = First { functions: kept.iter().copied().zip(0..).collect() };
    // Stands in places that the second module fills; whatever calls it before that is stopped.
    let nobody = kept.len() as u32;
    let nothing = whole.types.iter().position(|of| of.params().is_empty() && of.results().is_empty());
    let nothing = nothing.context("the module has no function without values")? as u32;
    let mut made = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        match &payload {
            Payload::FunctionSection(_) => {
                let mut functions = FunctionSection::new();
                for function in kept.iter().filter(|function| **function >= whole.imported) {
                    functions.function(whole.functions[*function as usize]);
                }
                made.section(functions.function(nothing));
            }
            Payload::TableSection(_) => {
                let mut tables = TableSection::new();
                for index in 0..whole.tables.len() as u32 {
                    tables.table(places.table(whole, index)?);
                }
                made.section(&tables);
            }
            Payload::ExportSection(_) => {
                let mut exports = ExportSection::new();
                for export in &whole.exports {
                    let index = match export.kind {
                        ExternalKind::Func => numbers.function_index(export.index)?,
                        _ => export.index,
                    };
                    exports.export(export.name, export.kind.into(), index);
                }
                for (name, (kind, index)) in export_names(whole).zip(taken.exports()) {
                    let index = if kind == ExportKind::Func { numbers.function_index(index)? } else { index };
                    exports.export(&name, kind, index);
                }
                made.section(&exports);
            }
            Payload::ElementSection(_) => {
                let all = whole.table.iter().map(|function| match moves.contains(function) {
                    true => Ok(nobody),
                    false => numbers.function_index(*function),
                });
                let all = all.collect::<Result<Vec<_>, _>>()?;
                let start = ConstExpr::i32_const(FIRST_PLACE as i32);
                made.section(ElementSection::new().active(None, &start, Elements::Functions(all.into())));
            }
            Payload::CodeSectionStart { .. } => {
                let mut code = CodeSection::new();
                for function in kept.iter().filter(|function| **function >= whole.imported) {
                    match places.called.get(function) {
                        Some(place) => code.function(&through(whole, *function, *place)),
                        None => {
                            let body = whole.bodies[(function - whole.imported) as usize].clone();
                            numbers.parse_function_body(&mut code, body)?;
                            &mut code
                        }
                    };
                }
                let mut stop = Function::new([]);
                stop.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
                made.section(code.function(&stop));
            }
            Payload::CodeSectionEntry(_) | Payload::CustomSection(_) => {}
            other => {
                if let Some((id, range)) = other.as_section() {
                    let data = &module[usize::try_from(range.start)?..usize::try_from(range.end)?];
                    made.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok(made.finish())
}

/// Calls what stands in a place of the table.
fn through(whole: &Whole<'_>, function: u32, place: u32) -> Function {
    let of = whole.functions[function as usize];
    let mut made = Function::new([]);
    for value in 0..whole.types[of as usize].params().len() as u32 {
        made.instruction(&Instruction::LocalGet(value));
    }
    made.instruction(&Instruction::I32Const(place as i32));
    made.instruction(&Instruction::CallIndirect { type_index: of, table_index: 0 });
    made.instruction(&Instruction::End);
    made
}

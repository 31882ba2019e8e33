//! A module as the compiler leaves it, as far as it matters to who splits it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail, ensure};
use wasmparser::{
    ElementItems, ElementKind, Export, ExternalKind, FuncType, FunctionBody, GlobalType, MemoryType, Operator, Parser,
    Payload, TableType, TypeRef,
};

/// What a module holds, as far as it matters here.
pub struct Whole<'a> {
    pub types: Vec<FuncType>,
    /// The type of each function, imported ones first.
    pub functions: Vec<u32>,
    pub imported: u32,
    pub tables: Vec<TableType>,
    pub globals: Vec<GlobalType>,
    pub memory: MemoryType,
    pub exports: Vec<Export<'a>>,
    /// The functions in the table, from its place 1 on, as the compiler leaves place 0 empty.
    pub table: Vec<u32>,
    pub bodies: Vec<FunctionBody<'a>>,
}

/// The first place of the table that is filled.
pub const FIRST_PLACE: u32 = 1;

impl<'a> Whole<'a> {
    /// Reads a module.
    ///
    /// # Errors
    /// When it cannot be read, or is not as the compiler makes them.
    pub fn read(module: &'a [u8]) -> anyhow::Result<Self> {
        let (mut types, mut functions, mut tables, mut globals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut exports, mut table, mut bodies, mut memory) = (Vec::new(), Vec::new(), Vec::new(), None);
        let mut imported = 0;
        for payload in Parser::new(0).parse_all(module) {
            match payload.context("the module cannot be read")? {
                Payload::TypeSection(section) => {
                    for each in section.into_iter_err_on_gc_types() {
                        types.push(each?);
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let TypeRef::Func(of) = import?.ty else { bail!("the module imports more than functions") };
                        functions.push(of);
                        imported += 1;
                    }
                }
                Payload::FunctionSection(section) => {
                    for each in section {
                        functions.push(each?);
                    }
                }
                Payload::TableSection(section) => {
                    for each in section {
                        tables.push(each?.ty);
                    }
                }
                Payload::MemorySection(section) => memory = section.into_iter().next().transpose()?,
                Payload::GlobalSection(section) => {
                    for each in section {
                        globals.push(each?.ty);
                    }
                }
                Payload::ExportSection(section) => exports = section.into_iter().collect::<Result<_, _>>()?,
                Payload::StartSection { .. } => bail!("a module that starts by itself cannot be split"),
                Payload::ElementSection(section) => {
                    for each in section {
                        let each = each?;
                        let ElementItems::Functions(all) = each.items else { bail!("a table of more than functions") };
                        ensure!(table.is_empty() && starts(&each.kind)?, "the table is filled in an unknown way");
                        table = all.into_iter().collect::<Result<_, _>>()?;
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        let memory = memory.context("the module has no memory")?;
        Ok(Self { types, functions, imported, tables, globals, memory, exports, table, bodies })
    }

    /// The functions that each function calls by name.
    pub fn calls(&self) -> anyhow::Result<Vec<Vec<u32>>> {
        let of = |body: &FunctionBody<'_>| -> anyhow::Result<Vec<u32>> {
            let mut called = Vec::new();
            for operator in body.get_operators_reader()? {
                match operator? {
                    Operator::Call { function_index } => called.push(function_index),
                    Operator::RefFunc { .. } | Operator::ReturnCall { .. } => bail!("a call of an unknown kind"),
                    _ => {}
                }
            }
            Ok(called)
        };
        self.bodies.iter().map(of).collect()
    }

    /// The body of a function, unless it is imported.
    pub fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// The number of a body's function.
    pub fn number(&self, body: usize) -> u32 {
        self.imported + body as u32
    }

    /// The moving functions and those that nobody but them calls.
    pub fn with_helpers(&self, moves: &BTreeSet<u32>) -> anyhow::Result<BTreeSet<u32>> {
        let mut moves: BTreeSet<u32> = moves.iter().copied().filter(|function| *function >= self.imported).collect();
        let exported = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        let kept: BTreeSet<u32> = exported.map(|export| export.index).collect();
        moves.retain(|function| !kept.contains(function));
        let mut callers: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for (body, called) in self.calls()?.into_iter().enumerate() {
            for function in called {
                callers.entry(function).or_default().insert(self.number(body));
            }
        }
        loop {
            let alone = |(function, callers): &(&u32, &BTreeSet<u32>)| {
                **function >= self.imported
                    && !moves.contains(function)
                    && !kept.contains(function)
                    && !self.table.contains(function)
                    && callers.iter().all(|caller| moves.contains(caller) || caller == *function)
            };
            let more: Vec<u32> = callers.iter().filter(alone).map(|(function, _)| *function).collect();
            if more.is_empty() {
                return Ok(moves);
            }
            moves.extend(more);
        }
    }
}

/// Whether a table is filled from its first place on.
fn starts(kind: &ElementKind<'_>) -> anyhow::Result<bool> {
    let ElementKind::Active { table_index, offset_expr } = kind else { return Ok(false) };
    let start = offset_expr.get_operators_reader().read()?;
    let first = matches!(start, Operator::I32Const { value } if value == FIRST_PLACE as i32);
    Ok(table_index.unwrap_or(0) == 0 && first)
}

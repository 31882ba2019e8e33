//! The second module: what has moved, with the first one's memory, tables and functions as its imports.

use std::collections::BTreeSet;

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, FunctionSection,
    ImportSection, MemoryType, Module, TypeSection,
    reencode::{Error, Reencode, RoundtripReencoder},
};

use super::{
    super::short::{MEMORY, letters},
    places::Places,
    whole::Whole,
};

/// What the second module takes of the first, in the order in which it is exported for it.
#[derive(Default, Clone)]
pub struct Taken {
    functions: Vec<u32>,
    globals: Vec<u32>,
    tables: Vec<u32>,
}

impl Taken {
    /// Where something stands, which is put there if it is not there yet.
    fn place(of: &mut Vec<u32>, index: u32) -> u32 {
        let at = of.iter().position(|known| *known == index).unwrap_or_else(|| {
            of.push(index);
            of.len() - 1
        });
        at as u32
    }

    /// In the order of [`export_names`].
    pub fn exports(&self) -> impl Iterator<Item = (ExportKind, u32)> {
        let tables = self.tables.iter().map(|index| (ExportKind::Table, *index));
        let globals = self.globals.iter().map(|index| (ExportKind::Global, *index));
        let functions = self.functions.iter().map(|index| (ExportKind::Func, *index));
        tables.chain(globals).chain(functions)
    }
}

/// Numbers of the whole module as the second one has them.
struct Second<'a> {
    moves: &'a [u32],
    taken: Taken,
    types: Vec<u32>,
    /// How many functions are taken: known once all that are called have been met.
    before: u32,
}

impl Reencode for Second<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        Ok(match self.moves.iter().position(|moved| *moved == function) {
            Some(at) => self.before + at as u32,
            None => Taken::place(&mut self.taken.functions, function),
        })
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Self::Error>> {
        Ok(Taken::place(&mut self.taken.globals, global))
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<Self::Error>> {
        Ok(Taken::place(&mut self.taken.tables, table))
    }

    fn type_index(&mut self, of: u32) -> Result<u32, Error<Self::Error>> {
        Ok(Taken::place(&mut self.types, of))
    }
}

/// The second module, and what it takes of the first, which gives it as of a module named `from`.
///
/// # Errors
/// When a body cannot be read.
pub fn second(
    whole: &Whole<'_>,
    moves: &BTreeSet<u32>,
    places: &Places,
    from: &str,
) -> anyhow::Result<(Vec<u8>, Taken)> {
    let list: Vec<u32> = moves.iter().copied().collect();
    let mut numbers = Second { moves: &list, taken: Taken::default(), types: Vec::new(), before: 0 };
    let body = |function: &u32| whole.bodies[(function - whole.imported) as usize].clone();
    // Once to meet what is taken, once more to write it with the numbers that follow from that.
    for function in &list {
        numbers.parse_function_body(&mut CodeSection::new(), body(function))?;
    }
    numbers.before = numbers.taken.functions.len() as u32;
    let table = numbers.table_index(0)?;
    let mut code = CodeSection::new();
    let mut functions = FunctionSection::new();
    for function in &list {
        numbers.parse_function_body(&mut code, body(function))?;
        functions.function(numbers.type_index(whole.functions[*function as usize])?);
    }
    let mut elements = ElementSection::new();
    for (start, run) in places.runs() {
        let run = run.iter().map(|function| numbers.function_index(*function)).collect::<Result<Vec<_>, _>>()?;
        elements.active(Some(table), &ConstExpr::i32_const(start as i32), Elements::Functions(run.into()));
    }
    let mut imports = ImportSection::new();
    let taken = numbers.taken.clone();
    imports.import(from, MEMORY, EntityType::Memory(MemoryType::from(whole.memory)));
    for (name, (kind, index)) in export_names(whole).zip(taken.exports()) {
        let entity = match kind {
            ExportKind::Table => EntityType::Table(places.table(whole, index)?),
            ExportKind::Global => EntityType::Global(RoundtripReencoder.global_type(whole.globals[index as usize])?),
            _ => EntityType::Function(numbers.type_index(whole.functions[index as usize])?),
        };
        imports.import(from, &name, entity);
    }
    let mut types = TypeSection::new();
    for of in &numbers.types {
        types.ty().func_type(&RoundtripReencoder.func_type(whole.types[*of as usize].clone())?);
    }
    // Tools that look into a module find its memory here too.
    let mut exports = ExportSection::new();
    exports.export(MEMORY, ExportKind::Memory, 0);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&exports).section(&elements).section(&code);
    Ok((module.finish(), taken))
}

/// The names under which the first module gives something to the second.
pub fn export_names(whole: &Whole<'_>) -> impl Iterator<Item = String> {
    (whole.exports.len()..).map(letters)
}

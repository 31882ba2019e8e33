//! Where the first module finds what has moved: places of the function table, which the second module fills.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::{
    TableType,
    reencode::{Reencode, RoundtripReencoder},
};

use super::whole::{FIRST_PLACE, Whole};

/// See above.
pub struct Places {
    /// Those which the first module calls by name, with the place.
    pub called: BTreeMap<u32, u32>,
    /// All filled places, with the function.
    pub filled: BTreeMap<u32, u32>,
    /// How many places there are behind the old ones.
    pub more: u32,
}

impl Places {
    /// The places of those that move.
    ///
    /// # Errors
    /// When a body cannot be read.
    pub fn of(whole: &Whole<'_>, moves: &BTreeSet<u32>) -> anyhow::Result<Self> {
        let mut filled: BTreeMap<u32, u32> =
            (FIRST_PLACE..).zip(whole.table.iter().copied()).filter(|(_, function)| moves.contains(function)).collect();
        let mut called = BTreeMap::new();
        let end = FIRST_PLACE + whole.table.len() as u32;
        let mut more = 0;
        for (body, calls) in whole.calls()?.into_iter().enumerate() {
            if moves.contains(&whole.number(body)) {
                continue;
            }
            for function in calls.into_iter().filter(|function| moves.contains(function)) {
                called.entry(function).or_insert_with(|| {
                    let place = filled.iter().find(|(_, at)| **at == function).map(|(place, _)| *place);
                    place.unwrap_or_else(|| {
                        more += 1;
                        filled.insert(end + more - 1, function);
                        end + more - 1
                    })
                });
            }
        }
        Ok(Self { called, filled, more })
    }

    /// Places that follow each other, as the table is filled in one go.
    pub fn runs(&self) -> Vec<(u32, Vec<u32>)> {
        let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
        for (place, function) in &self.filled {
            match runs.last_mut() {
                Some((start, run)) if *start + run.len() as u32 == *place => run.push(*function),
                _ => runs.push((*place, vec![*function])),
            }
        }
        runs
    }

    /// The function table's type with its new places; another table's as it is.
    ///
    /// # Errors
    /// When it is of a kind that cannot be written.
    pub fn table(&self, whole: &Whole<'_>, index: u32) -> anyhow::Result<TableType> {
        let mut of = RoundtripReencoder.table_type(whole.tables[index as usize])?;
        if index == 0 {
            of.minimum += u64::from(self.more);
            of.maximum = of.maximum.map(|most| most + u64::from(self.more));
        }
        Ok(of)
    }
}

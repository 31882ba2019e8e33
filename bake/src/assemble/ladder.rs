//! The ladder of evidence: the strongest claims first, each replication right under its original.

use std::cmp::Reverse;

use oxytocin_explainer::figures::chart::drawn::numbers::Rung;

use super::figures::FigureDesk;
use crate::files::RungFacts;

/// The steps of strength, each with a label of its own.
const STRENGTHS: std::ops::RangeInclusive<u8> = 1..=4;
/// The labels that every ladder needs, besides three a row.
const LABELS: [&str; 12] = [
    "column-claim",
    "column-who",
    "column-found",
    "column-strength",
    "column-source",
    "strength-1",
    "strength-2",
    "strength-3",
    "strength-4",
    "not-replicated",
    "filter",
    "all",
];

impl FigureDesk<'_> {
    /// The rows in the order in which they are drawn.
    pub(super) fn ladder(&self, facts: &[RungFacts]) -> Vec<Rung> {
        for row in facts {
            self.check_rung(facts, row);
        }
        let own = facts.iter().flat_map(|row| ["claim", "answer", "found"].map(|text| format!("{text}-{}", row.id)));
        for key in LABELS.into_iter().map(str::to_owned).chain(own) {
            if !self.words.labels.contains_key(&key) {
                self.desk.problems.add(&self.file, &format!("labels.{key}"), "the ladder needs this label");
            }
        }
        let mut originals: Vec<&RungFacts> = facts.iter().filter(|row| row.beside.is_none()).collect();
        originals.sort_by_key(|row| Reverse(row.strength));
        let under = |original: &RungFacts| {
            let id = original.id.clone();
            facts.iter().filter(move |row| row.beside.as_ref() == Some(&id))
        };
        originals.into_iter().flat_map(|row| std::iter::once(row).chain(under(row))).map(|row| self.rung(row)).collect()
    }

    fn rung(&self, row: &RungFacts) -> Rung {
        let mut sources: Vec<u16> = row.sources.iter().filter_map(|id| self.desk.cite(id)).collect();
        sources.sort_unstable();
        Rung {
            id: row.id.clone(),
            species: row.species.iter().map(|species| (*species).into()).collect(),
            strength: row.strength,
            failed: !row.replicated,
            beside: row.beside.is_some(),
            sources,
        }
    }

    fn check_rung(&self, all: &[RungFacts], row: &RungFacts) {
        let key = format!("chart.rows.{}", row.id);
        self.desk.check_sources(&self.fact_file, &key, &row.sources);
        if row.sources.is_empty() {
            self.complain(&key, "a claim without a source");
        }
        if row.species.is_empty() {
            self.complain(&key, "say in whom: species");
        }
        if !STRENGTHS.contains(&row.strength) {
            self.complain(&key, &format!("strength {} is not one of 1, 2, 3, 4", row.strength));
        }
        if all.iter().filter(|other| other.id == row.id).count() > 1 {
            self.complain(&key, "another row has this id");
        }
        if let Some(id) = &row.beside
            && !all.iter().any(|other| other.id == *id && other.beside.is_none())
        {
            self.complain(&key, &format!("there is no original row “{id}” to stand beside"));
        }
    }
}

//! The table at the end of a test run, and its last line.

use super::summary::{Counts, Failure, Heard};
use crate::{shell::spell, table::layout};

/// How one layer of tests went.
pub struct Entry {
    /// The layer, with the engine if it has one.
    pub name: String,
    /// Its results. A layer that broke off, or ran nothing, has at least one failure.
    pub counts: Counts,
    /// Each test that failed.
    pub failures: Vec<Failure>,
    /// Each that failed at first and passed when it was run again.
    pub unsteady: Vec<Failure>,
    /// Why the numbers do not tell everything.
    pub remark: String,
}

impl Entry {
    /// Judges a layer: breaking off is a failure, and so is running nothing.
    pub fn judge(name: String, heard: Heard, ended_well: bool) -> Self {
        let Heard { mut counts, failures, unsteady } = heard;
        let broken = match (ended_well, counts.executed(), counts.failed) {
            (false, _, 0) => "did not finish",
            (true, 0, _) => "no tests ran",
            _ => "",
        };
        counts.failed += u64::from(!broken.is_empty());
        let remark = match unsteady.len() {
            0 => broken.to_owned(),
            count => format!("{broken} {count} at the second try").trim_start().to_owned(),
        };
        Self { name, counts, failures: failures.told, unsteady, remark }
    }
}

/// The table of all layers.
pub fn table(entries: &[Entry]) -> String {
    let rows: Vec<Vec<String>> = entries
        .iter()
        .map(|Entry { name, counts, remark, .. }| {
            vec![
                name.clone(),
                counts.passed.to_string(),
                counts.failed.to_string(),
                counts.ignored.to_string(),
                spell(counts.time),
                remark.clone(),
            ]
        })
        .collect();
    layout(&["layer", "passed", "failed", "ignored", "time", ""], &rows)
}

/// Every test that failed, be it only at first, with its layer and its message; empty if none did.
pub fn failures(entries: &[Entry]) -> String {
    let mut text = String::new();
    for Entry { name, failures, unsteady, .. } in entries {
        for (list, when) in [(unsteady, " (at the first try only)"), (failures, "")] {
            for Failure { test, message } in list {
                text += &format!("{name}: {test}{when}: {message}\n");
            }
        }
    }
    text
}

/// The last line: `N passed, N failed`, and what was skipped if anything was.
pub fn last_line(total: &Counts) -> String {
    let Counts { passed, failed, ignored, .. } = total;
    let skipped = if *ignored > 0 { format!(", {ignored} skipped") } else { String::new() };
    format!("{passed} passed, {failed} failed{skipped}")
}

#[cfg(test)]
mod tests {
    use super::{Entry, failures, last_line};
    use crate::commands::test::summary::{Counts, Failure, Heard};

    fn counts(passed: u64, failed: u64, ignored: u64) -> Counts {
        Counts { passed, failed, ignored, ..Counts::default() }
    }

    fn heard(passed: u64, failed: u64, ignored: u64) -> Heard {
        Heard { counts: counts(passed, failed, ignored), ..Heard::default() }
    }

    #[test]
    fn the_last_line_is_exact() {
        assert_eq!(last_line(&counts(12, 0, 0)), "12 passed, 0 failed");
        assert_eq!(last_line(&counts(12, 3, 2)), "12 passed, 3 failed, 2 skipped");
    }

    #[test]
    fn a_layer_that_ran_nothing_failed() {
        let entry = Entry::judge("component".into(), heard(0, 0, 4), true);
        assert_eq!((entry.counts.failed, &*entry.remark), (1, "no tests ran"));
    }

    #[test]
    fn a_layer_that_broke_off_failed() {
        let entry = Entry::judge("native".into(), heard(7, 0, 0), false);
        assert_eq!((entry.counts.failed, &*entry.remark), (1, "did not finish"));
    }

    #[test]
    fn failures_name_their_layer() {
        let mut bad = heard(7, 1, 0);
        bad.failures.told.push(Failure { test: "reading::whole".into(), message: "assertion failed".into() });
        bad.unsteady.push(Failure { test: "frame::grows".into(), message: "too late".into() });
        let entries = [Entry::judge("native".into(), heard(1, 0, 0), true), Entry::judge("webkit".into(), bad, false)];
        assert_eq!(
            failures(&entries),
            "webkit: frame::grows (at the first try only): too late\nwebkit: reading::whole: assertion failed\n"
        );
        assert_eq!(entries[1].remark, "1 at the second try");
    }

    #[test]
    fn counted_failures_are_not_counted_twice() {
        let entry = Entry::judge("native".into(), heard(7, 2, 0), false);
        assert_eq!((entry.counts.failed, &*entry.remark), (2, ""));
    }
}

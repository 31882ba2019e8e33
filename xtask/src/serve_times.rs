//! How long `serve` took to a page: kept for `bench`, which cannot repeat a first run.

use std::{fs, path::PathBuf, time::Duration};

use serde_json::{Value, json};

use crate::project::Project;

/// Seconds from the command to a page that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServeTimes {
    /// The first run in this clone, with all the set-up that it did.
    pub first: u64,
    /// The latest of the later runs, if there was one.
    pub later: Option<u64>,
}

impl ServeTimes {
    /// The times kept so far.
    pub fn read(project: &Project) -> Option<Self> {
        Self::parse(&fs::read_to_string(file(project)).ok()?)
    }

    /// Keeps the time of a run. A run that cannot be kept is no reason to stop serving.
    pub fn keep(project: &Project, took: Duration) {
        let seconds = took.as_secs();
        let times = match Self::read(project) {
            None => Self { first: seconds, later: None },
            Some(known) => Self { later: Some(seconds), ..known },
        };
        let _ = fs::write(file(project), json!({ "first": times.first, "later": times.later }).to_string());
    }

    fn parse(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        Some(Self { first: value.get("first")?.as_u64()?, later: value.get("later").and_then(Value::as_u64) })
    }
}

fn file(project: &Project) -> PathBuf {
    project.root.join("target/xtask/serve-times.json")
}

#[cfg(test)]
mod tests {
    use super::ServeTimes;

    #[test]
    fn what_is_no_record_is_none() {
        assert_eq!(ServeTimes::parse("{}"), None);
        assert_eq!(ServeTimes::parse(r#"{"first":9}"#), Some(ServeTimes { first: 9, later: None }));
    }
}

//! What test runners say at their end: `test result: ok. 5 passed; 0 failed; …`.

use std::time::Duration;

/// The sums of all such lines of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were skipped.
    pub ignored: u64,
    /// How long the tests themselves took.
    pub time: Duration,
}

impl Counts {
    /// Adds a line of a runner's output, if it is a result.
    pub fn read(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        for part in result.split([';', '.']).map(str::trim) {
            match part.split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                Some((number, "ignored")) => self.ignored += number.parse().unwrap_or(0),
                _ => {}
            }
        }
        let seconds =
            result.split_once("finished in ").and_then(|(_, time)| time.trim().strip_suffix('s')?.parse().ok());
        self.time += Duration::try_from_secs_f64(seconds.unwrap_or(0.0)).unwrap_or_default();
    }

    /// How many tests really ran.
    pub fn executed(&self) -> u64 {
        self.passed + self.failed
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
        self.time += other.time;
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Counts;

    #[test]
    fn results_add_up() {
        let mut counts = Counts::default();
        for line in [
            "running 5 tests",
            "test physiology::peak ... ok",
            "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.25s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s",
        ] {
            counts.read(line);
        }
        assert_eq!(counts, Counts { passed: 6, failed: 2, ignored: 1, time: Duration::from_millis(1750) });
        assert_eq!(counts.executed(), 8);
    }

    #[test]
    fn results_without_time_and_with_colour_count_too() {
        let mut counts = Counts::default();
        counts.read("    test result: ok. 3 passed; 0 failed; 0 ignored; 0 filtered out");
        counts.read("test result: \u{1b}[32mok\u{1b}[0m. 2 passed; 0 failed; 0 ignored; 0 measured");
        assert_eq!((counts.passed, counts.failed, counts.time), (5, 0, Duration::ZERO));
    }
}

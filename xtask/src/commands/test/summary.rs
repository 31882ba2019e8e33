//! What test runners say: which tests failed and why, and at the end `test result: ok. 5 passed; 0 failed; …`.

use std::time::Duration;

/// What was heard of one layer's runners.
#[derive(Debug, Default)]
pub struct Heard {
    /// How many tests ended how.
    pub counts: Counts,
    /// Those that failed.
    pub failures: Failures,
    /// Those that failed at first and passed when they were run again.
    pub unsteady: Vec<Failure>,
}

/// So many failures are tried again, and no more: many are no accident.
const FEW: usize = 3;

impl Heard {
    /// Reads a line of a runner's output.
    pub fn read(&mut self, line: &str) {
        self.counts.read(line);
        self.failures.read(line);
    }

    /// The tests to run again, if all that failed are known by name and are few.
    pub fn few(&self) -> Option<Vec<String>> {
        let told = &self.failures.told;
        let all = u64::try_from(told.len()) == Ok(self.counts.failed);
        (all && (1..=FEW).contains(&told.len())).then(|| told.iter().map(|failure| failure.test.clone()).collect())
    }

    /// Takes over how the tests of [`Self::few`] went when they were run again: that counts, and what failed once is kept.
    pub fn again(&mut self, second: Self) {
        let failed = |failure: &Failure| second.failures.told.iter().any(|again| again.test == failure.test);
        self.unsteady.extend(self.failures.told.drain(..).filter(|failure| !failed(failure)));
        self.counts.failed = 0;
        self.counts += second.counts;
        self.failures = second.failures;
    }
}

/// The sums of the result lines of a run.
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

/// How much of a failure's message, and of what the test printed before it, is told again at the end.
const TOLD: usize = 1_000;

/// A test that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// `module::test`.
    pub test: String,
    /// Its message, and what it printed in the lines below.
    pub message: String,
}

/// The tests that failed, each with its message and what it had printed.
#[derive(Debug, Default)]
pub struct Failures {
    /// Each of them.
    pub told: Vec<Failure>,
    at: At,
    test: String,
    printed: String,
    message: String,
}

/// Where in a runner's output the last line stood.
#[derive(Debug, Default, PartialEq)]
enum At {
    #[default]
    Elsewhere,
    Printed,
    Message,
}

impl Failures {
    /// Reads a line of a runner's output.
    pub fn read(&mut self, line: &str) {
        if let Some(test) = line.strip_prefix("---- ").and_then(|line| line.split(' ').next()) {
            self.tell();
            test.clone_into(&mut self.test);
            self.at = At::Printed;
        } else if ["stack backtrace:", "note: ", "failures:"].iter().any(|end| line.starts_with(end)) {
            self.tell();
        } else if self.at == At::Printed && line.contains("panicked at ") && line.ends_with(':') {
            self.at = At::Message;
        } else if self.at != At::Elsewhere && !line.is_empty() {
            let text = if self.at == At::Message { &mut self.message } else { &mut self.printed };
            text.push('\n');
            text.push_str(line);
        }
    }

    fn tell(&mut self) {
        let short = |text: String| text.trim().chars().take(TOLD).collect::<String>().replace('\n', "\n    ");
        let [test, message, printed] = [&mut self.test, &mut self.message, &mut self.printed].map(std::mem::take);
        if std::mem::take(&mut self.at) == At::Message {
            let message = format!("{}\n    {}", short(message), short(printed)).trim_end().to_owned();
            self.told.push(Failure { test, message });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Counts, Failure, Failures, Heard};

    fn failure(test: &str, message: &str) -> Failure {
        Failure { test: test.into(), message: message.into() }
    }

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

    #[test]
    fn a_failure_is_named_with_its_message_and_what_it_printed() {
        let mut failures = Failures::default();
        for line in [
            "test isolation::other_boxes ... FAILED",
            "---- isolation::other_boxes stdout ----",
            "the page at the end: {",
            "}",
            "",
            "thread 'isolation::other_boxes' (7) panicked at tests/browser/harness/mod.rs:50:33:",
            "window 0 looks otherwise:",
            "here",
            "stack backtrace:",
            "   0: somewhere",
            "---- reading::whole stdout ----",
            "thread 'reading::whole' (8) panicked at tests/browser/reading.rs:5:3:",
            "assertion failed",
            "",
            "",
            "failures:",
            "    isolation::other_boxes",
        ] {
            failures.read(line);
        }
        assert_eq!(
            failures.told,
            [
                failure(
                    "isolation::other_boxes",
                    "window 0 looks otherwise:\n    here\n    the page at the end: {\n    }"
                ),
                failure("reading::whole", "assertion failed")
            ]
        );
    }

    fn heard(passed: u64, failures: &[Failure]) -> Heard {
        let counts = Counts { passed, failed: failures.len() as u64, ..Counts::default() };
        Heard { counts, failures: Failures { told: failures.to_vec(), ..Failures::default() }, ..Heard::default() }
    }

    #[test]
    fn few_failures_are_tried_again_and_what_then_happens_counts() {
        let (steady, unsteady) = (failure("part::shows", "never"), failure("frame::grows", "not this time"));
        let mut first = heard(5, &[steady.clone(), unsteady.clone()]);
        assert_eq!(first.few().as_deref(), Some(&["part::shows".to_owned(), "frame::grows".to_owned()][..]));
        first.again(heard(1, std::slice::from_ref(&steady)));
        assert_eq!((first.counts.passed, first.counts.failed), (6, 1));
        assert_eq!((first.failures.told, first.unsteady), (vec![steady], vec![unsteady]));
    }

    #[test]
    fn many_failures_or_unknown_ones_or_none_are_not_tried_again() {
        assert_eq!(heard(5, &[]).few(), None);
        assert_eq!(heard(5, &[1, 2, 3, 4].map(|number| failure(&format!("part::{number}"), ""))).few(), None);
        let mut broken_off = heard(5, &[failure("part::shows", "")]);
        broken_off.counts.failed = 2;
        assert_eq!(broken_off.few(), None);
    }
}

//! The rules of the house, held by reading the sources. Each rule shows that it catches a bad sample.

mod house;
mod layers;
mod markup;
mod source;
mod words;

use std::fmt;

use source::Source;

/// Where a source breaks a rule.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Breach {
    file: String,
    line: usize,
    what: String,
    rule: &'static str,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}. Rule: {}", self.file, self.line, self.what, self.rule)
    }
}

/// Finds where one source breaks a rule.
type Rule = fn(&Source) -> Vec<Breach>;

/// Fails with file, line and rule wherever one of the sources breaks it.
fn hold(sources: &[Source], rule: Rule) {
    assert!(!sources.is_empty(), "there are sources to read");
    let breaches: Vec<String> = sources.iter().flat_map(rule).map(|breach| breach.to_string()).collect();
    assert!(breaches.is_empty(), "{} breaches:\n{}\n", breaches.len(), breaches.join("\n"));
}

/// Asserts that a rule finds a bad sample, at that line, and leaves a good one alone.
fn catches(rule: Rule, path: &str, bad: &[(usize, &str)], good: &[&str]) {
    for (line, sample) in bad {
        let found = rule(&Source::new(path, sample));
        assert!(found.iter().any(|breach| breach.line == *line && breach.file == path), "in {sample}: {found:?}");
        let text = found[0].to_string();
        assert!(text.starts_with(path) && text.contains("Rule: "), "{text}");
    }
    for sample in good {
        let found = rule(&Source::new(path, sample));
        assert_eq!(found, [], "in {sample}");
    }
}

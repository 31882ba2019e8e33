//! What comes out: figures with their budgets.

use serde_json::{Value, json};

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// What it counts: `ms`, `bytes`, `requests`, `ratio`.
    pub unit: &'static str,
    /// The result: a median where it was measured several times.
    pub value: f64,
    /// The most that it may be, if there is a limit.
    pub budget: Option<f64>,
}

impl Figure {
    /// A figure without a limit.
    pub fn new(name: impl Into<String>, unit: &'static str, value: f64) -> Self {
        Self { name: name.into(), unit, value, budget: None }
    }

    /// The same with a limit.
    #[must_use]
    pub fn at_most(self, budget: f64) -> Self {
        Self { budget: Some(budget), ..self }
    }

    /// `pass` or `over`, if there is a limit.
    pub fn verdict(&self) -> Option<&'static str> {
        self.budget.map(|budget| if self.rounded() > budget { "over" } else { "pass" })
    }

    /// As precise as the figure is told.
    pub fn rounded(&self) -> f64 {
        (self.value * 100.0).round() / 100.0
    }

    /// For programs.
    pub fn as_json(&self) -> Value {
        json!({
            "figure": self.name,
            "unit": self.unit,
            "value": self.rounded(),
            "budget": self.budget,
            "verdict": self.verdict(),
        })
    }
}

/// The middle of several values; 0 of none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => 0.0,
        count if count % 2 == 1 => values[count / 2],
        count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, median};

    #[test]
    fn medians_stand_in_the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 100.0]), 3.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 100.0]), 3.0);
        assert_eq!(median(Vec::new()), 0.0);
    }

    #[test]
    fn a_budget_is_the_last_good_value() {
        let figure = Figure::new("a", "ms", 16.004).at_most(16.0);
        assert_eq!(figure.verdict(), Some("pass"), "what is told decides");
        assert_eq!(Figure { value: 16.01, ..figure }.verdict(), Some("over"));
        assert_eq!(Figure::new("a", "ms", 1.0).verdict(), None);
    }
}

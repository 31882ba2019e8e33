//! What can only be measured in a browser: the meter's figures as rows.

use std::fs;

use serde_json::Value;

use super::rows::{Row, Unit};
use crate::{
    problem::{Explain, Outcome, Problem},
    project::Project,
    shell,
    tools::{
        browsers::{self, Engine},
        wasm_app,
    },
};

/// The package that measures.
const METER: &str = "oxytocin-meter";
/// The package of the application that does nothing.
const EMPTY: &str = "oxytocin-empty-app";
/// The figures.
///
/// # Errors
/// When no browser can be had, or the meter does not run to its end.
pub fn rows(project: &mut Project) -> Outcome<Vec<Row>> {
    let chromium = browsers::ensure(project, Engine::Chromium)?;
    let folder = project.root.join("target").join("meter");
    let empty = folder.join("empty");
    fs::create_dir_all(&empty).or_say(format_args!("cannot make the folder {}", empty.display()))?;
    wasm_app::release(project, EMPTY, "empty", &empty)?;
    let out = folder.join("figures.json");
    let mut cargo = project.command("cargo");
    cargo
        .args(["run", "--quiet", "--package", METER, "--", "--dist"])
        .arg(project.dist())
        .arg("--empty")
        .arg(&empty)
        .arg("--out")
        .arg(&out)
        .arg("--plot")
        .arg(project.root.join("docs").join("images").join("growth.svg"))
        .arg("--report")
        .arg(project.root.join("docs").join("PERFORMANCE.md"))
        .arg("--driver")
        .arg(chromium.driver);
    if let Some(program) = chromium.program {
        cargo.arg("--browser").arg(program);
    }
    if !shell::loud("measuring in chromium", &mut cargo)?.success() {
        return Err(Problem::Shown);
    }
    let text = fs::read_to_string(&out).or_say(format_args!("cannot read {}", out.display()))?;
    read(&text).ok_or_else(|| Problem::says(format!("{} is not what the meter writes", out.display())))
}

/// Reads what the meter writes.
fn read(text: &str) -> Option<Vec<Row>> {
    let figures: Vec<Value> = serde_json::from_str(text).ok()?;
    let row = |figure: &Value| {
        Some(Row {
            figure: figure.get("figure")?.as_str()?.to_owned(),
            value: figure.get("value")?.as_f64()?,
            unit: Unit::Measured(figure.get("unit")?.as_str()?.to_owned()),
            budget: figure.get("budget").and_then(Value::as_f64),
            size: None,
        })
    };
    figures.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_meters_figures_are_rows() {
        let text = r#"[{"figure": "a", "unit": "ms", "value": 1.5, "budget": 1.4, "verdict": "over"},
            {"figure": "b", "unit": "bytes", "value": 2, "budget": null, "verdict": null}]"#;
        let rows = read(text).expect("reads");
        assert_eq!((rows[0].value, rows[0].verdict(), rows[0].unit.name()), (1.5, Some("over"), "ms"));
        assert_eq!((rows[1].budget, rows[1].verdict()), (None, None));
        assert!(read(r#"[{"figure": "a"}]"#).is_none());
    }
}

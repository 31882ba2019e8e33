//! How each layer of tests is run. Each returns whether its runner ended well.

use std::{io::IsTerminal, process::Command};

use super::summary::Heard;
use crate::{
    commands::build,
    problem::Outcome,
    project::{Project, WIDGET},
    shell::{self, Streams},
    tools::{
        axe,
        browsers::{self, Engine},
        dictionaries, foreign, package_checks, rustup, wasm_app, wasm_bindgen,
    },
};

/// What WebKit's driver is spared: in a session under automation it keeps nothing that a service worker stores.
const NOT_IN_WEBKIT: &[&str] = &["offline::our_own_pages_live_again_without_network"];

/// How long the component tests may take in the browser, in seconds.
const COMPONENT_LIMIT: &str = "180";

/// Rules, content, spelling, simulation: plain Rust tests.
pub fn native(project: &Project, heard: &mut Heard) -> Outcome<bool> {
    let dictionaries = dictionaries::ensure(project)?;
    let mut cargo = project.command("cargo");
    cargo.env("OXY_DICTIONARIES", dictionaries);
    cargo.args(["test", "--no-fail-fast", "--workspace", "--lib", "--bins", "--test", "native"]);
    run("running the native tests", cargo, heard)
}

/// The widget's parts in Chromium, by wasm-bindgen's own runner.
pub fn component(project: &mut Project, heard: &mut Heard) -> Outcome<bool> {
    rustup::wasm_target(project)?;
    let runner = wasm_bindgen::ensure(project)?;
    let chromium = browsers::ensure(project, Engine::Chromium)?;
    let mut cargo = project.command("cargo");
    cargo
        .args(["test", "--package", WIDGET, "--target", rustup::WASM, "--test", "component"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", chromium.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", COMPONENT_LIMIT);
    // The runner takes the first driver of these that the environment names.
    for other in ["GECKODRIVER", "SAFARIDRIVER", "GECKODRIVER_REMOTE", "SAFARIDRIVER_REMOTE", "CHROMEDRIVER_REMOTE"] {
        cargo.env_remove(other);
    }
    run("running the component tests in chromium", cargo, heard)
}

/// A reader's journeys through the release build, in one engine.
pub fn browser(project: &mut Project, engine: Engine, heard: &mut Heard) -> Outcome<bool> {
    let browser = browsers::ensure(project, engine)?;
    // Before the build, which takes wasm-opt from npm where npm is there.
    let axe = axe::ensure(project)?;
    let checks = package_checks::ensure(project)?;
    let foreign = foreign::ensure(project)?;
    build::if_stale(project)?;
    let yew_host = wasm_app::example(project, "oxytocin-explainer-yew", "host")?;

    let journeys = |which: &[&str]| {
        let mut cargo = match &browser.screen {
            None => project.command("cargo"),
            Some(screen) => {
                let mut command = project.command(screen);
                command.args(["--auto-servernum", "--server-args=-screen 0 1280x1024x24", "cargo"]);
                command
            }
        };
        cargo
            .args(["test", "--package", WIDGET, "--test", "browser"])
            .env("OXY_ENGINE", engine.to_string())
            .env("OXY_DIST", project.dist())
            .env("OXY_AXE", &axe)
            .env("OXY_PUBLINT", &checks.publint)
            .env("OXY_ATTW", &checks.attw)
            .env("OXY_FOREIGN", &foreign)
            .env("OXY_YEW_HOST", &yew_host)
            .env("OXY_DRIVER", &browser.driver)
            .arg("--")
            .args(which);
        if let Some(program) = &browser.program {
            cargo.env("OXY_BROWSER", program);
        }
        cargo
    };
    let spared = if engine == Engine::Webkit { NOT_IN_WEBKIT } else { &[] };
    let all: Vec<&str> = spared.iter().flat_map(|journey| ["--skip", journey]).collect();
    let ended_well = run(&format!("running the browser tests in {engine}"), journeys(&all), heard)?;
    let Some(few) = heard.few() else { return Ok(ended_well) };
    // A driver that was late or a machine that was busy is no fault of the explainer's; it is told at the end all the same.
    let again: Vec<&str> = std::iter::once("--exact").chain(few.iter().map(String::as_str)).collect();
    let mut second = Heard::default();
    let ended_well = run(&format!("running again what failed in {engine}"), journeys(&again), &mut second)?;
    heard.again(second);
    Ok(ended_well)
}

/// Runs Cargo and hears the results that it prints.
fn run(what: &str, mut cargo: Command, heard: &mut Heard) -> Outcome<bool> {
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        // Our pipe hides the terminal from Cargo.
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    Ok(shell::listen(what, &mut cargo, Streams::Out, |line| heard.read(line))?.success())
}

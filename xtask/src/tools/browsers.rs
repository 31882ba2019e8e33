//! The three browsers and their WebDrivers.

use std::{fmt, path::PathBuf};

use clap::ValueEnum;

use super::{apt, cargo_tool::CargoTool};
use crate::{
    problem::{Outcome, Problem},
    project::Project,
};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Chrome, Edge and their kin.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari's engine, in its Linux form.
    Webkit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

/// What is needed to test in one engine.
pub struct Browser {
    /// The WebDriver.
    pub driver: PathBuf,
    /// The browser, where the driver does not know it by itself.
    pub program: Option<PathBuf>,
    /// A program to run the tests under, for an engine that cannot do without a screen.
    pub screen: Option<PathBuf>,
}

/// What an engine needs, by name.
struct Needs {
    name: &'static str,
    browsers: &'static [&'static str],
    /// Where macOS keeps it, off `PATH`.
    mac: &'static str,
    driver: &'static str,
    /// A program that gives the engine a screen, if it cannot do without.
    screen: Option<&'static str>,
    /// Programs besides the browser that the packages bring.
    packed: &'static [&'static str],
    /// The packages on Debian and Ubuntu.
    packages: &'static [&'static str],
    elsewhere: &'static str,
}

const CHROMIUM: Needs = Needs {
    name: "Chromium",
    browsers: &["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"],
    mac: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    driver: "chromedriver",
    screen: None,
    packed: &["chromedriver"],
    packages: &["chromium", "chromium-driver"],
    elsewhere: "Chrome or Chromium and the chromedriver of the same version",
};

const FIREFOX: Needs = Needs {
    name: "Firefox",
    browsers: &["firefox", "firefox-esr"],
    mac: "/Applications/Firefox.app/Contents/MacOS/firefox",
    driver: "geckodriver",
    screen: None,
    packed: &[],
    packages: &["firefox-esr"],
    elsewhere: "Firefox",
};

const WEBKIT: Needs = Needs {
    name: "WebKit",
    browsers: &[],
    mac: "",
    driver: "WebKitWebDriver",
    screen: Some("xvfb-run"),
    packed: &["WebKitWebDriver", "xvfb-run", "xauth"],
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    elsewhere: "WebKitGTK's WebKitWebDriver, xvfb-run and xauth (Linux only)",
};

/// Firefox's driver, which Debian does not pack.
const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.1",
    arguments: &[],
    length: "once, some minutes",
};

/// Finds an engine's browser and driver, or installs them.
pub fn ensure(project: &mut Project, engine: Engine) -> Outcome<Browser> {
    let needs = match engine {
        Engine::Chromium => &CHROMIUM,
        Engine::Firefox => &FIREFOX,
        Engine::Webkit => &WEBKIT,
    };
    if !needs.are_met(project) {
        apt::install(project, needs.name, needs.packages)?;
    }
    if !needs.are_met(project) {
        return Err(needs.missing());
    }
    // Any geckodriver will do, so one is built only if there is none.
    if engine == Engine::Firefox && project.which(GECKODRIVER.program).is_none() {
        GECKODRIVER.ensure(project)?;
    }
    Ok(Browser {
        driver: project.which(needs.driver).ok_or_else(|| needs.missing())?,
        program: needs.program(project),
        screen: needs.screen.and_then(|name| project.which(name)),
    })
}

impl Needs {
    /// The browser itself.
    fn program(&self, project: &Project) -> Option<PathBuf> {
        let on_mac = Some(PathBuf::from(self.mac)).filter(|path| path.is_file());
        self.browsers.iter().find_map(|name| project.which(name)).or(on_mac)
    }

    /// Whether all is there that the system's packages bring.
    fn are_met(&self, project: &Project) -> bool {
        (self.browsers.is_empty() || self.program(project).is_some())
            && self.packed.iter().all(|name| project.which(name).is_some())
    }

    /// What to tell the person.
    fn missing(&self) -> Problem {
        Problem::says(format!(
            "{} for the tests is missing: install {} (Debian, Ubuntu: `sudo apt-get install {}`) \
             and run this again",
            self.name,
            self.elsewhere,
            self.packages.join(" "),
        ))
    }
}

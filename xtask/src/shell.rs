//! Running programs: a line that says what is going on, and how long it took.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, IsTerminal, Read, Write},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use crate::problem::{Explain, Outcome, Problem};

/// How often a long step says that it goes on, where nothing can tick.
const REMINDER: Duration = Duration::from_secs(30);
/// How often a running program is looked at.
const GLANCE: Duration = Duration::from_millis(50);
/// How long a finished program's output may still be held open by something that it left behind.
const LEFTOVERS: Duration = Duration::from_secs(2);

/// One thing under way, told to the person.
pub struct Step {
    what: String,
    started: Instant,
    said: Instant,
    ticking: bool,
}

impl Step {
    /// Says what begins. `what` reads well after "still": "building the explainer".
    pub fn begin(what: impl Into<String>) -> Self {
        let step = Self { what: what.into(), started: Instant::now(), said: Instant::now(), ticking: false };
        println!("* {} ...", step.what);
        step
    }

    /// Lets the elapsed time tick in place. Only for steps that print nothing else.
    fn ticking(mut self) -> Self {
        self.ticking = io::stdout().is_terminal();
        self
    }

    /// Shows that the step goes on: ticking, or with a line now and then.
    pub fn go_on(&mut self) {
        if self.ticking && self.said.elapsed() >= Duration::from_secs(1) {
            print!("\r  {} s", self.started.elapsed().as_secs());
            let _ = io::stdout().flush();
            self.said = Instant::now();
        } else if self.said.elapsed() >= REMINDER {
            println!("  still {}: {}", self.what, spell(self.started.elapsed()));
            self.said = Instant::now();
        }
    }

    /// Other output has just shown that the step goes on.
    fn heard(&mut self) {
        self.said = Instant::now();
    }

    /// Says how it ended and how long it took.
    pub fn end(self, good: bool) {
        let rewind = if self.ticking { "\r" } else { "" };
        let word = if good { "done in" } else { "failed after" };
        println!("{rewind}  {word} {}", spell(self.started.elapsed()));
    }
}

/// Time for people: `0.4 s`, `12.3 s`, `6 min 14 s`.
pub fn spell(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

/// Runs a program whose output the person sees.
pub fn loud(what: &str, command: &mut Command) -> Outcome<ExitStatus> {
    let mut step = Step::begin(what);
    let mut child = start(command)?;
    let status = wait(&mut child, &mut step)?;
    step.end(status.success());
    Ok(status)
}

/// Runs a program whose output nobody needs unless it fails; then its last lines are shown.
///
/// Its output goes to `log`. On failure returns the log's text, to look for causes in.
pub fn quiet(what: &str, command: &mut Command, log: &Path) -> Outcome<Result<(), String>> {
    if let Some(dir) = log.parent() {
        fs::create_dir_all(dir).or_say(format_args!("cannot make the folder {}", dir.display()))?;
    }
    let file = File::create(log).or_say(format_args!("cannot write {}", log.display()))?;
    let twin = file.try_clone().or_say(format_args!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(file).stderr(twin);

    let mut step = Step::begin(what).ticking();
    let mut child = start(command)?;
    let status = wait(&mut child, &mut step)?;
    step.end(status.success());
    if status.success() {
        return Ok(Ok(()));
    }
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    for line in &lines[lines.len().saturating_sub(12)..] {
        eprintln!("  | {line}");
    }
    Ok(Err(text))
}

/// Which streams [`listen`] reads. The others go straight to the person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Streams {
    /// Only what the program prints as its result.
    Out,
    /// Messages too.
    Both,
}

/// Runs a program whose output the person sees and we read, line by line.
pub fn listen(what: &str, command: &mut Command, streams: Streams, mut line: impl FnMut(&str)) -> Outcome<ExitStatus> {
    command.stdout(Stdio::piped());
    if streams == Streams::Both {
        command.stderr(Stdio::piped());
    }
    let mut step = Step::begin(what);
    let mut child = start(command)?;
    let (sender, receiver) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        forward(out, io::stdout(), sender.clone());
    }
    if let Some(messages) = child.stderr.take() {
        forward(messages, io::stderr(), sender.clone());
    }
    drop(sender);

    let mut ended = None;
    let status = loop {
        match receiver.recv_timeout(GLANCE) {
            Ok(text) => {
                step.heard();
                line(&text);
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => break wait(&mut child, &mut step)?,
            Err(RecvTimeoutError::Timeout) => step.go_on(),
        }
        if ended.is_none() {
            ended = child.try_wait().or_say("cannot follow a program")?.map(|status| (status, Instant::now()));
        }
        if let Some((status, since)) = ended
            && since.elapsed() > LEFTOVERS
        {
            break status;
        }
    };
    step.end(status.success());
    Ok(status)
}

/// Passes lines on as they come, to the screen and to us.
fn forward(from: impl Read + Send + 'static, mut to: impl Write + Send + 'static, sender: mpsc::Sender<String>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(from);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
            let _ = to.write_all(&bytes).and_then(|()| to.flush());
            let text = String::from_utf8_lossy(&bytes).trim_end().to_owned();
            if sender.send(text).is_err() {
                break;
            }
            bytes.clear();
        }
    });
}

/// Starts a program, or says that it is missing.
pub fn start(command: &mut Command) -> Outcome<Child> {
    command.spawn().map_err(|error| {
        let program = Path::new(command.get_program()).display().to_string();
        match error.kind() {
            io::ErrorKind::NotFound => Problem::says(format!("`{program}` is missing: install it and run this again")),
            _ => Problem::says(format!("cannot start `{program}`: {error}")),
        }
    })
}

/// Waits for the end of a program.
fn wait(child: &mut Child, step: &mut Step) -> Outcome<ExitStatus> {
    loop {
        if let Some(status) = child.try_wait().or_say("cannot follow a program")? {
            return Ok(status);
        }
        step.go_on();
        thread::sleep(GLANCE);
    }
}

/// What a program prints, if it runs and ends well. For short questions such as `--version`.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::{process::Command, time::Duration};

    use super::{Streams, listen, quiet, spell, start};

    #[test]
    fn time_is_spelt_for_people() {
        assert_eq!(spell(Duration::from_millis(420)), "0.4 s");
        assert_eq!(spell(Duration::from_secs(374)), "6 min 14 s");
    }

    #[test]
    fn a_missing_program_is_told_in_one_line() {
        let problem = start(&mut Command::new("no-such-program-here")).err().map(|problem| problem.to_string());
        assert_eq!(problem.as_deref(), Some("`no-such-program-here` is missing: install it and run this again"));
    }

    #[cfg(unix)]
    #[test]
    fn every_line_is_heard_and_the_status_kept() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; exit 3"]);
        let status = listen("talking", &mut command, Streams::Both, |line| lines.push(line.to_owned()));
        lines.sort();
        assert_eq!(lines, ["one", "two"]);
        assert_eq!(status.ok().and_then(|status| status.code()), Some(3));
    }

    #[cfg(unix)]
    #[test]
    fn a_quiet_failure_hands_its_log_over() {
        let log = std::env::temp_dir().join(format!("xtask-quiet-{}.log", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "echo could not resolve; exit 1"]);
        let outcome = quiet("failing", &mut command, &log);
        let _ = std::fs::remove_file(&log);
        assert!(matches!(outcome, Ok(Err(text)) if text.contains("could not resolve")));
    }
}

//! The site behind a real nginx, with the example configuration of the build as it is: its headers, and its
//! answers to many readers at once.

use std::{
    fs,
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::rows::{Row, Unit};
use crate::{
    dist,
    manifest::Manifest,
    problem::{Explain, Outcome, Problem},
    project::Project,
    shell,
    size::short,
    tools::nginx,
};

/// Readers at once.
const CONNECTIONS: &str = "500";
/// For how long, in wrk's spelling.
const TIME: &str = "20s";
/// The line of the example that says where nginx listens.
const LISTEN: &str = "listen 127.0.0.1:8090;";
/// How long nginx may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// The figures.
///
/// # Errors
/// When nginx or wrk cannot be had, or nginx refuses the example.
pub fn rows(project: &Project) -> Outcome<Vec<Row>> {
    nginx::ensure(project)?;
    let dist = project.dist();
    let server = Server::start(project, &dist)?;
    let wrong = wrong(&server, &dist)?;
    for line in &wrong {
        println!("  {line}");
    }
    let load = load(project, &server, &dist)?;
    let row = |figure: &str, value: u64, unit: Unit, budget: Option<u64>| Row {
        figure: figure.into(),
        value: value as f64,
        unit,
        budget: budget.map(|budget| budget as f64),
        size: None,
    };
    Ok(vec![
        row("nginx: files with other headers than promised", wrong.len() as u64, Unit::Files, Some(0)),
        row("nginx: failures at 500 connections in 20 s", load.failed, Unit::Requests, Some(0)),
        row("nginx: answers at 500 connections", load.rate, Unit::Rate, None),
    ])
}

/// A running nginx, stopped when dropped.
struct Server {
    child: Child,
    port: u16,
    folder: PathBuf,
}

impl Server {
    /// Starts nginx with the example, changed in nothing but the port.
    fn start(project: &Project, dist: &Path) -> Outcome<Self> {
        let path = dist.join("nginx.conf.example");
        let example = fs::read_to_string(&path).or_say(format_args!("cannot read {}", path.display()))?;
        if example.matches(LISTEN).count() != 1 {
            return Err(Problem::says(format!("{} should hold `{LISTEN}` once", path.display())));
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|free| free.local_addr())
            .or_say("cannot find a free port")?
            .port();
        let folder = std::env::temp_dir().join(format!("oxytocin-nginx-{}", std::process::id()));
        fs::create_dir_all(&folder).or_say(format_args!("cannot make the folder {}", folder.display()))?;
        let conf = folder.join("nginx.conf");
        fs::write(&conf, example.replace(LISTEN, &format!("listen 127.0.0.1:{port};")))
            .or_say(format_args!("cannot write {}", conf.display()))?;
        let log = folder.join("log");
        let said = fs::File::create(&log).or_say(format_args!("cannot write {}", log.display()))?;
        // Workers stay who we are, so that they can read a folder that is ours alone.
        let user = shell::ask(project.command("id").arg("-un")).unwrap_or_default();
        let as_we_are = if user == "root" { "user root; " } else { "" };
        let mut command = project.command("nginx");
        command
            .args(["-e", "stderr", "-g", &format!("daemon off; {as_we_are}pid {}/pid;", folder.display()), "-p"])
            .arg(dist)
            .arg("-c")
            .arg(&conf)
            .stdout(Stdio::null())
            .stderr(said);
        let mut server = Self { child: shell::start(&mut command)?, port, folder };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = server.child.try_wait().or_say("cannot follow nginx")?.is_some();
            if ended || started.elapsed() > PATIENCE {
                let log = fs::read_to_string(&log).unwrap_or_default();
                return Err(Problem::says(format!("nginx does not take the example: {}", log.trim())));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(server)
    }

    /// The head of an answer, names in small letters.
    fn head(&self, path: &str, encoding: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(
            stream,
            "HEAD {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
        )?;
        let mut text = String::new();
        stream.read_to_string(&mut text)?;
        let lower = |line: &str| match line.split_once(':') {
            Some((name, value)) => format!("{}:{value}\n", name.to_ascii_lowercase()),
            None => format!("{line}\n"),
        };
        Ok(text.lines().map(lower).collect())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The master ends its workers when it is asked to, not when it is killed.
        let asked = fs::read_to_string(self.folder.join("pid")).ok().is_some_and(|pid| {
            std::process::Command::new("kill").args(["-s", "TERM", pid.trim()]).status().is_ok_and(|end| end.success())
        });
        if !asked {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// One line for each file of the site that comes with other headers than it should.
fn wrong(server: &Server, dist: &Path) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    for file in files(dist) {
        let name = short(&file, dist).replace('\\', "/");
        if ["_headers", "nginx.conf.example"].contains(&name.as_str()) || name.ends_with(".br") || name.ends_with(".gz")
        {
            continue;
        }
        let path = format!("/{name}");
        let head = server.head(&path, "gzip").or_say(format_args!("nginx does not answer for {path}"))?;
        let mut wanted = promised(&name);
        if dist.join(format!("{name}.gz")).is_file() {
            wanted.push("content-encoding: gzip".into());
            wanted.push("vary: Accept-Encoding".into());
        }
        let lacking: Vec<&String> =
            wanted.iter().filter(|line| !head.lines().any(|had| format!("{had}\n").starts_with(*line))).collect();
        if !head.starts_with("HTTP/1.1 200") || !lacking.is_empty() {
            wrong.push(format!("{path}: {}, without {lacking:?}", head.lines().next().unwrap_or_default()));
        }
    }
    Ok(wrong)
}

/// The lines that a file's answer must have.
fn promised(name: &str) -> Vec<String> {
    let kind = match name.rsplit('.').next().unwrap_or_default() {
        "html" if name.starts_with("offline/") => "text/html\n",
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "zip" => "application/zip",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let immutable = name.starts_with("v/");
    let cache = if immutable { "public, max-age=31536000, immutable" } else { "public, max-age=300" };
    let mut lines = vec![
        format!("content-type: {kind}"),
        format!("cache-control: {cache}"),
        "x-content-type-options: nosniff".into(),
        "referrer-policy: no-referrer".into(),
        "content-security-policy: default-src 'none'".into(),
    ];
    let open = ["oxytocin-explainer.js", "frame-height.js", "integrity.json"].contains(&name);
    if immutable || open || name.starts_with("oembed/") {
        lines.push("access-control-allow-origin: *".into());
        lines.push("cross-origin-resource-policy: cross-origin".into());
    }
    lines
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// What wrk found.
#[derive(Debug, PartialEq, Eq)]
struct Load {
    failed: u64,
    rate: u64,
}

/// Many readers ask for the module of the explainer at once.
fn load(project: &Project, server: &Server, dist: &Path) -> Outcome<Load> {
    let Manifest { version, wasm, .. } = dist::complete(dist)?;
    let address = format!("http://127.0.0.1:{}/v/{version}/{wasm}", server.port);
    let step = shell::Step::begin("serving to 500 connections for 20 s");
    let mut wrk = project.command("wrk");
    wrk.args(["-t2", "-c", CONNECTIONS, "-d", TIME, "-H", "Accept-Encoding: gzip", &address]);
    let text = shell::ask(&mut wrk);
    step.end(text.is_some());
    let text = text.ok_or_else(|| Problem::says("wrk did not run to its end"))?;
    read(&text).ok_or_else(|| Problem::says(format!("wrk says what I do not understand: {text}")))
}

/// Reads wrk's report.
fn read(text: &str) -> Option<Load> {
    let numbers = |line: &str| -> u64 {
        line.split(|letter: char| !letter.is_ascii_digit()).filter_map(|word| word.parse::<u64>().ok()).sum()
    };
    let rate = text.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:"))?;
    let failures = ["Socket errors:", "Non-2xx or 3xx responses:"];
    let failed = text.lines().filter(|line| failures.iter().any(|sign| line.trim().starts_with(sign)));
    let failed = failed.filter_map(|line| Some(numbers(line.split_once(':')?.1))).sum();
    Some(Load { failed, rate: rate.trim().parse::<f64>().ok()? as u64 })
}

#[cfg(test)]
mod tests {
    use super::{Load, read};

    #[test]
    fn reports_of_wrk_are_understood() {
        let good =
            "Running 20s test @ http://127.0.0.1:1/\n  Latency  1.00ms\nRequests/sec:  12034.56\nTransfer/sec: 1GB\n";
        assert_eq!(read(good), Some(Load { failed: 0, rate: 12_034 }));
        let bad = "  Socket errors: connect 1, read 2, write 0, timeout 3\n  Non-2xx or 3xx responses: 4\nRequests/sec: 9.1\n";
        assert_eq!(read(bad), Some(Load { failed: 10, rate: 9 }));
        assert_eq!(read("unable to connect"), None);
    }
}

//! `serve`: the explainer on this machine, rebuilt on every change.

use std::{
    fs,
    io::{ErrorKind, Read, Write},
    net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpListener, TcpStream},
    process::Command,
    sync::mpsc::{self, RecvTimeoutError},
    time::{Duration, Instant},
};

use clap::Args;

use crate::{
    dist,
    problem::{Explain, Outcome, Problem},
    project::Project,
    serve_times::ServeTimes,
    shell::{self, Step},
    tools::{
        self,
        trunk::{self, Profile},
        wasm_opt::{self, WasmOpt},
    },
};

/// How often the page is asked for until it answers.
const GLANCE: Duration = Duration::from_millis(100);

/// Build and serve the explainer, and rebuild it on every change.
///
/// Installs what is missing, builds, and prints the address as soon as the page answers.
/// Ctrl-C ends it.
#[derive(Args)]
pub struct Options {
    /// The port at 127.0.0.1.
    #[arg(long, value_name = "N", default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Build as published: smaller and faster, but slower to build.
    #[arg(long)]
    release: bool,
}

/// Serves until Ctrl-C.
pub fn run(project: &mut Project, options: &Options) -> Outcome {
    let begun = Instant::now();
    let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, options.port);
    check_free(address)?;
    tools::for_building(project)?;
    let profile = match options.release {
        false => Profile::Debug,
        // The page matters here, not its last bytes: no download for it.
        true if wasm_opt::ensure(project)? == WasmOpt::LeftToTrunk => Profile::ReleaseWithoutWasmOpt,
        true => Profile::Release,
    };
    let mut trunk = trunk::command(project, "serve", profile);
    trunk.args(["--address", "127.0.0.1", "--port"]).arg(options.port.to_string());
    let served = project.served();
    trunk.arg("--dist").arg(&served);
    // Trunk leaves a folder alone only if it is there from the start.
    fs::create_dir_all(&served).or_say(format_args!("cannot make the folder {}", served.display()))?;
    for path in dist::not_source(&project.root) {
        trunk.arg("--ignore").arg(path);
    }
    follow(&mut tied_to_us(project, trunk), address, || ServeTimes::keep(project, begun.elapsed()))
}

/// Runs Trunk, tells when the page answers, and ends Trunk when we are asked to end.
fn follow(trunk: &mut Command, address: SocketAddrV4, answered: impl Fn()) -> Outcome {
    let (asked_to_end, end) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = asked_to_end.send(());
    })
    .map_err(|error| Problem::says(format!("cannot listen for Ctrl-C: {error}")))?;

    let mut step = Some(Step::begin("building the explainer"));
    let mut child = shell::start(trunk)?;
    loop {
        match end.recv_timeout(GLANCE) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => {
                let _ = child.kill();
                let _ = child.wait();
                println!("Stopped.");
                return Ok(());
            }
        }
        if let Some(status) = child.try_wait().or_say("cannot follow Trunk")? {
            return if status.success() { Ok(()) } else { Err(Problem::Shown) };
        }
        match step.take() {
            Some(begun) if answers(address) => {
                begun.end(true);
                answered();
                println!("The explainer answers at http://{address}/");
            }
            Some(mut begun) => {
                begun.go_on();
                step = Some(begun);
            }
            None => {}
        }
    }
}

/// Lets the system end the program when we end without a word, where it can (Linux).
fn tied_to_us(project: &Project, command: Command) -> Command {
    let tie = ["--pdeathsig", "TERM"];
    if shell::ask(project.command("setpriv").args(tie).arg("true")).is_none() {
        return command;
    }
    let mut tied = project.command("setpriv");
    tied.args(tie).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => tied.env(name, value),
            None => tied.env_remove(name),
        };
    }
    tied
}

/// Says in one line if the port is not ours to take.
fn check_free(address: SocketAddrV4) -> Outcome {
    let port = address.port();
    match TcpListener::bind(address) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            Err(Problem::says(format!("port {port} is taken: end what uses it, or use `--port {}`", other_port(port))))
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(Problem::says(format!("port {port} is for the system: use `--port 8080`")))
        }
        Err(error) => Err(Problem::says(format!("port {port} cannot be used ({error}): try another with `--port`"))),
    }
}

/// A free port near a taken one.
fn other_port(taken: u16) -> u16 {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    (taken.saturating_add(1)..=taken.saturating_add(20)).find(is_free).unwrap_or(18_080)
}

/// Whether the page is there.
fn answers(address: SocketAddrV4) -> bool {
    get(address).is_some_and(|start| is_good(&start))
}

/// The first bytes of the answer to `GET /`.
fn get(address: SocketAddrV4) -> Option<Vec<u8>> {
    let mut stream = TcpStream::connect_timeout(&SocketAddr::V4(address), Duration::from_millis(500)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(2))).ok()?;
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut start = vec![0; 15];
    stream.read_exact(&mut start).ok()?;
    Some(start)
}

/// Whether an answer begins with a good status.
fn is_good(start: &[u8]) -> bool {
    start.starts_with(b"HTTP/1.1 200") || start.starts_with(b"HTTP/1.0 200")
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddrV4, TcpListener};

    use super::{check_free, is_good};

    #[test]
    fn only_200_is_an_answer() {
        assert!(is_good(b"HTTP/1.1 200 OK"));
        assert!(!is_good(b"HTTP/1.1 404 No"));
    }

    #[test]
    fn a_taken_port_is_told_with_another_one() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let problem = check_free(SocketAddrV4::new(Ipv4Addr::LOCALHOST, port)).expect_err("taken").to_string();
        assert!(problem.starts_with(&format!("port {port} is taken")), "{problem}");
        assert!(problem.contains("--port "), "{problem}");
    }
}

//! The network between a page and the site: it loses files, stalls, and forbids, as a test needs it.
//!
//! It stands before a [`Served`] site as a proxy, which takes one request a connection; its port is an origin of
//! its own.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use anyhow::{Context, Result};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinHandle,
};

use super::{Served, site::unseen};

/// Longer heads of requests are none of ours.
const LONGEST: usize = 64 << 10;

/// What becomes of the answers to some requests.
#[derive(Clone, Copy, Debug)]
pub enum Fate {
    /// The first so many connections of each file break before an answer.
    Loses(usize),
    /// The answer is that the file is not there.
    Misses,
    /// The first so many answers of each file break off in the middle.
    Tears(usize),
    /// The byte at that place of the content is another.
    Spoils(usize),
    /// Half of the answer comes, and then nothing more.
    Stalls,
    /// Pages of other origins may read it.
    Allowed,
}

/// What the weather is to be.
#[derive(Clone, Default)]
pub struct Forecast(Vec<(&'static str, Fate)>);

impl Forecast {
    /// What becomes of the files whose path contains this.
    pub fn then(mut self, within: &'static str, fate: Fate) -> Self {
        self.0.push((within, fate));
        self
    }

    /// Stands before a site until what is returned is dropped.
    pub async fn before(self, site: &Served) -> Result<Weather> {
        let (listener, address) = unseen().await?;
        let behind = site.address();
        let tries = Arc::new(Mutex::new(HashMap::new()));
        let counted = tries.clone();
        let clear = Arc::new(AtomicBool::new(false));
        let cleared = clear.clone();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let forecast = if cleared.load(Ordering::SeqCst) { Self::default() } else { self.clone() };
                let tries = tries.clone();
                // A broken connection is what this is for.
                tokio::spawn(async move { forecast.carry(stream, behind, &tries).await.ok() });
            }
        });
        Ok(Weather { address, tries: counted, clear, serving })
    }

    async fn carry(&self, mut stream: TcpStream, behind: SocketAddr, tries: &Tries) -> Result<()> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") && head.len() < LONGEST {
            head.push(stream.read_u8().await?);
        }
        // One request a connection: the site is to end it, and so to say that the answer is whole.
        let head = String::from_utf8_lossy(&head);
        let kept = head.trim_end().lines().filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
        let head = format!("{}\r\nconnection: close\r\n\r\n", kept.collect::<Vec<_>>().join("\r\n"));
        let path = head.split(' ').nth(1).context("a request has a path")?.to_owned();
        let fates: Vec<Fate> =
            self.0.iter().filter(|(within, _)| path.contains(within)).map(|(_, fate)| *fate).collect();
        let tried = {
            let mut tries = tries.lock().unwrap_or_else(PoisonError::into_inner);
            let tried = tries.entry(path.split('?').next().unwrap_or_default().to_owned()).or_default();
            *tried += 1;
            *tried
        };
        if fates.iter().any(|fate| matches!(fate, Fate::Loses(most) if tried <= *most)) {
            return Ok(());
        }
        if fates.iter().any(|fate| matches!(fate, Fate::Misses)) {
            return Ok(stream
                .write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
                .await?);
        }
        let mut site = TcpStream::connect(behind).await?;
        site.write_all(head.as_bytes()).await?;
        let mut answer = Vec::new();
        site.read_to_end(&mut answer).await?;
        if fates.iter().any(|fate| matches!(fate, Fate::Allowed)) {
            let end = answer.windows(2).position(|two| two == b"\r\n").context("an answer has a head")?;
            answer.splice(end..end, *b"\r\naccess-control-allow-origin: *");
        }
        for fate in &fates {
            if let Fate::Spoils(at) = fate {
                let body = answer.windows(4).position(|four| four == b"\r\n\r\n").context("an answer has a head")? + 4;
                *answer.get_mut(body + at).context("the content is long enough")? ^= 0x20;
            }
        }
        if fates.iter().any(|fate| matches!(fate, Fate::Tears(most) if tried <= *most)) {
            answer.truncate(answer.len() / 2);
        }
        if fates.iter().any(|fate| matches!(fate, Fate::Stalls)) {
            stream.write_all(&answer[..answer.len() / 2]).await?;
            std::future::pending::<()>().await;
        }
        Ok(stream.write_all(&answer).await?)
    }
}

type Tries = Mutex<HashMap<String, usize>>;

/// A network that is up.
pub struct Weather {
    address: SocketAddr,
    tries: Arc<Tries>,
    clear: Arc<AtomicBool>,
    serving: JoinHandle<()>,
}

impl Weather {
    /// The address of a path, through this network.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// From now on everything comes through.
    pub fn clears(&self) {
        self.clear.store(true, Ordering::SeqCst);
    }

    /// How often files whose path contains this were asked for.
    pub fn tries(&self, within: &str) -> usize {
        let tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        tries.iter().filter(|(path, _)| path.contains(within)).map(|(_, tried)| tried).sum()
    }
}

impl Drop for Weather {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

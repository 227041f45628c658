//! A mail server for tests: it speaks just enough SMTP, and keeps what it took or refuses it as it is told to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A letter as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub to: String,
    /// Head and body, as they were sent.
    pub text: String,
}

impl Taken {
    /// What stands behind a name in the head.
    pub fn head(&self, name: &str) -> String {
        let start = format!("{name}: ");
        let line = self.text.lines().find_map(|line| line.strip_prefix(&start));
        line.unwrap_or_default().to_owned()
    }
}

impl Taken {
    /// Head and body as they read: lines that were broken on the way, and signs that were spelt there, are put back
    /// (quoted-printable, for letters of ASCII alone), and folded lines are whole.
    pub fn readable(&self) -> String {
        self.text.replace("=\n", "").replace("=3D", "=").replace("=20\n", " \n").replace("\n ", "")
    }
}

/// It ends with the test, or earlier: then nobody listens at its address.
#[derive(Debug)]
pub struct MailServer {
    pub address: SocketAddr,
    taken: Arc<Mutex<Vec<Taken>>>,
    manner: Arc<Mutex<Manner>>,
    listening: JoinHandle<()>,
}

/// How it answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// What it says to every recipient in place of yes.
    pub refusal: Option<&'static str>,
    /// How long it takes for each letter.
    pub slowness: Duration,
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl MailServer {
    /// One that listens at a free port.
    ///
    /// # Panics
    /// Where there is none.
    pub async fn start() -> Self {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0))).await
    }

    /// One that listens where another has ended.
    ///
    /// # Panics
    /// Where something else listens.
    pub async fn start_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.expect("a port for the mail server");
        let address = listener.local_addr().expect("its address");
        let (taken, manner) =
            (Arc::<Mutex<Vec<Taken>>>::default(), Arc::<Mutex<Manner>>::default());
        let (kept, told) = (Arc::clone(&taken), Arc::clone(&manner));
        let listening = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&kept), Arc::clone(&told)));
            }
        });
        Self { address, taken, manner, listening }
    }

    /// Its address as a setting.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Everything it took so far.
    ///
    /// # Panics
    /// When a conversation has.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().expect("what was taken").clone()
    }

    /// Answers like this from now on.
    ///
    /// # Panics
    /// When a conversation has.
    pub fn answers(&self, manner: Manner) {
        *self.manner.lock().expect("its manner") = manner;
    }
}

async fn converse(stream: TcpStream, taken: Arc<Mutex<Vec<Taken>>>, manner: Arc<Mutex<Manner>>) {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut to = String::new();
    let mut answer = "220 test".to_owned();
    loop {
        // Whoever has gone away hears nothing.
        if writer.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
        let Ok(Some(line)) = lines.next_line().await else { return };
        let now = *manner.lock().expect("its manner");
        let command = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        answer = match command.as_str() {
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                now.refusal.unwrap_or("250 yes").to_owned()
            }
            "DATA" => {
                if writer.write_all(b"354 go on\r\n").await.is_err() {
                    return;
                }
                let Some(text) = letter(&mut lines).await else { return };
                tokio::time::sleep(now.slowness).await;
                taken.lock().expect("what was taken").push(Taken { to: to.clone(), text });
                "250 taken".to_owned()
            }
            "QUIT" => {
                // It is over in any case.
                let _ = writer.write_all(b"221 bye\r\n").await;
                return;
            }
            _ => "250 yes".to_owned(),
        };
    }
}

/// The lines up to the one with a full stop alone; nothing where the connection breaks off.
async fn letter<R: AsyncBufReadExt + Unpin>(lines: &mut tokio::io::Lines<R>) -> Option<String> {
    let mut text = Vec::new();
    loop {
        match lines.next_line().await.ok()??.as_str() {
            "." => return Some(text.join("\n")),
            line => text.push(line.to_owned()),
        }
    }
}

//! The one file, copied to an empty folder, serves the demonstration from nothing and is modest while it waits.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must fail, in its helpers too"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The most that a server may hold of its own while nobody asks it anything, in kilobytes: of 60 MB in all, 28 are the
/// program file of a release build. An unoptimised one is larger, so its pages are not counted here; `make bench` counts all.
const MOST_MEMORY: u64 = 32_000;

/// A server that runs from a folder of its own; it ends with the test.
struct Server {
    child: Child,
    port: u16,
    /// What it printed before it said where it is.
    printed: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(folder: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut child = Command::new(folder.join("esteem"))
            .args(["serve", "--demo"])
            .current_dir(folder)
            .env("ESTEEM_DATABASE_URL", "sqlite://esteem.db")
            .env("ESTEEM_LISTEN", format!("127.0.0.1:{port}"))
            .env("ESTEEM_BASE_URL", format!("http://127.0.0.1:{port}"))
            .env("ESTEEM_TODAY", "2026-11-02")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
        let found = told.find(|line| line.starts_with("Esteem is at"));
        assert!(found.is_some(), "it ended before it served");
        // Whoever writes into a pipe that nobody reads waits for ever.
        std::thread::spawn(move || told.count());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let printed = lines.by_ref().find(|line| line.contains("password: "));
        Self { child, port, printed: printed.unwrap() }
    }

    fn get(&self, path: &str) -> String {
        // It listens a moment after it has said where.
        let mut stream = loop {
            match TcpStream::connect(("127.0.0.1", self.port)) {
                Ok(stream) => break stream,
                Err(_) => std::thread::yield_now(),
            }
        };
        let port = self.port;
        write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Kilobytes in memory that are no file's.
    fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }
}

fn empty_folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_one_file_serves_the_demonstration_from_nothing_and_again() {
    let folder = empty_folder("serving");
    std::fs::copy(env!("CARGO_BIN_EXE_esteem"), folder.join("esteem")).unwrap();
    let mut passwords = Vec::new();
    for start in ["the first start", "the second"] {
        let server = Server::start(&folder);
        let page = server.get("/sign-in");
        assert!(page.starts_with("HTTP/1.0 200") && page.contains("<h1"), "{start}: {page}");
        let style = page.split('"').find(|part| part.ends_with("/app.css")).unwrap();
        assert!(server.get(style).starts_with("HTTP/1.0 200"), "{start}: {style}");
        let memory = server.memory();
        assert!(memory < MOST_MEMORY, "{start}: {memory} kB");
        passwords.push(server.printed.clone());
    }
    assert_ne!(passwords[0], passwords[1], "a new password at each start");
    std::fs::remove_dir_all(&folder).unwrap();
}

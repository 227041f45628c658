//! A browser without scripts before one process: it keeps cookies, and every request has a connection of its own.

use crate::program::Process;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A person's browser.
pub struct Browser {
    at: SocketAddr,
    cookies: BTreeMap<String, String>,
}

/// An answer.
pub struct Page {
    pub status: u16,
    pub html: String,
    /// Where it sends the browser on to.
    location: Option<String>,
}

impl Browser {
    /// One that nobody has signed in with.
    pub fn before(process: &Process) -> Self {
        Self { at: process.address, cookies: BTreeMap::new() }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(&format!("GET {path}"), "").await
    }

    /// Sends a form from the page at `path`, and opens the page that the answer leads to.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let answer = self.send(&format!("POST {path}"), &body).await;
        match answer.location.clone() {
            Some(next) => self.get(&next).await,
            None => answer,
        }
    }

    /// By HTTP 1.0, so that an answer ends where its connection does.
    async fn send(&mut self, asks: &str, body: &str) -> Page {
        let cookies: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = format!(
            "{asks} HTTP/1.0\r\nHost: {}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.at,
            cookies.join("; "),
            body.len()
        );
        let mut stream = TcpStream::connect(self.at).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let (head, html) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let mut location = None;
        for (name, value) in head.lines().filter_map(|line| line.split_once(": ")) {
            match name.to_ascii_lowercase().as_str() {
                "location" => location = Some(value.to_owned()),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        Page { status, html: html.to_owned(), location }
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        if rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Whether the browser holds a sign-in.
    pub fn is_signed_in(&self) -> bool {
        self.cookies.contains_key("esteem")
    }
}

//! A browser without scripts before one process: it keeps cookies, and every request has a connection of its own.

use crate::cookies::Cookies;
use crate::program::Process;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A person's browser.
pub struct Browser {
    at: SocketAddr,
    cookies: Cookies,
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
        Self { at: process.address, cookies: Cookies::default() }
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
        let request = format!(
            "{asks} HTTP/1.0\r\nHost: {}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.at,
            self.cookies.sent(),
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
                "set-cookie" => self.cookies.keep(value),
                _ => {}
            }
        }
        Page { status, html: html.to_owned(), location }
    }

    /// Whether the browser holds a sign-in.
    pub fn is_signed_in(&self) -> bool {
        self.cookies.hold_a_sign_in()
    }
}

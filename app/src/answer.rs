//! What a page or a server function wants said beside its body: status, next address, notice, sign-in.
//!
//! The server provides one [`Answer`] for each request and turns it into a response; so no page
//! needs to know of headers or cookies, and the same code builds for the browser, where it does nothing.

use leptos::prelude::use_context;
use std::sync::{Arc, Mutex, PoisonError};

/// The answer under way; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Answer(Arc<Mutex<Parts>>);

/// What was asked for so far.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    pub status: Option<u16>,
    /// Where to go next: a path of ours.
    pub location: Option<String>,
    /// One sentence for the next page: what was done.
    pub notice: Option<String>,
    pub sign_in: Option<SignIn>,
    /// After how many seconds the browser asks for the page anew.
    pub refresh: Option<u32>,
    /// A secret, for the page to show once more instead of going on.
    pub shown_once: Option<ShownOnce>,
}

/// A secret that a person must copy now: it stands in this one page, and in no address, cookie, log or table.
#[derive(Clone, PartialEq, Eq)]
pub struct ShownOnce(pub String);

impl std::fmt::Debug for ShownOnce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ShownOnce(…)")
    }
}

/// A sign-in that begins or ends with this answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// With the secret that the browser shall keep.
    Begins(String),
    Ends,
}

impl Answer {
    pub fn parts(&self) -> Parts {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(change: impl FnOnce(&mut Parts)) {
        if let Some(answer) = use_context::<Self>() {
            change(&mut answer.0.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }
}

/// Answers with this status.
pub fn status(status: u16) {
    Answer::change(|answer| answer.status = Some(status));
}

/// Has the browser ask for this page anew, for what changes by itself. With scripts and without; a link on the page does the same.
pub fn refresh(seconds: u32) {
    Answer::change(|answer| answer.refresh = Some(seconds));
}

/// Sends the browser to another page of ours. Anything that could lead elsewhere leads home instead.
pub fn go_to(path: &str) {
    Answer::change(|answer| answer.location = Some(own_path(path).to_owned()));
}

/// Says on the next page what was done.
pub fn notice(sentence: impl Into<String>) {
    Answer::change(|answer| answer.notice = Some(sentence.into()));
}

/// Shows the form's page once more with this secret in its context, instead of going on.
pub fn show_once(secret: impl Into<String>) {
    Answer::change(|answer| answer.shown_once = Some(ShownOnce(secret.into())));
}

/// Begins or ends a sign-in.
pub fn sign_in(change: SignIn) {
    Answer::change(|answer| answer.sign_in = Some(change));
}

/// Browsers read `//host` and `/\host` as another site, and drop tabs and line ends while they do.
pub fn own_path(path: &str) -> &str {
    let mut letters = path.chars();
    let rooted = letters.next() == Some('/') && !matches!(letters.next(), Some('/' | '\\'));
    if rooted && path.chars().all(|letter| letter.is_ascii_graphic()) { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_our_own_paths_are_followed() {
        assert_eq!(
            own_path("/coverage?scope=team&as_at=2026-05-04"),
            "/coverage?scope=team&as_at=2026-05-04"
        );
        for elsewhere in
            ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil", "", "my"]
        {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere:?}");
        }
    }
}

//! The two cookies that there are: the sign-in, and the notice that one page leaves for the next.

use crate::App;
use app::answer::SignIn;
use form_urlencoded::{byte_serialize, parse};
use http::HeaderMap;
use http::header::COOKIE;

const SIGN_IN: &str = "esteem";
const NOTICE: &str = "esteem-notice";
/// The longest notice in characters; a cookie holds 4,096 bytes, and a letter may take nine of them.
const LONGEST_NOTICE: usize = 300;

/// The secret of the sign-in that the browser brought.
pub fn sign_in_of(app: &App, headers: &HeaderMap) -> Option<String> {
    brought(headers, &named(app, SIGN_IN)).filter(|secret| !secret.is_empty())
}

/// The notice that the last page left.
pub fn notice_of(app: &App, headers: &HeaderMap) -> Option<String> {
    let text = brought(headers, &named(app, NOTICE))?;
    let (sentence, _) = parse(text.as_bytes()).next()?;
    Some(sentence.chars().take(LONGEST_NOTICE).collect())
}

/// Keeps or forgets the sign-in. The server ends it after its hours, the browser when it closes.
pub fn sign_in(app: &App, change: &SignIn) -> String {
    match change {
        SignIn::Begins(secret) => cookie(app, SIGN_IN, secret, ""),
        SignIn::Ends => cookie(app, SIGN_IN, "", "; Max-Age=0"),
    }
}

/// Leaves a notice for the next page.
pub fn notice(app: &App, sentence: &str) -> String {
    let sentence: String = sentence.chars().take(LONGEST_NOTICE).collect();
    let written: String = byte_serialize(sentence.as_bytes()).collect();
    cookie(app, NOTICE, &written, "; Max-Age=60")
}

/// Forgets the notice, once it was shown.
pub fn no_notice(app: &App) -> String {
    cookie(app, NOTICE, "", "; Max-Age=0")
}

/// Under `__Host-` a browser takes a cookie from this host only, and only over https: no neighbour can plant one.
fn named(app: &App, name: &str) -> String {
    if app.settings.is_https() { format!("__Host-{name}") } else { name.to_owned() }
}

fn cookie(app: &App, name: &str, value: &str, age: &str) -> String {
    let secure = if app.settings.is_https() { "; Secure" } else { "" };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", named(app, name))
}

fn brought(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then(|| value.to_owned()))
}

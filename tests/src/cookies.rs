//! The cookies of a browser: what it keeps of answers, and says with its next request.

use std::collections::BTreeMap;

/// The name under which a sign-in is kept.
const SIGN_IN: &str = "esteem";

/// By their names.
#[derive(Clone, Debug, Default)]
pub struct Cookies(BTreeMap<String, String>);

impl Cookies {
    /// Does what the value of a `Set-Cookie` head says.
    pub fn keep(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').expect("a cookie with a value");
        if rest.contains("Max-Age=0") || value.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), value.to_owned());
        }
    }

    /// The value of the `Cookie` head.
    pub fn sent(&self) -> String {
        let pairs: Vec<_> = self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    /// Whether a sign-in is among them.
    pub fn hold_a_sign_in(&self) -> bool {
        self.0.contains_key(SIGN_IN)
    }
}

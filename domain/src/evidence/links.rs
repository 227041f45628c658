//! Addresses that somebody gives as evidence: shown as text, opened by choice, never fetched.

use serde::{Deserialize, Serialize};

const LINK_MOST: usize = 500;

/// An address that begins with `https://` and names a host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link(String);

impl Link {
    /// # Errors
    /// Returns the message for the field. A name before the host (`https://nhs.uk@elsewhere`) is refused, because it is
    /// there to be taken for the host.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.chars().count() > LINK_MOST {
            return Err(format!("Shorten the link to {LINK_MOST} characters"));
        }
        let link = Self(text.to_owned());
        // Browsers read a backslash as a slash.
        let printable = text.chars().all(|letter| letter.is_ascii_graphic() && letter != '\\');
        if printable && is_host(link.host()) && text.starts_with("https://") {
            return Ok(link);
        }
        Err("Enter a whole address that starts with https://, like https://www.example.org/certificate".to_owned())
    }

    /// As it was given.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// Where it leads, for whoever thinks before they open it.
    pub fn host(&self) -> &str {
        let rest = self.0.trim_start_matches("https://");
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    name.contains('.') && name.split('.').all(label) && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn a_link_tells_its_host() {
        let link = Link::parse(" https://learning.example.org:8443/course?id=4#end ").unwrap();
        assert_eq!(link.host(), "learning.example.org:8443");
        assert_eq!(link.address(), "https://learning.example.org:8443/course?id=4#end");
        assert_eq!(Link::parse("https://example.org?next=/").unwrap().host(), "example.org");
    }

    #[test]
    fn nothing_else_can_be_opened() {
        for text in [
            "http://example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "https://example",
            "https://nhs.uk@elsewhere.example",
            "https://example.org\\@elsewhere.example/",
            "https://exämple.org",
            "https://example.org/a b",
            "HTTPS://example.org",
            "//example.org",
            "https://example..org",
            "https://example.org:port",
        ] {
            assert!(Link::parse(text).is_err(), "{text}");
        }
        assert!(Link::parse(&format!("https://example.org/{}", "a".repeat(500))).is_err());
    }
}

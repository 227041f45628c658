//! Trusted issuers: whose records can be accepted here, by the fingerprint of the key that signs them (rules, section 3).

pub mod views; // what pages show

use crate::evidence::links::Link;
use crate::fields::{FieldErrors, required_name};
use chrono::NaiveDate;

/// The longest name of an issuer, in characters.
const NAME_MOST: usize = 200;
/// The length of a fingerprint: SHA-256 in base64url without padding (RFC 7638).
const FINGERPRINT_LENGTH: usize = 43;

/// When an issuer's key is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trusted {
    pub added_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
}

impl Trusted {
    /// Whether something is accepted from it on a day. On the day it ends nothing is any more.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.added_on <= day && self.ended_on.is_none_or(|ended| day < ended)
    }
}

/// *Trust what this key signs.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddIssuer {
    pub name: String,
    /// For people to look at; no program opens it.
    pub address: String,
    pub fingerprint: String,
}

impl AddIssuer {
    /// # Errors
    /// Returns a message for each of `name`, `address` and `fingerprint` that cannot be used.
    pub fn parse(name: &str, address: &str, fingerprint: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.keep("name", required_name(name, "the name of the issuer", NAME_MOST));
        let address = errors.keep("address", Link::parse(address));
        let fingerprint = errors.keep("fingerprint", parse_fingerprint(fingerprint));
        match (name, address, fingerprint) {
            (Some(name), Some(address), Some(fingerprint)) => {
                Ok(Self { name, address: address.address().to_owned(), fingerprint })
            }
            _ => Err(errors),
        }
    }
}

/// Spaces and line breaks are how it was copied, not part of it.
fn parse_fingerprint(text: &str) -> Result<String, String> {
    let text: String = text.split_whitespace().collect();
    if text.is_empty() {
        return Err("Enter the fingerprint of the issuer’s key".to_owned());
    }
    let known = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if text.len() != FINGERPRINT_LENGTH || !text.chars().all(known) {
        return Err(format!(
            "Enter all {FINGERPRINT_LENGTH} characters of the fingerprint: letters, numbers, hyphens and underscores"
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINGERPRINT: &str = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_issuer_is_trusted_from_the_day_it_was_added_to_the_day_before_it_ended() {
        let (added_on, ended) = (day("2026-11-02"), day("2026-11-10"));
        for (on, ended_on, trusted) in [
            ("2026-11-01", None, false),
            ("2026-11-02", None, true),
            ("2030-01-01", None, true),
            ("2026-11-09", Some(ended), true),
            ("2026-11-10", Some(ended), false),
        ] {
            assert_eq!(Trusted { added_on, ended_on }.holds_on(day(on)), trusted, "{on}");
        }
    }

    #[test]
    fn a_fingerprint_is_taken_however_it_was_copied() {
        let spaced = format!("  {}\n{} ", &FINGERPRINT[..20], &FINGERPRINT[20..]);
        let added = AddIssuer::parse("Eastern Trust", "https://esteem.example.org", &spaced);
        assert_eq!(added.unwrap().fingerprint, FINGERPRINT);
    }

    #[test]
    fn every_fault_is_told_beside_its_field() {
        for fingerprint in ["", "short", &format!("{FINGERPRINT}A"), &FINGERPRINT.replace('k', "+")]
        {
            let told = AddIssuer::parse("=cmd()", "http://example.org", fingerprint).unwrap_err();
            for field in ["name", "address", "fingerprint"] {
                assert!(told.of(field).is_some(), "{fingerprint}, {field}: {told}");
            }
        }
    }
}

//! What is accepted as a password: length over riddles, and nothing that the address gives away.

use crate::fields::FieldErrors;
use std::collections::BTreeSet;

const LEAST: usize = 12;
const MOST: usize = 128;
/// A password of fewer different characters is a key held down.
const LEAST_DISTINCT: usize = 5;

/// A password that may be set.
#[derive(Clone)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

impl Password {
    /// # Errors
    /// Returns a message for `password` or `again`: 12 to 128 characters, typed the same twice, not the address.
    pub fn parse(password: &str, again: &str, email: &str) -> Result<Self, FieldErrors> {
        if !(LEAST..=MOST).contains(&password.chars().count()) {
            return Err(FieldErrors::one(
                "password",
                "Use between 12 and 128 characters. Three random words work well",
            ));
        }
        if is_guessable(&password.to_lowercase(), email) {
            return Err(FieldErrors::one(
                "password",
                "Choose a password that is harder to guess. Three random words work well",
            ));
        }
        if password != again {
            return Err(FieldErrors::one("again", "Type the same password twice"));
        }
        Ok(Self(password.to_owned()))
    }

    /// The password itself, to be hashed.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

fn is_guessable(lower: &str, email: &str) -> bool {
    let first_name = email.split(['@', '.']).next().unwrap_or_default();
    let distinct: BTreeSet<char> = lower.chars().collect();
    lower.contains(email)
        || lower.trim_matches(char::is_numeric) == first_name
        || distinct.len() < LEAST_DISTINCT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_not_the_address() {
        let parse = |p: &str| Password::parse(p, p, "amina.khan@staff.example").is_ok();
        assert!(parse("copper lantern fjord"));
        assert!(!parse("short words") && !parse(&"long ".repeat(30)));
        assert!(!parse("aaaaaaaaaaaaaa") && !parse("Amina.Khan@staff.example1"));
        let twice = Password::parse("copper lantern fjord", "copper lantern fiord", "a@b.c");
        assert!(twice.unwrap_err().of("again").is_some());
    }

    #[test]
    fn a_password_is_never_printed() {
        let password = Password::parse("copper lantern fjord", "copper lantern fjord", "a@b.c");
        assert_eq!(format!("{password:?}"), "Ok(Password(…))");
    }
}

//! Secrets of 256 bits for cookies and links: shown once, kept as SHA-256.

use crate::error::{Error, Result};
use sha2::{Digest, Sha256};

/// A secret as its bearer holds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub(crate) fn make() -> Result<Self> {
        let mut secret = [0_u8; 32];
        getrandom::fill(&mut secret).map_err(|e| Error::fault("making a secret", e))?;
        Ok(Self(secret.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// A token that somebody brought; anything is a token until its hash is not found.
    pub fn brought(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The secret itself, for the cookie or the link.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What is stored and looked up: a fast hash will do, since 256 random bits cannot be guessed.
    pub(crate) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

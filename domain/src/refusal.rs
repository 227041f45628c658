//! Why something was not done, and what to do next: the one shape every refusal takes.

use crate::fields::FieldErrors;
use serde::{Deserialize, Serialize};

/// A refusal a person can act on. Pages, files, command line and API show the same words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// It does not exist, or the asker may not know that it does: the two are never told apart.
    #[error("We could not find {0}")]
    NotFound(String),
    /// Nobody is signed in.
    #[error("Sign in to continue")]
    SignInFirst,
    /// A rule stands against it; `code` is stable, the sentence says what would be accepted.
    #[error("{sentence}")]
    Rule { code: String, sentence: String },
    /// What was typed cannot be used as it stands.
    #[error("{0}")]
    Fields(FieldErrors),
}

impl Refusal {
    /// A rule's refusal: a stable code and a sentence with the next step.
    pub fn rule(code: &str, sentence: impl Into<String>) -> Self {
        Self::Rule { code: code.to_owned(), sentence: sentence.into() }
    }

    pub fn not_found(what: &str) -> Self {
        Self::NotFound(what.to_owned())
    }
}

impl From<FieldErrors> for Refusal {
    fn from(errors: FieldErrors) -> Self {
        Self::Fields(errors)
    }
}

//! The two ways a use case can end without its result: refused by a rule, or failed.

use domain::fields::FieldErrors;
use domain::refusal::Refusal;

/// A refusal is the asker's to mend; a fault is ours, and its cause stays in the log.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("{0}")]
    Fault(String),
}

pub type Result<T> = std::result::Result<T, Error>;

impl From<FieldErrors> for Error {
    fn from(errors: FieldErrors) -> Self {
        Self::Refused(errors.into())
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Fault(error.to_string())
    }
}

impl Error {
    /// A fault of ours, with what led to it.
    pub fn fault(what: &str, cause: impl std::fmt::Display) -> Self {
        Self::Fault(format!("{what}: {cause}"))
    }
}

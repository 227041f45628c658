//! The page's end of the one road for errors: refused, with the next step, or failed, with a reference to the log.

use crate::faults;
use domain::refusal::Refusal;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why a page or a server function has no result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Ours to mend. The cause stands in the log beside the reference, and nowhere else.
    #[error("There is a problem with Esteem. Quote reference {reference} if you tell us about it.")]
    Fault { reference: String },
}

impl AppError {
    /// The HTTP status that says the same as the words.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Refused(Refusal::NotFound(_)) => 404,
            Self::Refused(Refusal::SignInFirst) => 401,
            Self::Refused(Refusal::Rule { .. } | Refusal::Fields(_)) => 422,
            Self::Fault { .. } => 500,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    /// What went wrong between the two ends, before or after the function itself.
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => unreadable(),
            ServerFnErrorErr::Request(_) => {
                let sentence = "Esteem could not be reached. Check your connection and try again.";
                Refusal::rule("unreachable", sentence).into()
            }
            other => faults::noted(&other.to_string()),
        }
    }
}

/// A form or call whose parts are not those that the server function asks for.
pub fn unreadable() -> AppError {
    let sentence = "Esteem could not read what was sent. Go back to the page and try again.";
    Refusal::rule("unreadable", sentence).into()
}

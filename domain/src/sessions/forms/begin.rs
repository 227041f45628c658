//! What a draft begins with, as an address and the form say it.

use serde::{Deserialize, Serialize};

/// Of each at most one is said; all may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BeginFields {
    /// The code of a template.
    pub template: String,
    /// The id of a session that it is to be like.
    pub like: String,
    /// The id of a step of a programme that it runs.
    pub step: String,
    /// The id of a team's request that it answers.
    pub request: String,
}

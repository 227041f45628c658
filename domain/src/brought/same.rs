//! Is the holder of a record the person who brought it? What it says of them, beside what is on record here.

use crate::passport::Holder;
use serde::{Deserialize, Serialize};

/// The two side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamePerson {
    /// As the record says it.
    pub there: Holder,
    pub name_here: String,
    pub registration_here: Option<String>,
}

impl SamePerson {
    pub fn names_agree(&self) -> bool {
        plain(&self.there.name) == plain(&self.name_here)
    }

    /// Whether both have the same registration number. A number that one side does not have says nothing.
    pub fn registrations_agree(&self) -> Option<bool> {
        let there = self.there.registration.as_deref().map(plain)?;
        let here = self.registration_here.as_deref().map(plain)?;
        Some(there == here)
    }

    /// Whether whoever accepts must say that it is the same person: always, unless name and registration number agree.
    pub fn must_be_said(&self) -> bool {
        !(self.names_agree() && self.registrations_agree() == Some(true))
    }
}

/// Without spaces, hyphens and capitals.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    kept.flat_map(char::to_lowercase).collect()
}

//! What the page shows on which an assessor confirms what a session showed.

use crate::ids::{PersonId, SessionId};
use crate::sessions::times::Slot;
use crate::sessions::views::OutcomeLine;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenPage {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    /// Why nobody can be confirmed here, where nobody can.
    pub why_not: Option<String>,
    pub outcomes: Vec<OutcomeLine>,
    /// Those who came and whom the reader assesses, by name.
    pub people: Vec<SeenOne>,
    /// How many more came, whom the reader does not assess.
    pub others: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenOne {
    pub person: PersonId,
    /// `Surname, First name`.
    pub name: String,
    pub team: String,
}

//! What pages show of release and of bookings that wait: plain values that cross to the browser.

use super::forms::ReleaseFields;
use crate::coverage::views::Heading;
use crate::ids::{PersonId, ReleaseWindowId, SessionId};
use crate::sessions::times::Slot;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A team's release, for whoever manages it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseDetail {
    pub team: Heading,
    /// What stands in the form.
    pub fields: ReleaseFields,
    /// The name of the deputy.
    pub deputy: Option<String>,
    /// Each in words; none that is over.
    pub windows: Vec<(ReleaseWindowId, String)>,
    /// From today on.
    pub exceptions: Vec<NaiveDate>,
    /// A profession, and how many of it stay.
    pub minimums: Vec<(String, u16)>,
    /// The professions of those who have a post in the team.
    pub professions: Vec<String>,
}

/// A booking that waits for a team manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLine {
    pub session: SessionId,
    pub title: String,
    pub slot: Slot,
    pub person: PersonId,
    pub name: String,
    pub team: String,
    pub profession: Option<String>,
    /// How many of the profession the team keeps; none where it asks for every booking.
    pub keeps: Option<u16>,
    pub asked_on: NaiveDate,
    /// Whether it has waited so long that it is the deputy's too.
    pub is_late: bool,
    /// What the team's release says of the session.
    pub warnings: Vec<String>,
}

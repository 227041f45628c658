//! What pages show of requests for sessions: plain values that cross to the browser.

use super::{DeclineReason, RequestState};
use crate::coverage::views::Heading;
use crate::ids::{SessionId, SessionRequestId};
use crate::paging::Paged;
use crate::sessions::times::Slot;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A request, for whoever asked and whoever answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRequestLine {
    pub id: SessionRequestId,
    pub team: Heading,
    pub need: String,
    /// Those of today's framework version, code and title.
    pub competencies: Vec<Heading>,
    pub needed_by: NaiveDate,
    /// Roughly how many would come.
    pub people: u16,
    pub asked_on: NaiveDate,
    pub asked_by: String,
    pub state: RequestState,
    /// Why it was declined, where it was.
    pub reason: Option<DeclineReason>,
    /// The session that came of it, once everybody can see it.
    pub session: Option<(SessionId, Slot)>,
}

/// A team's requests, the latest first, and what its form offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRequests {
    pub team: Heading,
    /// The competencies that can be asked for, code and title.
    pub competencies: Vec<Heading>,
    pub requests: Paged<SessionRequestLine>,
}

//! Teams' requests for sessions: what a team needs, and what becomes of it. An educator turns one into a session (rules, section 5).

pub mod forms; // the decisions behind the forms
pub mod letters; // the mail that tells the answer
pub mod views; // what pages show

use crate::macros::codes;
use crate::refusal::Refusal;
use crate::sessions::SessionState;

codes! {
    /// What was recorded of a request.
    EventKind, "what became of a request" {
        /// A session was drafted from it.
        Planned "planned" "Turned into a session",
        Declined "declined" "Declined",
        Withdrawn "withdrawn" "Withdrawn",
    }

    /// Where a request stands, computed.
    RequestState, "state of a request" {
        Open "open" "Open",
        Planned "planned" "Being planned",
        Scheduled "scheduled" "Session scheduled",
        Held "held" "Session has taken place",
        Declined "declined" "Declined",
        Withdrawn "withdrawn" "Withdrawn",
    }

    /// Why an educator declines one.
    DeclineReason, "reason to decline a request for a session" {
        PlannedAlready "planned_already" "A session that is planned already covers it",
        NobodyFree "nobody_free" "Nobody who could teach it has time by then",
        OtherSupport "other_support" "Another kind of support fits better than a session",
        NotOurs "not_ours" "It is not mental health training",
        Other "other" "Another reason",
    }
}

/// What was recorded last of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// With the state of the session that was drafted from it.
    Planned(SessionState),
    Declined,
    Withdrawn,
}

impl RequestState {
    /// Where a request stands after what was recorded of it last; a session that is cancelled leaves it open again.
    pub const fn of(last: Option<Answer>) -> Self {
        match last {
            None | Some(Answer::Planned(SessionState::Cancelled)) => Self::Open,
            Some(Answer::Planned(SessionState::Draft)) => Self::Planned,
            Some(Answer::Planned(SessionState::Scheduled)) => Self::Scheduled,
            Some(Answer::Planned(SessionState::Delivered | SessionState::Closed)) => Self::Held,
            Some(Answer::Declined) => Self::Declined,
            Some(Answer::Withdrawn) => Self::Withdrawn,
        }
    }

    /// Whether it can be answered or withdrawn.
    ///
    /// # Errors
    /// Refuses all but those that are open.
    pub fn may_answer(self) -> Result<(), Refusal> {
        if self == Self::Open {
            return Ok(());
        }
        let sentence = "This request has been answered or withdrawn.";
        Err(Refusal::rule("request-answered", sentence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_request_stands_follows_from_what_was_recorded_last_and_from_its_session() {
        let table = [
            (None, RequestState::Open),
            (Some(Answer::Planned(SessionState::Draft)), RequestState::Planned),
            (Some(Answer::Planned(SessionState::Scheduled)), RequestState::Scheduled),
            (Some(Answer::Planned(SessionState::Delivered)), RequestState::Held),
            (Some(Answer::Planned(SessionState::Closed)), RequestState::Held),
            (Some(Answer::Planned(SessionState::Cancelled)), RequestState::Open),
            (Some(Answer::Declined), RequestState::Declined),
            (Some(Answer::Withdrawn), RequestState::Withdrawn),
        ];
        for (last, state) in table {
            assert_eq!(RequestState::of(last), state, "{last:?}");
            assert_eq!(state.may_answer().is_ok(), state == RequestState::Open, "{state}");
        }
    }
}

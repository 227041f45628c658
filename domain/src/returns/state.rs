//! What was done with one revision of a return, event by event; where it stands is the last of them (rules, section 7).

use crate::ids::AccountId;
use crate::macros::codes;
use chrono::{DateTime, Utc};

codes! {
    /// What can be done with a return, in this order; what was submitted is locked.
    Step, "step of a return" {
        Prepared "prepared" "Prepared",
        Checked "checked" "Checked",
        Approved "approved" "Approved",
        Submitted "submitted" "Submitted",
    }
}

/// One step that was taken. None is ever changed or deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub step: Step,
    /// `None` for the operator, who may prepare and nothing else.
    pub by: Option<AccountId>,
    pub at: DateTime<Utc>,
    /// The digest of the files that it was about: whoever approves, approves these.
    pub digest: String,
}

impl Step {
    /// What comes after it; nothing once it is submitted.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Prepared => Some(Self::Checked),
            Self::Checked => Some(Self::Approved),
            Self::Approved => Some(Self::Submitted),
            Self::Submitted => None,
        }
    }

    /// As something to be done: `check it`.
    pub const fn to_do(self) -> &'static str {
        match self {
            Self::Prepared => "prepare it",
            Self::Checked => "check it",
            Self::Approved => "have it approved by somebody who neither prepared nor checked it",
            Self::Submitted => "submit it",
        }
    }
}

/// Where a revision stands; `None` before it is prepared. Preparing it from changed data begins again.
pub fn stands(events: &[Event]) -> Option<Step> {
    events.last().map(|event| event.step)
}

/// Whether it was submitted: then it is published, and nothing of it changes any more.
pub fn is_locked(events: &[Event]) -> bool {
    stands(events) == Some(Step::Submitted)
}

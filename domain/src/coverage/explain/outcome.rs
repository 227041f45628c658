//! Whether somebody meets what is asked of them, and what that rests on.

use crate::codes::JudgementKind;
use crate::frameworks::Level;
use crate::requirements::Asked;
use crate::standing::{Confirmed, Standing, Status};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What comes of one requirement of one person at a date: its status in the rules, with what the status rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Met by a level that is current.
    Met { level: Level, kind: JudgementKind, due_on: NaiveDate, due_soon: bool },
    /// The last confirmation is of a lower level.
    TooLow { level: Level, kind: JudgementKind, due_on: NaiveDate },
    /// The level would do, but was due on a day that is over.
    Expired { level: Level, kind: JudgementKind, due_on: NaiveDate },
    /// Revoked, and nothing was confirmed since. No day where several competencies that became one were revoked apart.
    Revoked { on: Option<NaiveDate> },
    /// Nobody confirmed anything; there is their own word.
    SelfAssessed { level: Level },
    /// Nobody ever said anything.
    NoJudgement,
    /// Not asked of them, and in no count but that of exemptions. Until when, only where its end is on record.
    Exempt { since: Option<NaiveDate>, until: Option<NaiveDate> },
}

impl Outcome {
    /// What comes of what is asked, of somebody who is not exempt.
    pub fn of(asked: Asked, standing: &Standing, day: NaiveDate) -> Self {
        let status = standing.status(asked.level, day);
        match standing.confirmed {
            Confirmed::Revoked => Self::Revoked { on: standing.revoked_on },
            Confirmed::Never => match standing.self_level {
                Some(level) => Self::SelfAssessed { level },
                None => Self::NoJudgement,
            },
            Confirmed::At { level, kind, due_on, .. } => match status {
                Status::Met | Status::DueSoon => {
                    Self::Met { level, kind, due_on, due_soon: status == Status::DueSoon }
                }
                Status::Expired => Self::Expired { level, kind, due_on },
                _ => Self::TooLow { level, kind, due_on },
            },
        }
    }

    /// The level last confirmed, with how it came about, whether or not it is enough and current.
    pub const fn held(self) -> Option<(Level, JudgementKind)> {
        match self {
            Self::Met { level, kind, .. }
            | Self::TooLow { level, kind, .. }
            | Self::Expired { level, kind, .. } => Some((level, kind)),
            Self::Revoked { .. }
            | Self::SelfAssessed { .. }
            | Self::NoJudgement
            | Self::Exempt { .. } => None,
        }
    }

    /// Whether the requirement counts as met.
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met { .. })
    }

    pub const fn is_exempt(self) -> bool {
        matches!(self, Self::Exempt { .. })
    }
}

//! Where a person stands in one competency at a date, computed from judgements; never stored (rules, section 3).

mod heard; // what was said up to a day
mod word; // the last word on a level, and when it is due

pub(crate) use heard::Heard;
pub(crate) use word::Word;

use crate::codes::JudgementKind;
use crate::dates::days_after;
use crate::frameworks::Level;
use crate::ids::JudgementSequence;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How long before its due date a confirmation is due soon.
pub const DUE_SOON_DAYS: i64 = 90;
/// How long past its due date a confirmation still lets its holder confirm others, and be confirmed again on any evidence.
pub const GRACE_DAYS: i64 = 90;
/// After how many days a request that nobody answered lapses, and a first signature that nobody joined.
pub const REQUEST_LAPSES_AFTER_DAYS: i64 = 28;
/// The longest a recognised level stands.
pub const RECOGNISED_MONTHS: u32 = 12;

/// One judgement, as far as the rules of standing look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub competency: CompetencyIndex,
    pub kind: JudgementKind,
    pub level: Option<Level>,
    pub day: NaiveDate,
    /// The day of the confirmation that was taken over, for `accepted` alone.
    pub original: Option<NaiveDate>,
    /// The place in the order of recording.
    pub sequence: JudgementSequence,
}

/// The last word on a person's confirmed level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confirmed {
    /// Nobody ever confirmed anything.
    #[default]
    Never,
    /// Revoked; nothing earlier returns.
    Revoked,
    At {
        level: Level,
        kind: JudgementKind,
        made_on: NaiveDate,
        due_on: NaiveDate,
    },
}

/// Everything the rules need to know of one person in one competency at one date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub self_level: Option<Level>,
    pub confirmed: Confirmed,
    /// When the level was revoked, where that is the last word: nothing that was seen before counts any more.
    pub revoked_on: Option<NaiveDate>,
    /// Whether there was ever a self assessment, confirmation, recognition or acceptance, even if revoked since.
    pub assessed: bool,
    pub exempt: bool,
    /// When the person claimed that it is not part of their post, where nobody has decided yet.
    pub claimed_on: Option<NaiveDate>,
    /// The request that is still open.
    pub requested: Option<Requested>,
    /// The first of two signatures, where the second is still awaited.
    pub signed: Option<Signed>,
    /// The request that nobody answered in time, where nothing was said to it since.
    pub lapsed: Option<Requested>,
    /// When the last request was sent back, where nothing was asked or confirmed since.
    pub sent_back_on: Option<NaiveDate>,
}

/// A request for confirmation. Its sequence tells it from one that was withdrawn and asked again on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requested {
    pub sequence: JudgementSequence,
    pub asked_on: NaiveDate,
    pub level: Level,
}

impl Requested {
    /// The last day on which it can be answered.
    pub fn lapses_on(&self) -> NaiveDate {
        days_after(self.asked_on, REQUEST_LAPSES_AFTER_DAYS)
    }
}

/// A confirmation that one of two people has signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    pub sequence: JudgementSequence,
    pub signed_on: NaiveDate,
    pub level: Level,
}

impl Signed {
    /// The last day on which a second person can sign.
    pub fn lapses_on(&self) -> NaiveDate {
        days_after(self.signed_on, REQUEST_LAPSES_AFTER_DAYS)
    }
}

/// The standing after `events`, all of one competency and in order of day, then recording. Events after `day` do not
/// count. `refresh_months` is that of the framework version at `day`.
pub fn standing<'a>(
    events: impl IntoIterator<Item = &'a Event>,
    refresh_months: u32,
    day: NaiveDate,
) -> Standing {
    let mut heard = Heard::default();
    heard.hear(events, day);
    heard.standing(refresh_months, day)
}

impl Standing {
    /// What somebody is yet to answer, whose label says so: a first signature, which waits for the second even where it answers
    /// a request; or a request.
    pub const fn waits(&self) -> Option<JudgementKind> {
        match (self.signed, self.requested) {
            (Some(_), _) => Some(JudgementKind::FirstSignature),
            (None, Some(_)) => Some(JudgementKind::Requested),
            (None, None) => None,
        }
    }

    /// Whether somebody is yet to answer: a request is open, or a first signature waits for the second.
    pub const fn awaits_answer(&self) -> bool {
        self.waits().is_some()
    }

    /// The last day on which whoever is asked can answer: a request, or the second signature.
    pub fn answered_until(&self) -> Option<NaiveDate> {
        let requested = self.requested.map(|request| request.lapses_on());
        requested.or(self.signed.map(|signed| signed.lapses_on()))
    }

    /// Whether the last request was sent back or has lapsed, so that the same can be asked again in one step.
    pub const fn may_ask_again(&self) -> bool {
        !self.awaits_answer() && (self.sent_back_on.is_some() || self.lapsed.is_some())
    }

    /// The confirmed level that is current at `day`, and how it came about.
    pub fn current(&self, day: NaiveDate) -> Option<(Level, JudgementKind)> {
        match self.confirmed {
            Confirmed::At { level, kind, due_on, .. } if day <= due_on => Some((level, kind)),
            _ => None,
        }
    }

    /// The confirmed level that is current at `day`, and its due date.
    pub fn held(&self, day: NaiveDate) -> Option<(Level, NaiveDate)> {
        self.held_lately(day).filter(|(_, due_on)| day <= *due_on)
    }

    /// The confirmed level that is current at `day` or at most 90 days past due, and its due date.
    pub fn held_lately(&self, day: NaiveDate) -> Option<(Level, NaiveDate)> {
        match self.confirmed {
            Confirmed::At { level, due_on, .. } if day <= days_after(due_on, GRACE_DAYS) => {
                Some((level, due_on))
            }
            _ => None,
        }
    }

    /// Whether the required level is met by confirmation at `day`.
    pub fn meets(&self, required: Level, day: NaiveDate) -> bool {
        self.current(day).is_some_and(|(level, _)| level >= required)
    }

    /// Whether it is met on the person's own word.
    pub fn meets_by_self(&self, required: Level) -> bool {
        self.self_level.is_some_and(|level| level >= required)
    }

    /// The status of a required competency at `day`: the first that applies.
    pub fn status(&self, required: Level, day: NaiveDate) -> Status {
        match self.confirmed {
            Confirmed::At { level, due_on, .. } if level >= required => {
                match (due_on - day).num_days() {
                    ..0 => Status::Expired,
                    0..=DUE_SOON_DAYS => Status::DueSoon,
                    _ => Status::Met,
                }
            }
            Confirmed::At { .. } | Confirmed::Revoked => Status::NotMeeting,
            Confirmed::Never if self.self_level.is_some() => Status::SelfAssessed,
            Confirmed::Never => Status::NotAssessed,
        }
    }
}

/// How a level came about that nobody here confirmed by what they saw: said wherever such a level is shown.
pub const fn apart(kind: JudgementKind) -> Option<&'static str> {
    match kind {
        JudgementKind::Recognised => Some("recognised"),
        JudgementKind::Accepted => Some("accepted"),
        _ => None,
    }
}

/// A level as lists show it: `3`, `3 (recognised)`, `3 (accepted)`.
pub fn level_told(level: impl std::fmt::Display, kind: JudgementKind) -> String {
    apart(kind).map_or_else(|| level.to_string(), |how| format!("{level} ({how})"))
}

crate::macros::codes! {
    /// The status of a required competency, in the words of the rules.
    Status, "status" {
        DueSoon "due_soon" "Met, due soon",
        Met "met" "Met",
        Expired "expired" "Expired",
        NotMeeting "not_meeting" "Not meeting",
        SelfAssessed "self_assessed" "Self-assessed",
        NotAssessed "not_assessed" "Not assessed",
    }
}

#[cfg(test)]
mod tests;

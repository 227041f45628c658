//! Who is due: how much of what is asked of a person needs something done, counted for those who manage them.

use super::counting::Met;
use crate::codes::JudgementKind;
use crate::coverage::{Facts, Person};
use crate::dates::days_after;
use crate::ids::PersonId;
use crate::standing::{Confirmed, Status};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A person is nudged once in this many days at most, whoever does it.
pub const NUDGED_AGAIN_AFTER_DAYS: i64 = 7;
/// How long a nudge is shown to its person.
pub const NUDGE_SHOWN_DAYS: i64 = 14;

/// What is due of one person on one day, exemptions left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub met: Met,
    /// Critical to the role, and not met.
    pub critical: u32,
    pub expired: u32,
    pub due_soon: u32,
    /// The first day on which a confirmation that is due soon runs out.
    pub first_due_on: Option<NaiveDate>,
    pub not_assessed: u32,
    /// Requests for confirmation that wait.
    pub requested: u32,
}

impl Due {
    /// Counts what is asked of a person at `day`.
    pub fn of(facts: &Facts, person: &Person, day: NaiveDate) -> Self {
        let mut due = Self::default();
        for asked in facts.asked_of(person, day) {
            let competency = facts.competencies.get(usize::from(asked.competency));
            let standing = competency.map(|of| person.standing_in(asked.competency, of, day));
            let Some(standing) = standing.filter(|standing| !standing.exempt) else { continue };
            let status = standing.status(asked.level, day);
            let met = matches!(status, Status::Met | Status::DueSoon);
            due.met.asked += 1;
            due.met.met += u32::from(met);
            due.critical += u32::from(asked.critical && !met);
            due.expired += u32::from(status == Status::Expired);
            due.not_assessed += u32::from(status == Status::NotAssessed);
            due.requested += u32::from(standing.awaits_answer());
            if let (Status::DueSoon, Confirmed::At { due_on, .. }) = (status, standing.confirmed) {
                due.due_soon += 1;
                due.first_due_on = Some(due.first_due_on.map_or(due_on, |on| on.min(due_on)));
            }
        }
        due
    }

    /// Whether nothing needs doing: all met, and nothing due soon.
    pub const fn is_nothing(&self) -> bool {
        self.met.met == self.met.asked && self.due_soon == 0
    }

    /// Sorts the most pressing first: critical gaps, then what has expired, then what runs out first, then what was
    /// never assessed.
    pub fn urgency(&self) -> impl Ord + use<> {
        let first = self.first_due_on.unwrap_or(NaiveDate::MAX);
        (Reverse(self.critical), Reverse(self.expired), first, Reverse(self.not_assessed))
    }
}

/// Whether somebody who was last nudged on `last` may be nudged again at `today`.
pub fn may_be_nudged(last: Option<NaiveDate>, today: NaiveDate) -> bool {
    last.is_none_or(|last| days_after(last, NUDGED_AGAIN_AFTER_DAYS) <= today)
}

/// By what a person answers a nudge: they assess themselves, or confirmation is asked for.
pub const ANSWERS_A_NUDGE: [JudgementKind; 2] =
    [JudgementKind::SelfAssessment, JudgementKind::Requested];

/// A nudge, or an act that may answer it: the day it is of, and when it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub day: NaiveDate,
    pub at: DateTime<Utc>,
}

/// Whether a nudge has done its work: something was done on its day or later, and recorded after it. What somebody had done
/// earlier on that day is no answer to it, nor is what a file says of days before.
pub fn is_answered(nudge: Recorded, acts: impl IntoIterator<Item = Recorded>) -> bool {
    acts.into_iter().any(|act| act.day >= nudge.day && act.at >= nudge.at)
}

/// How many were nudged, who was left alone because somebody nudged them in the last week, and whom no email reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nudged {
    pub people: Vec<PersonId>,
    pub left_alone: Vec<String>,
    /// Of those nudged: they have no account yet, are away, or want no such email.
    pub not_mailed: Vec<String>,
}

impl std::fmt::Display for Nudged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.people.len() {
            0 => write!(f, "Nobody was nudged")?,
            1 => write!(f, "1 person was nudged")?,
            several => write!(f, "{several} people were nudged")?,
        }
        match self.not_mailed.as_slice() {
            [] => {}
            names => write!(
                f,
                ". No email goes to {}: no account to send it to, away, or not wanted",
                names.join(", ")
            )?,
        }
        match self.left_alone.as_slice() {
            [] => Ok(()),
            [one] => write!(f, ". {one} was left alone: nudged in the last week already"),
            several => write!(
                f,
                ". {} were left alone: nudged in the last week already",
                several.join(", ")
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn nobody_is_nudged_twice_in_a_week() {
        let today = day("2026-11-09");
        assert!(may_be_nudged(None, today));
        assert!(may_be_nudged(Some(day("2026-11-02")), today), "a week ago");
        assert!(!may_be_nudged(Some(day("2026-11-03")), today));
    }

    #[test]
    fn a_nudge_is_answered_by_what_is_done_after_it() {
        let at = |of: &str, moment: &str| Recorded { day: day(of), at: moment.parse().unwrap() };
        let nudge = at("2026-11-09", "2026-11-09T12:00:00Z");
        let answers = |of, moment| is_answered(nudge, [at(of, moment)]);
        assert!(!answers("2026-11-09", "2026-11-09T09:00:00Z"), "earlier on its day");
        assert!(answers("2026-11-09", "2026-11-09T15:00:00Z"));
        assert!(answers("2026-11-10", "2026-11-10T09:00:00Z"));
        assert!(!answers("2026-11-08", "2026-11-10T09:00:00Z"), "told later of the day before");
        assert!(!is_answered(nudge, []));
    }

    #[test]
    fn the_most_pressing_come_first() {
        let critical = Due { critical: 1, ..Due::default() };
        let expired = Due { expired: 3, ..Due::default() };
        let soon = |on: &str| Due { due_soon: 1, first_due_on: Some(day(on)), ..Due::default() };
        let (early, late) = (soon("2026-11-10"), soon("2026-12-10"));
        let open = Due { not_assessed: 40, ..Due::default() };
        let mut all = [open, late, expired, early, critical];
        all.sort_by_key(Due::urgency);
        assert_eq!(all, [critical, expired, early, late, open]);
    }

    #[test]
    fn the_sentence_tells_who_was_left_alone_and_whom_no_email_reaches() {
        let nudged = Nudged { left_alone: vec!["Ann Lee".into()], ..Nudged::default() };
        let told = "Nobody was nudged. Ann Lee was left alone: nudged in the last week already";
        assert_eq!(nudged.to_string(), told);
        let people = vec![PersonId(uuid::Uuid::nil())];
        let nudged = Nudged { people, not_mailed: vec!["Ann Lee".into()], ..Nudged::default() };
        let told = "1 person was nudged. No email goes to Ann Lee: no account to send it to, away, or not wanted";
        assert_eq!(nudged.to_string(), told);
    }
}

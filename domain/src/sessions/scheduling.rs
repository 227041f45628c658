//! What a draft must have before it can be scheduled and keep afterwards, and what can be done with a session in which state.

use super::SessionState;
use super::leads::{Lead, may_lead};
use super::seats::{QuotaFault, SeatRules};
use crate::refusal::Refusal;
use chrono::NaiveDateTime;

/// A draft as scheduling looks at it. Moments are civil time in London.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    pub state: SessionState,
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
    /// When booking opens, where a moment was said.
    pub booking_opens: Option<NaiveDateTime>,
    pub booking_ends: NaiveDateTime,
    pub has_place: bool,
    pub leads: Vec<Lead>,
    /// How many outcomes it has, and how many of them are in the strand of integrated care.
    pub outcomes: usize,
    pub integrated_care: usize,
    pub seats: SeatRules,
    pub invited_only: bool,
    pub invited: usize,
}

impl Drafted {
    /// Everything that stands against scheduling it, so that its educator mends all of it at once; nothing when it can be.
    pub fn missing(&self, now: NaiveDateTime) -> Vec<Refusal> {
        let mut missing = Vec::new();
        let mut unless = |holds: bool, code: &str, sentence: &str| {
            if !holds {
                missing.push(Refusal::rule(code, sentence));
            }
        };
        unless(
            self.state == SessionState::Draft,
            "not-a-draft",
            "This session is not a draft any more.",
        );
        unless(self.starts > now, "in-the-past", "Choose a day and time that have not passed.");
        unless(
            self.booking_ends <= self.starts && self.booking_ends > now,
            "booking-over",
            "Let booking end after now and not after the session starts.",
        );
        let ends = self.booking_ends.min(self.starts);
        unless(
            self.booking_opens.is_none_or(|opens| opens < ends),
            "booking-never-open",
            "Let booking open before it ends and before the session starts.",
        );
        unless(self.has_place, "no-place", "Say where it is: enter a venue or a link.");
        unless(self.outcomes > 0, "no-outcome", "Choose at least one competency that it builds.");
        unless(
            !self.invited_only || self.invited > 0,
            "nobody-invited",
            "Invite a team, or open it to more than invited teams.",
        );
        if let Err(fault) = self.seats.check(now.date()) {
            missing.push(Refusal::rule("quotas", fault.words()));
        }
        let integrated_care = self.outcomes > 0 && self.outcomes == self.integrated_care;
        missing.extend(may_lead(&self.leads, integrated_care).err());
        missing
    }

    /// Everything that stands against recording it as one that has taken place, where nobody wrote it down before: the same, but
    /// that its time has passed, and that nobody needs to be able to book it.
    pub fn unrecorded(&self, now: NaiveDateTime) -> Vec<Refusal> {
        let mut missing = self.missing(now);
        missing.retain(|refusal| {
            let Refusal::Rule { code, .. } = refusal else { return true };
            !matches!(
                code.as_str(),
                "in-the-past" | "booking-over" | "booking-never-open" | "nobody-invited" | "quotas"
            )
        });
        if self.ends > now {
            let sentence = "Wait until the session is over, then record that it took place.";
            missing.push(Refusal::rule("not-over", sentence));
        }
        missing
    }

    /// What a scheduled session has lost of that. Its time may come and its booking may end; they are asked about where they
    /// are `moved`, and booking never ends after the start.
    pub fn lost(&self, now: NaiveDateTime, moved: Moved) -> Vec<Refusal> {
        let ends_late = self.booking_ends > self.starts;
        let mut lost = self.missing(now);
        lost.retain(|refusal| match refusal {
            Refusal::Rule { code, .. } => match code.as_str() {
                "not-a-draft" => false,
                "in-the-past" => moved.start,
                "booking-over" => moved.booking_ends || ends_late,
                _ => true,
            },
            _ => true,
        });
        lost
    }
}

/// What was changed about the time of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub start: bool,
    pub booking_ends: bool,
}

impl QuotaFault {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::MoreThanThereAre => "Keep fewer seats: more are kept than there are.",
            Self::LeastAboveMost => "Keep no more seats for a group than it may take.",
            Self::Twice => "Keep seats for each profession or team once.",
        }
    }
}

/// Whether what it is, where, when and who leads it can still be changed.
///
/// # Errors
/// Refuses sessions that were cancelled or have taken place.
pub fn may_change(state: SessionState) -> Result<(), Refusal> {
    let sentence = match state {
        SessionState::Draft | SessionState::Scheduled => return Ok(()),
        SessionState::Delivered | SessionState::Closed => {
            "This session has taken place, so it stays as it was."
        }
        SessionState::Cancelled => "This session was cancelled, so it stays as it was.",
    };
    Err(Refusal::rule("session-over", sentence))
}

/// Whether when it is can be chosen without telling anybody: nobody but those who run it sees a draft.
///
/// # Errors
/// Refuses all but drafts; what is over, as [`may_change`] does.
pub fn is_draft(state: SessionState) -> Result<(), Refusal> {
    if state == SessionState::Draft {
        return Ok(());
    }
    may_change(state)?;
    let sentence = "This session is not a draft any more. Change its time on the page that changes what, when and where.";
    Err(Refusal::rule("not-a-draft", sentence))
}

/// Whether a session in this state can be booked; when booking ends is another question.
///
/// # Errors
/// Refuses all but those that are scheduled.
pub fn can_be_booked(state: SessionState) -> Result<(), Refusal> {
    let (code, sentence) = match state {
        SessionState::Scheduled => return Ok(()),
        SessionState::Draft => {
            ("not-scheduled", "This session is a draft. It can be booked once it is scheduled.")
        }
        SessionState::Delivered | SessionState::Closed => {
            ("session-over", "This session has taken place.")
        }
        SessionState::Cancelled => ("session-cancelled", "This session was cancelled."),
    };
    Err(Refusal::rule(code, sentence))
}

#[cfg(test)]
mod tests;

//! What a draft must have before it can be scheduled, and what may still be changed of a session afterwards.

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
        unless(self.has_place, "no-place", "Say where it is: enter a venue or a link.");
        unless(self.outcomes > 0, "no-outcome", "Choose at least one competency that it builds.");
        unless(
            !self.invited_only || self.invited > 0,
            "nobody-invited",
            "Invite a team, or let everybody book for whom it is held.",
        );
        if let Err(fault) = self.seats.check() {
            missing.push(Refusal::rule("quotas", fault.words()));
        }
        let integrated_care = self.outcomes > 0 && self.outcomes == self.integrated_care;
        missing.extend(may_lead(&self.leads, integrated_care).err());
        missing
    }
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
        SessionState::Delivered => "This session has taken place, so it stays as it was.",
        SessionState::Cancelled => "This session was cancelled, so it stays as it was.",
    };
    Err(Refusal::rule("session-over", sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    /// A draft with nothing missing on 2 November 2026.
    fn whole() -> Drafted {
        Drafted {
            state: SessionState::Draft,
            starts: at("2026-11-30T13:00:00"),
            booking_ends: at("2026-11-30T13:00:00"),
            has_place: true,
            leads: vec![Lead { mental_health_professional: true, holds_the_outcomes: false }],
            outcomes: 2,
            integrated_care: 1,
            seats: SeatRules { capacity: 10, quotas: vec![] },
            invited_only: false,
            invited: 0,
        }
    }

    fn codes(drafted: &Drafted) -> Vec<String> {
        let code = |refusal| match refusal {
            Refusal::Rule { code, .. } => code,
            other => panic!("{other:?}"),
        };
        drafted.missing(at("2026-11-02T10:00:00")).into_iter().map(code).collect()
    }

    #[test]
    fn what_a_draft_lacks_is_told_all_at_once() {
        let none: [&str; 0] = [];
        assert_eq!(codes(&whole()), none);
        let empty = Drafted {
            has_place: false,
            leads: vec![],
            outcomes: 0,
            integrated_care: 0,
            invited_only: true,
            ..whole()
        };
        assert_eq!(codes(&empty), ["no-place", "no-outcome", "nobody-invited", "no-lead"]);
        let passed = Drafted { starts: at("2026-11-02T10:00:00"), ..whole() };
        assert_eq!(codes(&passed), ["in-the-past", "booking-over"]);
        let ended = Drafted { booking_ends: at("2026-11-02T10:00:00"), ..whole() };
        assert_eq!(codes(&ended), ["booking-over"]);
        let again = Drafted { state: SessionState::Scheduled, ..whole() };
        assert_eq!(codes(&again), ["not-a-draft"]);
    }

    #[test]
    fn only_outcomes_of_integrated_care_alone_let_somebody_else_lead() {
        let holder = vec![Lead { mental_health_professional: false, holds_the_outcomes: true }];
        let mixed = Drafted { leads: holder, ..whole() };
        assert_eq!(codes(&mixed), ["no-professional"]);
        assert!(codes(&Drafted { integrated_care: 2, ..mixed.clone() }).is_empty());
        assert_eq!(
            codes(&Drafted { outcomes: 0, integrated_care: 0, ..mixed }),
            ["no-outcome", "no-professional"]
        );
    }

    #[test]
    fn a_session_is_changed_until_it_is_over() {
        let allowed: Vec<_> =
            SessionState::ALL.iter().filter(|state| may_change(**state).is_ok()).collect();
        assert_eq!(allowed, [&SessionState::Draft, &SessionState::Scheduled]);
    }
}

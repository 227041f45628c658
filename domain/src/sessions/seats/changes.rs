//! What an educator does to the seats of a session: more or fewer of them, others kept, another end of booking, somebody
//! cancelled, none at all.

use super::{Booking, Group, Quota, SeatRules, Seating, Step};
use crate::refusal::Refusal;
use crate::sessions::{Attendee, BookingState};
use chrono::NaiveDateTime;

/// Why other rules cannot be taken: more people hold a seat than they allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowded {
    /// How many hold a seat that would have none.
    pub too_many: usize,
    /// Whose quota it is that they are too many for; the capacity where there is none.
    pub group: Option<Group>,
}

impl Seating {
    /// Takes other rules; more room is given to those who wait. Where more people hold a seat than there is room for, the bookings of
    /// those whom the educator names are cancelled first: nobody's where all fit, and no place on the waiting list. What is
    /// overfilled already, because a post or a profession has changed, may stay so.
    ///
    /// # Errors
    /// Returns how many people too many hold a seat beside those who were named, and of what; then nothing has changed.
    pub fn change_rules(
        &mut self,
        rules: SeatRules,
        cancelled: &[Attendee],
    ) -> Result<Vec<Step>, Crowded> {
        let before = self.clone();
        let old = std::mem::replace(&mut self.rules, rules);
        let mut steps = Vec::new();
        if self.crowded(&old).is_some() {
            let now = self.now;
            let named = |one: &Booking| cancelled.contains(&one.attendee);
            steps = self.cancel_live(|one| one.holds_a_seat(now) && named(one));
        }
        if let Some(crowded) = self.crowded(&old) {
            *self = before;
            return Err(crowded);
        }
        steps.extend(self.settle());
        Ok(steps)
    }

    /// Ends booking at another moment: an offer that would hold beyond it ends then too.
    pub fn close_at(&mut self, closes_at: NaiveDateTime) -> Vec<Step> {
        self.closes_at = closes_at;
        let beyond = self.bookings.iter().filter(|booking| {
            booking.state == BookingState::Offered
                && booking.holds_a_seat(self.now)
                && booking.answer_by.is_some_and(|by| by > closes_at)
        });
        let beyond: Vec<Attendee> = beyond.map(|booking| booking.attendee).collect();
        let (state, answer_by) = (BookingState::Offered, Some(closes_at));
        beyond.into_iter().map(|attendee| self.take(Step { attendee, state, answer_by })).collect()
    }

    /// Cancels somebody’s booking; what it held is given to those who wait.
    ///
    /// # Errors
    /// Refuses who has none.
    pub fn cancel(&mut self, attendee: Attendee) -> Result<Vec<Step>, Refusal> {
        self.end(attendee, BookingState::CancelledBySession)
    }

    /// Cancels every booking: the session does not take place.
    pub fn cancel_all(&mut self) -> Vec<Step> {
        self.cancel_live(|_| true)
    }

    /// Cancels the live bookings that are meant.
    fn cancel_live(&mut self, meant: impl Fn(&Booking) -> bool) -> Vec<Step> {
        let live =
            self.bookings.iter().filter(|booking| booking.is_live(self.now) && meant(booking));
        let live: Vec<Attendee> = live.map(|booking| booking.attendee).collect();
        live.into_iter()
            .map(|attendee| self.comes_to(attendee, BookingState::CancelledBySession))
            .collect()
    }

    /// What more people hold seats of than it allows, and more too many than under other rules: the capacity, or a quota that
    /// binds today.
    fn crowded(&self, old: &SeatRules) -> Option<Crowded> {
        let over =
            |rules: &SeatRules| self.held().count().saturating_sub(usize::from(rules.capacity));
        if over(&self.rules) > over(old) {
            return Some(Crowded { too_many: over(&self.rules), group: None });
        }
        let today = self.now.date();
        let before = |quota: &Quota| {
            let same = old.binding(today).find(|other| other.group == quota.group);
            same.map_or(0, |other| other.excess(self.held()))
        };
        let worse = |quota: &Quota| {
            let too_many = quota.excess(self.held());
            let group = Some(quota.group.clone());
            (too_many > before(quota)).then_some(Crowded { too_many, group })
        };
        self.rules.binding(today).find_map(worse)
    }
}

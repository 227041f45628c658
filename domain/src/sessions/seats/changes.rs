//! What an educator does to the seats of a session: more or fewer of them, others kept, none at all.

use super::{SeatRules, Seating, Step};
use crate::sessions::{Attendee, BookingState};

/// Why other rules cannot be taken: more people hold a seat than they allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowded {
    /// How many hold a seat that would have none.
    pub too_many: usize,
}

impl Seating {
    /// Takes other rules, after cancelling the bookings that the educator names; more room is given to those who wait.
    ///
    /// # Errors
    /// Returns how many people too many hold a seat; then nothing has changed.
    pub fn change_rules(
        &mut self,
        rules: SeatRules,
        cancelled: &[Attendee],
    ) -> Result<Vec<Step>, Crowded> {
        let before = self.clone();
        let mut steps: Vec<Step> = self.live(|attendee| cancelled.contains(&attendee));
        self.rules = rules;
        if let Some(too_many) = self.too_many() {
            *self = before;
            return Err(Crowded { too_many });
        }
        steps.extend(self.settle());
        Ok(steps)
    }

    /// Cancels every booking: the session does not take place.
    pub fn cancel_all(&mut self) -> Vec<Step> {
        self.live(|_| true)
    }

    /// Cancels the live bookings of those who are meant.
    fn live(&mut self, meant: impl Fn(Attendee) -> bool) -> Vec<Step> {
        let live = self
            .bookings
            .iter()
            .filter(|booking| booking.is_live(self.now) && meant(booking.attendee));
        let live: Vec<Attendee> = live.map(|booking| booking.attendee).collect();
        live.into_iter()
            .map(|attendee| self.comes_to(attendee, BookingState::CancelledBySession))
            .collect()
    }

    /// How many more hold a seat than the capacity, or a quota that binds today, allows.
    fn too_many(&self) -> Option<usize> {
        let over = self.held().count().saturating_sub(usize::from(self.rules.capacity));
        let over_quota = self.rules.binding(self.now.date()).map(|quota| {
            quota.most.map_or(0, |most| {
                self.held()
                    .filter(|held| quota.is_for(held))
                    .count()
                    .saturating_sub(usize::from(most))
            })
        });
        let most = over_quota.max().unwrap_or(0).max(over);
        (most > 0).then_some(most)
    }
}

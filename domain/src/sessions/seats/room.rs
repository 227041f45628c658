//! Whether somebody fits: the capacity, and the seats that quotas keep or cap until they are released.

use super::{Booking, Seating};
use crate::ids::TeamId;
use chrono::NaiveDate;

/// For whom a quota is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    Profession(String),
    Team(TeamId),
}

/// A number of seats kept for a profession or a team, or the most that it may take, until a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    pub group: Group,
    /// Seats that only they may take.
    pub least: u16,
    pub most: Option<u16>,
    /// The first day on which it binds nobody any more.
    pub released_on: NaiveDate,
}

impl Quota {
    pub(super) fn is_for(&self, booking: &Booking) -> bool {
        match &self.group {
            Group::Profession(profession) => booking.profession.as_ref() == Some(profession),
            Group::Team(team) => booking.team == Some(*team),
        }
    }
}

/// How many seats there are, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRules {
    pub capacity: u16,
    pub quotas: Vec<Quota>,
}

/// What cannot be with quotas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotaFault {
    /// More seats are kept than there are.
    MoreThanThereAre,
    /// A quota keeps more than it allows.
    LeastAboveMost,
    /// Two are for the same profession or team.
    Twice,
}

impl SeatRules {
    /// # Errors
    /// Returns what cannot be with these quotas.
    pub fn check(&self) -> Result<(), QuotaFault> {
        let kept: u32 = self.quotas.iter().map(|quota| u32::from(quota.least)).sum();
        if kept > u32::from(self.capacity) {
            return Err(QuotaFault::MoreThanThereAre);
        }
        if self.quotas.iter().any(|quota| quota.most.is_some_and(|most| most < quota.least)) {
            return Err(QuotaFault::LeastAboveMost);
        }
        let twice = |(at, quota): (usize, &Quota)| {
            self.quotas.iter().skip(at + 1).any(|other| other.group == quota.group)
        };
        if self.quotas.iter().enumerate().any(twice) {
            return Err(QuotaFault::Twice);
        }
        Ok(())
    }

    /// The quotas that bind on a day.
    pub(super) fn binding(&self, day: NaiveDate) -> impl Iterator<Item = &Quota> {
        self.quotas.iter().filter(move |quota| day < quota.released_on)
    }
}

impl Seating {
    /// Whether a seat could be given to somebody: there is one that is not kept for others, and no quota of theirs is full.
    pub(super) fn fits(&self, booking: &Booking) -> bool {
        let binding = || self.rules.binding(self.now.date());
        let of_group = |quota: &Quota| self.held().filter(|held| quota.is_for(held)).count();
        let full =
            |quota: &Quota| quota.most.is_some_and(|most| of_group(quota) >= usize::from(most));
        let kept = |quota: &Quota| usize::from(quota.least).saturating_sub(of_group(quota));
        let kept_for_others: usize =
            binding().filter(|quota| !quota.is_for(booking)).map(kept).sum();
        self.free() > kept_for_others
            && !binding().any(|quota| quota.is_for(booking) && full(quota))
    }
}

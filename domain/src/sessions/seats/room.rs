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
    /// Whether it binds anybody on a day: from that of its release on it does not.
    pub fn binds(&self, day: NaiveDate) -> bool {
        day < self.released_on
    }

    /// How many more than it allows hold a seat.
    pub(super) fn excess<'a>(&self, held: impl Iterator<Item = &'a Booking>) -> usize {
        let of_group = held.filter(|held| self.is_for(held)).count();
        self.most.map_or(0, |most| of_group.saturating_sub(usize::from(most)))
    }

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
    /// Looks at the quotas that bind on a day: those that were released keep nothing.
    ///
    /// # Errors
    /// Returns what cannot be with these quotas.
    pub fn check(&self, day: NaiveDate) -> Result<(), QuotaFault> {
        let kept: u32 = self.binding(day).map(|quota| u32::from(quota.least)).sum();
        if kept > u32::from(self.capacity) {
            return Err(QuotaFault::MoreThanThereAre);
        }
        if self.binding(day).any(|quota| quota.most.is_some_and(|most| most < quota.least)) {
            return Err(QuotaFault::LeastAboveMost);
        }
        let twice = |(at, quota): (usize, &Quota)| {
            self.binding(day).skip(at + 1).any(|other| other.group == quota.group)
        };
        if self.binding(day).enumerate().any(twice) {
            return Err(QuotaFault::Twice);
        }
        Ok(())
    }

    /// The quotas that bind on a day.
    pub(super) fn binding(&self, day: NaiveDate) -> impl Iterator<Item = &Quota> {
        self.quotas.iter().filter(move |quota| quota.binds(day))
    }
}

impl Seating {
    /// Whether a seat could be given to somebody: they may come, there is one that is not kept for others, and no quota of
    /// theirs is full.
    pub(super) fn fits(&self, booking: &Booking) -> bool {
        let binding = || self.rules.binding(self.now.date());
        let of_group = |quota: &Quota| self.held().filter(|held| quota.is_for(held)).count();
        let full =
            |quota: &Quota| quota.most.is_some_and(|most| of_group(quota) >= usize::from(most));
        let kept = |quota: &Quota| usize::from(quota.least).saturating_sub(of_group(quota));
        let kept_for_others: usize =
            binding().filter(|quota| !quota.is_for(booking)).map(kept).sum();
        booking.may_come
            && self.free() > kept_for_others
            && !binding().any(|quota| quota.is_for(booking) && full(quota))
    }

    /// Whether the seat of an offer is somebody else's by now: a clock that is ahead of this one saw the offer lapse, and more
    /// seats are held than there are.
    pub(super) fn is_passed_on(&self, offer: &Booking) -> bool {
        let own = |quota: &&Quota| quota.is_for(offer);
        self.held().count() > usize::from(self.rules.capacity)
            || self
                .rules
                .binding(self.now.date())
                .filter(own)
                .any(|quota| quota.excess(self.held()) > 0)
    }
}

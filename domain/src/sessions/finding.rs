//! Finding a time: when a session could be, by who leads it and their protected time, when invited teams let their people go, and
//! what those have booked.

pub mod forms; // over which days
pub mod gaps; // who lacks what it builds, in numbers
#[cfg(test)]
mod tests; // hours, who is free, what comes first
pub mod views; // what pages show

use super::times::Slot;
use super::working_time::open_on;
use crate::dates::days_after;
use crate::protected_time::allocation::Allocation;
use crate::protected_time::ledger::Spent;
use crate::protected_time::shortfall::{Lack, lack};
use crate::refusal::Refusal;
use crate::release::Release;
use crate::release::windows::Protection;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use std::cmp::Reverse;

/// How many times are found at most.
pub const BEST_MOST: usize = 10;
/// From one possible start to the next.
const STEP: TimeDelta = TimeDelta::minutes(30);

/// From the first day to the last, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Days {
    pub fn each(self) -> impl Iterator<Item = NaiveDate> {
        let many = self.last.signed_duration_since(self.first).num_days();
        (0..=many).map(move |ahead| days_after(self.first, ahead))
    }

    /// Whether a time is one of those that are offered, and still to come.
    ///
    /// # Errors
    /// Refuses every other.
    pub fn offers(slot: Slot, now: NaiveDateTime) -> Result<(), Refusal> {
        let day = Self { first: slot.starts.date(), last: slot.starts.date() };
        if slot.starts > now && day.slots(slot.minutes).contains(&slot) {
            return Ok(());
        }
        Err(Refusal::rule("no-such-time", "Choose a time from the list."))
    }

    /// Every time at which a session of this length lies within working hours, in order: on the hour and the half hour, from Monday
    /// to Friday, without the bank holidays of England. None where it is longer than a working day.
    pub fn slots(self, minutes: u32) -> Vec<Slot> {
        let of_day = |day: NaiveDate| {
            let (opens, closes) = open_on(day)?;
            let starts = std::iter::successors(Some(opens), |at| at.checked_add_signed(STEP));
            let slots = starts.map(move |starts| Slot { starts, minutes });
            Some(slots.take_while(move |slot| slot.ends() <= closes))
        };
        self.each().filter_map(of_day).flatten().collect()
    }
}

/// The time of somebody on record who leads the session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeadTime {
    /// When they are taken.
    pub busy: Vec<Slot>,
    /// What they were promised, and what of it is taken up in the years of the days that are looked at.
    pub promised: Vec<Allocation>,
    pub spent: Vec<Spent>,
}

/// Somebody of an invited team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The position of their team.
    pub team: usize,
    /// When they are taken: other sessions, and whole days on which they have no post there.
    pub busy: Vec<Slot>,
    /// Whether they lead it: no seat is for them, but their gaps count, or naming somebody as a lead would tell theirs.
    pub leads: bool,
    /// The positions of the outcomes in which they have a gap; none where the asker sees no gap counts of their team.
    pub gaps: Vec<usize>,
}

/// What a search looks at.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// In the order of the session's.
    pub leads: &'a [LeadTime],
    pub people: &'a [Invited],
    /// What each invited team says of its release.
    pub teams: &'a [Release],
}

/// A time, with who could come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub slot: Slot,
    /// The positions of leads who are taken.
    pub leads_taken: Vec<usize>,
    /// The positions of leads whose protected time does not cover it, and what it lacks.
    pub lacking: Vec<(usize, Lack)>,
    /// How many people of the invited teams could come.
    pub could_come: usize,
    /// How many of them in their team's protected time.
    pub protected: usize,
    /// The positions of the teams in whose protected time it lies.
    pub protected_of: Vec<usize>,
}

impl Around<'_> {
    /// The best of some times, which do not overlap: those that most leads can make first, then those that lie within the
    /// protected time of most leads; then by how many people could come in protected time, by how many could come at all, and the
    /// earliest.
    pub fn best(self, slots: Vec<Slot>) -> Vec<Found> {
        let mut all: Vec<Found> = slots.into_iter().map(|slot| self.look_at(slot)).collect();
        all.sort_by_key(Found::rank);
        let mut best: Vec<Found> = Vec::new();
        for found in all {
            if best.len() == BEST_MOST {
                break;
            }
            if !best.iter().any(|other| other.slot.overlaps(&found.slot)) {
                best.push(found);
            }
        }
        best
    }

    fn look_at(&self, slot: Slot) -> Found {
        let leads = || self.leads.iter().enumerate();
        let taken = leads().filter(|(_, lead)| is_taken(&lead.busy, slot));
        let lacks =
            |(at, lead): (usize, &LeadTime)| Some((at, lack(&lead.promised, &lead.spent, slot)?));
        let teams = self.teams.iter().enumerate();
        let inside = teams.filter(|(_, team)| team.protection(slot) == Protection::Inside);
        let protected_of: Vec<usize> = inside.map(|(at, _)| at).collect();
        let free: Vec<&Invited> = self.who_could_come(slot).collect();
        Found {
            slot,
            leads_taken: taken.map(|(at, _)| at).collect(),
            lacking: leads().filter_map(lacks).collect(),
            could_come: free.len(),
            protected: free.iter().filter(|person| protected_of.contains(&person.team)).count(),
            protected_of,
        }
    }

    fn who_could_come(&self, slot: Slot) -> impl Iterator<Item = &Invited> {
        self.not_taken(slot).filter(|person| !person.leads)
    }

    fn not_taken(&self, slot: Slot) -> impl Iterator<Item = &Invited> {
        self.people.iter().filter(move |person| !is_taken(&person.busy, slot))
    }
}

fn is_taken(busy: &[Slot], slot: Slot) -> bool {
    busy.iter().any(|other| other.overlaps(&slot))
}

impl Found {
    /// What comes first has the smallest.
    fn rank(&self) -> (usize, usize, Reverse<usize>, Reverse<usize>, NaiveDateTime) {
        let (protected, could_come) = (Reverse(self.protected), Reverse(self.could_come));
        let (taken, lacking) = (self.leads_taken.len(), self.lacking.len());
        (taken, lacking, protected, could_come, self.slot.starts)
    }
}

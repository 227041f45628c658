//! What somebody has of a series: the rule, the dates in which they have no part, and those that differ from the rest.
//!
//! It is told whole, with its rule, even where they have a single session of it. What a calendar makes of an occurrence whose rule it
//! was never told differs from one to the next, and some keep it when the rule comes later.

use super::entry::{Appointment, Part, described};
use crate::ids::SessionSeriesId;
use crate::sessions::series::Recurrence;
use crate::sessions::times::Slot;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// A series as one person's calendar holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Where a session was repeated also the id of that one: it stood in calendars under it before.
    pub id: SessionSeriesId,
    pub rule: Recurrence,
    /// The first of its sessions as the rule has it: the others are counted from it.
    pub first: Slot,
    /// What it is called, for whoever has nothing in it any more.
    pub title: String,
    /// The sessions that they have a part in, each by when the rule has it begin (`RECURRENCE-ID`): civil time in London.
    pub appointments: BTreeMap<NaiveDateTime, Appointment>,
}

/// What most of somebody's sessions of a series are alike in: it stands beside the rule, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Usual<'a> {
    pub title: &'a str,
    pub place: &'a str,
    link: Option<&'a str>,
    minutes: u32,
    pub part: Part,
}

impl<'a> Usual<'a> {
    fn of(one: &'a Appointment) -> Self {
        Self {
            title: &one.title,
            place: &one.place,
            link: one.link.as_deref(),
            minutes: one.slot.minutes,
            part: one.part,
        }
    }

    /// The first session of the rule, as long as most of them.
    pub fn slot(&self, first: Slot) -> Slot {
        Slot { minutes: self.minutes, ..first }
    }

    /// What stands in the entry below the rule.
    pub fn description(&self, page: &str) -> String {
        let about = match self.part {
            Part::Seat => {
                "Removing this from your calendar does not give up your seats. If you cannot come to one of these sessions, give your seat up at"
            }
            Part::Offer => "Seats are offered to you. Each is yours once you accept it at",
            Part::Lead => {
                "You lead these sessions. Removing this from your calendar does not change that. Read more at"
            }
        };
        described(self.link, about, page)
    }
}

impl Series {
    /// What most of their sessions are alike in; of two kinds that are as many, that of the earliest. None where they have nothing.
    pub(super) fn usual(&self) -> Option<Usual<'_>> {
        let mut counted: BTreeMap<Usual<'_>, usize> = BTreeMap::new();
        for one in self.appointments.values() {
            *counted.entry(Usual::of(one)).or_default() += 1;
        }
        let most = counted.values().copied().max()?;
        let mut kinds = self.appointments.values().map(Usual::of);
        kinds.find(|kind| counted.get(kind) == Some(&most))
    }

    /// When the rule has those begin in which they have no part: left out, cancelled, or not theirs.
    pub(super) fn without(&self) -> impl Iterator<Item = NaiveDateTime> {
        let starts = self.rule.starts(self.first.starts).into_iter();
        starts.filter(|start| !self.appointments.contains_key(start))
    }

    /// Those that were moved, or differ from what is usual.
    pub(super) fn apart(
        &self,
        usual: Usual<'_>,
    ) -> impl Iterator<Item = (NaiveDateTime, &Appointment)> {
        let own = self.appointments.iter().map(|(start, one)| (*start, one));
        own.filter(move |(start, one)| one.slot.starts != *start || Usual::of(one) != usual)
    }

    /// The page of the series.
    pub(super) fn page(&self, base_url: &str) -> String {
        format!("{base_url}/sessions/series/{}", self.id)
    }
}

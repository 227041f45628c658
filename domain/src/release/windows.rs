//! The times at which a team lets its people go: weekly or every second week, with days on which it does not.

use super::{DayOfWeek, Release};
use crate::dates::{days_after, spoken, spoken_time};
use crate::ids::ReleaseWindowId;
use crate::sessions::times::Slot;
use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A time that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub id: ReleaseWindowId,
    /// The first day on which it holds; it comes back on the same day of the week.
    pub first: NaiveDate,
    /// 1 or 2.
    pub every_weeks: u8,
    pub last: Option<NaiveDate>,
    /// Civil time in London, on one day.
    pub from: NaiveTime,
    pub to: NaiveTime,
}

/// Whether a session lies in the time that a team keeps for learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Protection {
    /// The team has named no windows, so nothing is known.
    Unknown,
    Inside,
    Outside,
}

impl Window {
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        let ahead = day.signed_duration_since(self.first).num_days();
        let over = self.last.is_some_and(|last| last < day);
        ahead >= 0 && !over && ahead % (7 * i64::from(self.every_weeks.max(1))) == 0
    }

    /// `Every Wednesday, 1pm to 5pm`; `Every second Wednesday from 4 November 2026, 1pm to 5pm, until 31 March 2027`.
    pub fn words(&self, today: NaiveDate) -> String {
        let day = DayOfWeek::of(self.first.weekday()).label();
        let every = match (self.every_weeks, self.first > today) {
            (1, false) => format!("Every {day}"),
            (1, true) => format!("Every {day} from {}", spoken(self.first)),
            _ => format!("Every second {day} from {}", spoken(self.first)),
        };
        let until = self.last.map(|last| format!(", until {}", spoken(last))).unwrap_or_default();
        format!("{every}, {} to {}{until}", spoken_time(self.from), spoken_time(self.to))
    }
}

/// The first day from `day` on that is this day of the week.
pub fn first_from(day: NaiveDate, weekday: DayOfWeek) -> NaiveDate {
    let is_it = |ahead: &i64| DayOfWeek::of(days_after(day, *ahead).weekday()) == weekday;
    (0..7).find(is_it).map_or(day, |ahead| days_after(day, ahead))
}

impl Release {
    /// Whether the whole of a session lies in windows of its day; several that follow each other count as one.
    pub fn protection(&self, slot: Slot) -> Protection {
        if self.windows.is_empty() {
            return Protection::Unknown;
        }
        let day = slot.starts.date();
        let holds = |window: &&Window| window.holds_on(day) && !self.exceptions.contains(&day);
        let mut open: Vec<(NaiveTime, NaiveTime)> =
            self.windows.iter().filter(holds).map(|window| (window.from, window.to)).collect();
        open.sort_unstable();
        let reached = open.iter().fold(slot.starts, |reached, (from, to)| {
            if day.and_time(*from) <= reached { reached.max(day.and_time(*to)) } else { reached }
        });
        if reached >= slot.ends() { Protection::Inside } else { Protection::Outside }
    }
}

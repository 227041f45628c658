//! What a forecast says of one row, and what is behind it: parts that sum.

use crate::coverage::row::{tenths, whole_percent};
use serde::{Deserialize, Serialize};

/// Pairs of person and competency: asked, and met by confirmed level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairs {
    pub requirements: u32,
    pub met: u32,
}

impl Pairs {
    /// Requirements met in whole percent, half up; none where nothing is asked.
    pub fn percent(self) -> Option<u32> {
        whole_percent(self.met, self.requirements)
    }

    /// The same in tenths of a percent, half up.
    pub(super) fn tenths(self) -> Option<u64> {
        tenths(self.met, self.requirements)
    }

    pub(super) const fn add(&mut self, other: Self) {
        self.requirements += other.requirements;
        self.met += other.met;
    }
}

/// Why a figure may be another one on the day that a forecast looks at. What is known is told first, in the order in which it is
/// counted; then what is hoped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// What is asked of people: another role, other requirements, another framework version.
    Changed,
    /// Posts that end in the row, and people who leave.
    Leavers,
    /// People who begin to be away.
    Absences,
    /// Posts that begin in the row, and people who start.
    Joiners,
    /// People who are away no more.
    Returns,
    /// Confirmations that run out, of whoever is there then.
    Expiries,
    /// Open requests, as if each were confirmed.
    Requests,
    /// Seats that are booked or offered, as if what the session can show were confirmed.
    Seats,
}

/// What one cause does to a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// How many people it is about; of expiries how many confirmations, of requests and seats how many of these.
    pub count: u32,
    /// How many more requirements there are; fewer where it is negative.
    pub requirements: i32,
    /// How many more of them are met.
    pub met: i32,
}

/// Every cause with what it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Causes {
    pub changed: Shift,
    pub leavers: Shift,
    pub absences: Shift,
    pub joiners: Shift,
    pub returns: Shift,
    pub expiries: Shift,
    pub requests: Shift,
    pub seats: Shift,
}

/// One row: as at the day from which it looks, and at the least and at the most on the day that it looks at.
///
/// `today`, and all shifts but those of requests and seats, sum to `low`; with these two they sum to `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forecast {
    pub today: Pairs,
    pub low: Pairs,
    pub high: Pairs,
    pub causes: Causes,
}

impl Forecast {
    /// How far requirements met fall from today to the low end, in tenths of a percentage point; 0 where they do not. Where
    /// nobody is asked anything any more, nobody meets anything.
    pub fn fall(&self) -> u64 {
        let share = |pairs: Pairs| pairs.tenths().unwrap_or_default();
        share(self.today).saturating_sub(share(self.low))
    }

    /// How many requirements fewer are met at the low end.
    pub const fn lost(&self) -> u32 {
        self.today.met.saturating_sub(self.low.met)
    }

    pub(super) const fn asks_anything(&self) -> bool {
        self.today.requirements > 0 || self.low.requirements > 0
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.today.add(other.today);
        self.low.add(other.low);
        self.high.add(other.high);
        self.causes.add(&other.causes);
    }
}

impl Causes {
    pub(super) const fn of(&mut self, cause: Cause) -> &mut Shift {
        match cause {
            Cause::Changed => &mut self.changed,
            Cause::Leavers => &mut self.leavers,
            Cause::Absences => &mut self.absences,
            Cause::Joiners => &mut self.joiners,
            Cause::Returns => &mut self.returns,
            Cause::Expiries => &mut self.expiries,
            Cause::Requests => &mut self.requests,
            Cause::Seats => &mut self.seats,
        }
    }

    /// What a cause does to the pairs of one person.
    pub(super) fn shift(&mut self, cause: Cause, from: Pairs, to: Pairs) {
        let count = match cause {
            Cause::Expiries => from.met.saturating_sub(to.met),
            // They are counted as such: one may change nothing.
            Cause::Requests | Cause::Seats => 0,
            _ => 1,
        };
        let (requirements, met) =
            (more(from.requirements, to.requirements), more(from.met, to.met));
        self.of(cause).add(&Shift { count, requirements, met });
    }

    fn add(&mut self, other: &Self) {
        self.changed.add(&other.changed);
        self.leavers.add(&other.leavers);
        self.absences.add(&other.absences);
        self.joiners.add(&other.joiners);
        self.returns.add(&other.returns);
        self.expiries.add(&other.expiries);
        self.requests.add(&other.requests);
        self.seats.add(&other.seats);
    }
}

impl Shift {
    const fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.requirements += other.requirements;
        self.met += other.met;
    }
}

/// How many more `to` is. One person's pairs are few.
fn more(from: u32, to: u32) -> i32 {
    let signed = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    signed(to) - signed(from)
}

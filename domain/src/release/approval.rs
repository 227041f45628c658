//! When a booking waits for the team manager, and when also for the deputy (rules, section 5, *Release*).

use super::Release;
use crate::sessions::working_time::{self, HOURS_A_DAY};
use chrono::{NaiveDateTime, TimeDelta};

/// How long a team manager has to answer before the deputy may: three working days.
const TO_ANSWER: TimeDelta = TimeDelta::hours(3 * HOURS_A_DAY);

impl Release {
    /// How many of a profession the team keeps at least; none where it says nothing of them.
    pub fn least_of(&self, profession: Option<&str>) -> Option<u16> {
        let minimum = self.minimums.iter().find(|one| Some(one.profession.as_str()) == profession);
        minimum.map(|minimum| minimum.least)
    }

    /// Whether a booking waits for the team manager: because all of them do, or because it would leave too few.
    pub fn waits_for_approval(&self, profession: Option<&str>, present: usize) -> bool {
        self.asks_approval || self.leaves_too_few(profession, present)
    }

    /// Whether a booking would leave fewer of the booker's profession in the team than it keeps. `present` are those of the
    /// profession with a post in the team that day who are in no session then, the booker among them.
    pub fn leaves_too_few(&self, profession: Option<&str>, present: usize) -> bool {
        self.can_go(profession, present) == Some(0)
    }

    /// How many of a profession can go together before fewer stay than the team keeps, of so many who are `present`; none where it
    /// says nothing of them.
    pub fn can_go(&self, profession: Option<&str>, present: usize) -> Option<usize> {
        self.least_of(profession).map(|least| present.saturating_sub(usize::from(least)))
    }
}

/// Whether a request that was made at `asked` has waited so long that it is the deputy's too.
pub fn is_the_deputys(asked: NaiveDateTime, now: NaiveDateTime) -> bool {
    working_time::lies_between(asked, now, TO_ANSWER)
}

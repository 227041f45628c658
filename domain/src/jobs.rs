//! What Esteem does by itself, and when: a job is a line here, its schedule, and its work in `services::jobs`.

use chrono::{Datelike, Days, DurationRound, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

crate::macros::codes! {
    /// Work that is done by itself, once for the whole installation.
    Job, "job" {
        WeeklyDigests "weekly_digests" "Making the weekly digests",
        TidyOutbox "tidy_outbox" "Forgetting mail that is long done with",
        GiveOutSeats "give_out_seats" "Giving seats that have become free to those who wait",
        SessionReminders "session_reminders" "Reminding people of sessions, and asking those who came for feedback",
        ScheduledReturns "scheduled_returns" "Preparing the returns of places where that is to happen by itself",
    }
}

/// When a job is due, by clocks in London.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// At every full hour.
    Hourly,
    /// Every day at this hour.
    Daily(u32),
    /// Once a week, on this day at this hour.
    Weekly(Weekday, u32),
}

impl Job {
    /// When it is due. Mail is there when people come to work on Monday.
    pub const fn schedule(self) -> Schedule {
        match self {
            Self::WeeklyDigests => Schedule::Weekly(Weekday::Mon, 7),
            Self::TidyOutbox => Schedule::Daily(3),
            Self::SessionReminders => Schedule::Daily(7),
            // On the first day after a quarter, before people come to work; on any other it finds nothing to do, or makes up for what was missed.
            Self::ScheduledReturns => Schedule::Daily(5),
            // An offer holds for working days: an hour sooner or later is no matter.
            Self::GiveOutSeats => Schedule::Hourly,
        }
    }
}

impl Schedule {
    /// The next time it is due after `moment`, both civil time in London. Times that passed meanwhile are not made up
    /// for: a job that was missed for three weeks runs once.
    pub fn next_after(self, moment: NaiveDateTime) -> NaiveDateTime {
        let (hour, on) = match self {
            Self::Hourly => {
                let full = moment.duration_trunc(TimeDelta::hours(1)).unwrap_or(moment);
                return full + TimeDelta::hours(1);
            }
            Self::Daily(hour) => (hour, None),
            Self::Weekly(day, hour) => (hour, Some(day)),
        };
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let days = (0..=7).filter_map(|ahead| moment.date().checked_add_days(Days::new(ahead)));
        let days = days.filter(|day| on.is_none_or(|on| day.weekday() == on));
        days.map(|day| day.and_time(time)).find(|due| *due > moment).unwrap_or(NaiveDateTime::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn the_next_time_is_after_this_moment_and_on_the_right_day() {
        let mondays = Schedule::Weekly(Weekday::Mon, 7);
        let table = [
            (mondays, "2026-11-02T06:59:59", "2026-11-02T07:00:00"),
            (mondays, "2026-11-02T07:00:00", "2026-11-09T07:00:00"),
            (mondays, "2026-11-04T12:00:00", "2026-11-09T07:00:00"),
            (mondays, "2026-12-31T12:00:00", "2027-01-04T07:00:00"),
            (Schedule::Daily(3), "2026-11-02T02:00:00", "2026-11-02T03:00:00"),
            (Schedule::Daily(3), "2026-11-02T03:00:00", "2026-11-03T03:00:00"),
            (Schedule::Hourly, "2026-11-02T03:00:00", "2026-11-02T04:00:00"),
            (Schedule::Hourly, "2026-11-02T23:59:59", "2026-11-03T00:00:00"),
        ];
        for (schedule, moment, due) in table {
            assert_eq!(schedule.next_after(at(moment)), at(due), "{schedule:?} after {moment}");
        }
    }

    #[test]
    fn every_job_is_due_within_a_week() {
        let now = at("2026-11-04T12:00:00");
        for job in Job::ALL {
            assert!(job.schedule().next_after(now) <= at("2026-11-11T12:00:00"), "{job}");
        }
    }
}

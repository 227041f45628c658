//! The one place that reads the time; everything else is given it as a value.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::London;

/// The real clock, with the date the rules call today where a demonstration or a test fixes it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    today: Option<NaiveDate>,
}

impl Clock {
    /// `today` is what `ESTEEM_TODAY` says; sign-ins, expiry and `recorded_at` keep the real clock.
    pub const fn new(today: Option<NaiveDate>) -> Self {
        Self { today }
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub fn now(self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The civil date in London.
    pub fn today(self) -> NaiveDate {
        self.today.unwrap_or_else(|| self.now().with_timezone(&London).date_naive())
    }
}

/// The moment as clocks in London show it, for pages.
pub(crate) fn in_london(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.with_timezone(&London).naive_local()
}

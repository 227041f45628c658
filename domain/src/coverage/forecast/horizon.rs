//! How far a forecast looks, and from when.

use crate::dates::days_after;
use crate::fields::FieldErrors;
use crate::macros::codes;
use chrono::NaiveDate;

codes! {
    /// How many days a forecast looks ahead (rules, section 4).
    Horizon, "number of days" {
        Thirty "30" "30 days",
        Ninety "90" "90 days",
        OneHundredAndEighty "180" "180 days",
    }
}

impl Horizon {
    /// The furthest that any forecast looks.
    pub const FURTHEST: Self = Self::OneHundredAndEighty;

    pub const fn days(self) -> i64 {
        match self {
            Self::Thirty => 30,
            Self::Ninety => 90,
            Self::OneHundredAndEighty => 180,
        }
    }

    /// The day that it reaches from `day` on.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        days_after(day, self.days())
    }
}

/// Whether a forecast can look ahead from `day`: it says what follows from what is known, and nothing is known of a day to come.
///
/// # Errors
/// Returns a message for `as_at` where the day is after `today`.
pub fn looks_from(day: NaiveDate, today: NaiveDate) -> Result<(), FieldErrors> {
    if day <= today {
        return Ok(());
    }
    let message = "Enter today’s date or an earlier one as the day to look ahead from";
    Err(FieldErrors::one("as_at", message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forecast_reaches_so_many_days_ahead_and_begins_on_no_day_to_come() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let reached = Horizon::ALL.iter().map(|horizon| horizon.after(day("2026-11-02")));
        assert!(reached.eq(["2026-12-02", "2027-01-31", "2027-05-01"].map(day)));
        for horizon in Horizon::ALL {
            assert_eq!(horizon.code(), horizon.days().to_string());
            assert!(*horizon <= Horizon::FURTHEST);
        }
        let today = day("2026-11-02");
        assert!(looks_from(today, today).is_ok() && looks_from(day("2026-01-01"), today).is_ok());
        assert!(looks_from(day("2026-11-03"), today).unwrap_err().of("as_at").is_some());
    }
}

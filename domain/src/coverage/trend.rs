//! How a figure went over two years, month by month, and against a target.

use super::row::tenths;
use super::views::{Figure, Heading, Surroundings};
use crate::dates::months_before;
use crate::fields::FieldErrors;
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many months a trend goes back.
pub const MONTHS: usize = 24;
/// How many days it tells: a month apart, the first and the last among them.
pub const DAYS: usize = MONTHS + 1;

codes! {
    /// On what requirements count as met in one line of a trend; all are shares of what is asked.
    Basis, "basis" {
        Confirmed "confirmed" "Requirements met",
        Recognised "recognised" "By recognition",
        SelfAssessed "self_assessed" "By own assessment",
        Assessed "assessed" "Assessed at all",
    }
}

impl Basis {
    /// The part and the whole. Give it a figure in pairs of person and competency, of which all four are parts alike.
    pub const fn of(self, figure: &Figure) -> (u32, u32) {
        let part = match self {
            Self::Confirmed => figure.requirements_met,
            Self::Recognised => figure.recognised,
            Self::SelfAssessed => figure.self_assessed,
            Self::Assessed => figure.assessed,
        };
        (part, figure.requirements)
    }

    /// In tenths of a percent, half up; none where nothing is asked.
    pub fn share(self, figure: &Figure) -> Option<u32> {
        let (part, whole) = self.of(figure);
        tenths(part, whole).and_then(|share| u32::try_from(share).ok())
    }
}

/// The days of a trend that ends on `until`, the first first. A day past the end of a month becomes its last.
pub fn days_until(until: NaiveDate) -> [NaiveDate; DAYS] {
    let mut back = (0_u32..).map(|months| months_before(until, months));
    let mut days = [until; DAYS];
    for day in days.iter_mut().rev() {
        *day = back.next().unwrap_or(until);
    }
    days
}

/// Whether a trend can end on `day`: it tells of days that were.
///
/// # Errors
/// Returns a message for `as_at` where the day is after `today`.
pub fn ends_on(day: NaiveDate, today: NaiveDate) -> Result<(), FieldErrors> {
    if day <= today {
        return Ok(());
    }
    let message =
        "Enter today’s date or an earlier one as the last day. The forecast tells of days to come";
    Err(FieldErrors::one("as_at", message))
}

/// A target as it is typed: whole percent of requirements met, or blank for none.
///
/// # Errors
/// Returns the message for the field.
pub fn target(text: &str) -> Result<Option<u8>, String> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let found = text.parse::<u8>().ok().filter(|percent| (1..=100).contains(percent));
    let message = || "Enter the target as a whole number from 1 to 100, for example 80".to_owned();
    found.map(Some).ok_or_else(message)
}

/// How what is confirmed stands against a target in whole percent: `Reached`, `12.7 points short`; none where nothing is asked.
pub fn against(target: u8, figure: &Figure) -> Option<String> {
    let short = (u32::from(target) * 10).saturating_sub(Basis::Confirmed.share(figure)?);
    Some(match short {
        0 => "Reached".to_owned(),
        short => format!("{}.{} points short", short / 10, short % 10),
    })
}

/// One day of a trend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    pub day: NaiveDate,
    /// In pairs of person and competency; none where nothing was asked.
    pub figure: Option<Figure>,
}

/// The trend page: one unit and one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPage {
    pub as_at: NaiveDate,
    pub around: Surroundings,
    /// A domain or a competency; none where it is everything asked.
    pub item: Option<Heading>,
    /// The code of the domain that the item is, or lies in.
    pub domain: Option<String>,
    /// What it could be.
    pub domains: Vec<Heading>,
    pub competencies: Vec<Heading>,
    /// The first day first.
    pub points: Vec<TrendPoint>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_trend_has_a_day_in_each_month_and_ends_on_its_last() {
        let days = days_until(day("2026-03-31"));
        assert_eq!((days[0], days[24]), (day("2024-03-31"), day("2026-03-31")));
        assert_eq!(days[23], day("2026-02-28"), "the last day of a shorter month");
        assert_eq!(days[22], day("2026-01-31"), "counted from the end, so it is no 28th");
        assert!(days.is_sorted_by(|earlier, later| earlier < later));
    }

    #[test]
    fn it_ends_on_no_day_to_come() {
        let today = day("2026-11-02");
        assert!(ends_on(today, today).is_ok() && ends_on(day("2020-01-01"), today).is_ok());
        assert!(ends_on(day("2026-11-03"), today).unwrap_err().of("as_at").is_some());
    }

    #[test]
    fn a_target_is_a_whole_percentage() {
        let read = ["80", " 80 % ", "100", "1", "", "  "].map(target);
        let wanted = [Some(80), Some(80), Some(100), Some(1), None, None];
        assert_eq!(read, wanted.map(Ok));
        for wrong in ["0", "101", "80.5", "most", "-5", "%5"] {
            assert!(target(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_distance_to_a_target_is_that_of_the_shown_share() {
        let of =
            |met, all| Figure { requirements_met: met, requirements: all, ..Figure::default() };
        // 2 of 3 is 66.7%.
        assert_eq!(against(80, &of(2, 3)).as_deref(), Some("13.3 points short"));
        assert_eq!(against(80, &of(4, 5)).as_deref(), Some("Reached"));
        assert_eq!(against(80, &of(5, 5)).as_deref(), Some("Reached"));
        assert_eq!(against(80, &of(0, 0)), None);
    }

    #[test]
    fn each_line_is_a_part_of_what_is_asked() {
        let figure = Figure {
            requirements: 10,
            requirements_met: 5,
            recognised: 2,
            self_assessed: 7,
            assessed: 9,
            ..Figure::default()
        };
        let shares = Basis::ALL.iter().map(|basis| basis.share(&figure));
        assert!(shares.eq([500, 200, 700, 900].map(Some)));
        assert_eq!(Basis::Assessed.share(&Figure::default()), None);
    }
}

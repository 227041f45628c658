//! What a team's release says of a session, to whoever plans it and whoever books it: warnings, never refusals.

use super::Release;
use super::windows::Protection;
use crate::dates::days_after;
use crate::figures::counted;
use crate::sessions::times::Slot;
use chrono::NaiveDate;

impl Release {
    /// Whether a day is nearer than the team wants to know of it.
    pub fn is_short_notice(&self, day: NaiveDate, today: NaiveDate) -> bool {
        day < days_after(today, i64::from(self.notice_weeks) * 7)
    }

    /// What to tell of a session: that it is not in the team's protected time, and that it is nearer than its notice.
    pub fn warnings(&self, team: &str, slot: Slot, today: NaiveDate) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.protection(slot) == Protection::Outside {
            warnings.push(format!("This session is not in the protected time of {team}."));
        }
        let day = slot.starts.date();
        if self.is_short_notice(day, today) {
            let weeks = counted(usize::from(self.notice_weeks), "week", "weeks");
            let ahead = ahead(day, today);
            warnings.push(format!("{team} asks for notice of {weeks}. This session is {ahead}."));
        }
        warnings
    }
}

/// `5 weeks ahead`; under two weeks, `10 days ahead`.
fn ahead(day: NaiveDate, today: NaiveDate) -> String {
    let days = usize::try_from(day.signed_duration_since(today).num_days()).unwrap_or_default();
    match days {
        0 => "today".to_owned(),
        1..14 => format!("{} ahead", counted(days, "day", "days")),
        days => format!("{} ahead", counted(days / 7, "week", "weeks")),
    }
}

//! What the lead chooses: how many acts a year are enough for one assessor, and how many people a session has.

use super::Plan;
use chrono::NaiveDate;

/// Two acts a week.
pub const MOST_ACTS: u32 = 100;
/// A session of a small team.
pub const AT_REGISTER: u32 = 10;
/// More than anybody does in a year.
const LIMIT: u32 = 10_000;

impl Plan {
    /// A plan from what stands in an address: what is blank, or no number that could be meant, is as if it were not there.
    pub fn read(most: &str, at_register: &str, day: NaiveDate) -> Self {
        let number = |text: &str, otherwise: u32| {
            let number = text.trim().parse().ok().filter(|n| (1..=LIMIT).contains(n));
            number.unwrap_or(otherwise)
        };
        Self { day, most: number(most, MOST_ACTS), at_register: number(at_register, AT_REGISTER) }
    }
}

//! The fewest people and professions that a session asks for: told to whoever teaches it while there is time to do something
//! about it. Nothing is cancelled by itself.

use crate::dates::days_after;
use crate::figures::counted;
use chrono::NaiveDateTime;

/// From how many days before the session on whoever teaches it is told of what it lacks.
pub const TOLD_DAYS_BEFORE: i64 = 14;
/// The most professions that a session can ask for.
pub const PROFESSIONS_MOST: u16 = 20;

/// What a session asks for at least; nothing where none is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeastNumbers {
    /// How many people with a seat.
    pub people: Option<u16>,
    /// How many professions among those who have a seat and those who lead.
    pub professions: Option<u16>,
}

impl LeastNumbers {
    /// What is asked, in words; none where nothing is.
    pub fn words(self) -> Option<String> {
        let words = self.parts();
        (!words.is_empty()).then(|| format!("At least {}", words.join(" and ")))
    }

    /// What is missing of it with these people and professions; none where nothing is.
    pub fn lacking(self, people: usize, professions: usize) -> Option<String> {
        let left = Self {
            people: self.people.map(|least| missing(least, people)),
            professions: self.professions.map(|least| missing(least, professions)),
        };
        let words = left.parts();
        (!words.is_empty()).then(|| format!("{} more needed", words.join(" and ")))
    }

    /// Whether whoever teaches it is told at this moment of what it lacks: in the two weeks before it starts.
    pub fn are_looked_at(self, starts: NaiveDateTime, now: NaiveDateTime) -> bool {
        self != Self::default()
            && now < starts
            && starts.date() <= days_after(now.date(), TOLD_DAYS_BEFORE)
    }

    /// Each number that is not 0, in words.
    fn parts(self) -> Vec<String> {
        let named = |number: Option<u16>, one, several| {
            let number = usize::from(number?);
            (number > 0).then(|| counted(number, one, several))
        };
        let people = named(self.people, "person", "people");
        let professions = named(self.professions, "profession", "professions");
        people.into_iter().chain(professions).collect()
    }
}

fn missing(least: u16, there_are: usize) -> u16 {
    least.saturating_sub(u16::try_from(there_are).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: LeastNumbers = LeastNumbers { people: Some(8), professions: Some(3) };

    #[test]
    fn what_is_asked_and_what_is_missing_stand_in_words() {
        assert_eq!(ASKED.words().as_deref(), Some("At least 8 people and 3 professions"));
        assert_eq!(LeastNumbers::default().words(), None);
        let table = [
            ((0, 0), Some("8 people and 3 professions more needed")),
            ((7, 3), Some("1 person more needed")),
            ((8, 2), Some("1 profession more needed")),
            ((8, 3), None),
            ((90_000, 4), None),
        ];
        for ((people, professions), expected) in table {
            assert_eq!(ASKED.lacking(people, professions).as_deref(), expected, "{people}");
        }
        assert_eq!(LeastNumbers::default().lacking(0, 0), None);
        let people = LeastNumbers { people: Some(2), professions: None };
        assert_eq!(people.lacking(0, 0).as_deref(), Some("2 people more needed"));
    }

    #[test]
    fn it_is_told_in_the_two_weeks_before_and_only_where_something_is_asked() {
        let at = |text: &str| -> NaiveDateTime { text.parse().unwrap() };
        let starts = at("2026-11-30T13:00:00");
        let table = [
            ("2026-11-15T23:59:00", false),
            ("2026-11-16T00:00:00", true),
            ("2026-11-30T12:59:59", true),
            ("2026-11-30T13:00:00", false),
        ];
        for (now, told) in table {
            assert_eq!(ASKED.are_looked_at(starts, at(now)), told, "{now}");
        }
        assert!(!LeastNumbers::default().are_looked_at(starts, at("2026-11-20T09:00:00")));
    }
}

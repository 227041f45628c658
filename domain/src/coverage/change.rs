//! How a figure differs from the same figure on another day.

use super::row::tenths;
use super::views::{Figure, Measure};
use crate::fields::FieldErrors;
use crate::figures::{counted, grouped};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// A figure against the same one *then*: on the day with which it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// In tenths of a percentage point, negative where it fell: the difference of the two shares as they are shown, with one
    /// decimal each, so that whoever holds both figures finds the same. None where either day has no share.
    pub points: Option<i64>,
    /// How many more people are asked something, each counted once; fewer where it is negative.
    pub people: i64,
}

impl Change {
    pub fn between(then: &Figure, now: &Figure, measure: Measure) -> Self {
        let points = share(now, measure).zip(share(then, measure)).map(|(now, then)| now - then);
        Self { points, people: i64::from(now.people) - i64::from(then.people) }
    }
}

/// A measure in tenths of a percent, half up.
fn share(figure: &Figure, measure: Measure) -> Option<i64> {
    let (part, whole) = figure.of(measure);
    tenths(part, whole).and_then(|share| i64::try_from(share).ok())
}

/// What stands under a figure that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// For the eye: `▲ 3.4`.
    pub mark: String,
    /// For whoever hears the page: `up 3.4 points from 63.3%`.
    pub words: String,
    /// `2 more people`, `1 person fewer`; nothing where as many are asked something.
    pub people: Option<String>,
}

impl Difference {
    /// Nothing where neither day has a share.
    pub fn between(then: Option<&Figure>, now: Option<&Figure>, measure: Measure) -> Option<Self> {
        let nobody = Figure::default();
        let (then, now) = (then.unwrap_or(&nobody), now.unwrap_or(&nobody));
        let change = Change::between(then, now, measure);
        let before = share(then, measure).map(decimal);
        let (mark, words) = match (change.points, before) {
            (Some(points), Some(before)) => {
                (mark(points), format!("{} from {before}%", moved(points)))
            }
            (_, Some(before)) => {
                (format!("was {before}%"), format!("nothing asked now, was {before}%"))
            }
            (_, None) => {
                share(now, measure)?;
                ("new".to_owned(), "nothing asked then".to_owned())
            }
        };
        Some(Self { mark, words, people: more_people(change.people) })
    }
}

/// A sign that needs no colour, and how far: `▲ 3.4`, `▼ 0.5`, `= 0.0`.
fn mark(points: i64) -> String {
    let sign = match points.cmp(&0) {
        Ordering::Greater => "▲",
        Ordering::Equal => "=",
        Ordering::Less => "▼",
    };
    format!("{sign} {}", decimal(points.abs()))
}

/// `up 3.4 points`, `down 0.5 points`, `no change`.
pub fn moved(points: i64) -> String {
    let way = match points.cmp(&0) {
        Ordering::Greater => "up",
        Ordering::Equal => return "no change".to_owned(),
        Ordering::Less => "down",
    };
    format!("{way} {} points", decimal(points.abs()))
}

fn decimal(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn more_people(people: i64) -> Option<String> {
    let many = usize::try_from(people.unsigned_abs()).unwrap_or(usize::MAX);
    match people.cmp(&0) {
        Ordering::Greater if many == 1 => Some("1 more person".to_owned()),
        Ordering::Greater => Some(format!("{} more people", grouped(many as u64))),
        Ordering::Equal => None,
        Ordering::Less => Some(format!("{} fewer", counted(many, "person", "people"))),
    }
}

/// Whether figures can be compared with those of `day`: a day to come is the forecast's.
///
/// # Errors
/// Returns a message for `compared_with` where the day is after `today`.
pub fn can_be_compared_with(day: NaiveDate, today: NaiveDate) -> Result<(), FieldErrors> {
    if day <= today {
        return Ok(());
    }
    let message =
        "Enter today’s date or an earlier one to compare with. The forecast tells of days to come";
    Err(FieldErrors::one("compared_with", message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::Counts;
    use proptest::prelude::*;

    const MEASURE: Measure = Measure::Requirements;

    fn figure(met: u32, requirements: u32, people: u32) -> Figure {
        Figure {
            requirements_met: met,
            requirements,
            required: people,
            people,
            ..Figure::default()
        }
    }

    #[test]
    fn points_are_the_difference_of_what_is_shown() {
        // 1 of 3 is 33.3%, 2 of 3 is 66.7%: 33.4 points apart, though a third is 33.3.
        let change = Change::between(&figure(1, 3, 3), &figure(2, 3, 3), MEASURE);
        assert_eq!(change, Change { points: Some(334), people: 0 });
        let fell = Change::between(&figure(10, 10, 5), &figure(0, 12, 6), MEASURE);
        assert_eq!(fell, Change { points: Some(-1000), people: 1 });
        let new = Change::between(&figure(0, 0, 0), &figure(1, 2, 2), MEASURE);
        assert_eq!(new, Change { points: None, people: 2 });
    }

    #[test]
    fn everything_asked_is_compared_in_people_too_though_its_other_counts_are_pairs() {
        // 40 people with 240 requirements then, 38 with 228 now: 2 people fewer, not 12.
        let all = |pairs, people| {
            Figure::from(Counts {
                requirements: pairs,
                requirements_met: pairs / 2,
                required: pairs,
                people,
                ..Counts::default()
            })
        };
        let (then, now) = (all(240, 40), all(228, 38));
        assert_eq!(Change::between(&then, &now, MEASURE).people, -2);
        let told = Difference::between(Some(&then), Some(&now), MEASURE).unwrap();
        assert_eq!(told.people.as_deref(), Some("2 people fewer"));
        // As many people of whom more is asked are neither more nor fewer.
        let told = Difference::between(Some(&then), Some(&all(480, 40)), MEASURE).unwrap();
        assert_eq!(told.people, None);
    }

    #[test]
    fn a_measure_is_compared_with_itself() {
        let then = Figure { required: 10, fully_met: 1, ..figure(5, 10, 10) };
        let now = Figure { required: 10, fully_met: 3, ..figure(5, 10, 10) };
        assert_eq!(Change::between(&then, &now, Measure::FullyMet).points, Some(200));
        assert_eq!(Change::between(&then, &now, Measure::Requirements).points, Some(0));
    }

    #[test]
    fn a_difference_has_a_sign_for_the_eye_and_words_for_the_ear() {
        let told = |then: (u32, u32, u32), now: (u32, u32, u32)| {
            let of = |(met, all, people)| figure(met, all, people);
            let told = Difference::between(Some(&of(then)), Some(&of(now)), MEASURE).unwrap();
            (told.mark, told.words, told.people)
        };
        let as_told = |mark: &str, words: &str, people: Option<&str>| {
            (mark.to_owned(), words.to_owned(), people.map(ToOwned::to_owned))
        };
        assert_eq!(
            told((1, 2, 2), (3, 4, 4)),
            as_told("▲ 25.0", "up 25.0 points from 50.0%", Some("2 more people"))
        );
        assert_eq!(
            told((1, 2, 2), (1, 1, 1)),
            as_told("▲ 50.0", "up 50.0 points from 50.0%", Some("1 person fewer"))
        );
        assert_eq!(
            told((3, 4, 1), (1, 2, 2)),
            as_told("▼ 25.0", "down 25.0 points from 75.0%", Some("1 more person"))
        );
        assert_eq!(told((1, 2, 2), (2, 4, 2)), as_told("= 0.0", "no change from 50.0%", None));
    }

    #[test]
    fn where_nothing_was_asked_there_is_no_difference_and_that_is_told() {
        let some = figure(1, 2, 1);
        let new = Difference::between(None, Some(&some), MEASURE).unwrap();
        assert_eq!((&*new.mark, &*new.words), ("new", "nothing asked then"));
        assert_eq!(new.people.as_deref(), Some("1 more person"));
        let gone = Difference::between(Some(&some), None, MEASURE).unwrap();
        assert_eq!((&*gone.mark, &*gone.words), ("was 50.0%", "nothing asked now, was 50.0%"));
        assert_eq!(Difference::between(None, None, MEASURE), None);
    }

    #[test]
    fn a_day_to_come_is_compared_with_nothing() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-02");
        assert!(can_be_compared_with(today, today).is_ok());
        assert!(
            can_be_compared_with(day("2026-11-03"), today)
                .unwrap_err()
                .of("compared_with")
                .is_some()
        );
    }

    proptest! {
        #[test]
        fn turned_round_a_difference_has_the_other_sign(
            (met, all) in (1u32..500).prop_flat_map(|all| (0..=all, Just(all))),
            (met_then, all_then) in (1u32..500).prop_flat_map(|all| (0..=all, Just(all))),
        ) {
            let (now, then) = (figure(met, all, all), figure(met_then, all_then, all_then));
            let forth = Change::between(&then, &now, MEASURE);
            let back = Change::between(&now, &then, MEASURE);
            prop_assert_eq!(forth.points.unwrap(), -back.points.unwrap());
            prop_assert_eq!(forth.people, -back.people);
            prop_assert!(forth.points.unwrap().abs() <= 1000);
            // Two shares of which one is clearly greater never change places by rounding.
            if u64::from(met) * u64::from(all_then) >= u64::from(met_then) * u64::from(all) {
                prop_assert!(forth.points.unwrap() >= 0);
            }
        }
    }
}

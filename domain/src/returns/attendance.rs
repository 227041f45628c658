//! People counted by attendance, beside earlier returns whose twelve months overlap: where few people have come to be counted or are
//! counted no more, the count is held (rules, section 6). What this keeps and what not: `docs/decisions/returns.md`.

use super::published::Frozen;
use super::sessions::{PublishedSession, SessionMeasure};
use super::shortfalls::{Need, NeedKind};
use crate::dates::Period;
use crate::disclosure::SMALL_MOST;
use crate::macros::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// Who is counted.
    Counted, "count of people by attendance" {
        Came "came" "Who came, of those with a seat",
        Waiting "waiting" "Who waits for a seat, of those who asked for one",
    }
}

/// How many people a published count is of. It is kept of those that say something of how many: not of those that are held here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAttendance {
    /// The code of the place.
    pub place: String,
    pub counted: Counted,
    pub period: Period,
    pub of: u32,
}

impl FrozenAttendance {
    /// Whether it may be told beside the earlier returns of its place. By how many it is of, which stands there whether it is held or
    /// not, and not by how many they are: so that it is held tells nothing.
    fn may_be_told(&self, earlier: &[Frozen]) -> bool {
        let tells_of_few = |then: &Self| {
            then.place == self.place
                && then.counted == self.counted
                && then.period.overlaps(&self.period)
                && (1..=SMALL_MOST).contains(&then.of.abs_diff(self.of))
        };
        !earlier.iter().flat_map(|frozen| &frozen.attendance).any(tells_of_few)
    }
}

/// Holds what would tell of few people beside the earlier returns of a place, and says what is to be kept of the rest. Needs are of
/// the period.
pub fn beside(
    (sessions, needs): (&mut [PublishedSession], &mut [Need]),
    period: Period,
    earlier: &[Frozen],
) -> Vec<FrozenAttendance> {
    let mut kept = Vec::new();
    for told in sessions.iter_mut().filter(|told| told.figure.measure == SessionMeasure::Attended) {
        let Some(of) = told.figure.of else { continue };
        let (place, period) = (told.figure.code.clone(), told.figure.period);
        let now = FrozenAttendance { place, counted: Counted::Came, period, of };
        match now.may_be_told(earlier) {
            true => kept.push(now),
            false => told.hold(),
        }
    }
    for need in needs.iter_mut().filter(|need| need.kind == NeedKind::WaitingList) {
        let Some(of) = need.shown.denominator else { continue };
        let place = need.place.clone();
        let now = FrozenAttendance { place, counted: Counted::Waiting, period, of };
        match now.may_be_told(earlier) {
            true => kept.push(now),
            false => need.hold(),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::ScopeKind;
    use crate::disclosure::{Shown, people};
    use crate::returns::activity::twelve_months;
    use crate::returns::cells::Marker;
    use crate::returns::sessions::SessionFigure;
    use proptest::prelude::*;

    fn period(on: &str) -> Period {
        twelve_months(on.parse().unwrap())
    }

    fn attended(on: &str, (came, of): (u32, u32)) -> PublishedSession {
        let figure = SessionFigure {
            level: ScopeKind::Place,
            code: "P".to_owned(),
            name: "P".to_owned(),
            period: period(on),
            measure: SessionMeasure::Attended,
            by: String::new(),
            value: Some(came),
            of: Some(of),
        };
        figure.published().unwrap()
    }

    fn waiting((waits, of): (u32, u32)) -> Need {
        Need::short(("P", "P"), (NeedKind::WaitingList, ""), (Some(waits), Some(of)))
    }

    /// The day of a return, who came of those who booked, and who waits of those who asked.
    type Day<'a> = (&'a str, (u32, u32), (u32, u32));

    /// What is told of who came and of who waits in returns of these days, one after the other.
    fn told(returns: &[Day<'_>]) -> Vec<String> {
        let mut earlier: Vec<Frozen> = Vec::new();
        let one = |(on, came, waits): &Day<'_>| {
            let (mut sessions, mut needs) = ([attended(on, *came)], [waiting(*waits)]);
            let attendance = beside((&mut sessions, &mut needs), period(on), &earlier);
            earlier.push(Frozen { attendance, ..Frozen::default() });
            let number = |n: Option<u32>| n.map_or_else(|| "c".to_owned(), |n| n.to_string());
            let [(came, of), (waits, asked)] = [
                (sessions[0].figure.value, sessions[0].figure.of),
                (needs[0].shown.numerator, needs[0].shown.denominator),
            ];
            let (of, asked) = (of.unwrap_or_default(), asked.unwrap_or_default());
            assert_eq!(sessions[0].note == Some(Marker::Confidential), came.is_none());
            assert_eq!(needs[0].shown.note == Some(Marker::Confidential), waits.is_none());
            format!("{} of {of}, {} of {asked}", number(came), number(waits))
        };
        returns.iter().map(one).collect()
    }

    #[test]
    fn a_count_that_few_have_joined_is_held_until_more_have_or_the_year_is_another() {
        // 12 of 40 are shown as 10. If the forty-first came, 13 of 41 would be shown as 15: only one can have joined them, so that
        // one came.
        let returns = [
            ("2026-03-31", (12, 40), (12, 60)),
            ("2026-06-30", (13, 41), (12, 60)),
            ("2026-09-30", (13, 48), (20, 67)),
            // 48 was told, and 41 was not.
            ("2026-12-31", (13, 41), (20, 68)),
            ("2027-03-31", (14, 41), (20, 69)),
            ("2027-09-30", (14, 49), (20, 68)),
        ];
        let expected = [
            "10 of 40, 10 of 60",
            "c of 41, 10 of 60",
            "15 of 48, c of 67",
            "c of 41, 20 of 68",
            "c of 41, c of 69",
            "15 of 49, 20 of 68",
        ];
        assert_eq!(told(&returns), expected);
    }

    #[test]
    fn what_the_rule_holds_by_itself_is_kept_too() {
        // 7 of 40 are held as few. Were 8 of 41 shown as 10, the seven would be known, and that the forty-first came.
        let waits = (12, 60);
        let returns = [("2026-03-31", (7, 40), waits), ("2026-06-30", (8, 41), waits)];
        assert_eq!(told(&returns), ["c of 40, 10 of 60", "c of 41, 10 of 60"]);
    }

    #[test]
    fn people_of_other_places_are_others() {
        let (mut sessions, mut needs) = ([attended("2026-03-31", (13, 41))], [waiting((12, 60))]);
        let of = |place: &str| FrozenAttendance {
            place: place.to_owned(),
            counted: Counted::Came,
            period: period("2026-03-31"),
            of: 40,
        };
        let mut held = |place| {
            let earlier = [Frozen { attendance: vec![of(place)], ..Frozen::default() }];
            beside((&mut sessions, &mut needs), period("2026-03-31"), &earlier).len() == 1
        };
        assert_eq!([held("Q"), held("P")], [false, true]);
    }

    /// As a return shows a count: without bands.
    fn shown(met: u32, of: u32) -> Option<u32> {
        match people(met, of) {
            Shown::People { met, .. } => Some(met),
            Shown::Nobody | Shown::Held { .. } | Shown::Percent(_) => None,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        /// Somebody who knows that nobody has ceased to be counted, and that 8 people or more have joined: for how many of these came
        /// they are left with 3 numbers, or with as many as the count itself could be; or it is none or one, or all or all but one.
        #[test]
        fn of_those_who_joined_three_numbers_are_left_but_at_the_ends(
            (met, of) in (0_u32..70).prop_flat_map(|of| (0..=of, Just(of))),
            (came, joined) in (8_u32..40).prop_flat_map(|joined| (0..=joined, Just(joined))),
        ) {
            let (then, now) = (shown(met, of), shown(met + came, of + joined));
            let could_be = |came: &u32| {
                (0..=of).any(|met| shown(met, of) == then && shown(met + came, of + joined) == now)
            };
            let left: Vec<u32> = (0..=joined).filter(could_be).collect();
            let itself = (0..=of + joined).filter(|met| shown(*met, of + joined) == now).count();
            let is_at_an_end = left.iter().all(|came| *came < 2 || came + 1 >= joined);
            prop_assert!(left.len() >= itself.min(3) || is_at_an_end, "{:?} of {}", left, joined);
        }
    }
}

//! Where to look first: the figures of every unit and item in order, by how thin they are, how fast they fall and how much of them
//! runs out.

use super::change::Change;
use super::query::ScopeKind;
use super::row::tenths;
use super::views::{Figure, Heading, Measure, Surroundings};
use crate::dates::months_before;
use crate::macros::codes;
use crate::paging::Paged;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// By what figures are put in order.
    Ranking, "list" {
        Thinnest "thinnest" "Thinnest",
        Falling "falling" "Fastest falling",
        Expiring "expiring" "Most running out",
    }
}

/// Shares of fewer requirements are in no order of shares: one person would be most of them. Our choice, told on the page.
pub const FEWEST_REQUIREMENTS: u32 = 5;

/// How many entries of a list stand beside the other lists.
pub const FIRST_ENTRIES: usize = 10;

/// The figures of one unit in one item, in pairs of person and competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: ScopeKind,
    pub unit: Heading,
    pub item: Heading,
    pub figure: Figure,
    /// On the day with which it is compared; none where nothing was asked then.
    pub then: Option<Figure>,
}

/// One list in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankedList {
    pub ranking: Ranking,
    pub entries: Paged<Entry>,
}

/// The page of ranked figures: all lists with their first entries, or one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankedPage {
    pub as_at: NaiveDate,
    pub compared_with: NaiveDate,
    pub framework_version: Option<i32>,
    pub around: Surroundings,
    /// What the units in the lists are.
    pub rows_are: ScopeKind,
    /// What they could be: everything narrower than the unit.
    pub rows_could_be: Vec<ScopeKind>,
    pub domains: Vec<Heading>,
    pub lists: Vec<RankedList>,
}

/// The day with which figures are compared where none is chosen: a quarter of a year before.
pub fn quarter_before(day: NaiveDate) -> NaiveDate {
    months_before(day, 3)
}

/// Those of the entries that belong in a list, in its order:
///
/// - *thinnest*: what is not met altogether, the lowest share of requirements met first, and of one share the most requirements;
/// - *falling*: the most percentage points lost first, and of as many the most requirements;
/// - *expiring*: the most requirements first that are met and run out within 90 days, and of as many those that are most of what
///   is met.
///
/// The first two leave out shares of fewer than [`FEWEST_REQUIREMENTS`]. What is alike is in the order of names.
pub fn ranked(ranking: Ranking, entries: &[Entry]) -> Vec<&Entry> {
    let place = match ranking {
        Ranking::Thinnest => thinness,
        Ranking::Falling => fall,
        Ranking::Expiring => expiry,
    };
    let placed = entries.iter().filter_map(|entry| place(entry).map(|place| (place, entry)));
    let mut placed: Vec<(Place, &Entry)> = placed.collect();
    placed.sort_by(|(place, entry), (other_place, other)| {
        (place, entry.name()).cmp(&(other_place, other.name()))
    });
    placed.into_iter().map(|(_, entry)| entry).collect()
}

impl Entry {
    fn name(&self) -> (&str, &str, &str) {
        (&self.unit.title, &self.unit.code, &self.item.code)
    }
}

/// Where an entry stands in a list: the lowest comes first.
type Place = (i64, i64);

fn thinness(entry: &Entry) -> Option<Place> {
    let Figure { requirements_met, requirements, .. } = entry.figure;
    let share = i64::try_from(tenths(requirements_met, requirements)?).ok()?;
    let is_thin = requirements_met < requirements && requirements >= FEWEST_REQUIREMENTS;
    is_thin.then_some((share, -i64::from(requirements)))
}

fn fall(entry: &Entry) -> Option<Place> {
    let then = entry.then.as_ref()?;
    let points = Change::between(then, &entry.figure, Measure::Requirements).points?;
    let fewest = entry.figure.requirements.min(then.requirements);
    let falls = points < 0 && fewest >= FEWEST_REQUIREMENTS;
    falls.then_some((points, -i64::from(entry.figure.requirements)))
}

fn expiry(entry: &Entry) -> Option<Place> {
    let Figure { due_soon, requirements_met, .. } = entry.figure;
    let part = i64::try_from(tenths(due_soon, requirements_met)?).ok()?;
    (due_soon > 0).then_some((-i64::from(due_soon), -part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figure(requirements_met: u32, requirements: u32) -> Figure {
        Figure { requirements, requirements_met, ..Figure::default() }
    }

    fn entry(name: &str, figure: Figure, then: Option<Figure>) -> Entry {
        let heading = |code: &str| Heading { code: code.into(), title: code.into() };
        Entry { kind: ScopeKind::Team, unit: heading(name), item: heading("RSK"), figure, then }
    }

    fn names(ranking: Ranking, entries: &[Entry]) -> Vec<&str> {
        ranked(ranking, entries).into_iter().map(|entry| &*entry.unit.title).collect()
    }

    #[test]
    fn the_thinnest_is_the_lowest_share_and_of_one_share_the_largest() {
        let now = |name, met, all| entry(name, figure(met, all), None);
        let entries = [
            now("Ash", 5, 10),
            now("Beech", 10, 20), // the same share of more
            now("Cedar", 0, 5),   // as few as are ranked
            now("Elm", 0, 4),     // too few
            now("Fir", 8, 8),     // all of it is met
            now("Hazel", 0, 0),   // nothing asked
            now("Larch", 19, 20),
        ];
        assert_eq!(names(Ranking::Thinnest, &entries), ["Cedar", "Beech", "Ash", "Larch"]);
    }

    #[test]
    fn the_fastest_fall_is_that_of_most_points() {
        let moved = |name, then: (u32, u32), now: (u32, u32)| {
            entry(name, figure(now.0, now.1), Some(figure(then.0, then.1)))
        };
        let entries = [
            moved("Ash", (10, 10), (9, 10)),    // 10 points
            moved("Beech", (20, 20), (18, 20)), // as many, of more
            moved("Cedar", (5, 10), (2, 10)),   // 30 points
            moved("Elm", (5, 10), (5, 10)),     // the same
            moved("Fir", (5, 10), (6, 10)),     // up
            moved("Hazel", (4, 4), (0, 8)),     // of too few then
            moved("Larch", (8, 8), (0, 0)),     // nothing asked any more
            entry("Maple", figure(0, 9), None), // nothing asked then
        ];
        assert_eq!(names(Ranking::Falling, &entries), ["Cedar", "Beech", "Ash"]);
    }

    #[test]
    fn what_runs_out_most_is_counted_and_then_weighed() {
        let due = |name, due_soon, met| entry(name, Figure { due_soon, ..figure(met, 100) }, None);
        let entries =
            [due("Ash", 3, 60), due("Beech", 4, 50), due("Cedar", 3, 6), due("Elm", 0, 9)];
        // Three of six are more than three of sixty.
        assert_eq!(names(Ranking::Expiring, &entries), ["Beech", "Cedar", "Ash"]);
    }

    #[test]
    fn a_quarter_before_is_three_months_before() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(quarter_before(day("2026-05-31")), day("2026-02-28"));
    }

    fn any_figure() -> impl Strategy<Value = Figure> {
        let parts = (0u32..30).prop_flat_map(|all| (0..=all, Just(all)));
        let due = parts.prop_flat_map(|(met, all)| (0..=met, Just((met, all))));
        due.prop_map(|(due_soon, (met, all))| Figure { due_soon, ..figure(met, all) })
    }

    fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
        let one = (0u8..4, any_figure(), proptest::option::of(any_figure()));
        let one = one.prop_map(|(name, now, then)| entry(&name.to_string(), now, then));
        proptest::collection::vec(one, 0..12)
    }

    proptest! {
        #[test]
        fn lists_are_in_order_whatever_order_the_entries_come_in(entries in any_entries()) {
            let mut turned = entries.clone();
            turned.reverse();
            for ranking in Ranking::ALL {
                let list = ranked(*ranking, &entries);
                let figures = |list: &[&Entry]| {
                    list.iter().map(|entry| (entry.unit.code.clone(), place(*ranking, entry))).collect::<Vec<_>>()
                };
                prop_assert_eq!(figures(&list), figures(&ranked(*ranking, &turned)));
                let places: Vec<_> = list.iter().map(|entry| place(*ranking, entry)).collect();
                prop_assert!(places.is_sorted());
            }
        }
    }

    /// What a list is ordered by, told in another way: as fractions where the list has shares.
    fn place(ranking: Ranking, entry: &Entry) -> i64 {
        let share = |figure: &Figure| {
            let all = u64::from(figure.requirements.max(1));
            i64::try_from((u64::from(figure.requirements_met) * 2000 + all) / (2 * all)).unwrap()
        };
        match ranking {
            Ranking::Thinnest => share(&entry.figure),
            Ranking::Falling => share(&entry.figure) - share(entry.then.as_ref().unwrap()),
            Ranking::Expiring => -i64::from(entry.figure.due_soon),
        }
    }
}

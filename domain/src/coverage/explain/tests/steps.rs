//! Parts in percentage points: counted out, and summed.

use super::lives::{places, two_days};
use super::*;
use crate::coverage::Counts;
use crate::coverage::small_place::day;
use crate::coverage::views::Measure;
use proptest::prelude::*;

/// A change in which some parts did something to requirements: so many more met, so many more asked.
fn changed(then: (u32, u32), parts: &[(Part, i32, i32)]) -> Change {
    let counts =
        |(met, all)| Counts { requirements: all, requirements_met: met, ..Counts::default() };
    let part = |(part, met, asked): &(Part, i32, i32)| {
        let (requirements, requirements_met) = (*asked, *met);
        let difference = Difference { requirements, requirements_met, ..Difference::NONE };
        PartOfChange { part: *part, difference, people: 1, pairs: vec![] }
    };
    let sum = parts.iter().fold((then.0 as i32, then.1 as i32), |(met, all), (_, more, asked)| {
        (met + more, all + asked)
    });
    Change {
        of_group: false,
        since: day("2026-03-01"),
        until: day("2026-06-01"),
        then: counts(then),
        now: counts((sum.0 as u32, sum.1 as u32)),
        was_known: true,
        parts: parts.iter().map(part).collect(),
    }
}

#[test]
fn points_of_a_part_are_what_the_share_moved_by_when_it_happened() {
    use Part::{Expiries, Joiners, Leavers};
    // 2 of 3 is 66.7%; 2 of 4 is 50.0%; 1 of 4 is 25.0%.
    let change = changed((2, 3), &[(Joiners, 0, 1), (Leavers, 0, 0), (Expiries, -1, 0)]);
    let points = change.steps(Measure::Requirements).into_iter().map(|step| step.points);
    assert_eq!(points.collect::<Vec<_>>(), [Some(-167), Some(0), Some(-250)]);
    assert_eq!(change.points(Measure::Requirements), Some(-417));
    // Where nothing was asked there is no share from which to move.
    let begun = changed((0, 0), &[(Joiners, 1, 2), (Expiries, -1, 0)]);
    let points = begun.steps(Measure::Requirements).into_iter().map(|step| step.points);
    assert_eq!(points.collect::<Vec<_>>(), [None, Some(-500)]);
    assert_eq!(begun.points(Measure::Requirements), None);
}

#[test]
fn what_is_no_sum_over_people_is_told_by_the_headline() {
    let told = |item, shown| Formula::of_change(item, shown);
    assert_eq!(told(ItemKind::Domain, Measure::FullyMet), Measure::FullyMet);
    assert_eq!(told(ItemKind::Domain, Measure::Fte), Measure::Requirements);
    assert_eq!(told(ItemKind::Competency, Measure::CapableTeams), Measure::Requirements);
    assert_eq!(told(ItemKind::All, Measure::FullyMet), Measure::Requirements);
}

proptest! {
    #[test]
    fn the_steps_sum_in_numbers_and_in_points(
        facts in places(),
        (since, until) in two_days(),
        measure in prop::sample::select(Formula::MEASURES.to_vec()),
    ) {
        let query = Query::new(until, ScopeKind::Network, ItemKind::Domain);
        for row in coverage(&facts, &query) {
            let change = explain_change(&facts, figure(&query, &row), since);
            let steps = change.steps(measure);
            let sum = steps.iter().fold((0, 0), |sum, step| (sum.0 + step.met, sum.1 + step.asked));
            prop_assert_eq!(sum, change.difference().of(measure));
            if let Some(points) = steps.iter().map(|step| step.points).collect::<Option<Vec<_>>>() {
                prop_assert_eq!(Some(points.iter().sum::<i64>()), change.points(measure));
            }
        }
    }
}

//! In however many parts people are counted at the same time, the figures are those of one pass.

use super::as_read::{asks, leads, people, publish_again};
use super::cover_as_read::{help, ruled, rules};
use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn people_who_are_counted_in_parts_are_counted_as_in_one(
        asks in asks(),
        people in people(),
        leads in leads(),
        rules in rules(),
        help in help(),
        group in prop::option::of(0_usize..4),
        parts in 2_usize..8,
    ) {
        let mut facts = ruled(&asks, &people, &rules, &help);
        publish_again(&mut facts, &leads);
        let group = group.map(|at| GroupBy::ALL[at]);
        let mut queries = Vec::new();
        for on in ["2024-06-01", "2025-01-01"] {
            for scope in [ScopeKind::Place, ScopeKind::Team] {
                for item in ItemKind::ALL {
                    let query = Query::new(day(on), scope, *item);
                    queries.push(Query { group, capable_teams: true, ..query });
                }
            }
        }
        let together = coverages_in_parts(&facts, &queries, 1);
        prop_assert_eq!(coverages_in_parts(&facts, &queries, parts), together);
    }
}

#[test]
fn a_few_people_are_counted_in_one_part_and_nobody_in_none() {
    assert_eq!([0, 1, 3_000, 19_999].map(parts_of), [1; 4]);
    let facts = Facts { people: Vec::new(), ..a_place() };
    let query = ask(ScopeKind::Place, ItemKind::All);
    assert_eq!(coverages_in_parts(&facts, &[query], 4), [Vec::<Row>::new()]);
}

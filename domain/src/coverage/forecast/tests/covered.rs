//! Cover on the later day, held against the cover of facts that know nothing of what was said after the earlier one.

use super::as_read::{Asked, begin, supposed, turn, turns};
use super::*;
use crate::coverage::cover::{Verdict, teams_ahead, teams_covered};
use crate::coverage::tests::as_read::{asks, leads, people, publish_again};
use crate::coverage::tests::cover_as_read::{help, ruled, rules};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What is said of each team in each domain that it requires something of.
fn covered(facts: &Facts, query: &Query) -> BTreeMap<(usize, String), Verdict> {
    let columns = facts.domains_at(query.as_at);
    let mut all = BTreeMap::new();
    for cover in teams_covered(facts, query) {
        for (domain, verdict) in columns.iter().zip(&cover.domains) {
            let code = facts.domains[*domain].code.clone();
            all.extend(verdict.map(|verdict| ((cover.team, code), verdict)));
        }
    }
    all
}

proptest! {
    #[test]
    fn cover_then_is_that_of_the_facts_as_they_were_known(
        asks in asks(),
        people in people(),
        leads in leads(),
        (rules, help) in (rules(), help()),
        (turns, begins) in (turns(), prop::collection::vec((0_usize..3, 0_usize..20, -60_i64..220), 0..3)),
        include_bank in any::<bool>(),
        on in prop::sample::select(vec!["2024-06-01", "2024-08-01", "2024-12-20", "2025-01-10", TODAY]),
        horizon in prop::sample::select(Horizon::ALL.to_vec()),
    ) {
        let (from, until) = (day(on), horizon.after(day(on)));
        let mut facts = ruled(&asks, &people, &rules, &help);
        turn(&mut facts, &turns, from);
        begin(&mut facts, &begins, from);
        publish_again(&mut facts, &leads);
        let query = Query { include_bank, ..Query::new(from, ScopeKind::Team, ItemKind::Domain) };
        let known = supposed(&facts, Asked { day: from, until, sessions: &[] }, false);
        let today = covered(&facts, &query);
        let then = covered(&known, &Query { as_at: until, ..query.clone() });
        let (mut told_today, mut told_then) = (BTreeMap::new(), BTreeMap::new());
        for team in teams_ahead(&facts, &query, until) {
            for (code, ahead) in team.domains {
                prop_assert!(ahead.today.is_some() || ahead.then.is_some());
                prop_assert_eq!(ahead.change().is_some(), !ahead.because.is_empty());
                let key = (team.team, code);
                told_today.extend(ahead.today.map(|verdict| (key.clone(), verdict)));
                told_then.extend(ahead.then.map(|verdict| (key, verdict)));
            }
        }
        prop_assert_eq!((told_today, told_then), (today, then));
    }
}

//! Everybody in a figure counted again, by what is told of them.

use super::lives::{self, places};
use super::*;
use crate::codes::{CareSetting, JudgementKind, PostCategory, PostStatus};
use crate::coverage::small_place::{day, person, post, role, said, small_place};
use crate::coverage::{Counts, GroupBy};
use crate::dates::Period;
use crate::frameworks::Level;
use crate::fte::Fte;
use proptest::prelude::*;

/// The row as its people tell it, without a look at their shares.
fn told(explanation: &Explanation, item: ItemKind) -> Counts {
    let n = |yes: bool| u32::from(yes);
    let mut counts = Counts::default();
    for explained in &explanation.counted {
        let asked: Vec<&Asking> =
            explained.asked.iter().filter(|asking| !asking.outcome.is_exempt()).collect();
        let many = |holds: &dyn Fn(&&&Asking) -> bool| asked.iter().filter(holds).count() as u32;
        let all = asked.len() as u32;
        let is_met = |asking: &&&Asking| asking.outcome.is_met();
        let met = many(&is_met);
        let recognised = many(&|asking| {
            matches!(asking.outcome, Outcome::Met { kind: JudgementKind::Recognised, .. })
        });
        let by_self = many(&|asking| asking.standing.self_level >= Some(asking.level));
        let assessed = many(&|asking| asking.standing.assessed);
        let soon = many(&|asking| matches!(asking.outcome, Outcome::Met { due_soon: true, .. }));
        let expired = many(&|asking| matches!(asking.outcome, Outcome::Expired { .. }));
        let critical = many(&|asking| asking.critical);
        let critical_met = many(&|asking| asking.critical && asking.outcome.is_met());
        counts.people += n(all > 0);
        counts.requirements += all;
        counts.requirements_met += met;
        counts.exempt += explained.asked.len() as u32 - all;
        if item == ItemKind::All {
            counts.required += all;
            counts.met_confirmed += met;
            counts.met_recognised += recognised;
            counts.met_self += by_self;
            counts.assessed += assessed;
            counts.due_soon += soon;
            counts.expired += expired;
            counts.critical_required += critical;
            counts.critical_met += critical_met;
        } else {
            counts.required += n(all > 0);
            counts.met_confirmed += n(met == all);
            counts.met_recognised += n(met == all && recognised > 0);
            counts.met_self += n(by_self == all);
            counts.assessed += n(assessed == all);
            counts.due_soon += n(met == all && soon > 0);
            counts.expired += n(expired > 0);
            counts.critical_required += n(critical > 0);
            counts.critical_met += n(critical > 0 && critical == critical_met);
            counts.fte_required += explained.share.fte_required;
            counts.fte_met_confirmed += if met == all { explained.share.fte_required } else { 0 };
        }
    }
    for (explained, why) in &explanation.left_out {
        match why {
            LeftOut::Exempt if explained.share.exempt > 0 => {
                counts.exempt += explained.asked.len() as u32;
            }
            LeftOut::Away { .. } => counts.not_in_scope += 1,
            _ => {}
        }
    }
    counts
}

proptest! {
    #[test]
    fn the_people_of_an_explanation_are_its_row(
        facts in places(),
        group in prop::option::of(0_usize..4),
        include_bank in any::<bool>(),
        on in 0_i64..1400,
    ) {
        for (scope, item) in ScopeKind::ALL.iter().flat_map(|s| ItemKind::ALL.iter().map(move |i| (s, i))) {
            let group = group.map(|at| GroupBy::ALL[at]);
            let query = Query { group, include_bank, ..Query::new(lives::on(on), *scope, *item) };
            for row in coverage(&facts, &query) {
                let explanation = explain(&facts, figure(&query, &row));
                prop_assert_eq!(explanation.counts(), row.counts);
                prop_assert_eq!(told(&explanation, *item), row.counts);
                prop_assert!(explanation.counted.iter().all(|one| one.share.requirements > 0));
            }
        }
    }
}

const TODAY: &str = "2026-06-01";

/// Everybody in T1 but the last, a nurse whose A-1 is asked at 3, each for another reason in or out.
fn a_team() -> Facts {
    use JudgementKind::{Confirmed, Exempted, ExemptionEnded, Revoked, SelfAssessment};
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
    facts.roles = vec![role("NURSE", "Nursing", &[(0, 3, true)]), role("CLERK", "Clerical", &[])];
    let in_team = |team, role| post(team, role, Fte::FULL, PostStatus::Active);
    let nurse = || in_team(0, 0);
    let mut locum = nurse();
    locum.terms[0].category = PostCategory::Locum;
    let mut gone = nurse();
    gone.held = Period::new(None, Some(day("2026-05-01")));
    let mut long_gone = nurse();
    long_gone.held = Period::new(None, Some(day("2026-01-01")));
    let mut to_come = nurse();
    to_come.held = Period::new(Some(day("2026-07-01")), None);
    facts.places.teams[1].setting = CareSetting::MentalHealth;
    facts.people = vec![
        person(1, vec![nurse()], vec![said(0, Confirmed, 3, "2026-01-01")]),
        person(2, vec![nurse()], vec![said(0, Confirmed, 2, "2026-01-01")]),
        person(3, vec![nurse()], vec![said(0, Confirmed, 4, "2025-01-01")]),
        person(
            4,
            vec![nurse()],
            vec![said(0, Confirmed, 4, "2026-01-01"), said(0, Revoked, 0, "2026-02-01")],
        ),
        person(5, vec![nurse()], vec![said(0, SelfAssessment, 5, "2026-01-01")]),
        person(6, vec![nurse()], vec![]),
        person(
            7,
            vec![nurse()],
            vec![said(0, Exempted, 0, "2026-01-01"), said(0, ExemptionEnded, 0, "2026-09-01")],
        ),
        person(8, vec![post(0, 0, Fte::FULL, PostStatus::Away)], vec![]),
        person(9, vec![in_team(0, 1)], vec![]),
        person(10, vec![locum], vec![]),
        person(11, vec![gone], vec![]),
        person(12, vec![long_gone], vec![]),
        person(13, vec![to_come], vec![]),
        person(14, vec![in_team(1, 0)], vec![]),
    ];
    facts
}

#[test]
fn everybody_counts_or_does_not_for_a_reason() {
    let facts = a_team();
    let query = Query {
        setting: Some(CareSetting::PrimaryCare),
        ..Query::new(day(TODAY), ScopeKind::Network, ItemKind::Competency)
    };
    let figure = Figure { query: &query, unit: Unit::Area(1), group: None, item_code: "A-1" };
    let explanation = explain(&facts, figure);
    let level = |number: u8| Level::try_from(number).unwrap();
    let kind = JudgementKind::Confirmed;
    let due_on = day("2027-01-01");
    let outcomes: Vec<Outcome> =
        explanation.counted.iter().map(|one| one.asked[0].outcome).collect();
    let expected = [
        Outcome::Met { level: level(3), kind, due_on, due_soon: false },
        Outcome::TooLow { level: level(2), kind, due_on },
        Outcome::Expired { level: level(4), kind, due_on: day("2026-01-01") },
        Outcome::Revoked { on: Some(day("2026-02-01")) },
        Outcome::SelfAssessed { level: level(5) },
        Outcome::NoJudgement,
    ];
    assert_eq!(outcomes, expected);
    let reasons: Vec<LeftOut> = explanation.left_out.iter().map(|(_, why)| *why).collect();
    let expected = [
        LeftOut::Exempt,
        LeftOut::Away { since: None },
        LeftOut::NothingAsked,
        LeftOut::Casual(PostCategory::Locum),
        LeftOut::Ended { on: Some(day("2026-05-01")) },
        LeftOut::NotStarted { on: day("2026-07-01") },
        LeftOut::OtherSetting(CareSetting::MentalHealth),
    ];
    assert_eq!(reasons, expected);
    let exempt = explanation.left_out[0].0.asked[0].outcome;
    let (since, until) = (Some(day("2026-01-01")), Some(day("2026-08-31")));
    assert_eq!(exempt, Outcome::Exempt { since, until });
    let headline = explanation.formulas(ItemKind::Competency)[0];
    assert_eq!((headline.part, headline.whole, &*headline.percent()), (1, 6, "16.7"));
    assert_eq!(explanation.versions, Versions { rule: RULE.into(), framework: Some(1) });
}

#[test]
fn the_same_answer_is_the_same_text_and_another_is_not() {
    let facts = a_team();
    let query = Query::new(day(TODAY), ScopeKind::Team, ItemKind::Competency);
    let figure = Figure { query: &query, unit: Unit::Team(0), group: None, item_code: "A-1" };
    let text = |facts: &Facts| canonical(facts, figure, &explain(facts, figure));
    let before = text(&facts);
    assert!(
        before.starts_with("esteem figure 1\nas_at 2026-06-01\nscope team team \"T1\"\n"),
        "{before}"
    );
    assert_eq!(before, text(&facts.clone()));
    let mut renamed = facts.clone();
    renamed.people[0].last_name = "Noor".into();
    renamed.places.teams[0].name = "Another name".into();
    assert_eq!(before, text(&renamed), "names are no part of it");
    // As many meet it as before, but not the same people.
    let mut swapped = facts.clone();
    let (one, two) = (swapped.people[0].judgements.clone(), swapped.people[1].judgements.clone());
    (swapped.people[0].judgements, swapped.people[1].judgements) = (two, one);
    assert_ne!(before, text(&swapped));
}

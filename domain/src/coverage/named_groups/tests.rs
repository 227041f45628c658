//! Named groups: their teams on a day, each person once, and that a group of all parts is the whole.

use super::forms::{
    AddMember, AddNamedGroup, NamedGroupFields, corrected, early_first_day, refuse_changed, shown,
};
use super::*;
use crate::codes::PostStatus;
use crate::coverage::small_place::{day, person, post, role, small_place};
use crate::coverage::tests::as_read::{asks, made, people};
use crate::coverage::{ItemKind, Query, Row, ScopeKind, coverage};
use proptest::prelude::*;
use uuid::Uuid;

fn held(from: &str, to: &str) -> Period {
    let day = |text: &str| (!text.is_empty()).then(|| day(text));
    Period::new(day(from), day(to))
}

fn group(made_of: GroupOf, members: &[(Unit, Period)]) -> NamedGroup {
    let id = GroupMemberId(Uuid::nil());
    let member = |&(unit, held): &(Unit, Period)| GroupMember { id, unit, held };
    NamedGroup {
        id: NamedGroupId(Uuid::nil()),
        code: "G".into(),
        name: "Both teams".into(),
        made_of,
        members: members.iter().map(member).collect(),
    }
}

/// Nurse 1 has a post in both teams, nurse 2 in the second alone; each is asked one thing. The second team is a member in June.
fn a_place() -> Facts {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
    facts.roles = vec![role("NURSE", "Nursing", &[(0, 2, false)])];
    let post = |team| post(team, 0, "0.5".parse().unwrap(), PostStatus::Active);
    facts.people =
        vec![person(1, vec![post(0), post(1)], Vec::new()), person(2, vec![post(1)], Vec::new())];
    let members = [
        (Unit::Team(0), held("2026-01-01", "")),
        (Unit::Team(1), held("2026-06-01", "2026-06-30")),
    ];
    facts.named_groups = vec![group(GroupOf::Teams, &members)];
    facts
}

fn of_group(on: &str) -> Query {
    let within = Some(Unit::NamedGroup(0));
    Query { within, ..Query::new(day(on), ScopeKind::NamedGroup, ItemKind::Domain) }
}

fn required(facts: &Facts, query: &Query) -> u32 {
    coverage(facts, query).iter().map(|row| row.counts.required).sum()
}

#[test]
fn a_group_is_one_row_of_its_members_teams_in_which_each_person_counts_once() {
    let facts = a_place();
    let rows = coverage(&facts, &of_group("2026-06-15"));
    let told: Vec<_> = rows.iter().map(|r| (r.unit, &*r.scope_code, &*r.scope_name)).collect();
    assert_eq!(told, [(Unit::NamedGroup(0), "G", "Both teams")]);
    // Nurse 1, in two teams, and nurse 2; by team they are three.
    assert_eq!(rows[0].counts.required, 2);
    let by_team = Query { scope: ScopeKind::Team, ..of_group("2026-06-15") };
    assert_eq!(required(&facts, &by_team), 3);
}

#[test]
fn members_count_from_their_first_day_to_their_last() {
    let facts = a_place();
    let days = [
        ("2025-12-31", 0),
        ("2026-01-01", 1),
        ("2026-05-31", 1),
        ("2026-06-01", 2),
        ("2026-06-30", 2),
        ("2026-07-01", 1),
    ];
    for (on, people) in days {
        assert_eq!(required(&facts, &of_group(on)), people, "{on}");
    }
}

#[test]
fn a_group_shows_nobody_a_team_that_they_may_not_see() {
    let facts = a_place();
    let query = Query { visible: Some(vec![true, false]), ..of_group("2026-06-15") };
    assert_eq!(required(&facts, &query), 1);
}

#[test]
fn there_is_no_row_of_a_group_that_is_not_named() {
    let facts = a_place();
    for within in [None, Some(Unit::Team(0))] {
        let query = Query { within, ..of_group("2026-06-15") };
        assert!(coverage(&facts, &query).is_empty(), "{within:?}");
    }
}

#[test]
fn a_group_stands_in_time_as_its_members_do() {
    let today = day("2026-06-15");
    let when = |members: &[Period]| {
        let members: Vec<_> = members.iter().map(|held| (Unit::Team(0), *held)).collect();
        group(GroupOf::Teams, &members).when(today)
    };
    let (over, ahead) = (held("2026-01-01", "2026-06-14"), held("2026-07-01", ""));
    assert_eq!(when(&[over, ahead, held("2026-06-15", "")]), When::Now);
    assert_eq!(when(&[over, ahead]), When::Ahead);
    // Planned, and then taken back: it will never begin.
    assert_eq!(when(&[over, held("2026-07-01", "2026-06-30")]), When::Before);
    assert_eq!(when(&[]), When::Before);
}

#[test]
fn a_member_that_was_added_by_mistake_never_counted_and_one_that_left_stays_on_record() {
    let today = day("2026-06-15");
    for first in ["2026-01-01", "2026-06-15", "2026-07-01"] {
        let last = never_counted(held(first, ""), today).unwrap();
        let back = held(first, &last.to_string());
        assert!(back.is_backwards() && !back.contains(day(first)), "{first}");
        assert!(never_counted(back, today).is_err(), "twice");
    }
    assert!(never_counted(held("2026-01-01", "2026-06-14"), today).is_err());
}

#[test]
fn a_group_is_typed_with_its_first_member_and_each_fault_is_beside_its_field() {
    let typed = NamedGroupFields {
        code: " HTT ".into(),
        name: "Home treatment".into(),
        of: "teams".into(),
        unit: "T1".into(),
        starts_on: "2026-06-01".into(),
    };
    let member = AddMember { unit: "T1".into(), first: day("2026-06-01") };
    let says = AddNamedGroup::parse(&typed).unwrap();
    assert_eq!((&*says.code, says.made_of, &says.member), ("HTT", GroupOf::Teams, &member));
    let told = AddNamedGroup::parse(&NamedGroupFields::default()).unwrap_err();
    for field in ["code", "name", "of", "unit", "starts_on"] {
        assert!(told.of(field).is_some(), "{field}: {told}");
    }
    let formula = NamedGroupFields { code: "=1".into(), ..typed.clone() };
    assert!(AddNamedGroup::parse(&formula).unwrap_err().of("code").is_some());
    for wrong in ["HTT EAST", "HTT/1", "Été", "HTT_1"] {
        let typed = NamedGroupFields { code: wrong.into(), ..typed.clone() };
        assert!(AddNamedGroup::parse(&typed).unwrap_err().of("code").is_some(), "{wrong}");
    }
    let slip = NamedGroupFields { starts_on: "1926-06-01".into(), ..typed };
    assert!(AddNamedGroup::parse(&slip).unwrap_err().of("starts_on").is_some());
}

#[test]
fn a_new_group_is_offered_a_first_day_before_everything_that_a_trend_tells() {
    // Two years before 2 November 2026 is 2 November 2024, and 1 April of that year was; in March it had not been.
    let days = [
        ("2026-11-02", "2024-04-01"),
        ("2026-04-01", "2024-04-01"),
        ("2026-03-31", "2023-04-01"),
        ("2024-02-29", "2021-04-01"),
    ];
    for (today, first) in days {
        assert_eq!(early_first_day(day(today)), day(first), "{today}");
    }
}

#[test]
fn a_first_day_is_put_right_up_to_the_last_and_to_another_one() {
    let stands = held("2026-11-02", "2026-12-31");
    assert_eq!(corrected("2024-04-01", stands), Ok(day("2024-04-01")));
    assert_eq!(corrected("2026-12-31", stands), Ok(day("2026-12-31")));
    for wrong in ["2027-01-01", "2026-11-02", "1926-01-01", ""] {
        assert!(corrected(wrong, stands).is_err(), "{wrong}");
    }
    assert_ne!(
        shown(stands),
        shown(held("2024-04-01", "2026-12-31")),
        "an older page is told apart"
    );
}

#[test]
fn what_was_decided_on_an_older_page_is_refused_and_what_stands_is_told() {
    let stands = held("2026-01-01", "2026-12-31");
    assert_eq!(refuse_changed(stands, &shown(stands)), Ok(()));
    let told = refuse_changed(stands, "").unwrap_err().to_string();
    assert!(told.contains("From 1 January 2026 to 31 December 2026"), "{told}");
}

/// What a row says, whatever it stands for.
fn told(rows: Vec<Row>) -> Vec<impl PartialEq + std::fmt::Debug> {
    rows.into_iter().map(|row| (row.item_code, row.group, row.counts, row.capable)).collect()
}

proptest! {
    #[test]
    fn a_group_of_all_parts_is_the_whole(
        asks in asks(),
        people in people(),
        include_bank in any::<bool>(),
        on in prop::sample::select(vec!["2024-06-01", "2024-12-31", "2025-06-01"]),
    ) {
        // The place is area 0 and holds network 1, organisation 0 and all three teams, one of them in no network.
        let mut facts = made(&asks, &people);
        let always = |unit: Unit| (unit, Period::ALWAYS);
        let wholes = [
            (ScopeKind::Place, group(GroupOf::Teams, &[0, 1, 2].map(|at| always(Unit::Team(at))))),
            (ScopeKind::Place, group(GroupOf::Areas, &[0, 1].map(|at| always(Unit::Area(at))))),
            (ScopeKind::Organisation, group(GroupOf::Organisations, &[always(Unit::Organisation(0))])),
        ];
        for (scope, group) in wholes {
            facts.named_groups = vec![group];
            for item in ItemKind::ALL {
                let asked = Query::new(day(on), scope, *item);
                let whole = Query { include_bank, capable_teams: true, ..asked };
                let within = Some(Unit::NamedGroup(0));
                let of_group = Query { scope: ScopeKind::NamedGroup, within, ..whole.clone() };
                prop_assert_eq!(told(coverage(&facts, &of_group)), told(coverage(&facts, &whole)));
            }
        }
    }
}

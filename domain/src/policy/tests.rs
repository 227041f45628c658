//! The policy against the table of section 8, both ways: what is allowed, and what stays shut.

use super::*;
use crate::codes::GrantKind;
use crate::ids::AccountId;
use uuid::Uuid;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}
const PLACE: AreaId = AreaId(id(1));
const LOCALITY: AreaId = AreaId(id(2));
const PRACTICE: OrganisationId = OrganisationId(id(3));
const TEAM: TeamId = TeamId(id(4));
const ME: PersonId = PersonId(id(5));
const COLLEAGUE: PersonId = PersonId(id(6));

fn account(grants: &[(GrantKind, Scope)]) -> Actor {
    let grants = grants.iter().map(|&(kind, scope)| Grant { kind, scope }).collect();
    Actor::Account(Account {
        id: AccountId(id(9)),
        email: "me@staff.example".into(),
        person: Some(ME),
        grants,
        manages_posts: true,
    })
}

fn team(sharing: Sharing) -> Located {
    Located {
        team: Some(TEAM),
        organisation: Some(PRACTICE),
        areas: vec![LOCALITY, PLACE],
        sharing,
    }
}

fn post(sharing: Sharing, line_manager: Option<PersonId>) -> SubjectPost {
    SubjectPost { place: team(sharing), line_manager, in_scope: true, recently_ended: false }
}

fn may_to_colleague(actor: &Actor, action: Action, post: SubjectPost) -> bool {
    may(actor, action, Resource::Person { person: COLLEAGUE, posts: &[post] })
}

#[test]
fn the_printed_table_is_the_one_people_have_read() {
    let expected = include_str!("table.txt");
    assert_eq!(
        printed(),
        expected,
        "\nThe policy changed. Read it, then update table.txt:\n{}",
        printed()
    );
}

#[test]
fn without_a_sign_in_nothing_is_allowed() {
    for &action in Action::ALL {
        let posts = [post(Sharing::People, None)];
        assert!(!may(&Actor::Nobody, action, Resource::Installation));
        assert!(!may(&Actor::Nobody, action, Resource::Place(&team(Sharing::People))));
        assert!(!may(&Actor::Nobody, action, Resource::Person { person: ME, posts: &posts }));
    }
}

#[test]
fn staff_reach_their_own_record_and_nobody_elses() {
    let me = account(&[]);
    assert!(may(&me, Action::ReadRecord, Resource::Person { person: ME, posts: &[] }));
    assert!(may(&me, Action::ReadReflections, Resource::Person { person: ME, posts: &[] }));
    for &action in Action::ALL {
        assert!(!may_to_colleague(&me, action, post(Sharing::People, None)), "{action}");
    }
}

#[test]
fn a_post_that_names_its_manager_opens_the_holder_to_them_but_never_the_reflections() {
    let me = account(&[]);
    let mine = || post(Sharing::None, Some(ME));
    assert!(may_to_colleague(&me, Action::ReadRecord, mine()));
    assert!(may_to_colleague(&me, Action::DecideExemption, mine()));
    assert!(!may_to_colleague(&me, Action::ReadReflections, mine()));
    assert!(!may_to_colleague(&me, Action::DecideRequest, mine()));
}

#[test]
fn reflections_are_open_to_their_owner_alone() {
    for &kind in GrantKind::ALL {
        let actor = account(&[(kind, Scope::Everywhere)]);
        assert!(!may_to_colleague(&actor, Action::ReadReflections, post(Sharing::People, None)));
    }
}

#[test]
fn a_grant_from_outside_sees_what_the_organisation_shares() {
    let lead = account(&[(GrantKind::WorkforceLead, Scope::Area(PLACE))]);
    let figures = |sharing| may(&lead, Action::ReadFigures, Resource::Place(&team(sharing)));
    assert!(!figures(Sharing::None) && figures(Sharing::Figures) && figures(Sharing::People));
    let educator = account(&[(GrantKind::Educator, Scope::Area(PLACE))]);
    let gaps = |sharing| may(&educator, Action::ReadGapCounts, Resource::Place(&team(sharing)));
    assert!(!gaps(Sharing::None) && gaps(Sharing::Figures) && gaps(Sharing::People));
    let people = |sharing| may_to_colleague(&lead, Action::FindPeople, post(sharing, None));
    assert!(!people(Sharing::None) && !people(Sharing::Figures) && people(Sharing::People));
}

#[test]
fn whoever_runs_sessions_reads_gap_counts_and_a_workforce_lead_wherever_they_read_figures() {
    assert_eq!(grants_allowing(Action::ReadGapCounts), grants_allowing(Action::RunSessions));
    let scopes = [
        Scope::Everywhere,
        Scope::Area(PLACE),
        Scope::Area(AreaId(id(88))),
        Scope::Organisation(PRACTICE),
        Scope::Team(TEAM),
    ];
    for (scope, &sharing) in scopes.iter().flat_map(|s| Sharing::ALL.iter().map(move |l| (*s, l))) {
        let place = team(sharing);
        let reads = |kind, action| may(&account(&[(kind, scope)]), action, Resource::Place(&place));
        let gaps = reads(GrantKind::WorkforceLead, Action::ReadGapCounts);
        assert_eq!(gaps, reads(GrantKind::WorkforceLead, Action::ReadFigures), "{scope:?}");
        assert_eq!(gaps, reads(GrantKind::Educator, Action::ReadGapCounts), "{scope:?}");
    }
}

#[test]
fn a_grant_inside_the_organisation_sees_it_whatever_is_shared() {
    for scope in [Scope::Organisation(PRACTICE), Scope::Team(TEAM)] {
        let manager = account(&[(GrantKind::TeamManager, scope)]);
        assert!(may_to_colleague(&manager, Action::FindPeople, post(Sharing::None, None)));
    }
    let elsewhere =
        account(&[(GrantKind::TeamManager, Scope::Organisation(OrganisationId(id(77))))]);
    assert!(!may_to_colleague(&elsewhere, Action::FindPeople, post(Sharing::People, None)));
}

#[test]
fn nobody_decides_about_themselves() {
    let grants: Vec<_> = GrantKind::ALL.iter().map(|&kind| (kind, Scope::Everywhere)).collect();
    let me = account(&grants);
    let posts = [post(Sharing::People, Some(ME))];
    for action in
        [Action::DecideRequest, Action::Recognise, Action::DecideExemption, Action::Revoke]
    {
        assert!(!may(&me, action, Resource::Person { person: ME, posts: &posts }), "{action}");
    }
}

#[test]
fn administrators_make_no_judgements_and_read_no_records() {
    let administrator = account(&[(GrantKind::Administrator, Scope::Everywhere)]);
    for action in [
        Action::ReadRecord,
        Action::FindPeople,
        Action::DecideRequest,
        Action::RecordObservation,
        Action::Recognise,
        Action::ReadFigures,
    ] {
        assert!(!may_to_colleague(&administrator, action, post(Sharing::People, None)), "{action}");
    }
}

#[test]
fn a_workforce_lead_still_finds_those_who_left_within_90_days_and_an_assessor_does_not() {
    let left =
        || SubjectPost { in_scope: false, recently_ended: true, ..post(Sharing::People, None) };
    let lead = account(&[(GrantKind::WorkforceLead, Scope::Area(PLACE))]);
    let assessor = account(&[(GrantKind::Assessor, Scope::Area(PLACE))]);
    assert!(may_to_colleague(&lead, Action::FindPeople, left()));
    assert!(!may_to_colleague(&assessor, Action::FindPeople, left()));
    assert!(!may_to_colleague(&lead, Action::Recognise, left()));
}

#[test]
fn the_operator_signs_no_return_and_judges_nobody() {
    for action in [Action::ApproveReturn, Action::DecideRequest, Action::SelfAssess] {
        assert!(!may(&Actor::Operator, action, Resource::Installation), "{action}");
    }
    assert!(may(&Actor::Operator, Action::ImportPeople, Resource::Installation));
}

#[test]
fn nobody_grants_to_themselves_and_leads_grant_only_inside_their_scope() {
    let lead = account(&[(GrantKind::WorkforceLead, Scope::Area(LOCALITY))]);
    let (me, other) = (AccountId(id(9)), AccountId(id(10)));
    let inside = team(Sharing::Figures);
    let outside = Located { areas: vec![PLACE], ..team(Sharing::Figures) };
    assert!(may_give(&lead, GrantKind::Assessor, Some(&inside), other).is_ok());
    assert!(may_give(&lead, GrantKind::Assessor, Some(&inside), me).is_err());
    assert!(may_give(&lead, GrantKind::Assessor, Some(&outside), other).is_err());
    assert!(may_give(&lead, GrantKind::Assessor, None, other).is_err());
    assert!(may_give(&lead, GrantKind::WorkforceLead, Some(&inside), other).is_err());
    assert_eq!(kinds_to_give(&lead).len(), GRANTED_BY_WORKFORCE_LEADS.len());
    assert!(kinds_to_give(&account(&[])).is_empty());
    let administrator = account(&[(GrantKind::Administrator, Scope::Everywhere)]);
    assert!(may_give(&administrator, GrantKind::WorkforceLead, Some(&inside), other).is_ok());
    assert!(may_give(&administrator, GrantKind::Auditor, None, me).is_err());
}

#[test]
fn a_grant_that_works_for_the_whole_installation_only_is_given_everywhere_only() {
    let only = GrantKind::ALL.iter().copied().filter(|kind| holds_everywhere_only(*kind));
    assert_eq!(only.collect::<Vec<_>>(), [GrantKind::FrameworkEditor]);
    let (other, inside) = (AccountId(id(10)), team(Sharing::People));
    let administrator = account(&[(GrantKind::Administrator, Scope::Everywhere)]);
    for giver in [&administrator, &Actor::Operator] {
        let refused = may_give(giver, GrantKind::FrameworkEditor, Some(&inside), other);
        let told = refused.unwrap_err().to_string();
        let expected = "A framework editor works for the whole installation: choose Everywhere";
        assert!(told.contains(expected), "{told}");
        assert!(may_give(giver, GrantKind::FrameworkEditor, None, other).is_ok());
        for kind in GrantKind::ALL.iter().filter(|kind| **kind != GrantKind::FrameworkEditor) {
            assert!(may_give(giver, *kind, Some(&inside), other).is_ok(), "{kind}");
        }
        assert!(has_right_to_give(giver, GrantKind::FrameworkEditor, Some(&inside)), "to end it");
    }
    let of_a_part = account(&[(GrantKind::Administrator, Scope::Area(PLACE))]);
    assert!(!kinds_to_give(&of_a_part).contains(&GrantKind::FrameworkEditor));
    assert!(kinds_to_give(&administrator).contains(&GrantKind::FrameworkEditor));
}

#[test]
fn what_belongs_to_the_whole_installation_takes_a_grant_without_a_scope() {
    let administrator = |scope| account(&[(GrantKind::Administrator, scope)]);
    let own = [Action::ManageAccounts, Action::PublishFramework, Action::ManageOrganisations];
    for action in own {
        assert!(may(&administrator(Scope::Everywhere), action, Resource::Installation), "{action}");
        for scope in [Scope::Area(PLACE), Scope::Organisation(PRACTICE), Scope::Team(TEAM)] {
            assert!(!may(&administrator(scope), action, Resource::Installation), "{action}");
            assert!(!reach(&administrator(scope), action).is_empty(), "somewhere: {action}");
        }
    }
    let educator = account(&[(GrantKind::Educator, Scope::Team(TEAM))]);
    assert!(may(&educator, Action::ReadFramework, Resource::Installation));
}

#[test]
fn what_was_written_is_redacted_however_long_ago_somebody_left_and_nobody_redacts_their_own() {
    let gone = || SubjectPost { in_scope: false, ..post(Sharing::None, None) };
    let keeper = account(&[(GrantKind::InformationGovernance, Scope::Area(PLACE))]);
    assert!(may_to_colleague(&keeper, Action::Redact, gone()));
    let own = Resource::Person { person: ME, posts: &[post(Sharing::People, None)] };
    assert!(!may(&keeper, Action::Redact, own));
    let lead = account(&[(GrantKind::WorkforceLead, Scope::Area(PLACE))]);
    assert!(!may_to_colleague(&lead, Action::ReadRecord, gone()));
}

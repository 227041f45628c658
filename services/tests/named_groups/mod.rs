//! Named groups as they are stored: past days keep their answer, codes mean one thing, and each is kept by whoever keeps all of it.

use crate::ground::{Ground, TODAY, day};
use crate::people::place::{AMINA, DAN, EVE, is_not_found, practices, told};
use domain::codes::GrantKind::WorkforceLead;
use domain::codes::Sharing;
use domain::coverage::named_groups::GroupOf;
use domain::coverage::named_groups::forms::{AddMember, AddNamedGroup};
use domain::coverage::{ItemKind, ScopeKind};
use domain::fields::FieldErrors;
use domain::ids::NamedGroupId;
use domain::sharing::SetSharing;
use entities::{audit_entry, named_group, named_group_member};
use services::clock::Clock;
use services::coverage::{Ask, Figures, read};
use services::imports::Kind;
use services::{Ctx, Services, named_groups, sharing};

fn member(unit: &str, first: &str) -> AddMember {
    AddMember { unit: unit.into(), first: day(first) }
}

/// A group under the code G.
fn group(made_of: GroupOf, first: AddMember) -> AddNamedGroup {
    AddNamedGroup { code: "G".into(), name: "Both practices".into(), made_of, member: first }
}

/// Eve leads the network.
async fn lead(ground: &Ground) -> Ctx {
    ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await
}

/// The first practice since September, the second since October.
async fn both_practices(lead: &Ctx) -> NamedGroupId {
    let says = group(GroupOf::Organisations, member("P1", "2026-09-01"));
    let id = named_groups::add(lead, &says).await.unwrap();
    named_groups::add_member(lead, id, &member("P2", "2026-10-01")).await.unwrap();
    id
}

fn asked(on: &str, scope: ScopeKind, within: Option<&str>) -> Ask {
    Ask {
        as_at: day(on),
        scope,
        item: ItemKind::All,
        within: within.map(str::to_owned),
        organisation: None,
        setting: None,
        care_level: None,
        strand: None,
        critical_only: false,
        group: None,
        include_bank: false,
    }
}

async fn figures(ctx: &Ctx, on: &str) -> Figures {
    read(ctx, &asked(on, ScopeKind::NamedGroup, Some("G"))).await.unwrap()
}

/// How many pairs of person and competency are asked in the group's row: two of Amina in the first practice, two of Eve in the second.
async fn required(ctx: &Ctx, on: &str) -> u32 {
    figures(ctx, on).await.rows.iter().map(|row| row.counts.required).sum()
}

fn beside(result: services::Result<impl std::fmt::Debug>) -> Vec<String> {
    let FieldErrors(errors) = told(result);
    errors.into_iter().map(|error| error.field).collect()
}

#[tokio::test]
async fn a_past_day_keeps_its_answer_and_every_process_knows() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    let beside = Services::new(ground.services.db.clone(), Clock::new(Some(day(TODAY))));
    let beside = beside.as_actor(domain::policy::Actor::Operator);
    assert!(beside.facts().await.unwrap().named_groups.is_empty());
    let id = both_practices(&lead).await;
    let days = [("2026-08-31", 0), ("2026-09-01", 2), ("2026-09-30", 2), ("2026-10-01", 4)];
    for (on, pairs) in days {
        assert_eq!(required(&beside, on).await, pairs, "{on}");
    }
    let kept = named_groups::kept_group(&lead, id).await.unwrap();
    let first = kept.members.iter().find(|line| line.code == "P1").unwrap();
    named_groups::end_member(&lead, first.id, "2026-10-31", &first.shown).await.unwrap();
    assert_eq!(required(&beside, TODAY).await, 2);
    assert_eq!(required(&beside, "2026-10-31").await, 4);
    named_groups::end(&lead, id, TODAY).await.unwrap();
    assert_eq!(required(&beside, TODAY).await, 2, "its last day");
    assert_eq!(required(&beside, "2026-11-02").await, 0);
    for (on, pairs) in days {
        assert_eq!(required(&beside, on).await, pairs, "{on}");
    }
    assert_eq!(ground.all::<named_group_member::Entity>().await.len(), 2, "nothing is deleted");
    let acts = ground.all::<audit_entry::Entity>().await;
    for act in ["add named group", "add group member", "end group member", "end named group"] {
        assert!(acts.iter().any(|entry| entry.action == act), "{act}");
    }
}

#[tokio::test]
async fn a_member_that_was_added_by_mistake_never_counted_and_makes_room_for_itself() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    let id = both_practices(&lead).await;
    let again = member("P2", "2026-12-01");
    assert_eq!(beside(named_groups::add_member(&lead, id, &again).await), ["starts_on"]);
    let kept = named_groups::kept_group(&lead, id).await.unwrap();
    let second = kept.members.iter().find(|line| line.code == "P2").unwrap();
    named_groups::take_back(&lead, second.id, &second.shown).await.unwrap();
    assert_eq!(required(&lead, "2026-10-15").await, 2);
    assert!(named_groups::take_back(&lead, second.id, &second.shown).await.is_err(), "twice");
    named_groups::add_member(&lead, id, &again).await.unwrap();
    assert_eq!(required(&lead, "2026-12-01").await, 4);
    let both = ground.all::<named_group_member::Entity>().await;
    assert_eq!(both.len(), 3, "what was taken back stays on record");
}

#[tokio::test]
async fn a_first_day_is_put_right_in_past_figures_and_stays_in_history() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    let id = both_practices(&lead).await;
    let kept = named_groups::kept_group(&lead, id).await.unwrap();
    assert_eq!(kept.starts_on, "2026-10-01", "the day that was typed last");
    let second = kept.members.iter().find(|line| line.code == "P2").unwrap();
    assert_eq!(required(&lead, "2026-09-15").await, 2);
    named_groups::correct_member(&lead, second.id, "2026-09-01", &second.shown).await.unwrap();
    assert_eq!(required(&lead, "2026-09-15").await, 4);
    let again = named_groups::correct_member(&lead, second.id, "2026-08-01", &second.shown).await;
    assert!(again.is_err(), "the page shows the day from before");
    let amina = ground.sign_in(AMINA, None).await;
    let hers = named_groups::correct_member(&amina, second.id, "2026-08-01", &second.shown).await;
    assert!(is_not_found(hers));
    let acts = ground.all::<audit_entry::Entity>().await;
    assert!(acts.iter().any(|entry| entry.action == "correct group member"));
}

#[tokio::test]
async fn a_code_means_one_thing_whoever_comes_first() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    let says = group(GroupOf::Teams, member("T1", TODAY));
    for code in ["TH", "N1", "P2", "T3"] {
        let taken = AddNamedGroup { code: code.into(), ..says.clone() };
        assert_eq!(beside(named_groups::add(&lead, &taken).await), ["code"], "{code}");
    }
    named_groups::add(&lead, &says).await.unwrap();
    assert_eq!(beside(named_groups::add(&lead, &says).await), ["code"]);
    assert_eq!(ground.only::<named_group::Entity>().await.code, "G");
    for (kind, file) in [
        (Kind::Areas, "code,name,kind\nG,Somewhere,place\n"),
        (Kind::Organisations, "code,name,sector\nG,Somebody,gp_practice\n"),
        (Kind::Teams, "code,name,setting,organisation_code\nG,Some team,primary_care,P1\n"),
    ] {
        let faults = ground.faults(kind, file).await;
        assert!(faults.iter().any(|told| told.contains("belongs to a named group")), "{faults:?}");
    }
}

#[tokio::test]
async fn members_are_of_the_groups_kind_and_within_the_leads_reach() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    for (of, unit) in [
        (GroupOf::Areas, "TH"),
        (GroupOf::Areas, "XX"),
        (GroupOf::Teams, "P1"),
        (GroupOf::Organisations, "T1"),
    ] {
        let refused = named_groups::add(&lead, &group(of, member(unit, TODAY))).await;
        assert_eq!(beside(refused), ["unit"], "{of} {unit}");
    }
    let id = both_practices(&lead).await;
    let team = member("T1", TODAY);
    assert_eq!(beside(named_groups::add_member(&lead, id, &team).await), ["unit"]);
    // Whoever leads no area reads the group of what they see, and keeps none.
    let (dan, amina) = (ground.dan().await, ground.sign_in(AMINA, None).await);
    assert_eq!(named_groups::list(&dan, 1).await.unwrap().groups.total, 1);
    assert!(is_not_found(named_groups::list(&amina, 1).await));
    for ctx in [&dan, &amina, &ground.operator()] {
        let says = group(GroupOf::Teams, member("T1", TODAY));
        assert!(is_not_found(named_groups::add(ctx, &says).await));
        assert!(is_not_found(named_groups::kept_group(ctx, id).await));
        assert!(is_not_found(named_groups::rename(ctx, id, "Ours").await));
        assert!(is_not_found(named_groups::add_member(ctx, id, &member("P1", TODAY)).await));
        assert!(is_not_found(named_groups::end(ctx, id, TODAY).await));
    }
}

#[tokio::test]
async fn what_the_lead_of_a_place_made_is_not_changed_from_a_part_of_it() {
    let ground = practices().await;
    let part = lead(&ground).await;
    let whole = ground.sign_in(DAN, Some((WorkforceLead, "TH"))).await;
    let says = group(GroupOf::Areas, member("TH", "2026-09-01"));
    let id = named_groups::add(&whole, &says).await.unwrap();
    named_groups::add_member(&whole, id, &member("N1", "2026-09-01")).await.unwrap();
    assert!(is_not_found(named_groups::kept_group(&part, id).await));
    let listed = named_groups::list(&part, 1).await.unwrap().groups.entries;
    assert!(listed[0].may_see && !listed[0].may_change);
    // The place and the network in it: each person once.
    assert_eq!(required(&whole, TODAY).await, 4);
}

#[tokio::test]
async fn an_organisation_that_shares_nothing_is_left_out_of_the_group_and_named() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    both_practices(&lead).await;
    let nothing = SetSharing { level: Sharing::None, from: day(TODAY) };
    sharing::set(&ground.operator(), "P2", nothing).await.unwrap();
    let seen = figures(&lead, TODAY).await;
    let required: u32 = seen.rows.iter().map(|row| row.counts.required).sum();
    assert_eq!((required, seen.left_out), (2, vec!["Practice 2".to_owned()]));
}

#[tokio::test]
async fn a_row_of_a_group_names_the_group_and_no_row_within_it_is_wider_than_its_members() {
    let ground = practices().await;
    let lead = lead(&ground).await;
    both_practices(&lead).await;
    let operator = ground.operator();
    for (scope, within) in [
        (ScopeKind::NamedGroup, None),
        (ScopeKind::NamedGroup, Some("N1")),
        (ScopeKind::Network, Some("G")),
        (ScopeKind::Team, Some("XX")),
    ] {
        let refused = read(&operator, &asked(TODAY, scope, within)).await;
        assert_eq!(beside(refused), ["in"], "{scope} {within:?}");
    }
    let practices = read(&operator, &asked(TODAY, ScopeKind::Organisation, Some("G"))).await;
    let codes: Vec<String> = practices.unwrap().rows.into_iter().map(|r| r.scope_code).collect();
    assert_eq!(codes, ["P1", "P2"]);
    let mut csv = Vec::new();
    services::coverage::csv(&figures(&operator, TODAY).await, &mut csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.contains(",named_group,G,Both practices,"), "{csv}");
}

//! The place is a believable one, whatever its size, and the same for the same seed and day.

use super::helpers::willing;
use super::links::{links, says};
use super::people::Person;
use super::plan::Plan;
use super::promises::promised;
use super::set::tests::shipped;
use super::staffing::TeamKind;
use chrono::NaiveDate;
use domain::codes::InputKind::{Embedded, LinkWorker};
use domain::codes::{AreaKind, PostCategory, Sector};
use domain::inputs::forms::KeepInput;
use domain::protected_time::forms::TimeFields;
use std::collections::BTreeSet;

fn plan(staff: u32) -> Plan {
    Plan::new(staff, 2017, "2026-11-21".parse().unwrap(), shipped())
}

fn of_kind(plan: &Plan, kind: TeamKind) -> usize {
    plan.places.teams.iter().filter(|t| t.kind == kind).count()
}

#[test]
fn the_structure_is_that_of_tower_hamlets() {
    let plan = plan(3_000);
    let areas = |kind| plan.places.areas.iter().filter(|a| a.kind == kind).count();
    let counted = [AreaKind::Place, AreaKind::Locality, AreaKind::Network].map(areas);
    assert_eq!(counted, [1, 4, 8]);
    let practices = plan.places.organisations.iter().filter(|o| o.sector == Sector::GpPractice);
    assert_eq!(practices.count(), 36);
    assert_eq!(of_kind(&plan, TeamKind::Practice), 36);
    assert_eq!(of_kind(&plan, TeamKind::Integrated), 4);
    assert_eq!(of_kind(&plan, TeamKind::Hub), 4);
}

#[test]
fn any_number_of_people_is_placed_and_teams_keep_a_realistic_size() {
    for staff in [50, 777, 3_000, 5_000, 20_000] {
        let plan = plan(staff);
        assert_eq!(plan.people.len(), staff as usize);
        let mut sizes = vec![0_usize; plan.places.teams.len()];
        for person in &plan.people {
            sizes[person.team().unwrap()] += 1;
        }
        let largest = sizes.into_iter().max().unwrap();
        assert!(largest < 300, "{largest} people in one team of {staff}");
    }
}

#[test]
fn codes_and_addresses_stand_once() {
    let plan = plan(5_000);
    let teams: BTreeSet<_> = plan.places.teams.iter().map(|t| &t.code).collect();
    assert_eq!(teams.len(), plan.places.teams.len());
    let organisations: BTreeSet<_> = plan.places.organisations.iter().map(|o| &o.code).collect();
    assert_eq!(organisations.len(), plan.places.organisations.len());
    let areas: BTreeSet<_> = plan.places.areas.iter().map(|a| &a.code).collect();
    assert_eq!(areas.len(), plan.places.areas.len());
    let addresses: BTreeSet<_> = plan.people.iter().map(|p| &p.email).collect();
    assert_eq!(addresses.len(), plan.people.len());
    assert!(plan.people.iter().all(|p| p.email.ends_with(".example")));
    // Real codes of the Organisation Data Service have no hyphen.
    assert!(organisations.iter().all(|code| code.starts_with("DEMO-")));
}

/// How many of a hundred fit.
fn share(people: &[Person], fits: impl Fn(&Person) -> bool) -> usize {
    100 * people.iter().filter(|p| fits(p)).count() / people.len()
}

#[test]
fn people_are_employed_as_people_are() {
    let plan = plan(3_000);
    let first = |p: &Person| p.posts[0].clone();
    let today = "2026-11-21".parse().unwrap();
    let bounds = |what: &str, share: usize, range: std::ops::RangeInclusive<usize>| {
        assert!(range.contains(&share), "{what}: {share} in a hundred");
    };
    bounds("left", share(&plan.people, |p| first(p).leaving.is_some_and(|d| d < today)), 4..=10);
    bounds("away", share(&plan.people, |p| first(p).away), 1..=5);
    bounds("two posts", share(&plan.people, |p| p.posts.len() == 2), 3..=8);
    let casual = |p: &Person| matches!(first(p).category, PostCategory::Bank | PostCategory::Locum);
    bounds("bank and locum", share(&plan.people, casual), 2..=8);
    bounds("part time", share(&plan.people, |p| first(p).fte < 100), 35..=60);
    bounds("managed", share(&plan.people, |p| p.manager.is_some()), 80..=98);
    let practices = |p: &Person| plan.places.teams[p.team().unwrap()].kind == TeamKind::Practice;
    let staff: Vec<Person> = plan.people.iter().filter(|p| practices(p)).cloned().collect();
    bounds("administration", share(&staff, |p| p.role() == "ADMIN"), 38..=52);
    bounds("doctors", share(&staff, |p| matches!(p.role(), "GP" | "GPMHL")), 20..=32);
    bounds("nurses", share(&staff, |p| matches!(p.role(), "PN" | "ANP")), 11..=20);
}

#[test]
fn every_role_is_one_of_the_set() {
    let plan = plan(3_000);
    for post in plan.people.iter().flat_map(|p| &p.posts) {
        assert!(!plan.set.asked_of(post.role).is_empty(), "{}", post.role);
    }
}

#[test]
fn nobody_manages_themselves() {
    let plan = plan(3_000);
    assert!(plan.people.iter().enumerate().all(|(at, p)| p.manager != Some(at)));
}

#[test]
fn one_seed_and_day_give_one_place() {
    let texts = |seed, day: &str| {
        let plan = Plan::new(200, seed, day.parse().unwrap(), shipped());
        (plan.places.teams_file(), plan.staff_file(), plan.judgement_files().collect::<String>())
    };
    let one = texts(5, "2026-11-21");
    assert!(one == texts(5, "2026-11-21"));
    assert!(one != texts(6, "2026-11-21"));
    assert!(one != texts(5, "2026-11-23"));
}

#[test]
fn every_practice_and_integrated_team_has_somebody_who_comes() {
    let plan = plan(3_000);
    let links = links(&plan);
    let kinds = |kind| links.iter().filter(|link| link.kind == kind).count();
    assert_eq!((kinds(LinkWorker), kinds(Embedded)), (36, 4));
    let people: BTreeSet<usize> = links.iter().map(|link| link.person).collect();
    assert!(people.len() >= 20, "{} people for {} teams", people.len(), links.len());
    assert_eq!(links, super::links::links(&self::plan(3_000)), "the same for one seed");
}

#[test]
fn some_teams_have_what_is_agreed_some_have_less_and_one_waits_for_it() {
    let said: Vec<KeepInput> = says(&plan(3_000)).into_iter().map(|(_, kept)| kept).collect();
    assert!(said.iter().all(|kept| kept.target_wte.is_some()));
    let vacant = said.iter().filter(|kept| kept.wte.is_none()).count();
    let met = said.iter().filter(|kept| kept.wte == kept.target_wte).count();
    let short = said.iter().filter(|kept| kept.wte.is_some() && kept.wte < kept.target_wte).count();
    assert!((1..=2).contains(&vacant), "{vacant} wait");
    assert!(met >= 5 && short >= 5, "{met} met, {short} short");
    assert_eq!(met + short + vacant, said.len(), "nobody comes for more");
}

#[test]
fn some_agree_to_be_asked_and_most_do_not() {
    let plan = plan(3_000);
    let willing = willing(&plan);
    assert!((100..300).contains(&willing.len()), "{}", willing.len());
    assert_eq!(willing, super::helpers::willing(&self::plan(3_000)), "the same for one seed");
}

#[test]
fn the_psychiatrist_and_mental_health_nurses_were_promised_time_and_not_everybody_who_teaches() {
    let plan = plan(3_000);
    let promised = promised(&plan);
    let of = |unit: &str| promised.iter().filter(|(_, fields)| fields.unit == unit).count();
    assert_eq!(of("pa"), 1);
    assert!((60..260).contains(&of("hours")), "{} nurses", of("hours"));
    let begun = |(at, fields): &(usize, TimeFields)| {
        let (start, _) = plan.people[*at].held().unwrap();
        let first: NaiveDate = fields.starts_on.parse().unwrap();
        start <= first && first <= plan.today
    };
    assert!(promised.iter().all(begun), "nobody before their post");
    assert_eq!(promised, super::promises::promised(&self::plan(3_000)), "the same for one seed");
}

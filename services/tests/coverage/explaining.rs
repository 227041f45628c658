//! Why a figure is what it is and why it changed, from what is stored; and who is told names.

use super::asked;
use crate::ground::{TODAY, day, nobody_listens};
use crate::sessions::place::{BEN, EVE, beside, is_not_found};
use chrono::{NaiveDate, TimeDelta};
use domain::codes::GrantKind::TeamManager;
use domain::coverage::address::CoverageAddress;
use domain::coverage::explain::views::{ChangePage, FigurePage, Seen};
use domain::coverage::explain::{Formula, LeftOut, Part};
use domain::dates::days_after;
use services::clock::Clock;
use services::coverage::{ChangeAsk, FigureAsk, change, people};
use services::imports::{self, Kind, Options, Source};
use services::{Ctx, Result};

fn address(within: &str, item: Option<&str>, as_at: NaiveDate) -> CoverageAddress {
    CoverageAddress {
        within: Some(within.to_owned()),
        item: item.map(str::to_owned),
        as_at: Some(as_at),
        ..CoverageAddress::default()
    }
}

/// The figure of a network or team in a domain, or in everything, today.
async fn explained(ctx: &Ctx, within: &str, item: Option<&str>) -> Result<FigurePage> {
    people(ctx, FigureAsk::of(address(within, item, day(TODAY)), ctx.today)).await
}

/// Whether a link's answer is still that to risk in the network as at a day.
async fn is_kept(ctx: &Ctx, as_at: &str, answer: &str) -> Option<bool> {
    let address = CoverageAddress {
        answer: Some(answer.to_owned()),
        ..address("N1", Some("RSK"), day(as_at))
    };
    people(ctx, FigureAsk::of(address, ctx.today)).await.unwrap().is_kept
}

async fn changed(ctx: &Ctx, as_at: NaiveDate, since: NaiveDate) -> Result<ChangePage> {
    let address =
        CoverageAddress { compared_with: Some(since), ..address("N1", Some("RSK"), as_at) };
    change(ctx, ChangeAsk::of(address, ctx.today)).await
}

fn sentences(page: &FigurePage) -> Vec<String> {
    page.formulas.iter().copied().map(Formula::sentence).collect()
}

/// What moved something: the part, how many more are met and asked, and how many people are behind it.
fn moved(page: &ChangePage) -> Vec<(Part, i32, i32, usize)> {
    let told = page.parts.iter();
    told.map(|part| (part.step.part, part.step.met, part.step.asked, part.people.all)).collect()
}

#[tokio::test]
async fn a_figure_is_told_with_its_rule_and_by_name_to_whoever_may_read_its_people() {
    let (ground, _, lead) = asked().await;
    let manager = ground.sign_in(EVE, Some((TeamManager, "P1"))).await;
    // Of four people in the network two are asked something; the two of the trust are not.
    let page = explained(&lead, "N1", Some("RSK")).await.unwrap();
    assert_eq!(sentences(&page)[0], "Requirements met: 0 of 2 is 0.0%");
    assert_eq!((page.counted, page.left_out.all), (Seen { all: 2, hidden: 2 }, 2));
    assert!(
        page.people.entries.iter().all(|person| person.left_out == Some(LeftOut::NothingAsked))
    );
    let own = explained(&manager, "T1", Some("RSK")).await.unwrap();
    assert_eq!(own.counted, Seen { all: 2, hidden: 0 });
    let names: Vec<&str> = own.people.entries.iter().map(|person| &*person.name).collect();
    assert_eq!(names, ["Amina Khan", "Ben Okoro"]);
    assert_eq!(own.people.entries[1].posts, ["General practitioner, Practice 1 team"]);
    // Of everything asked there is the headline alone.
    let everything = explained(&lead, "N1", None).await.unwrap();
    assert_eq!((everything.item.clone(), sentences(&everything).len()), (None, 1));
}

#[tokio::test]
async fn a_link_keeps_its_answer_until_the_data_would_answer_otherwise() {
    let (ground, _, lead) = asked().await;
    let before = explained(&lead, "N1", Some("RSK")).await.unwrap();
    assert_eq!((before.answer.len(), before.is_kept), (16, None));
    assert_eq!(is_kept(&lead, TODAY, &before.answer).await, Some(true));
    let past = address("N1", Some("RSK"), day("2026-10-01"));
    let past = people(&lead, FigureAsk::of(past, lead.today)).await.unwrap().answer;
    let judged =
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,confirmed,2026-10-15,2\n";
    ground.bring(Kind::Judgements, judged).await;
    assert_eq!(is_kept(&lead, TODAY, &before.answer).await, Some(false));
    assert_eq!(is_kept(&lead, "2026-10-01", &past).await, Some(true), "before it was made");
    let after = explained(&lead, "N1", Some("RSK")).await.unwrap();
    assert_eq!(sentences(&after)[0], "Requirements met: 1 of 2 is 50.0%");
    assert_eq!(is_kept(&lead, TODAY, &after.answer).await, Some(true));
    // Whoever sees other teams has another answer.
    let manager = ground.sign_in(EVE, Some((TeamManager, "P1"))).await;
    assert_eq!(is_kept(&manager, TODAY, &after.answer).await, Some(false));
    let own = explained(&manager, "N1", Some("RSK")).await.unwrap();
    assert_eq!(own.not_shared, ["Mental health trust"]);
}

#[tokio::test]
async fn what_is_recorded_late_is_told_as_late() {
    let (ground, _, lead) = asked().await;
    // What is recorded is recorded today by the real clock, so days are told from there.
    let first = Clock::new(None).today();
    let later = days_after(first, 10);
    let operator = ground.operator();
    let late = Ctx { today: later, now: operator.now + TimeDelta::days(10), ..operator };
    let text = format!(
        "employee_number,competency_code,kind,made_on,level\n\
         E1,RSK-1,confirmed,{},2\nE2,RSK-1,confirmed,{},1\n",
        days_after(first, -5),
        days_after(first, 5),
    );
    let (source, watch) = (Source::text("judgements.csv", &text), nobody_listens());
    let options = Options::at(later);
    let checked = imports::check(&late, Kind::Judgements, &source, &options, &watch).await.unwrap();
    imports::merge(&late, checked, &watch).await.unwrap();
    let lead = Ctx { today: later, ..lead };
    let page = changed(&lead, later, first).await.unwrap();
    assert_eq!(moved(&page), [(Part::LateRecords, 1, 0, 1), (Part::Confirmations, 1, 0, 1)]);
    assert_eq!((page.caution.clone(), page.points, page.unmoved.len()), (None, Some(1000), 11));
    let points = page.parts.iter().map(|part| part.step.points);
    assert_eq!(points.collect::<Vec<_>>(), [Some(500), Some(500)]);
    assert!(page.parts.iter().all(|part| part.people.hidden == 1 && part.named.is_empty()));
    // The two days the other way round are the same two days.
    assert_eq!(changed(&lead, first, later).await.unwrap(), page);
    // Before anything was recorded here nothing was known, so nothing is late.
    let before = changed(&lead, later, days_after(first, -1)).await.unwrap();
    assert!(before.caution.is_some());
    assert_eq!(moved(&before), [(Part::Confirmations, 1, 0, 1)]);
}

#[tokio::test]
async fn people_who_came_and_levels_that_ran_out_are_parts_with_their_names() {
    let (ground, _, _) = asked().await;
    // Amina's level ran out in September; Fay joined in July, and is asked one thing.
    let judged =
        "employee_number,competency_code,kind,made_on,level\nE1,RSK-1,confirmed,2024-09-15,2\n";
    ground.bring(Kind::Judgements, judged).await;
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,start_date\n\
         E8,Fay,Day,T1,GP,1.00,2026-07-01\n";
    ground.bring(Kind::Staff, staff).await;
    let manager = ground.sign_in(EVE, Some((TeamManager, "P1"))).await;
    let page = changed(&manager, day(TODAY), day("2026-06-01")).await.unwrap();
    assert_eq!(moved(&page), [(Part::Joiners, 0, 1, 1), (Part::Expiries, -1, 0, 1)]);
    let told = "Requirements met: 50.0% (1 of 2) on 1 June 2026, 0.0% (0 of 3) on 1 November 2026";
    assert_eq!(page.sentence, told);
    let named = page.parts.iter().flat_map(|part| &part.named);
    let named: Vec<_> = named.map(|person| (&*person.name, &*person.changes[0])).collect();
    let expected = [
        ("Fay Day", "RSK-1 Ask about risk: newly asked, and not met"),
        ("Amina Khan", "RSK-1 Ask about risk: no longer met"),
    ];
    assert_eq!(named, expected);
}

#[tokio::test]
async fn whoever_sees_no_exact_figures_of_a_unit_is_told_no_reasons() {
    let (ground, _, lead) = asked().await;
    let ben = ground.sign_in(BEN, None).await;
    assert!(is_not_found(explained(&ben, "T1", Some("RSK")).await));
    assert!(is_not_found(changed(&ben, day(TODAY), day("2026-06-01")).await));
    assert!(is_not_found(explained(&lead, "N2", Some("RSK")).await));
    assert!(is_not_found(explained(&lead, "N1", Some("NOT")).await), "there is no such domain");
    let tomorrow = days_after(lead.today, 1);
    assert_eq!(beside(changed(&lead, day(TODAY), tomorrow).await), "compared_with");
}

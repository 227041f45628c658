//! Ranked figures: by how thin they are, how fast they fell, and how much of them runs out.

use super::asked;
use crate::ground::{Ground, TODAY, day};
use crate::sessions::place::{BEN, EVE, beside, is_not_found};
use domain::codes::GrantKind::TeamManager;
use domain::coverage::address::CoverageAddress;
use domain::coverage::ranking::{RankedPage, Ranking};
use domain::dates::days_after;
use services::coverage::{PageAsk, ranked};
use services::imports::Kind;
use services::{Ctx, Result};

async fn lists(ctx: &Ctx, address: CoverageAddress) -> Result<RankedPage> {
    let list = address.list;
    Ok(ranked(ctx, PageAsk::of(address, ctx.today), list).await?.expect("a place"))
}

fn network() -> CoverageAddress {
    CoverageAddress {
        within: Some("N1".to_owned()),
        as_at: Some(day(TODAY)),
        ..CoverageAddress::default()
    }
}

/// The unit and item of each entry of a list.
fn told(page: &RankedPage, ranking: Ranking) -> Vec<(&str, &str)> {
    let list = page.lists.iter().find(|list| list.ranking == ranking).expect("a list");
    let entries = list.entries.entries.iter();
    entries.map(|entry| (&*entry.unit.code, &*entry.item.code)).collect()
}

/// Six in T1 are asked to ask about risk, five in T3 and one in M1. Fay's confirmation ran out in September, Flo's will in December,
/// those of Gil and Guy in January.
async fn some_teams(ground: &Ground) {
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,start_date\n\
         F1,Fay,Day,T3,PN,1.00,2024-01-01\nF2,Flo,Eng,T3,PN,1.00,2024-01-01\n\
         F3,Fox,Fry,T3,PN,1.00,2024-01-01\nF4,Fen,Guy,T3,PN,1.00,2024-01-01\n\
         G1,Gil,Day,T1,PN,1.00,2024-01-01\nG2,Guy,Eng,T1,PN,1.00,2024-01-01\n\
         G3,Gay,Fry,T1,PN,1.00,2024-01-01\nG4,Gus,Orr,T1,PN,1.00,2024-01-01\n\
         H1,Hal,Day,M1,GP,1.00,2024-01-01\n";
    ground.bring(Kind::Staff, staff).await;
    let judged = "employee_number,competency_code,kind,made_on,level\n\
         F1,RSK-1,confirmed,2024-09-01,2\nF2,RSK-1,confirmed,2024-12-01,2\n\
         G1,RSK-1,confirmed,2025-01-10,2\nG2,RSK-1,confirmed,2025-01-10,2\n";
    ground.bring(Kind::Judgements, judged).await;
}

#[tokio::test]
async fn each_list_has_its_own_order_and_leaves_out_what_is_too_small() {
    let (ground, _, lead) = asked().await;
    some_teams(&ground).await;
    let page = lists(&lead, network()).await.unwrap();
    assert_eq!((page.as_at, page.compared_with), (day("2026-11-01"), day("2026-08-01")));
    // T3: 1 of 5, a quarter ago 2 of 5. T1: 2 of 6 on both days. M1 asks one thing: too little for a share, and nobody meets it.
    assert_eq!(told(&page, Ranking::Thinnest), [("T3", "RSK"), ("T1", "RSK")]);
    assert_eq!(told(&page, Ranking::Falling), [("T3", "RSK")]);
    assert_eq!(told(&page, Ranking::Expiring), [("T1", "RSK"), ("T3", "RSK")]);
    let fallen = &page.lists[1].entries.entries[0];
    let then = fallen.then.unwrap();
    assert_eq!((fallen.figure.requirements_met, fallen.figure.requirements), (1, 5));
    assert_eq!((then.requirements_met, then.requirements), (2, 5));

    // Of one domain, its competencies; against another day, another fall; and one list alone.
    let domain = Some("RSK".to_owned());
    let address = CoverageAddress {
        domain,
        compared_with: Some(day("2026-10-01")),
        list: Some(Ranking::Falling),
        ..network()
    };
    let alone = lists(&lead, address.clone()).await.unwrap();
    assert_eq!(alone.lists.len(), 1);
    assert!(told(&alone, Ranking::Falling).is_empty(), "it ran out before that day");
    let thin = CoverageAddress { list: Some(Ranking::Thinnest), ..address };
    let thin = lists(&lead, thin).await.unwrap();
    assert_eq!(told(&thin, Ranking::Thinnest), [("T3", "RSK-1"), ("T1", "RSK-1")]);
}

#[tokio::test]
async fn whoever_sees_no_exact_figures_of_a_unit_sees_none_of_it_in_order() {
    let (ground, _, lead) = asked().await;
    assert!(is_not_found(lists(&ground.sign_in(BEN, None).await, network()).await));
    let manager = ground.sign_in(EVE, Some((TeamManager, "P2"))).await;
    assert!(is_not_found(lists(&manager, network()).await));
    let to_come = Some(days_after(lead.today, 1));
    let address = CoverageAddress { compared_with: to_come, ..network() };
    assert_eq!(beside(lists(&lead, address).await), "compared_with");
}

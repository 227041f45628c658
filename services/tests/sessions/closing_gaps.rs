//! Gaps that a time would help to close: counted for whoever runs sessions, within their grants, and few never told.

use super::finding::{draft_for_t1, found, found_in};
use super::place::{AMINA, BEN, DAN, says, scheduled, with_educator};
use crate::ground::{Ground, TODAY, day};
use domain::codes::GrantKind::{Educator, WorkforceLead};
use domain::codes::Sharing;
use domain::sessions::finding::views::GapLine;
use domain::sessions::forms::DescribeSession;
use domain::sharing::SetSharing;
use services::imports::Kind;
use services::{sessions, sharing};

/// The session builds RSK-1 at 2. Nurses are asked it at 3 and doctors at 2; T1 has four more nurses.
async fn asked(ground: &Ground) {
    let requirements = "role_code,competency_code,required_level,necessity,critical\n\
                        PN,RSK-1,3,core,yes\nGP,RSK-1,2,core,no\n";
    ground.bring(Kind::Requirements, requirements).await;
    let head =
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date";
    let nurse = |n: u32| format!("E1{n},Nia,Ray,T1,PN,1.00,A1{n},2024-01-01\n");
    let nurses: String = (1..5).map(nurse).collect();
    ground.bring(Kind::Staff, &format!("{head}\n{nurses}")).await;
}

fn on_risk(people: usize) -> Vec<GapLine> {
    vec![GapLine { code: "RSK-1".to_owned(), title: "Ask about risk".to_owned(), people }]
}

#[tokio::test]
async fn those_who_could_come_and_lack_what_it_builds_are_counted_and_few_are_not_told() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    let page = found(&cara, id).await;
    assert_eq!((page.gap_teams, page.builds), (1, 1));
    assert!(page.times[0].gaps.is_empty(), "nothing is asked of anybody");
    asked(&ground).await;
    // Amina, Ben and the four.
    assert_eq!(found(&cara, id).await.times[0].gaps, on_risk(6));
    let judged = "employee_number,competency_code,kind,made_on,level\n\
                  E2,RSK-1,confirmed,2026-05-01,2\nE11,RSK-1,self,2026-05-01,4\n";
    ground.bring(Kind::Judgements, judged).await;
    assert_eq!(found(&cara, id).await.times[0].gaps, on_risk(5), "Ben holds what is asked");
    // Amina has a seat in another session all of Monday.
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    let starts = "2026-11-30T09:00:00".parse().unwrap();
    let all_day = DescribeSession { starts, minutes: 480, ..says("Recovery") };
    let other = scheduled(&dan, &all_day).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, other, "T1", false).await.unwrap();
    let monday = found_in(&cara, id, ["2026-11-30", "2026-11-30"]).await;
    assert_eq!((monday.times[0].could_come, &monday.times[0].gaps), (5, &Vec::new()));
    assert_eq!(found(&cara, id).await.times[0].gaps, on_risk(5), "on Tuesday");
}

#[tokio::test]
async fn counts_are_for_educators_and_leads_within_their_grants_where_figures_are_shared() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    asked(&ground).await;
    let page = found(&cara, id).await;
    assert_eq!((page.teams, page.gap_teams), (2, 2));
    assert_eq!(page.times[0].gaps, on_risk(7), "Eve of T2, too");
    // T2 lies in the other network.
    let ben = ground.sign_in(BEN, Some((Educator, "N1"))).await;
    let page = found(&ben, id).await;
    assert_eq!((page.people, page.gap_teams, page.counts_gaps()), (7, 1, true));
    assert_eq!(page.times[0].gaps, on_risk(6));
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    let page = found(&lead, id).await;
    assert_eq!((page.people, page.gap_teams, page.counts_gaps()), (7, 1, true));
    assert_eq!(page.times[0].gaps, on_risk(6), "as the educator of the same place sees them");
    // What shares no figures is left out for whoever looks from outside.
    let nothing = SetSharing { level: Sharing::None, from: day(TODAY) };
    sharing::set(&ground.operator(), "P1", nothing).await.unwrap();
    let page = found(&cara, id).await;
    assert_eq!((page.gap_teams, &page.times[0].gaps), (1, &Vec::new()), "of Eve alone nothing");
    let page = found(&lead, id).await;
    assert_eq!((page.gap_teams, page.counts_gaps()), (0, false));
    assert!(page.times.iter().all(|line| line.gaps.is_empty()));
}

//! How far the audience has come: exact figures for whoever sees them, people for whoever may read their records.

use super::place::{AMINA, BEN, DAN, EVE, is_not_found, with_programme};
use domain::codes::GrantKind::{Educator, PracticeLead, TeamManager, WorkforceLead};
use domain::codes::Sharing;
use domain::coverage::ScopeKind::{self, Network, Organisation, Place, Team};
use domain::programmes::counting::{Come, StepCount};
use domain::sharing::SetSharing;
use entities::viewing;
use services::{Ctx, programmes, sharing};

fn come(people: u32, whole: u32, steps: [(u32, u32); 2]) -> Come {
    let steps = steps.map(|(done, of)| StepCount { done, of, ..StepCount::default() }).to_vec();
    Come { people, whole, steps }
}

async fn rows(ctx: &Ctx, kind: ScopeKind) -> Vec<(String, Option<Come>)> {
    let found = programmes::rows(ctx, "SMI", kind, 1).await.unwrap();
    found.rows.entries.into_iter().map(|row| (row.unit.code, row.come)).collect()
}

fn row(code: &str, come: Come) -> (String, Option<Come>) {
    (code.to_owned(), Some(come))
}

#[tokio::test]
async fn a_person_in_two_teams_counts_in_both_and_once_in_wider_rows() {
    let ground = with_programme().await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "TH"))).await;
    // T1: Amina (first step done) and Ben (none). T2: Eve (both). T3: Amina alone.
    let (t1, t2) = (come(2, 0, [(1, 2), (0, 2)]), come(1, 1, [(1, 1), (1, 1)]));
    let t3 = come(1, 0, [(1, 1), (0, 1)]);
    let teams = rows(&lead, Team).await;
    assert_eq!(teams, [row("T1", t1.clone()), row("T2", t2.clone()), row("T3", t3)]);
    // Practice 1 has both of Amina's teams, and her once.
    let practices = rows(&lead, Organisation).await;
    assert_eq!(practices, [row("P1", t1.clone()), row("P2", t2.clone())]);
    assert_eq!(rows(&lead, Network).await, [row("N1", t1), row("N2", t2)]);
    let all = come(3, 1, [(2, 3), (1, 3)]);
    assert_eq!(rows(&lead, Place).await, [row("TH", all.clone())]);
    let found = programmes::rows(&lead, "SMI", Team, 1).await.unwrap();
    assert_eq!((found.whole, found.left_out), (Some(all), vec![]));
}

#[tokio::test]
async fn what_is_not_shared_is_in_no_row_and_named() {
    let ground = with_programme().await;
    let nothing = SetSharing { level: Sharing::None, from: ground.operator().today };
    sharing::set(&ground.operator(), "P1", nothing).await.unwrap();
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "TH"))).await;
    let eve_alone = come(1, 1, [(1, 1), (1, 1)]);
    let found = programmes::rows(&lead, "SMI", Team, 1).await.unwrap();
    assert_eq!(found.whole, Some(eve_alone.clone()));
    assert_eq!(found.left_out, ["Practice 1"]);
    assert_eq!(rows(&lead, Place).await, [row("TH", eve_alone)]);
    assert!(is_not_found(programmes::team(&lead, "SMI", "T1").await));
}

#[tokio::test]
async fn a_manager_sees_figures_and_people_of_their_teams() {
    let ground = with_programme().await;
    let manager = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let codes: Vec<String> = rows(&manager, Team).await.into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["T1", "T3"]);
    let opened = programmes::team(&manager, "SMI", "T1").await.unwrap();
    assert_eq!(opened.come, Some(come(2, 0, [(1, 2), (0, 2)])));
    let people = opened.people.unwrap();
    let told: Vec<_> = people.iter().map(|p| (p.name.as_str(), p.done.done)).collect();
    assert_eq!(told, [("Khan, Amina", 1), ("Okoro, Ben", 0)], "himself he is not of the audience");
    let noted = ground.only::<viewing::Entity>().await;
    assert_eq!(noted.query.as_deref(), Some("programme SMI team=T1"));
    assert!(is_not_found(programmes::team(&manager, "SMI", "T2").await));
}

#[tokio::test]
async fn from_outside_figures_come_without_people_until_these_are_shared() {
    let ground = with_programme().await;
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N2"))).await;
    let opened = programmes::team(&lead, "SMI", "T2").await.unwrap();
    assert!(opened.come.is_some() && opened.people.is_none());
    let people = SetSharing { level: Sharing::People, from: ground.operator().today };
    sharing::set(&ground.operator(), "P2", people).await.unwrap();
    let opened = programmes::team(&lead, "SMI", "T2").await.unwrap();
    assert_eq!(opened.people.map(|people| people.len()), Some(1));
}

#[tokio::test]
async fn who_reads_records_without_figures_sees_people_and_no_figure() {
    let ground = with_programme().await;
    let practice_lead = ground.sign_in(BEN, Some((PracticeLead, "T1"))).await;
    // Amina is in her reach by T1, so T3 opens too, with her alone.
    let teams = rows(&practice_lead, Team).await;
    assert_eq!(teams, [("T1".to_owned(), None), ("T3".to_owned(), None)]);
    assert!(rows(&practice_lead, Place).await.is_empty(), "wider rows are figures");
    let found = programmes::rows(&practice_lead, "SMI", Team, 1).await.unwrap();
    assert_eq!(found.whole, None);
    let opened = programmes::team(&practice_lead, "SMI", "T1").await.unwrap();
    assert_eq!((opened.come, opened.people.map(|people| people.len())), (None, Some(2)));
}

#[tokio::test]
async fn colleagues_and_educators_see_nobody_elses_progress() {
    let ground = with_programme().await;
    let colleague = ground.sign_in(BEN, None).await;
    let educator = ground.sign_in(EVE, Some((Educator, "TH"))).await;
    for who in [&colleague, &educator, &ground.sign_in(AMINA, None).await] {
        assert!(is_not_found(programmes::rows(who, "SMI", Team, 1).await));
        assert!(is_not_found(programmes::team(who, "SMI", "T1").await));
    }
    assert!(programmes::rows(&ground.nobody(), "SMI", Team, 1).await.is_err());
}

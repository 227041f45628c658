//! A time is found for a draft: from what is on record of its leads and of invited teams, and it is put into the draft.

use super::place::{
    AMINA, BEN, DAN, EVE, WHY, colleague, drafted, is_not_found, refused, says, scheduled,
    with_educator,
};
use crate::ground::Ground;
use domain::codes::GrantKind::{Educator, TeamManager};
use domain::ids::SessionId;
use domain::release::forms::AddWindow;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::finding::views::TimesPage;
use domain::sessions::forms::DescribeSession;
use services::db::counted;
use services::{Ctx, release, sessions};

/// The days around that of the sessions here, 30 November.
fn that_week() -> TimesFields {
    TimesFields { from: "2026-11-30".to_owned(), until: "2026-12-02".to_owned() }
}

/// A draft of two hours to which team T1 is invited, whose people are Amina and Ben.
async fn draft_for_t1(cara: &Ctx) -> SessionId {
    let two_hours = DescribeSession { minutes: 120, ..says("Grief and loss") };
    let id = drafted(cara, &two_hours, "RSK-1").await;
    sessions::invite(cara, id, "T1").await.unwrap();
    id
}

async fn found(ctx: &Ctx, id: SessionId) -> TimesPage {
    sessions::times(ctx, id, &that_week()).await.unwrap()
}

/// T1 lets its people go on Tuesday afternoons.
async fn tuesdays(ground: &Ground) -> Ctx {
    let manager = ground.sign_in(EVE, Some((TeamManager, "T1"))).await;
    let window = AddWindow {
        first: "2026-11-03".parse().unwrap(),
        every_weeks: 1,
        last: None,
        from: "13:00:00".parse().unwrap(),
        to: "17:00:00".parse().unwrap(),
    };
    release::add_window(&manager, "T1", window).await.unwrap();
    manager
}

#[tokio::test]
async fn protected_time_comes_first_and_who_is_in_another_session_could_not_come() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    let page = found(&cara, id).await;
    assert_eq!((page.teams, page.people, page.times.len()), (1, 2, 10));
    assert_eq!(page.times[0].slot.starts.to_string(), "2026-11-30 09:00:00");
    tuesdays(&ground).await;
    let best = found(&cara, id).await.times.remove(0);
    assert_eq!(best.slot.starts.to_string(), "2026-12-01 13:00:00");
    assert_eq!((best.could_come, best.protected), (2, 2));
    assert_eq!(best.protected_of, ["Practice 1 team"]);
    assert_eq!(best.free, ["Cara Miah"]);
    // Ben has a seat in a session of Dan's then.
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    let starts = "2026-12-01T13:00:00".parse().unwrap();
    let other = scheduled(&dan, &DescribeSession { starts, ..says("Recovery") }).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, other, "T1", false).await.unwrap();
    let best = found(&cara, id).await.times.remove(0);
    assert_eq!(best.slot.starts.to_string(), "2026-12-01 14:00:00", "that one is over");
    assert_eq!(best.protected, 2);
}

#[tokio::test]
async fn a_lead_who_is_in_another_session_is_named_and_that_time_comes_last() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    tuesdays(&ground).await;
    let starts = "2026-12-01T13:00:00".parse().unwrap();
    let afternoon = DescribeSession { starts, minutes: 240, ..says("Recovery") };
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    scheduled(&dan, &afternoon).await;
    sessions::add_lead(&cara, id, &colleague("dan@staff.example")).await.unwrap();
    let tuesday = "2026-12-01".to_owned();
    let tuesday = TimesFields { from: tuesday.clone(), until: tuesday };
    let page = sessions::times(&cara, id, &tuesday).await.unwrap();
    assert!(page.times[0].taken.is_empty());
    assert_eq!(page.times[0].free, ["Cara Miah", "Dan Reid"]);
    let last = page.times.last().unwrap();
    assert_eq!((last.taken.join(", ").as_str(), last.protected), ("Dan Reid", 2));
}

#[tokio::test]
async fn the_time_that_is_used_moves_the_draft_and_its_end_of_booking() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    let starts = "2026-12-01T13:00:00".parse().unwrap();
    let ends = Some("2026-11-28T00:00:00".parse().unwrap());
    let says = DescribeSession { booking_ends: ends, ..says("Grief and loss") };
    sessions::change(&cara, id, &says, &[]).await.unwrap();
    sessions::use_time(&cara, id, starts).await.unwrap();
    let moved = sessions::session(&cara, id).await.unwrap();
    assert_eq!(moved.slot.starts, starts);
    assert_eq!(moved.booking_ends.to_string(), "2026-11-29 00:00:00", "a day later, as it is");
    let amina = ground.sign_in(AMINA, None).await;
    assert!(is_not_found(sessions::times(&amina, id, &that_week()).await));
    assert!(is_not_found(sessions::use_time(&amina, id, starts).await));
    sessions::schedule(&cara, id, WHY).await.unwrap();
    assert!(refused(sessions::use_time(&cara, id, starts).await).contains("not a draft"));
    assert!(found(&cara, id).await.why_not.unwrap().contains("not a draft"));
}

#[tokio::test]
async fn what_is_wrong_with_the_days_is_told_beside_them_and_no_team_is_no_fault() {
    let (_ground, cara) = with_educator().await;
    let id = drafted(&cara, &says("Grief and loss"), "RSK-1").await;
    let past = TimesFields { from: "2026-10-01".to_owned(), until: String::new() };
    let page = sessions::times(&cara, id, &past).await.unwrap();
    assert!(page.errors.of("from").is_some() && page.times.is_empty());
    let page = sessions::times(&cara, id, &TimesFields::default()).await.unwrap();
    assert_eq!(
        (page.fields.from.as_str(), page.fields.until.as_str()),
        ("2026-12-27", "2027-01-24")
    );
    assert_eq!((page.teams, page.people, page.times.len()), (0, 0, 10));
}

#[tokio::test]
async fn five_queries_look_at_any_number_of_days_and_people() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    tuesdays(&ground).await;
    let (_, one_team) = counted(found(&cara, id)).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let longer = TimesFields { from: "2026-11-30".to_owned(), until: "2027-02-26".to_owned() };
    let (page, more) = counted(sessions::times(&cara, id, &longer)).await;
    assert_eq!(page.unwrap().people, 3);
    assert!(more <= one_team + 2, "{more} after {one_team}: sessions near are there to be read");
}

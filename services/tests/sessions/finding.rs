//! A time is found for a draft: from what is on record of its leads and of invited teams, and it is put into the draft.

use super::place::{
    AMINA, BEN, DAN, EVE, WHY, colleague, drafted, is_not_found, on, refused, says, scheduled,
    with_educator,
};
use crate::ground::Ground;
use domain::codes::GrantKind::{Educator, TeamManager, WorkforceLead};
use domain::dates::Period;
use domain::ids::SessionId;
use domain::protected_time::TimeUnit;
use domain::protected_time::amount::Amount;
use domain::protected_time::forms::GiveTime;
use domain::release::forms::AddWindow;
use domain::sessions::finding::forms::TimesFields;
use domain::sessions::finding::views::TimesPage;
use domain::sessions::forms::DescribeSession;
use services::db::counted;
use services::imports::Kind;
use services::{Ctx, protected_time, release, sessions};

/// The days around that of the sessions here, 30 November.
fn that_week() -> TimesFields {
    TimesFields { from: "2026-11-30".to_owned(), until: "2026-12-02".to_owned() }
}

/// A draft of two hours to which team T1 is invited, whose people are Amina and Ben.
pub async fn draft_for_t1(cara: &Ctx) -> SessionId {
    let two_hours = DescribeSession { minutes: 120, ..says("Grief and loss") };
    let id = drafted(cara, &two_hours, "RSK-1").await;
    sessions::invite(cara, id, "T1").await.unwrap();
    id
}

pub async fn found(ctx: &Ctx, id: SessionId) -> TimesPage {
    sessions::times(ctx, id, &that_week()).await.unwrap()
}

/// The best times from one day to another.
pub async fn found_in(ctx: &Ctx, id: SessionId, [from, until]: [&str; 2]) -> TimesPage {
    let days = TimesFields { from: from.to_owned(), until: until.to_owned() };
    sessions::times(ctx, id, &days).await.unwrap()
}

/// So many minutes a week, from one day to another.
async fn promised(ground: &Ground, to: &Ctx, minutes: u32, [first, last]: [&str; 2]) {
    let lead = ground.sign_in(AMINA, Some((WorkforceLead, "MH"))).await;
    let says = GiveTime {
        amount: Amount { unit: TimeUnit::Hours, minutes },
        held: Period::new(first.parse().ok(), last.parse().ok()),
        source: "Job plan".to_owned(),
        agreed_by: "The medical director".to_owned(),
    };
    protected_time::give(&lead, to.actor.person().unwrap(), &says).await.unwrap();
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
    let page = found_in(&cara, id, ["2026-12-01", "2026-12-01"]).await;
    assert!(page.times[0].taken.is_empty());
    assert_eq!(page.times[0].free, ["Cara Miah", "Dan Reid"]);
    let last = page.times.last().unwrap();
    assert_eq!((last.taken.join(", ").as_str(), last.protected), ("Dan Reid", 2));
}

#[tokio::test]
async fn what_the_leads_protected_time_covers_comes_first_and_the_rest_says_what_scheduling_asks() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    let first = found(&cara, id).await.times.remove(0);
    assert_eq!(
        (first.covered.len(), first.lacking),
        (0, vec!["You have no protected time.".to_owned()])
    );
    // Two hours, from Wednesday on; T1 lets its people go on Tuesday.
    promised(&ground, &cara, 120, ["2026-12-02", "2026-12-08"]).await;
    tuesdays(&ground).await;
    let times = found(&cara, id).await.times;
    let starts: Vec<String> = times.iter().map(|line| line.slot.starts.to_string()).collect();
    assert_eq!(
        (starts[0].as_str(), starts[4].as_str()),
        ("2026-12-02 09:00:00", "2026-12-01 13:00:00")
    );
    assert_eq!((times[0].covered.join(", ").as_str(), times[0].lacking.len()), ("Cara Miah", 0));
    assert_eq!((times[4].covered.len(), times[4].protected), (0, 2));
    assert_eq!(times[4].lacking, ["You have no protected time on the day of this session."]);
    sessions::use_time(&cara, id, times[0].slot.starts).await.unwrap();
    sessions::schedule(&cara, id, "").await.unwrap();
    // Now they are taken up, and the next session goes beyond them on every day.
    let next = draft_for_t1(&cara).await;
    let thursday = found_in(&cara, next, ["2026-12-03", "2026-12-03"]).await.times.remove(0);
    sessions::use_time(&cara, next, thursday.slot.starts).await.unwrap();
    let refusal = refused(sessions::schedule(&cara, next, "").await);
    assert!(thursday.lacking[0].contains("takes 2 hours more"), "{:?}", thursday.lacking);
    assert!(refusal.starts_with(&thursday.lacking[0]), "{refusal}");
}

#[tokio::test]
async fn each_time_is_held_against_the_year_in_which_it_lies() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    promised(&ground, &cara, 240, ["2027-03-29", "2027-04-04"]).await;
    // 240 × 3 / 7 = 103 minutes lie in the year up to 31 March, 240 × 4 / 7 = 137 in the next.
    let days = ["2027-03-30", "2027-04-01"];
    let lacking = |page: &TimesPage, day: &str| {
        let mut times = page.times.iter();
        let line = times.find(|line| line.slot.starts.date().to_string() == day).unwrap();
        line.lacking.join(" ")
    };
    let page = found_in(&cara, id, days).await;
    assert_eq!(page.times[0].slot.starts.to_string(), "2027-04-01 09:00:00");
    assert_eq!(lacking(&page, days[1]), "");
    assert!(lacking(&page, days[0]).contains("takes 17 minutes more"), "{page:?}");
    let may = "2027-05-04T13:00:00".parse().unwrap();
    scheduled(&cara, &DescribeSession { starts: may, ..says("Recovery") }).await;
    let page = found_in(&cara, id, days).await;
    assert!(lacking(&page, days[0]).contains("takes 17 minutes more"), "{page:?}");
    // 60 + 120 - 137
    assert!(lacking(&page, days[1]).contains("takes 43 minutes more"), "{page:?}");
}

#[tokio::test]
async fn the_time_that_is_used_moves_the_draft_and_when_booking_opens_and_ends() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    let starts = "2026-12-01T13:00:00".parse().unwrap();
    let ends = Some("2026-11-28T00:00:00".parse().unwrap());
    let opens = Some("2026-11-20T09:00:00".parse().unwrap());
    let says =
        DescribeSession { booking_opens: opens, booking_ends: ends, ..says("Grief and loss") };
    sessions::change(&cara, id, &says, (&[], "")).await.unwrap();
    sessions::use_time(&cara, id, starts).await.unwrap();
    let moved = sessions::session(&cara, id).await.unwrap();
    assert_eq!(moved.slot.starts, starts);
    assert_eq!(moved.booking_ends.to_string(), "2026-11-29 00:00:00", "a day later, as it is");
    assert_eq!(moved.booking_opens, Some("2026-11-21T09:00:00".parse().unwrap()));
    let amina = ground.sign_in(AMINA, None).await;
    assert!(is_not_found(sessions::times(&amina, id, &that_week()).await));
    assert!(is_not_found(sessions::use_time(&amina, id, starts).await));
    sessions::schedule(&cara, id, WHY).await.unwrap();
    assert!(refused(sessions::use_time(&cara, id, starts).await).contains("not a draft"));
    let scheduled = found(&cara, id).await;
    assert!(scheduled.why_not.unwrap().contains("not a draft"));
    assert_eq!(scheduled.concerned, None, "nobody has a seat");
    // Booking opens on the 21st.
    sessions::book(&on(&amina, "2026-11-22"), id, "T1", false).await.unwrap();
    let words = "1 person has a seat: they are told by mail and in their calendar";
    assert!(found(&cara, id).await.concerned.unwrap().starts_with(words));
    let over = found(&on(&cara, "2026-12-02"), id).await;
    assert!(over.why_not.unwrap().contains("has taken place"));
    assert_eq!(over.concerned, None);
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
    let begins = "These are times from Sunday 27 December 2026 to Sunday 24 January 2027. You chose no first day";
    assert!(page.looked_at.starts_with(begins), "{}", page.looked_at);
    assert_eq!((page.teams, page.people, page.times.len()), (0, 0, 10));
}

#[tokio::test]
async fn nine_queries_look_at_any_number_of_days_and_people() {
    let (ground, cara) = with_educator().await;
    let id = draft_for_t1(&cara).await;
    tuesdays(&ground).await;
    found(&cara, id).await;
    let (_, one_team) = counted(found(&cara, id)).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let head =
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date";
    let nurse = |n: usize| format!("Q{n},Nia,Ray,T1,PN,1.00,Q{n},2024-01-01\n");
    let nurses: String = (0..20).map(nurse).collect();
    ground.bring(Kind::Staff, &format!("{head}\n{nurses}")).await;
    // The facts are read anew.
    found(&cara, id).await;
    // Over the end of a year, too.
    let (page, more) = counted(found_in(&cara, id, ["2027-02-01", "2027-04-30"])).await;
    assert_eq!(page.people, 23);
    assert_eq!(more, one_team);
}

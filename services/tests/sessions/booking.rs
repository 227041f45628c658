//! Whoever has a team in the place, or one that is invited, books from it; nobody is in two sessions at once.

use super::place::{
    AMINA, BEN, DAN, EVE, WHY, beside, drafted, events, on, own_state, refused, says, scheduled,
    with_educator,
};
use domain::codes::GrantKind::{Educator, TeamManager};
use domain::refusal::Refusal;
use domain::sessions::BookingState::{Booked, CancelledByPerson, CancelledBySession};
use domain::sessions::browse::SessionsAddress;
use domain::sessions::forms::{AddGuest, CancelSession, DescribeSession};
use domain::sessions::{CancelReason, SessionState};
use entities::audit_entry;
use services::sessions;

#[tokio::test]
async fn a_team_books_within_the_place_or_where_it_is_invited() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let eve = ground.sign_in(EVE, None).await;
    let outside = refused(sessions::book(&eve, id, "T2", false).await);
    assert!(outside.contains("held for Network 1"), "{outside}");
    let own = sessions::session(&eve, id).await.unwrap().own;
    assert_eq!((own.why_not, own.teams.len()), (Some(outside), 0));
    sessions::invite(&cara, id, "T2").await.unwrap();
    sessions::invite(&cara, id, "T2").await.unwrap();
    assert_eq!(sessions::session(&eve, id).await.unwrap().own.teams[0].code, "T2");
    assert_eq!(sessions::book(&eve, id, "T2", false).await.unwrap(), Booked);
    sessions::uninvite(&cara, id, "T2").await.unwrap();
    assert_eq!(own_state(&eve, id).await, Some(Booked), "what was booked stays");
    assert_eq!(beside(sessions::uninvite(&cara, id, "T2").await), "team");
    assert_eq!(beside(sessions::invite(&cara, id, "XX").await), "team");
}

#[tokio::test]
async fn where_only_invited_teams_may_book_the_place_opens_nothing() {
    let (ground, cara) = with_educator().await;
    let by_invitation = DescribeSession { invited_only: true, ..says("Safety plans") };
    let id = drafted(&cara, &by_invitation, "RSK-1").await;
    sessions::invite(&cara, id, "T3").await.unwrap();
    sessions::schedule(&cara, id, WHY).await.unwrap();
    let ben = ground.sign_in(BEN, None).await;
    assert!(refused(sessions::book(&ben, id, "T1", false).await).contains("invited"));
    let amina = ground.sign_in(AMINA, None).await;
    assert_eq!(beside(sessions::book(&amina, id, "T1", false).await), "team");
    assert_eq!(sessions::book(&amina, id, "", false).await.unwrap(), Booked, "the only one");
    assert!(refused(sessions::uninvite(&cara, id, "T3").await).contains("Invite a team"));
    let event = &events(&ground).await[0];
    assert_eq!((event.sequence, event.by_account_id), (1, amina.actor.account_id()));
}

#[tokio::test]
async fn who_is_in_two_teams_says_which_they_book_from() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let amina = ground.sign_in(AMINA, None).await;
    assert_eq!(beside(sessions::book(&amina, id, "", false).await), "team");
    assert_eq!(beside(sessions::book(&amina, id, "M1", false).await), "team");
    let codes = sessions::session(&amina, id).await.unwrap().own.teams;
    let codes: Vec<_> = codes.iter().map(|team| team.code.as_str()).collect();
    assert_eq!(codes, ["T1", "T3"]);
    sessions::book(&amina, id, "T3", false).await.unwrap();
    assert!(refused(sessions::book(&amina, id, "T1", false).await).contains("You have a seat"));
}

#[tokio::test]
async fn an_overlapping_session_is_refused_by_its_name() {
    let (ground, cara) = with_educator().await;
    let first = scheduled(&cara, &says("Safety plans")).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, first, "T1", false).await.unwrap();
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    let half_past = "2026-11-30T13:30:00".parse().unwrap();
    let second = scheduled(&dan, &DescribeSession { starts: half_past, ..says("Recovery") }).await;
    let refusal = refused(sessions::book(&ben, second, "T1", false).await);
    let clash = "You are in “Safety plans” then: Monday 30 November 2026, 1pm to 2pm.";
    assert_eq!(refusal, clash);
    let own = sessions::session(&ben, second).await.unwrap().own;
    assert_eq!(own.why_not.as_deref(), Some(clash));
    // Whoever leads one is in it too; and what was given up is in nobody's way.
    let leads = refused(sessions::book(&cara, second, "M1", false).await);
    assert!(leads.contains("Safety plans"), "{leads}");
    sessions::give_up(&ben, first).await.unwrap();
    assert_eq!(sessions::book(&ben, second, "T1", false).await.unwrap(), Booked);
}

#[tokio::test]
async fn only_what_is_scheduled_and_open_can_be_booked() {
    let (ground, cara) = with_educator().await;
    let until = Some("2026-11-20T00:00:00".parse().unwrap());
    let early = DescribeSession { booking_ends: until, ..says("Safety plans") };
    let id = scheduled(&cara, &early).await;
    let mut ben = ground.sign_in(BEN, None).await;
    ben.today = "2026-11-20".parse().unwrap();
    let ended = "Booking has ended. It was open until the end of 19 November 2026.";
    assert_eq!(refused(sessions::book(&ben, id, "T1", false).await), ended);
    let own = sessions::session(&ben, id).await.unwrap().own;
    assert_eq!(own.why_not.as_deref(), Some(ended));
    ben.today = "2026-12-01".parse().unwrap();
    assert!(refused(sessions::book(&ben, id, "T1", false).await).contains("taken place"));
    let draft = sessions::draft(&cara, &says("Draft")).await.unwrap();
    assert!(refused(sessions::book(&cara, draft, "M1", false).await).contains("is a draft"));
    sessions::cancel(&cara, id, CancelSession(CancelReason::Other)).await.unwrap();
    ben.today = cara.today;
    assert!(refused(sessions::book(&ben, id, "T1", false).await).contains("was cancelled"));
}

#[tokio::test]
async fn nobody_is_booked_before_booking_opens_by_themselves_or_by_others() {
    let (ground, cara) = with_educator().await;
    let booking_opens = Some("2026-11-10T13:30:00".parse().unwrap());
    let later = DescribeSession { booking_opens, ..says("Safety plans") };
    let id = scheduled(&cara, &later).await;
    let ben = ground.sign_in(BEN, None).await;
    let opens = "Booking opens on Tuesday 10 November 2026, 1:30pm.";
    assert_eq!(refused(sessions::book(&ben, id, "T1", false).await), opens);
    let seen = sessions::session(&ben, id).await.unwrap();
    assert_eq!((seen.booking_opens, seen.own.why_not.as_deref()), (booking_opens, Some(opens)));
    let mine = SessionsAddress { mine: true, ..SessionsAddress::default() };
    assert_eq!(sessions::list(&ben, &mine).await.unwrap().lines.total, 0);
    let manager = ground.sign_in(EVE, Some((TeamManager, "T1"))).await;
    let people = sessions::people(&manager, id, "", 1).await.unwrap();
    assert_eq!(people.why_not.as_deref(), Some(opens));
    let hers = [ground.person(BEN).await];
    assert!(refused(sessions::book_people(&manager, id, &hers).await).contains(opens));
    let ada = AddGuest {
        name: "Ada".to_owned(),
        organisation: "Mind".to_owned(),
        profession: "Peer support".to_owned(),
        from_list: false,
    };
    assert_eq!(refused(sessions::add_guest(&cara, id, &ada).await), opens);
    assert!(events(&ground).await.is_empty());
    let [ben, cara] = [&ben, &cara].map(|ctx| on(ctx, "2026-11-11"));
    assert_eq!(sessions::list(&ben, &mine).await.unwrap().lines.total, 1);
    assert_eq!(sessions::book(&ben, id, "T1", false).await.unwrap(), Booked);
    assert_eq!(sessions::add_guest(&cara, id, &ada).await.unwrap(), Booked);
}

#[tokio::test]
async fn an_account_without_a_record_reads_and_does_not_book() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let operator = ground.operator();
    let own = sessions::session(&operator, id).await.unwrap().own;
    assert!(own.why_not.unwrap().contains("staff record"));
    let refused = sessions::book(&operator, id, "T1", false).await.unwrap_err();
    assert!(matches!(refused, services::Error::Refused(Refusal::SignInFirst)));
}

#[tokio::test]
async fn cancelling_a_session_cancels_every_booking_once() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &DescribeSession { capacity: 1, ..says("Safety plans") }).await;
    let (amina, ben) = (ground.sign_in(AMINA, None).await, ground.sign_in(BEN, None).await);
    let eve = ground.sign_in(EVE, None).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    for (ctx, team) in [(&amina, "T1"), (&ben, "T1"), (&eve, "T2")] {
        sessions::book(ctx, id, team, false).await.unwrap();
    }
    sessions::give_up(&eve, id).await.unwrap();
    let why = CancelSession(CancelReason::EducatorUnwell);
    assert_eq!(sessions::cancel(&cara, id, why).await.unwrap(), 2);
    assert_eq!(own_state(&amina, id).await, Some(CancelledBySession));
    assert_eq!(own_state(&ben, id).await, Some(CancelledBySession));
    assert_eq!(own_state(&eve, id).await, Some(CancelledByPerson));
    let detail = sessions::session(&ben, id).await.unwrap();
    assert_eq!((detail.state, detail.seats.held), (SessionState::Cancelled, 0));
    assert_eq!(detail.cancelled_for, Some(CancelReason::EducatorUnwell));
    let all = events(&ground).await;
    let by: Vec<_> = all.iter().filter(|event| event.state == CancelledBySession).collect();
    assert!(by.iter().all(|event| event.by_account_id == cara.actor.account_id()));
    let log = ground.all::<audit_entry::Entity>().await;
    assert_eq!(log.iter().filter(|entry| entry.action == "book seat").count(), 3);
}

//! What becomes of bookings when a session changes, or the people who booked it; and what the pages that change it offer.

use super::place::{
    AMINA, BEN, EVE, beside, ends, events, full, is_not_found, on, own_state, refused, says,
    scheduled, with_educator,
};
use domain::coverage::views::Heading;
use domain::sessions::BookingState::{CancelledBySession, Offered, Waitlisted};
use domain::sessions::forms::{DescribeSession, KeepSeats};
use entities::viewing;
use services::sessions;

#[tokio::test]
async fn one_booking_is_cancelled_and_its_seat_passed_on() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    let whom = ground.person(BEN).await;
    for other in [&amina, &ben] {
        assert!(is_not_found(sessions::cancel_booking(other, id, whom).await));
    }
    sessions::cancel_booking(&cara, id, whom).await.unwrap();
    assert_eq!(own_state(&ben, id).await, Some(CancelledBySession));
    assert_eq!(own_state(&amina, id).await, Some(Offered));
    let by: Vec<_> = events(&ground).await.into_iter().map(|event| event.by_account_id).collect();
    assert_eq!(by[2..], [cara.actor.account_id(), None]);
    assert!(refused(sessions::cancel_booking(&cara, id, whom).await).contains("no booking"));
    let over = on(&cara, "2026-12-01");
    let refusal = refused(sessions::cancel_booking(&over, id, whom).await);
    assert!(refusal.contains("has taken place"), "{refusal}");
}

#[tokio::test]
async fn an_offer_ends_when_booking_does() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    sessions::give_up(&ben, id).await.unwrap();
    let ends = Some("2026-11-03T00:00:00".parse().unwrap());
    let earlier = DescribeSession { capacity: 1, booking_ends: ends, ..says("Safety plans") };
    sessions::change(&cara, id, &earlier, (&[], "")).await.unwrap();
    assert_eq!(sessions::session(&amina, id).await.unwrap().own.answer_by, ends);
    let refusal = refused(sessions::accept(&on(&amina, "2026-11-03"), id).await);
    assert!(refusal.contains("the end of 2 November 2026"), "{refusal}");
    sessions::accept(&amina, id).await.unwrap();
}

#[tokio::test]
async fn no_seat_is_offered_to_whoever_has_no_post_on_the_day() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let (amina, eve) = (ground.sign_in(AMINA, None).await, ground.sign_in(EVE, None).await);
    sessions::book(&amina, id, "T1", false).await.unwrap();
    sessions::book(&eve, id, "T2", false).await.unwrap();
    ends(&ground, "E1,Amina,Khan,T1,PN,0.50,A1,2024-01-01,amina@staff.example").await;
    sessions::give_up(&ben, id).await.unwrap();
    assert_eq!(own_state(&eve, id).await, Some(Offered));
    let own = sessions::session(&amina, id).await.unwrap().own;
    assert_eq!((own.state, own.place, own.may_take), (Some(Waitlisted), None, false));
    let detail = sessions::session(&cara, id).await.unwrap();
    let cannot: Vec<_> = detail.bookings.iter().filter(|line| !line.may_come).collect();
    assert_eq!((cannot.len(), cannot[0].name.as_str()), (1, "Khan, Amina"));
    assert_eq!(detail.seats.waiting, 0);
}

/// Seats for a team or, without one, for nurses.
fn kept(team: Option<&str>, least: u16) -> KeepSeats {
    KeepSeats {
        profession: team.is_none().then(|| "Nursing".to_owned()),
        team: team.map(str::to_owned),
        least,
        most: None,
        released_on: "2026-11-16".parse().unwrap(),
    }
}

#[tokio::test]
async fn seats_are_kept_for_teams_that_can_book() {
    let (_ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    assert_eq!(beside(sessions::keep_seats(&cara, id, &kept(Some("T2"), 1)).await), "team");
    sessions::invite(&cara, id, "T2").await.unwrap();
    sessions::keep_seats(&cara, id, &kept(Some("T2"), 1)).await.unwrap();
    let refusal = refused(sessions::uninvite(&cara, id, "T2").await);
    assert!(refusal.contains("Seats are kept for this team"), "{refusal}");
    let quota = sessions::session(&cara, id).await.unwrap().quotas.remove(0);
    sessions::release_seats(&cara, id, quota.id).await.unwrap();
    // T1 lies in the place; it is not invited.
    sessions::keep_seats(&cara, id, &kept(Some("T1"), 1)).await.unwrap();
    let invited = DescribeSession { invited_only: true, ..says("Safety plans") };
    let refusal = refused(sessions::change(&cara, id, &invited, (&[], "")).await);
    assert!(refusal.contains("could not book any more"), "{refusal}");
    sessions::uninvite(&cara, id, "T2").await.unwrap();
}

#[tokio::test]
async fn seats_that_were_released_count_no_more() {
    let (_ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::keep_seats(&cara, id, &kept(None, 5)).await.unwrap();
    assert_eq!(beside(sessions::keep_seats(&cara, id, &kept(Some("T1"), 1)).await), "least");
    let later = on(&cara, "2026-11-16");
    let anew = KeepSeats { released_on: "2026-11-20".parse().unwrap(), ..kept(None, 5) };
    sessions::keep_seats(&later, id, &anew).await.unwrap();
    let quotas = sessions::session(&later, id).await.unwrap().quotas;
    let kept: Vec<_> = quotas.iter().map(|line| (line.released, line.released_on)).collect();
    assert_eq!(kept, [(false, anew.released_on)], "in place of the one that was released");
}

#[tokio::test]
async fn the_pages_that_change_a_session_offer_choices_and_show_nobodys_booking() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let codes =
        |teams: &[Heading]| -> Vec<String> { teams.iter().map(|team| team.code.clone()).collect() };
    let detail = sessions::to_run(&cara, id).await.unwrap();
    assert_eq!(codes(&detail.teams), ["M1", "T1", "T3"], "by name, those not invited");
    assert_eq!(codes(&detail.quota_teams), ["M1", "T1", "T2", "T3"]);
    assert_eq!(detail.professions, ["Medical", "Nursing"]);
    assert!(detail.bookings.is_empty());
    assert_eq!((detail.seats.held, detail.place.as_str()), (1, "Room 1"));
    assert!(ground.all::<viewing::Entity>().await.is_empty(), "nothing to note");
    assert!(is_not_found(sessions::to_run(&ben, id).await));
    assert!(sessions::session(&cara, id).await.unwrap().teams.is_empty());
}

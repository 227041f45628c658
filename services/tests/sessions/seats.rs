//! The waiting list, seats that are kept, and how many there are.

use super::place::{
    AMINA, BEN, EVE, beside, events, full, is_not_found, on, own_state, refused, says, scheduled,
    with_educator,
};
use domain::dates::spoken_moment;
use domain::ids::PersonId;
use domain::sessions::BookingState::{Booked, CancelledByPerson, Offered, Waitlisted};
use domain::sessions::forms::{DescribeSession, KeepSeats};
use entities::session;
use services::sessions;

#[tokio::test]
async fn a_seat_that_is_given_up_is_offered_and_accepted() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    assert_eq!(sessions::book(&amina, id, "T1", false).await.unwrap(), Waitlisted);
    let own = sessions::session(&amina, id).await.unwrap().own;
    assert_eq!((own.state, own.place), (Some(Waitlisted), Some(1)));
    assert!(refused(sessions::accept(&amina, id).await).contains("No seat"));
    sessions::give_up(&ben, id).await.unwrap();
    assert!(refused(sessions::give_up(&ben, id).await).contains("no booking"));
    // On a Sunday: two working days end on Tuesday.
    let own = sessions::session(&amina, id).await.unwrap().own;
    assert_eq!(own.answer_by.map(spoken_moment).as_deref(), Some("3 November 2026 at 5:00pm"));
    sessions::accept(&amina, id).await.unwrap();
    assert_eq!(own_state(&amina, id).await, Some(Booked));
    let told: Vec<_> = events(&ground).await.into_iter().map(|e| (e.sequence, e.state)).collect();
    let expected =
        [(1, Booked), (2, Waitlisted), (3, CancelledByPerson), (4, Offered), (5, Booked)];
    assert_eq!(told, expected);
    let offered = &events(&ground).await[3];
    assert_eq!(offered.by_account_id, None, "it came about by itself");
    assert!(offered.team_id.is_some());
    assert_eq!(ground.only::<session::Entity>().await.bookings, 5);
}

#[tokio::test]
async fn an_offer_that_is_not_answered_in_time_is_passed_on_by_itself() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let (amina, eve) = (ground.sign_in(AMINA, None).await, ground.sign_in(EVE, None).await);
    sessions::book(&amina, id, "T1", false).await.unwrap();
    sessions::book(&eve, id, "T2", false).await.unwrap();
    sessions::give_up(&ben, id).await.unwrap();
    let operator = ground.operator();
    assert_eq!(sessions::settle_all(&operator).await.unwrap(), 0, "it still holds");
    let late = on(&amina, "2026-11-04");
    let refusal = refused(sessions::accept(&late, id).await);
    assert_eq!(
        refusal,
        "This offer held until 3 November 2026 at 5pm. Book again to join the waiting list."
    );
    let own = sessions::session(&late, id).await.unwrap().own;
    assert!(own.lapsed && own.why_not.is_none());
    assert_eq!(sessions::settle_all(&on(&operator, "2026-11-04")).await.unwrap(), 1);
    assert_eq!(sessions::settle_all(&on(&operator, "2026-11-04")).await.unwrap(), 0);
    assert_eq!(own_state(&on(&eve, "2026-11-04"), id).await, Some(Offered));
    // Whoever let it pass stands behind those who came since.
    let again = on(&ben, "2026-11-04");
    assert_eq!(sessions::book(&again, id, "T1", false).await.unwrap(), Waitlisted);
    assert_eq!(sessions::book(&late, id, "T1", false).await.unwrap(), Waitlisted);
    assert_eq!(sessions::session(&late, id).await.unwrap().own.place, Some(2));
    let staff = sessions::settle_all(&amina).await;
    assert!(is_not_found(staff), "a job's work");
}

#[tokio::test]
async fn who_wishes_so_is_booked_at_once_while_the_session_is_two_weeks_ahead() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let (amina, eve) = (ground.sign_in(AMINA, None).await, ground.sign_in(EVE, None).await);
    sessions::book(&amina, id, "T1", true).await.unwrap();
    sessions::give_up(&ben, id).await.unwrap();
    assert_eq!(own_state(&amina, id).await, Some(Booked));
    sessions::book(&eve, id, "T2", true).await.unwrap();
    sessions::give_up(&on(&amina, "2026-11-17"), id).await.unwrap();
    assert_eq!(own_state(&on(&eve, "2026-11-17"), id).await, Some(Offered), "13 days ahead");
    let wishes: Vec<_> = events(&ground).await.iter().map(|event| event.at_once).collect();
    assert_eq!(wishes, [false, true, false, true, true, true, true], "each keeps their wish");
}

#[tokio::test]
async fn fewer_seats_than_are_held_are_refused_and_more_are_given_out() {
    let (ground, cara) = with_educator().await;
    let with = |capacity| DescribeSession { capacity, ..says("Safety plans") };
    let id = scheduled(&cara, &with(2)).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let (amina, ben) = (ground.sign_in(AMINA, None).await, ground.sign_in(BEN, None).await);
    let eve = ground.sign_in(EVE, None).await;
    for (ctx, team) in [(&amina, "T1"), (&ben, "T1"), (&eve, "T2")] {
        sessions::book(ctx, id, team, false).await.unwrap();
    }
    assert_eq!(beside(sessions::change(&cara, id, &with(1), (&[], "")).await), "cancelled");
    assert_eq!(own_state(&eve, id).await, Some(Waitlisted));
    sessions::change(&cara, id, &with(3), (&[], "")).await.unwrap();
    assert_eq!(own_state(&eve, id).await, Some(Offered));
    assert_eq!(beside(sessions::change(&cara, id, &with(2), (&[], "")).await), "cancelled");
    let row = ground.only::<session::Entity>().await;
    assert_eq!((row.capacity, row.bookings), (3, 4));
}

pub fn nurses(least: u16, most: Option<u16>) -> KeepSeats {
    KeepSeats {
        profession: Some("nursing".to_owned()),
        team: None,
        least,
        most,
        released_on: "2026-11-16".parse().unwrap(),
    }
}

#[tokio::test]
async fn kept_seats_are_for_their_group_until_they_are_released() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &DescribeSession { capacity: 1, ..says("Safety plans") }).await;
    assert_eq!(beside(sessions::keep_seats(&cara, id, &nurses(2, None)).await), "least");
    assert_eq!(beside(sessions::keep_seats(&cara, id, &nurses(1, Some(0))).await), "most");
    let today = KeepSeats { released_on: cara.today, ..nurses(1, None) };
    assert_eq!(beside(sessions::keep_seats(&cara, id, &today).await), "released_on");
    let unknown = KeepSeats { profession: Some("Wizardry".to_owned()), ..nurses(1, None) };
    assert_eq!(beside(sessions::keep_seats(&cara, id, &unknown).await), "profession");
    sessions::keep_seats(&cara, id, &nurses(1, None)).await.unwrap();
    assert_eq!(beside(sessions::keep_seats(&cara, id, &nurses(0, None)).await), "profession");
    let (ben, amina) = (ground.sign_in(BEN, None).await, ground.sign_in(AMINA, None).await);
    for (who, promised) in [(&ben, Waitlisted), (&amina, Booked)] {
        let own = sessions::session(who, id).await.unwrap().own;
        assert_eq!(own.comes_to, Some(promised), "the only seat is kept for nurses");
    }
    assert_eq!(sessions::book(&ben, id, "T1", false).await.unwrap(), Waitlisted, "a doctor");
    assert_eq!(sessions::session(&ben, id).await.unwrap().own.comes_to, None, "he waits");
    let operator = ground.operator();
    assert_eq!(sessions::settle_all(&operator).await.unwrap(), 0);
    let quota = sessions::session(&cara, id).await.unwrap().quotas.remove(0);
    assert_eq!((quota.group.as_str(), quota.least), ("Nursing", 1));
    sessions::release_seats(&cara, id, quota.id).await.unwrap();
    assert_eq!(own_state(&ben, id).await, Some(Offered));
    assert!(is_not_found(sessions::release_seats(&cara, id, quota.id).await));
}

#[tokio::test]
async fn on_their_release_date_kept_seats_are_given_out_without_anybodys_act() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &DescribeSession { capacity: 1, ..says("Safety plans") }).await;
    sessions::keep_seats(&cara, id, &nurses(1, None)).await.unwrap();
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let operator = ground.operator();
    assert_eq!(sessions::settle_all(&on(&operator, "2026-11-15")).await.unwrap(), 0);
    assert_eq!(sessions::settle_all(&on(&operator, "2026-11-16")).await.unwrap(), 1);
    assert_eq!(own_state(&on(&ben, "2026-11-16"), id).await, Some(Offered));
}

#[tokio::test]
async fn a_cap_below_those_who_hold_seats_is_refused() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    assert_eq!(beside(sessions::keep_seats(&cara, id, &nurses(0, Some(0))).await), "most");
    sessions::keep_seats(&cara, id, &nurses(0, Some(1))).await.unwrap();
    let whom: Vec<Option<PersonId>> =
        events(&ground).await.into_iter().map(|event| event.person_id).collect();
    assert_eq!(whom, [amina.actor.person()]);
}

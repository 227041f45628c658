//! Whoever waits wishes otherwise whether a seat that falls to them is booked at once.

use super::place::{
    AMINA, BEN, DAN, EVE, drafted, events, full, is_not_found, on, own_state, refused, says,
    with_educator,
};
use super::telling::everybody_can_sign_in;
use crate::ground::Ground;
use domain::ids::SessionId;
use domain::sessions::BookingState::{Booked, Offered, Waitlisted};
use entities::{audit_entry, mail};
use services::{Ctx, sessions};

/// A session with one seat, which Ben has; Amina waits, and Eve behind her.
async fn with_two_who_wait() -> (Ground, SessionId, [Ctx; 3]) {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    sessions::invite(&cara, id, "T2").await.unwrap();
    let (amina, eve) = (ground.sign_in(AMINA, None).await, ground.sign_in(EVE, None).await);
    assert_eq!(sessions::book(&amina, id, "T1", false).await.unwrap(), Waitlisted);
    assert_eq!(sessions::book(&eve, id, "T2", true).await.unwrap(), Waitlisted);
    everybody_can_sign_in(&ground).await;
    (ground, id, [ben, amina, eve])
}

#[tokio::test]
async fn who_wishes_otherwise_keeps_their_place_and_their_latest_wish_counts() {
    for (wishes, given) in [(&[true][..], Booked), (&[true, false][..], Offered)] {
        let (ground, id, [ben, amina, _eve]) = with_two_who_wait().await;
        let own = sessions::session(&amina, id).await.unwrap().own;
        assert_eq!((own.place, own.at_once), (Some(1), Some(false)));
        for at_once in wishes {
            assert_eq!(sessions::change_wish(&amina, id, *at_once).await.unwrap(), Waitlisted);
            let own = sessions::session(&amina, id).await.unwrap().own;
            assert_eq!((own.place, own.at_once), (Some(1), Some(*at_once)));
        }
        sessions::give_up(&ben, id).await.unwrap();
        assert_eq!(own_state(&amina, id).await, Some(given));
        let said: Vec<_> =
            events(&ground).await.into_iter().skip(3).map(|e| (e.state, e.at_once)).collect();
        let expected: Vec<_> = wishes.iter().map(|at_once| (Waitlisted, *at_once)).collect();
        assert_eq!(said[..wishes.len()], expected, "what was said before stays");
    }
}

#[tokio::test]
async fn another_wish_is_audited_and_told_nobody_and_the_same_again_leaves_nothing() {
    let (ground, id, [_ben, amina, _eve]) = with_two_who_wait().await;
    let mails = ground.all::<mail::Entity>().await.len();
    sessions::change_wish(&amina, id, true).await.unwrap();
    sessions::change_wish(&amina, id, true).await.unwrap();
    assert_eq!(ground.all::<mail::Entity>().await.len(), mails, "they know");
    let audited = ground.all::<audit_entry::Entity>().await;
    let audited: Vec<_> = audited.iter().filter(|entry| entry.action == "change wish").collect();
    assert_eq!(audited.len(), 1);
    let last = events(&ground).await.pop().unwrap();
    assert_eq!((last.state, last.at_once, last.sequence), (Waitlisted, true, 4));
    assert_eq!(
        (last.person_id, last.by_account_id),
        (amina.actor.person(), amina.actor.account_id())
    );
}

#[tokio::test]
async fn near_the_day_a_seat_is_offered_whatever_was_wished_and_nobody_passes() {
    let (_ground, id, [ben, amina, eve]) = with_two_who_wait().await;
    let near = "2026-11-17";
    sessions::change_wish(&on(&amina, near), id, true).await.unwrap();
    sessions::give_up(&on(&ben, near), id).await.unwrap();
    assert_eq!(own_state(&on(&amina, near), id).await, Some(Offered), "13 days ahead");
    assert_eq!(own_state(&on(&eve, near), id).await, Some(Waitlisted));
}

#[tokio::test]
async fn a_seat_that_a_deadline_has_freed_is_booked_for_whoever_wishes_so_now() {
    let (_ground, id, [ben, amina, eve]) = with_two_who_wait().await;
    sessions::change_wish(&eve, id, false).await.unwrap();
    sessions::give_up(&ben, id).await.unwrap();
    // The offer to Amina ended on 3 November, and no job has run since.
    let late = on(&eve, "2026-11-04");
    assert_eq!(sessions::change_wish(&late, id, true).await.unwrap(), Booked);
    assert!(sessions::session(&on(&amina, "2026-11-04"), id).await.unwrap().own.lapsed);
}

#[tokio::test]
async fn who_does_not_wait_has_nothing_to_wish() {
    let (ground, id, [ben, amina, _eve]) = with_two_who_wait().await;
    assert!(refused(sessions::change_wish(&ben, id, true).await).contains("not waiting"));
    assert_eq!(sessions::session(&ben, id).await.unwrap().own.at_once, None);
    let over = on(&amina, "2026-12-01");
    assert!(sessions::change_wish(&over, id, true).await.is_err());
    let dan = ground.sign_in(DAN, None).await;
    assert!(refused(sessions::change_wish(&dan, id, true).await).contains("not waiting"));
}

#[tokio::test]
async fn what_somebody_may_not_see_is_not_found() {
    let (ground, cara) = with_educator().await;
    let draft = drafted(&cara, &says("Safety plans"), "RSK-1").await;
    let ben = ground.sign_in(BEN, None).await;
    assert!(is_not_found(sessions::change_wish(&ben, draft, true).await));
}

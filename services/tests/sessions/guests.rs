//! Guests take seats by the same rules, and whoever runs the session answers for them.

use super::place::{
    ASKED, BEN, beside, events, full, is_not_found, on, own_state, refused, says, scheduled,
    with_educator,
};
use domain::sessions::BookingState::{Booked, Offered, Waitlisted};
use domain::sessions::forms::{AddGuest, DescribeSession};
use domain::sessions::register::{TakeRegister, WalkIn};
use services::imports::Kind;
use services::sessions;

fn ada() -> AddGuest {
    AddGuest {
        name: "Ada".to_owned(),
        organisation: "Mind".to_owned(),
        profession: "Peer support".to_owned(),
        from_list: false,
    }
}

#[tokio::test]
async fn a_seat_that_falls_to_a_guest_is_booked_at_once_far_ahead_and_offered_near_the_day() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    assert_eq!(sessions::add_guest(&cara, id, &ada()).await.unwrap(), Waitlisted);
    // Ten days before the session: whoever runs it accepts.
    let [cara_then, ben_then] = [&cara, &ben].map(|ctx| on(ctx, "2026-11-20"));
    sessions::give_up(&ben_then, id).await.unwrap();
    let guest = sessions::guests(&cara_then, id).await.unwrap().guests.remove(0);
    assert_eq!(guest.state, Offered);
    assert!(is_not_found(sessions::accept_for_guest(&ben_then, id, guest.guest).await));
    sessions::accept_for_guest(&cara_then, id, guest.guest).await.unwrap();
    let guest = sessions::guests(&cara_then, id).await.unwrap().guests.remove(0);
    assert_eq!(guest.state, Booked);
    let again = sessions::accept_for_guest(&cara_then, id, guest.guest).await;
    assert!(refused(again).contains("No seat"));
    assert_eq!(events(&ground).await.last().unwrap().by_account_id, cara.actor.account_id());
}

#[tokio::test]
async fn however_far_ahead_a_seat_is_offered_to_a_guest_who_waits() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    sessions::add_guest(&cara, id, &ada()).await.unwrap();
    sessions::give_up(&ben, id).await.unwrap();
    let guests = sessions::guests(&cara, id).await.unwrap();
    assert_eq!(guests.guests[0].state, Offered);
    assert_eq!(guests.seats.held, 1);
    assert_eq!(sessions::book(&ben, id, "T1", false).await.unwrap(), Waitlisted);
    sessions::remove_guest(&cara, id, guests.guests[0].guest).await.unwrap();
    assert_eq!(own_state(&ben, id).await, Some(Offered));
    assert!(sessions::guests(&cara, id).await.unwrap().guests.is_empty());
}

#[tokio::test]
async fn a_guest_is_of_one_session_and_of_a_profession_that_is_known_or_typed() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let later = "2026-12-07T13:00:00".parse().unwrap();
    let other = scheduled(&cara, &DescribeSession { starts: later, ..says("Recovery") }).await;
    sessions::add_guest(&cara, id, &ada()).await.unwrap();
    let guest = sessions::guests(&cara, id).await.unwrap().guests.remove(0).guest;
    assert!(is_not_found(sessions::remove_guest(&cara, other, guest).await));
    let unknown = AddGuest { from_list: true, ..ada() };
    assert_eq!(beside(sessions::add_guest(&cara, id, &unknown).await), "profession");
    let nurse = AddGuest { profession: "Nursing".to_owned(), from_list: true, ..ada() };
    assert_eq!(sessions::add_guest(&cara, id, &nurse).await.unwrap(), Booked);
    let ben = ground.sign_in(BEN, None).await;
    assert!(is_not_found(sessions::add_guest(&ben, id, &nurse).await));
    assert!(is_not_found(sessions::guests(&ben, id).await));
}

#[tokio::test]
async fn guests_count_as_professions_of_a_session_and_never_in_coverage() {
    let (ground, cara) = with_educator().await;
    ground.bring(Kind::Requirements, ASKED).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let day = "2026-12-01";
    let (facts, figures) = (ground.facts().await, ground.coverage(day).await);
    assert!(figures.contains(",RSK-1,"), "it is asked of nurses: {figures}");
    let nurse = AddGuest { profession: "Nursing".to_owned(), from_list: true, ..ada() };
    assert_eq!(sessions::add_guest(&cara, id, &nurse).await.unwrap(), Booked);
    let cara = on(&cara, day);
    let AddGuest { name, organisation, profession, .. } = ada();
    let walks_in = WalkIn::Guest { name, organisation, profession };
    sessions::add_walk_in(&cara, id, &walks_in).await.unwrap();
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &everyone).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    let own = sessions::session(&cara, id).await.unwrap().figures.unwrap();
    // A nurse, as Cara is, who leads; and a peer supporter.
    assert_eq!((own.figures.people, own.figures.professions), (2, 2));
    assert_eq!(ground.facts().await, facts);
    assert_eq!(ground.coverage(day).await, figures);
}

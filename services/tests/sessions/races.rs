//! Many at once: seats are never more than there are, the list is in the order of recording, and nobody is in two places.

use super::place::{
    BEN, CARA, DAN, WHY, crowd, drafted, events, place, refused, says, scheduled, with_educator,
};
use super::seats::nurses;
use domain::codes::GrantKind::Educator;
use domain::ids::SessionId;
use domain::sessions::Attendee;
use domain::sessions::BookingState::{self, Booked, Offered, Waitlisted};
use domain::sessions::forms::DescribeSession;
use entities::session;
use services::{Ctx, sessions};
use std::collections::BTreeSet;

const MANY: usize = 50;

/// What each of them was told, when all book at once.
async fn all_book(crowd: &[Ctx], id: SessionId) -> Vec<BookingState> {
    let tasks: Vec<_> = crowd
        .iter()
        .cloned()
        .map(|ctx| tokio::spawn(async move { sessions::book(&ctx, id, "T1", false).await }))
        .collect();
    let mut told = Vec::new();
    for task in tasks {
        told.push(task.await.unwrap().unwrap());
    }
    told
}

fn count(told: &[BookingState], state: BookingState) -> usize {
    told.iter().filter(|one| **one == state).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn of_fifty_who_book_at_once_five_have_a_seat_and_the_others_wait_in_order() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let crowd = crowd(&ground, MANY).await;
    let told = all_book(&crowd, id).await;
    assert_eq!((count(&told, Booked), count(&told, Waitlisted)), (5, MANY - 5));
    let events = events(&ground).await;
    let sequences: Vec<i64> = events.iter().map(|event| event.sequence).collect();
    assert_eq!(sequences, (1..=MANY as i64).collect::<Vec<_>>(), "each number once");
    for (ctx, state) in crowd.iter().zip(&told) {
        let own = events.iter().find(|event| event.person_id == ctx.actor.person()).unwrap();
        assert_eq!(own.state, *state, "what was told is what was written");
    }
    // Whoever was recorded first waits in front.
    let waiting = events.iter().filter(|e| e.state == Waitlisted).filter_map(|e| e.person_id);
    let waiting: Vec<_> = waiting.map(Attendee::Person).collect();
    let detail = sessions::session(&cara, id).await.unwrap();
    let shown = detail.bookings.iter().filter(|b| b.state == Waitlisted);
    let shown: Vec<_> = shown.map(|b| b.attendee).collect();
    assert_eq!(shown, waiting);
    assert_eq!(ground.only::<session::Entity>().await.bookings, MANY as i64);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn of_fifty_nurses_who_book_at_once_no_more_have_a_seat_than_may() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::keep_seats(&cara, id, &nurses(0, Some(2))).await.unwrap();
    let crowd = crowd(&ground, MANY).await;
    let told = all_book(&crowd, id).await;
    assert_eq!((count(&told, Booked), count(&told, Waitlisted)), (2, MANY - 2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn seats_given_up_while_others_book_go_to_those_who_wait() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let crowd = crowd(&ground, MANY).await;
    let (first, later) = crowd.split_at(MANY / 2);
    let told = all_book(first, id).await;
    // Those with a seat give it up, those who wait ask again, and others come: all at once.
    let mut tasks = Vec::new();
    for (ctx, state) in first.iter().zip(told) {
        let ctx = ctx.clone();
        tasks.push(tokio::spawn(async move {
            match state {
                Booked => sessions::give_up(&ctx, id).await.map(|_| None),
                _ => sessions::accept(&ctx, id).await.map(|()| Some(Booked)),
            }
        }));
    }
    for ctx in later {
        let ctx = ctx.clone();
        let book = async move { sessions::book(&ctx, id, "T1", false).await.map(Some) };
        tasks.push(tokio::spawn(book));
    }
    for task in tasks {
        // Who had no offer yet is refused, and nothing fails.
        if let Err(services::Error::Fault(fault)) = task.await.unwrap() {
            panic!("{fault}");
        }
    }
    let detail = sessions::session(&cara, id).await.unwrap();
    assert_eq!(detail.seats.held, 5);
    let holds = |state| matches!(state, Booked | Offered);
    let held = detail.bookings.iter().filter(|b| holds(b.state));
    let held: BTreeSet<_> = held.map(|b| b.attendee).collect();
    let early = first.iter().filter_map(|ctx| ctx.actor.person());
    let early: BTreeSet<_> = early.map(Attendee::Person).collect();
    assert!(held.is_subset(&early), "no newcomer passes those who waited");
    let events = events(&ground).await;
    let sequences: BTreeSet<i64> = events.iter().map(|event| event.sequence).collect();
    assert_eq!(sequences.len(), events.len(), "no number twice");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn who_books_two_overlapping_sessions_at_once_gets_one() {
    let ground = place().await;
    let cara = ground.sign_in(CARA, Some((Educator, "TH"))).await;
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    let ben = ground.sign_in(BEN, None).await;
    for day in 1..=9 {
        let starts = format!("2026-12-0{day}T13:00:00").parse().unwrap();
        let at = |title: &str| DescribeSession { starts, ..says(title) };
        let pair = [scheduled(&cara, &at("One")).await, scheduled(&dan, &at("Other")).await];
        let both = pair.map(|id| {
            let ben = ben.clone();
            tokio::spawn(async move { sessions::book(&ben, id, "T1", false).await })
        });
        let mut booked = 0;
        for one in both {
            match one.await.unwrap() {
                Ok(state) => {
                    assert_eq!(state, Booked);
                    booked += 1;
                }
                clash => assert!(refused(clash).starts_with("You are in")),
            }
        }
        assert_eq!(booked, 1, "on day {day}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn of_two_sessions_of_one_lead_scheduled_at_once_one_is() {
    let (_ground, cara) = with_educator().await;
    for day in 1..=9 {
        let starts = format!("2026-12-0{day}T13:00:00").parse().unwrap();
        let at = |title: &str| DescribeSession { starts, ..says(title) };
        let pair = [
            drafted(&cara, &at("One"), "RSK-1").await,
            drafted(&cara, &at("Other"), "RSK-1").await,
        ];
        let both = pair.map(|id| {
            let cara = cara.clone();
            tokio::spawn(async move { sessions::schedule(&cara, id, WHY).await })
        });
        let mut scheduled = 0;
        for one in both {
            match one.await.unwrap() {
                Ok(_) => scheduled += 1,
                clash => assert!(refused(clash).contains("You are in")),
            }
        }
        assert_eq!(scheduled, 1, "on day {day}");
    }
}

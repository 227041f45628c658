//! Whatever people book and give up on the day of a session, and whatever its register says in between: attendance frees nothing
//! and changes no booking.

use super::place::{crowd, events, says, scheduled, with_educator};
use crate::ground::{Ground, day};
use chrono::Days;
use domain::ids::{PersonId, SessionId};
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::{Attendance, Mark, TakeRegister};
use domain::sessions::{Attendee, BookingState};
use entities::booking_event;
use proptest::prelude::*;
use services::{Ctx, sessions};

/// The day of both sessions. They are alike but for the hour, which is in the evening.
const DAY: &str = "2026-11-30";
const FIRST: &str = "2026-11-30T20:00:00";
const SECOND: &str = "2026-11-30T21:30:00";
/// Hours of that day: before both, and once the first has started.
const MORNING: u32 = 9;
const EVENING: u32 = 21;
const SEATS: u16 = 2;
const PEOPLE: usize = 5;

/// What one of the people does, or what the educator says of them.
#[derive(Clone, Copy, Debug)]
enum Act {
    Book(usize),
    GiveUp(usize),
    Accept(usize),
    /// None takes back what was said.
    Mark(usize, Option<Attendance>),
    EveryoneElseArrived,
}

fn act() -> impl Strategy<Value = Act> {
    let who = 0..PEOPLE;
    let said = (0..=Attendance::ALL.len()).prop_map(|nth| Attendance::ALL.get(nth).copied());
    prop_oneof![
        5 => who.clone().prop_map(Act::Book),
        3 => who.clone().prop_map(Act::GiveUp),
        1 => who.clone().prop_map(Act::Accept),
        4 => (who, said).prop_map(|(nth, said)| Act::Mark(nth, said)),
        1 => Just(Act::EveryoneElseArrived),
    ]
}

/// The same person at this hour of that day, whatever the time is: the clock has not come so far.
fn that_day(ctx: &Ctx, hour: u32) -> Ctx {
    let tomorrow = ctx.now.date_naive() + Days::new(1);
    let now = tomorrow.and_hms_opt(hour, 0, 0).unwrap().and_utc();
    Ctx { now, today: day(DAY), ..ctx.clone() }
}

/// What it came to; none where it was refused.
fn done<T>(result: services::Result<T>) -> Option<T> {
    match result {
        Ok(done) => Some(done),
        Err(services::Error::Refused(_)) => None,
        Err(fault @ services::Error::Fault(_)) => panic!("{fault}"),
    }
}

/// What became of the seats of a session, step by step.
fn steps(events: &[booking_event::Model], id: SessionId) -> Vec<(Option<PersonId>, BookingState)> {
    let own = events.iter().filter(|event| event.session_id == id);
    own.map(|event| (event.person_id, event.state)).collect()
}

/// Writes something down in the register of a session: not one booking changes by it, nor how many seats are held.
async fn takes_register(
    ground: &Ground,
    cara: &Ctx,
    id: SessionId,
    said: Option<(Attendee, Option<Attendance>)>,
) {
    let lines = sessions::register(cara, id).await.unwrap().lines;
    let marks = match said {
        None => Vec::new(),
        Some((attendee, now)) => {
            // Who has no seat, and never had one that something was said of, is not in it.
            let Some(line) = lines.iter().find(|line| line.attendee == attendee) else { return };
            vec![Mark { attendee, was: line.attendance, now }]
        }
    };
    let everyone_else_arrived = said.is_none();
    let says = TakeRegister { marks, service_users: None, everyone_else_arrived };
    let (booked, seats) = (events(ground).await, sessions::session(cara, id).await.unwrap().seats);
    sessions::take_register(cara, id, &says).await.unwrap();
    assert_eq!(events(ground).await, booked);
    assert_eq!(sessions::session(cara, id).await.unwrap().seats, seats);
}

/// Everything is done in two sessions, and the register of the first alone is taken.
async fn happens(acts: Vec<Act>) {
    let (ground, cara) = with_educator().await;
    let at = |title: &str, starts: &str| DescribeSession {
        starts: starts.parse().unwrap(),
        capacity: SEATS,
        ..says(title)
    };
    let both = [
        scheduled(&cara, &at("Safety plans", FIRST)).await,
        scheduled(&cara, &at("Recovery", SECOND)).await,
    ];
    let crowd = crowd(&ground, PEOPLE).await;
    let people: Vec<Ctx> = crowd.iter().map(|person| that_day(person, MORNING)).collect();
    // By then the first has started: who did not attend is known.
    let cara = that_day(&cara, EVENING);
    for act in acts {
        let [first, second] = both;
        match act {
            Act::Book(nth) => {
                let told = [
                    done(sessions::book(&people[nth], first, "T1", false).await),
                    done(sessions::book(&people[nth], second, "T1", false).await),
                ];
                assert_eq!(told[0], told[1], "{act:?}");
            }
            Act::GiveUp(nth) => {
                let told = [
                    done(sessions::give_up(&people[nth], first).await),
                    done(sessions::give_up(&people[nth], second).await),
                ];
                assert_eq!(told[0], told[1], "{act:?}");
            }
            Act::Accept(nth) => {
                let told = [
                    done(sessions::accept(&people[nth], first).await),
                    done(sessions::accept(&people[nth], second).await),
                ];
                assert_eq!(told[0], told[1], "{act:?}");
            }
            Act::Mark(nth, said) => {
                let attendee = Attendee::Person(people[nth].actor.person().unwrap());
                takes_register(&ground, &cara, first, Some((attendee, said))).await;
            }
            Act::EveryoneElseArrived => takes_register(&ground, &cara, first, None).await,
        }
        let recorded = events(&ground).await;
        assert_eq!(steps(&recorded, first), steps(&recorded, second), "after {act:?}");
    }
}

proptest! {
    // Each has a database of its own.
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn attendance_frees_nothing_and_changes_no_booking(
        acts in proptest::collection::vec(act(), 20..50),
    ) {
        tokio::runtime::Runtime::new().unwrap().block_on(happens(acts));
    }
}

//! What is counted by the database is what the rules count, and a view of days is bounded.

use super::place::{AMINA, BEN, DAN, EVE, on, says, scheduled, with_educator};
use crate::ground::Ground;
use chrono::TimeDelta;
use domain::codes::GrantKind::Educator;
use domain::ids::{PersonId, SessionId};
use domain::sessions::browse::{SessionsAddress, View};
use domain::sessions::forms::{CancelSession, DescribeSession};
use domain::sessions::{BookingState, CancelReason};
use entities::booking_event;
use sea_orm::{EntityTrait, IntoActiveModel};
use services::Ctx;
use services::db::counted;
use services::sessions::{self, A_DAY_OF_A_MONTH};

fn december(view: View) -> SessionsAddress {
    let at = if view == View::Month { "2026-12" } else { "2026-W50" };
    SessionsAddress { view: Some(view), at: Some(at.to_owned()), ..SessionsAddress::default() }
}

/// A session on the 7th of December, at so many minutes past 8am, with two seats.
async fn on_the_7th(ctx: &Ctx, minutes: i64) -> SessionId {
    let starts: chrono::NaiveDateTime = "2026-12-07T08:00:00".parse().unwrap();
    let starts = starts + TimeDelta::minutes(minutes);
    scheduled(ctx, &DescribeSession { starts, minutes: 15, capacity: 2, ..says("Short") }).await
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// Any events in any order: offers that hold and that have lapsed among them.
async fn events_by_chance(ground: &Ground, chance: &mut Chance, session: SessionId) {
    let mut people: Vec<PersonId> = Vec::new();
    for number in [AMINA, BEN, DAN, EVE] {
        people.push(ground.person(number).await);
    }
    let mut rows = Vec::new();
    for sequence in 1..=chance.below(24) {
        let person = people[chance.below(4) as usize];
        let state = BookingState::IN_ORDER[chance.below(7) as usize];
        let deadline = ["2026-10-31T12:00:00Z", "2026-11-20T12:00:00Z"][chance.below(2) as usize];
        let row = booking_event::Model {
            session_id: session,
            sequence: i64::try_from(sequence).unwrap(),
            person_id: Some(person),
            guest_id: None,
            team_id: None,
            state,
            answer_by: (state == BookingState::Offered).then(|| deadline.parse().unwrap()),
            at_once: false,
            recorded_at: "2026-11-01T12:00:00Z".parse().unwrap(),
            by_account_id: None,
            import_id: None,
        };
        rows.push(row.into_active_model());
    }
    let db = ground.services.db.read();
    booking_event::Entity::insert_many(rows).exec_without_returning(db).await.unwrap();
}

#[tokio::test]
async fn the_database_counts_seats_as_the_rules_do() {
    let (ground, cara) = with_educator().await;
    let mut chance = Chance(7);
    for nth in 0..40 {
        let id = on_the_7th(&cara, nth * 15).await;
        events_by_chance(&ground, &mut chance, id).await;
    }
    let list = sessions::list(&cara, &SessionsAddress::default()).await.unwrap().lines.entries;
    let agenda = sessions::agenda(&cara, &december(View::Week)).await.unwrap();
    let counted: Vec<_> = agenda.days[0].entries.iter().map(|one| (one.id, one.free)).collect();
    let folded: Vec<_> = list.iter().map(|line| (line.id, line.free)).collect();
    assert_eq!(counted, folded);
    let full = folded.iter().filter(|(_, free)| *free == 0).count();
    assert!((1..40).contains(&full), "{full} are full");
    let free = SessionsAddress { free: true, ..SessionsAddress::default() };
    let found = sessions::list(&cara, &free).await.unwrap().lines.total;
    assert_eq!(found, 40 - full);
}

#[tokio::test]
async fn a_day_shows_its_first_sessions_and_how_many_more_there_are() {
    let (ground, cara) = with_educator().await;
    let many = A_DAY_OF_A_MONTH + 2;
    on_the_7th(&cara, 0).await;
    let ben = ground.sign_in(BEN, None).await;
    let asked =
        [december(View::Month), SessionsAddress { free: true, mine: true, ..december(View::Week) }];
    // Once they are over, what registers say of the reader is asked too.
    let after = on(&ben, "2026-12-08");
    let looked = [(&ben, &asked[0]), (&ben, &asked[1]), (&after, &asked[0])];
    let mut few = Vec::new();
    for (reader, ask) in looked {
        few.push(counted(sessions::agenda(reader, ask)).await.1);
    }
    for nth in 1..many {
        on_the_7th(&cara, i64::try_from(nth).unwrap() * 15).await;
    }
    for ((reader, ask), few) in looked.into_iter().zip(few) {
        assert_eq!(counted(sessions::agenda(reader, ask)).await.1, few, "as many queries for many");
        assert!(few <= 10, "{few}");
    }
    let month = sessions::agenda(&ben, &december(View::Month)).await.unwrap();
    let day = &month.days[0];
    assert_eq!((day.day.to_string().as_str(), day.more), ("2026-12-07", 2));
    let begin: Vec<_> =
        day.entries.iter().map(|one| one.slot.starts.format("%H:%M").to_string()).collect();
    assert_eq!(begin, ["08:00", "08:15", "08:30", "08:45", "09:00"]);
    let week = sessions::agenda(&ben, &december(View::Week)).await.unwrap();
    assert_eq!((week.days[0].entries.len(), week.days[0].more), (many, 0));
}

#[tokio::test]
async fn drafts_and_what_was_cancelled_are_not_among_the_days_for_everybody() {
    let (ground, cara) = with_educator().await;
    let starts = "2026-12-07T09:00:00".parse().unwrap();
    sessions::draft(&cara, &DescribeSession { starts, ..says("Draft") }).await.unwrap();
    let gone = on_the_7th(&cara, 300).await;
    let why = CancelSession(CancelReason::LowNumbers);
    sessions::cancel(&cara, gone, why).await.unwrap();
    let week = |ctx: Ctx| async move {
        let agenda = sessions::agenda(&ctx, &december(View::Week)).await.unwrap();
        agenda.days.iter().map(|day| day.entries.len()).sum::<usize>()
    };
    assert_eq!(week(cara.clone()).await, 1, "whoever runs it sees the draft");
    assert_eq!(week(ground.sign_in(BEN, None).await).await, 0);
    assert_eq!(week(ground.sign_in(EVE, Some((Educator, "N2"))).await).await, 0);
}

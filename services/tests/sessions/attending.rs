//! The register: who takes it, what it changes, and what it leaves as it was.

use super::place::{
    AMINA, BEN, DAN, EVE, beside, colleague, events, full, is_not_found, on, own_state, refused,
    says, scheduled, with_educator,
};
use domain::sessions::browse::{SessionsAddress, View};
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::{
    Attendance, Correction, Mark, NotedBy, TakeRegister, WalkIn, Word,
};
use domain::sessions::{Attendee, BookingState, SessionState};
use entities::{attendance_event, audit_entry};
use services::{Ctx, evidence, sessions};

/// The day of the sessions, and the day after.
const DAY: &str = "2026-11-30";
const AFTER: &str = "2026-12-01";

fn everyone() -> TakeRegister {
    TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true }
}

fn mark(ctx: &Ctx, was: Option<Attendance>, now: Attendance) -> TakeRegister {
    let attendee = Attendee::Person(ctx.actor.person().unwrap());
    let marks = vec![Mark { attendee, was, now: Some(now) }];
    TakeRegister { marks, service_users: None, everyone_else_arrived: false }
}

/// What the page shows of somebody, that they arrived, is taken back.
fn taken_back(ctx: &Ctx) -> TakeRegister {
    let mut says = mark(ctx, Some(Attendance::Attended), Attendance::Attended);
    says.marks[0].now = None;
    says
}

#[tokio::test]
async fn marking_attendance_frees_nothing_and_changes_no_booking() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    let before = events(&ground).await;
    // However late it is, the session has started by then.
    let cara = on(&cara, AFTER);
    let absent = mark(&ben, None, Attendance::DidNotAttend);
    assert_eq!(sessions::take_register(&cara, id, &absent).await.unwrap(), 1);
    assert_eq!(events(&ground).await, before);
    assert_eq!(own_state(&on(&ben, DAY), id).await, Some(BookingState::Booked));
    assert_eq!(own_state(&on(&amina, DAY), id).await, Some(BookingState::Waitlisted));
    let detail = sessions::session(&on(&cara, DAY), id).await.unwrap();
    assert_eq!((detail.seats.held, detail.seats.waiting), (1, 1));
    let own = sessions::session(&on(&ben, DAY), id).await.unwrap().own;
    assert_eq!(own.attendance, Some(Attendance::DidNotAttend));
    // Said again it is nothing new, whatever the page showed.
    assert_eq!(sessions::take_register(&cara, id, &absent).await.unwrap(), 0);
    assert_eq!(ground.all::<attendance_event::Entity>().await.len(), 1);
    let stranger = mark(&amina, None, Attendance::Attended);
    assert!(is_not_found(sessions::take_register(&cara, id, &stranger).await), "she waits");
}

#[tokio::test]
async fn nobody_is_absent_from_what_has_not_started() {
    let (ground, cara) = with_educator().await;
    let late =
        DescribeSession { starts: "2026-11-30T23:59:00".parse().unwrap(), ..says("Safety plans") };
    let id = scheduled(&cara, &late).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let absent = mark(&ben, None, Attendance::DidNotAttend);
    let told = beside(sessions::take_register(&on(&cara, DAY), id, &absent).await);
    assert!(told.starts_with("came-person-"), "{told}");
    assert!(ground.all::<attendance_event::Entity>().await.is_empty());
    assert_eq!(sessions::take_register(&on(&cara, AFTER), id, &absent).await.unwrap(), 1);
}

#[tokio::test]
async fn whoever_leads_takes_the_register_and_nobody_else_sees_it() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::add_lead(&cara, id, &colleague("dan@staff.example")).await.unwrap();
    let (dan, eve) = (ground.sign_in(DAN, None).await, ground.sign_in(EVE, None).await);
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let early = sessions::register(&cara, id).await.unwrap();
    assert_eq!(early.lines.len(), 1, "to print the sheet before");
    assert!(early.why_not.unwrap().contains("opens on 30 November 2026"));
    assert!(sessions::register(&dan, id).await.unwrap().lines.is_empty(), "on the day");
    for other in [&ben, &eve] {
        let other = on(other, DAY);
        assert!(is_not_found(sessions::register(&other, id).await));
        assert!(is_not_found(sessions::take_register(&other, id, &everyone()).await));
        assert!(is_not_found(sessions::close_register(&on(&other, AFTER), id).await));
    }
    assert!(refused(sessions::take_register(&dan, id, &everyone()).await).contains("opens on"));
    let dan = on(&dan, DAY);
    assert_eq!(sessions::take_register(&dan, id, &everyone()).await.unwrap(), 1);
    let page = sessions::register(&dan, id).await.unwrap();
    assert_eq!(page.lines[0].attendance, Some(Attendance::Attended));
}

#[tokio::test]
async fn a_register_is_locked_when_it_is_closed_and_later_changes_carry_a_reason() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let cara = on(&cara, AFTER);
    assert!(refused(sessions::close_register(&cara, id).await).contains("Say of 1 person"));
    sessions::take_register(&cara, id, &everyone()).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    let state = sessions::session(&cara, id).await.unwrap().state;
    assert_eq!(state, SessionState::Closed);
    let absent = mark(&ben, Some(Attendance::Attended), Attendance::DidNotAttend);
    assert!(refused(sessions::take_register(&cara, id, &absent).await).contains("is closed"));
    assert!(refused(sessions::close_register(&cara, id).await).contains("closed already"));
    sessions::reopen_register(&cara, id, Correction::Disputed).await.unwrap();
    assert!(refused(sessions::reopen_register(&cara, id, Correction::Other).await).contains("not"));
    sessions::take_register(&cara, id, &absent).await.unwrap();
    let line = sessions::register(&cara, id).await.unwrap().lines.remove(0);
    assert_eq!(line.corrected, Some((Attendance::Attended, Correction::Disputed)));
    sessions::close_register(&cara, id).await.unwrap();
    let said: Vec<_> = ground.all::<attendance_event::Entity>().await;
    let reasons: Vec<_> = said.iter().map(|event| event.correction).collect();
    assert_eq!(reasons, [None, Some(Correction::Disputed)], "history keeps both");
    let log = ground.all::<audit_entry::Entity>().await;
    let reopened = log.iter().find(|entry| entry.action == "reopen register").unwrap();
    assert_eq!(reopened.note.as_deref(), Some("Somebody says that the register is wrong"));
}

#[tokio::test]
async fn a_walk_in_needs_no_seat_and_is_marked() {
    let (ground, cara) = with_educator().await;
    let (id, _) = full(&ground, &cara).await;
    let named = WalkIn::Colleague("eve@staff.example".to_owned());
    assert!(refused(sessions::add_walk_in(&cara, id, &named).await).contains("opens on"));
    let cara = on(&cara, DAY);
    sessions::add_walk_in(&cara, id, &named).await.unwrap();
    assert_eq!(beside(sessions::add_walk_in(&cara, id, &named).await), "colleague");
    let leads = WalkIn::Colleague("cara@staff.example".to_owned());
    assert_eq!(beside(sessions::add_walk_in(&cara, id, &leads).await), "colleague");
    let guest = WalkIn::Guest {
        name: "Ada".to_owned(),
        organisation: "Mind".to_owned(),
        profession: "Peer support".to_owned(),
    };
    sessions::add_walk_in(&cara, id, &guest).await.unwrap();
    sessions::take_register(&cara, id, &everyone()).await.unwrap();
    let page = sessions::register(&cara, id).await.unwrap();
    assert_eq!((page.lines.len(), page.walk_ins()), (3, 2));
    let held = sessions::session(&cara, id).await.unwrap().seats.held;
    assert_eq!((page.booked(), held), (1, 1), "walk-ins take no seat, on either page");
    let by = ground.all::<attendance_event::Entity>().await;
    let by: Vec<_> = by.iter().map(|event| event.noted_by).collect();
    assert_eq!(by, [NotedBy::WalkIn, NotedBy::WalkIn, NotedBy::Register]);
    assert_eq!(events(&ground).await.len(), 1, "a walk-in is no booking");
}

#[tokio::test]
async fn whoever_walked_in_finds_the_session_among_their_own() {
    let (ground, cara) = with_educator().await;
    let (id, _) = full(&ground, &cara).await;
    let (amina, eve) = (ground.sign_in(AMINA, None).await, ground.sign_in(EVE, None).await);
    let named = WalkIn::Colleague("eve@staff.example".to_owned());
    sessions::add_walk_in(&on(&cara, DAY), id, &named).await.unwrap();
    let past = sessions::mine(&on(&eve, AFTER), 1).await.unwrap().past;
    let told: Vec<_> =
        past.entries.iter().map(|line| (line.id, line.own, line.attendance)).collect();
    assert_eq!(told, [(id, None, Some(Attendance::Attended))]);
    let others = sessions::mine(&on(&amina, AFTER), 1).await.unwrap().past;
    assert!(others.entries.is_empty(), "she neither booked nor came");
}

#[tokio::test]
async fn a_month_and_a_week_say_of_what_is_over_what_the_list_says() {
    let (ground, cara) = with_educator().await;
    let earlier =
        DescribeSession { starts: "2026-11-30T10:00:00".parse().unwrap(), ..says("Asking") };
    scheduled(&cara, &earlier).await;
    let (id, ben) = full(&ground, &cara).await;
    let eve = ground.sign_in(EVE, None).await;
    let absent = mark(&ben, None, Attendance::DidNotAttend);
    sessions::take_register(&on(&cara, AFTER), id, &absent).await.unwrap();
    let before = "2026-11-02";
    let told =
        [(&ben, before, None), (&ben, AFTER, Some(Attendance::DidNotAttend)), (&eve, AFTER, None)];
    for (person, day, said) in told {
        let person = on(person, day);
        let ask = SessionsAddress { past: day == AFTER, ..SessionsAddress::default() };
        let listed = sessions::list(&person, &ask).await.unwrap().lines.entries;
        let listed: Vec<_> =
            listed.iter().map(|line| (line.id, line.own, line.attendance)).collect();
        assert_eq!(listed.iter().find(|line| line.0 == id).unwrap().2, said, "on {day}");
        for (view, at) in [(View::Month, "2026-11"), (View::Week, "2026-W49")] {
            let at = Some(at.to_owned());
            let ask = SessionsAddress { view: Some(view), at, ..SessionsAddress::default() };
            let agenda = sessions::agenda(&person, &ask).await.unwrap();
            let entries = &agenda.days[0].entries;
            assert_eq!(entries.len(), 2, "{view:?} on {day}");
            for one in entries {
                assert!(listed.contains(&(one.id, one.own, one.attendance)), "{view:?} on {day}");
            }
        }
    }
}

#[tokio::test]
async fn a_tick_is_taken_back_and_the_booking_alone_counts() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    let (cara, ben) = (on(&cara, AFTER), on(&ben, AFTER));
    sessions::take_register(&cara, id, &everyone()).await.unwrap();
    let back = taken_back(&ben);
    assert_eq!(sessions::take_register(&cara, id, &back).await.unwrap(), 1);
    let words: Vec<_> = ground.all::<attendance_event::Entity>().await;
    let words: Vec<_> = words.iter().map(|event| event.attendance).collect();
    assert_eq!(words, [Word(Some(Attendance::Attended)), Word(None)], "history keeps both");
    let own = sessions::session(&ben, id).await.unwrap().own;
    assert_eq!((own.state, own.attendance), (Some(BookingState::Booked), None));
    let past = sessions::mine(&ben, 1).await.unwrap();
    assert_eq!(past.past.entries[0].attendance, None);
    assert!(past.asked.is_empty(), "nobody asks for feedback");
    let page = sessions::register(&cara, id).await.unwrap();
    assert_eq!((page.lines[0].attendance, page.unsaid()), (None, 1));
    assert!(refused(sessions::close_register(&cara, id).await).contains("Say of 1 person"));
    // Taken back once more it is nothing new; said anew it counts.
    assert_eq!(sessions::take_register(&cara, id, &back).await.unwrap(), 0);
    assert_eq!(sessions::take_register(&cara, id, &everyone()).await.unwrap(), 1);
    sessions::close_register(&cara, id).await.unwrap();
    assert!(sessions::certificate(&ben, id).await.is_ok());
}

#[tokio::test]
async fn whoever_walked_in_leaves_the_register_when_that_is_taken_back() {
    let (ground, cara) = with_educator().await;
    let (id, _) = full(&ground, &cara).await;
    let named = WalkIn::Colleague("eve@staff.example".to_owned());
    let (cara, eve) = (on(&cara, AFTER), on(&ground.sign_in(EVE, None).await, AFTER));
    sessions::add_walk_in(&cara, id, &named).await.unwrap();
    sessions::take_register(&cara, id, &everyone()).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    let pieces = || async { evidence::own(&eve, None, "", 1).await.unwrap().lines.entries.len() };
    assert!(sessions::certificate(&eve, id).await.is_ok());
    assert_eq!(pieces().await, 1);
    let counted = || async { sessions::figures(&cara, "", ("", "")).await.unwrap().all.people };
    assert_eq!(counted().await, 2);

    sessions::reopen_register(&cara, id, Correction::MarkedWrongly).await.unwrap();
    let older = sessions::register(&cara, id).await.unwrap();
    let back = taken_back(&eve);
    assert_eq!(sessions::take_register(&cara, id, &back).await.unwrap(), 1);
    let page = sessions::register(&cara, id).await.unwrap();
    assert_eq!((older.lines.len(), page.lines.len(), page.walk_ins()), (2, 1, 0));
    // A page from before that still shows her can be saved.
    let unchanged = mark(&eve, Some(Attendance::Attended), Attendance::Attended);
    assert_eq!(sessions::take_register(&cara, id, &unchanged).await.unwrap(), 0);
    sessions::close_register(&cara, id).await.unwrap();
    assert!(is_not_found(sessions::certificate(&eve, id).await));
    assert_eq!((pieces().await, counted().await), (0, 1));
    let mine = sessions::mine(&eve, 1).await.unwrap();
    assert!(mine.past.entries.is_empty() && mine.asked.is_empty());

    sessions::reopen_register(&cara, id, Correction::LeftOut).await.unwrap();
    sessions::add_walk_in(&cara, id, &named).await.unwrap();
    assert_eq!(sessions::register(&cara, id).await.unwrap().walk_ins(), 1, "added again");
}

//! The words of each mail, and of what somebody is told at all.

use super::*;

const ID: &str = "0198f3c0-0000-7000-8000-000000000001";

fn told(news: News, link: Option<&str>) -> Words {
    told_by(news, link, None)
}

fn told_by(news: News, link: Option<&str>, by: Option<&str>) -> Words {
    let about = About {
        session: ID.parse().unwrap(),
        title: "Safety plans",
        slot: Slot { starts: "2026-12-07T13:00:00".parse().unwrap(), minutes: 90 },
        place: "The surgery, room 2",
        link,
        by,
    };
    let today = "2026-11-02".parse().unwrap();
    words(news, &about, Reader { first_name: "Amina", today, base_url: "https://esteem.example" })
}

fn until() -> NaiveDateTime {
    "2026-11-04T17:00:00".parse().unwrap()
}

#[test]
fn a_booking_is_told_with_when_where_and_how_to_give_it_up() {
    let expected = "Dear Amina

You have a seat in this session.

What: Safety plans
When: Monday 7 December 2026, 1pm to 2:30pm
Where: The surgery, room 2
Join online: https://meet.example/plans

Removing it from your calendar does not give up your seat. If you cannot come, give it up, so that somebody else can have it:
https://esteem.example/sessions/0198f3c0-0000-7000-8000-000000000001
";
    let mail = told(News::Booked, Some("https://meet.example/plans"));
    assert_eq!(mail.text, expected);
    assert_eq!(mail.subject, "Esteem: you have a seat in Safety plans");
}

#[test]
fn each_mail_says_what_it_is_about_and_what_comes_next() {
    let moved = |kept| News::Changed(Change::Moved, kept);
    let table = [
        (News::Waiting, "you are on the waiting list of Safety plans", "Seats go to whoever"),
        (News::Offered(until()), "a seat in Safety plans is offered", "4 November 2026 at 5pm"),
        (News::Declined, "your request for Safety plans was not approved", "team manager"),
        (moved(Kept::Seat), "Safety plans has moved", "You still have your seat"),
        (moved(Kept::Offer(until())), "has moved", "until 4 November 2026 at 5pm"),
        (moved(Kept::Place), "has moved", "still on the waiting list"),
        (moved(Kept::Request), "has moved", "still waits for your team manager"),
        (moved(Kept::Lead), "has moved", "You still lead it"),
        (
            News::Cancelled(Some(CancelReason::LowNumbers)),
            "Safety plans is cancelled",
            "The reason: Too few people would come. Your booking has ended.",
        ),
        (News::Cancelled(None), "your booking of Safety plans", "The session itself takes place"),
        (News::GivenUp, "you have given up your seat in Safety plans", "you can book again"),
        (News::Leads, "you lead Safety plans", "stand back"),
        (
            News::LeadsNoMore(Some(CancelReason::EducatorUnwell)),
            "Safety plans is cancelled",
            "The educator is unwell",
        ),
        (News::LeadsNoMore(None), "you no longer lead Safety plans", "You no longer lead"),
        (invited(None), "your team is invited to Safety plans", "to book a seat"),
        (invited(None), "Safety plans", "if you are told of invitations"),
        (invited(Some(until())), "Safety plans", "to this session. Booking opens on "),
        (News::Reminder(7), "Safety plans is in 7 days", "/account/mail"),
        (News::Reminder(1), "Safety plans is tomorrow", "give your seat up now"),
        (News::Reminder(0), "Safety plans is today", "Monday 7 December 2026"),
        (News::Feedback(Phase::After), "please give feedback on Safety plans", "how useful it was"),
        (News::Feedback(Phase::After), "Safety plans", "/feedback\n"),
        (News::Feedback(Phase::FollowUp), "once more how confident you are", "what lasts"),
        (News::Feedback(Phase::FollowUp), "after Safety plans", "/account/mail"),
    ];
    for (news, subject, text) in table {
        let mail = told(news, None);
        assert!(mail.subject.contains(subject), "{news:?}: {}", mail.subject);
        assert!(mail.text.contains(text), "{news:?}: {}", mail.text);
        assert!(!mail.text.contains("Join online"), "{news:?}");
        let whole = matches!(news, News::Cancelled(Some(_)));
        assert_eq!(mail.text.contains(ID), !whole, "{news:?}: there is nothing to do there");
    }
}

fn invited(opens: Option<NaiveDateTime>) -> News {
    News::Invited { series: None, opens }
}

#[test]
fn an_invitation_says_when_booking_opens_only_where_that_is_to_come() {
    let opens = "2026-11-09T13:30:00".parse().unwrap();
    let later = told(invited(Some(opens)), None);
    assert!(
        later.text.contains("Booking opens on Monday 9 November 2026, 1:30pm."),
        "{}",
        later.text
    );
    assert!(!told(invited(None), None).text.contains("Booking opens"));
}

#[test]
fn whoever_came_is_asked_by_a_mail_of_its_own_in_each_phase() {
    let kinds = [Phase::After, Phase::FollowUp].map(asking_for);
    assert_eq!(kinds, [MailKind::SessionFeedback, MailKind::SessionFollowUp]);
}

#[test]
fn a_mail_about_a_change_says_what_has_changed() {
    let table = [
        (Change::Moved, "Safety plans has moved", "The time or the place of this session has"),
        (
            Change::Renamed,
            "a session has a new title: Safety plans",
            "The title of this session has",
        ),
        (
            Change::Both,
            "a session has moved and has a new title: Safety plans",
            "The title of this session has changed, and its time or its place too. You still",
        ),
    ];
    for (change, subject, text) in table {
        let mail = told(News::Changed(change, Kept::Seat), None);
        assert_eq!(mail.subject, format!("Esteem: {subject}"));
        assert!(mail.text.contains(text), "{change:?}: {}", mail.text);
        let time = mail.text.contains("time or");
        let title = mail.text.contains("The title");
        assert_eq!(Change::of(time, title), Some(change), "{}", mail.text);
    }
    assert_eq!(Change::of(false, false), None);
}

#[test]
fn an_invitation_to_a_series_leads_to_all_its_sessions() {
    let series = ID.parse().unwrap();
    let mail = told(News::Invited { series: Some(series), opens: None }, None);
    assert!(mail.text.contains("a series of sessions"), "{}", mail.text);
    assert!(mail.text.contains(&format!("/sessions/series/{ID}")), "{}", mail.text);
}

#[test]
fn where_to_join_is_for_whoever_holds_a_seat_or_leads() {
    let knows = [Kept::Seat, Kept::Offer(until()), Kept::Lead].map(Kept::tells_the_link);
    assert_eq!(knows, [true; 3]);
    assert_eq!([Kept::Place, Kept::Request].map(Kept::tells_the_link), [false; 2]);
}

#[test]
fn whoever_had_no_seat_is_not_told_that_they_gave_it_up() {
    use BookingState::{
        Booked, CancelledByPerson, CancelledBySession, Declined, Offered, Requested, Waitlisted,
    };
    let table = [
        (Requested, false, None),
        (Declined, false, Some(MailKind::SeatDeclined)),
        (Waitlisted, false, Some(MailKind::SeatWaiting)),
        (Offered, false, Some(MailKind::SeatOffered)),
        (Booked, false, Some(MailKind::SeatBooked)),
        (CancelledByPerson, true, Some(MailKind::SeatGivenUp)),
        (CancelledByPerson, false, None),
        (CancelledBySession, true, Some(MailKind::SeatCancelled)),
        (CancelledBySession, false, Some(MailKind::SeatCancelled)),
    ];
    for (state, was_booked, kind) in table {
        assert_eq!(told_of(state, was_booked, false), kind, "{state} {was_booked}");
    }
}

#[test]
fn what_was_done_for_somebody_is_always_told_and_by_whom() {
    use BookingState::{Booked, CancelledByPerson, Requested};
    let mails = [Requested, Booked, CancelledByPerson].map(|state| told_of(state, false, true));
    let kinds = [MailKind::SeatRequested, MailKind::SeatBooked, MailKind::SeatGivenUp];
    assert_eq!(mails, kinds.map(Some));
    let dan = |news| told_by(news, None, Some("Dan Reid"));
    for news in [News::Requested, News::Booked, News::Waiting, News::Offered(until())] {
        assert!(dan(news).text.contains("Dan Reid booked it for you."), "{news:?}");
        assert!(!told(news, None).text.contains("for you."), "{news:?}");
    }
    let given_up = dan(News::GivenUp);
    assert_eq!(given_up.subject, "Esteem: your place in Safety plans was given up");
    assert!(given_up.text.contains("Dan Reid has given up your place"), "{}", given_up.text);
}

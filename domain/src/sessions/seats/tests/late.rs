//! Worked cases of what comes late: the last hours of booking, clocks that differ, people who can no longer come, and numbers
//! that facts have overtaken.

use super::*;
use BookingState as S;

#[test]
fn whoever_joins_late_never_takes_a_seat_that_somebody_who_waited_before_could_take() {
    let mut seats = with_two_who_wait();
    seats.now = at("2026-11-30T10:00:00");
    seats.give_up(person(1)).unwrap();
    let late = Booking { joined_at: seats.now, ..asks(4) };
    assert_eq!(told(&seats.book(late.clone()).unwrap()), [(person(4), S::Waitlisted)]);
    assert!(!seats.may_take(person(4)) && seats.may_take(person(2)) && seats.may_take(person(3)));
    assert_eq!(code(seats.clone().book(late.clone())), "already-waiting");
    // Once nobody waits who joined before, the seat is theirs.
    for n in [2, 3] {
        seats.give_up(person(n)).unwrap();
    }
    assert!(seats.may_take(person(4)));
    assert_eq!(told(&seats.book(late).unwrap()), [(person(4), S::Booked)]);
    assert!(!seats.may_take(person(4)));
}

#[test]
fn a_seat_is_taken_from_the_list_only_when_no_offer_can_be_made_and_booking_is_open() {
    let mut seats = seating(1);
    seats.rules.quotas = vec![nurses(1, None, "2026-11-30")];
    seats.book(asks(1)).unwrap();
    assert!(!seats.may_take(person(1)), "the seat is kept for others");
    seats.now = at("2026-11-30T09:00:01");
    assert!(seats.may_take(person(1)));
    seats.now = at(STARTS);
    assert!(!seats.may_take(person(1)), "booking has ended");
}

#[test]
fn a_clock_that_is_behind_does_not_give_a_seat_twice() {
    let mut seats = with_two_who_wait();
    seats.give_up(person(1)).unwrap();
    seats.now = at("2026-11-04T10:00:01");
    assert_eq!(told(&seats.settle()), [(person(3), S::Offered)]);
    seats.now = at("2026-11-04T09:59:59");
    assert_eq!(code(seats.clone().accept(person(2))), "offer-lapsed");
    seats.now = at("2026-11-04T10:00:01");
    assert_eq!(told(&seats.accept(person(3)).unwrap()), [(person(3), S::Booked)]);
}

#[test]
fn an_offer_ends_with_booking_and_is_not_accepted_afterwards() {
    let mut seats = with_two_who_wait();
    seats.give_up(person(1)).unwrap();
    assert_eq!(seats.close_at(at("2026-11-20T00:00:00")), [], "it holds until 4 November");
    let closes_at = at("2026-11-03T13:00:00");
    let answer_by = Some(closes_at);
    let ends = Step { attendee: person(2), state: S::Offered, answer_by };
    assert_eq!(seats.close_at(closes_at), [ends]);
    assert_eq!(seats.close_at(closes_at), []);
    seats.now = closes_at;
    assert_eq!(code(seats.clone().accept(person(2))), "booking-ended");
    seats.now = at("2026-11-03T12:59:59");
    assert!(seats.accept(person(2)).is_ok());
}

#[test]
fn who_can_no_longer_come_is_passed() {
    let mut seats = with_two_who_wait();
    seats.bookings[1].may_come = false;
    assert_eq!(seats.waiting().len(), 1);
    assert_eq!(told(&seats.give_up(person(1)).unwrap())[1], (person(3), S::Offered));
    seats.now = at("2026-11-30T12:00:00");
    assert_eq!(code(seats.clone().book(asks(2))), "already-waiting");
    assert!(!seats.may_take(person(2)));
    assert!(seats.give_up(person(2)).is_ok(), "and may still leave the list");
}

#[test]
fn what_facts_have_overfilled_does_not_stand_in_the_way_of_other_changes() {
    let mut seats = seating(3);
    seats.rules.quotas = vec![nurses(0, Some(1), "2026-11-16")];
    seats.book(nurse(1)).unwrap();
    seats.book(asks(2)).unwrap();
    // The second has become a nurse.
    seats.bookings[1].profession = Some("Nursing".to_owned());
    let rules = |capacity, most| {
        let quotas = vec![nurses(0, Some(most), "2026-11-16")];
        SeatRules { capacity, quotas }
    };
    assert_eq!(seats.change_rules(rules(4, 1), &[]), Ok(vec![]));
    let group = Some(Group::Profession("Nursing".to_owned()));
    assert_eq!(seats.change_rules(rules(4, 0), &[]), Err(Crowded { too_many: 2, group }));
    let too_few = Err(Crowded { too_many: 1, group: None });
    assert_eq!(seats.change_rules(rules(1, 1), &[]), too_few);
}

#[test]
fn one_booking_is_cancelled_and_its_seat_passed_on() {
    let mut seats = with_two_who_wait();
    let steps = seats.cancel(person(1)).unwrap();
    assert_eq!(told(&steps), [(person(1), S::CancelledBySession), (person(2), S::Offered)]);
    assert_eq!(code(seats.cancel(person(1))), "no-booking");
    assert_eq!(told(&seats.cancel(person(3)).unwrap()), [(person(3), S::CancelledBySession)]);
}

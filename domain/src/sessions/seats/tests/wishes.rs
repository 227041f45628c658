//! Worked cases of whoever waits and says anew whether a seat that falls to them is booked at once.

use super::*;
use BookingState as S;

#[test]
fn the_latest_wish_counts_and_the_place_stays() {
    for (wishes, given) in [(&[true][..], S::Booked), (&[true, false][..], S::Offered)] {
        let mut seats = with_two_who_wait();
        for at_once in wishes {
            let steps = seats.change_wish(person(2), *at_once).unwrap();
            assert_eq!(told(&steps), [(person(2), S::Waitlisted)]);
        }
        let steps = seats.give_up(person(1)).unwrap();
        assert_eq!(told(&steps), [(person(1), S::CancelledByPerson), (person(2), given)]);
    }
    // Booking that is to open later than was said ends nobody's place, and no wish.
    let mut put_off = with_two_who_wait();
    put_off.opens_at = Some(at("2026-11-09T13:30:00"));
    let steps = put_off.change_wish(person(2), true).unwrap();
    assert_eq!(told(&steps), [(person(2), S::Waitlisted)]);
}

#[test]
fn who_is_booked_at_once_passes_nobody_who_came_before() {
    let mut seats = with_two_who_wait();
    seats.change_wish(person(3), true).unwrap();
    assert_eq!(told(&seats.give_up(person(1)).unwrap())[1], (person(2), S::Offered));
    assert_eq!(told(&seats.give_up(person(2)).unwrap())[1], (person(3), S::Booked));
}

#[test]
fn a_seat_that_nobody_has_given_out_yet_falls_as_is_wished_now() {
    let mut seats = seating(1);
    seats.rules.quotas = vec![nurses(1, None, "2026-11-16")];
    for n in 1..=2 {
        seats.book(asks(n)).unwrap();
    }
    seats.now = at("2026-11-16T09:00:00");
    let own = seats.clone().change_wish(person(1), true).unwrap();
    assert_eq!(told(&own), [(person(1), S::Waitlisted), (person(1), S::Booked)]);
    let later = seats.change_wish(person(2), true).unwrap();
    assert_eq!(told(&later), [(person(2), S::Waitlisted), (person(1), S::Offered)]);
}

#[test]
fn a_request_keeps_its_place_and_what_was_wished_counts_once_it_is_approved() {
    let mut seats = with_two_who_wait();
    seats.request(asks(4)).unwrap();
    let steps = seats.change_wish(person(4), true).unwrap();
    assert_eq!(told(&steps), [(person(4), S::Requested)]);
    seats.approve(person(4)).unwrap();
    for n in [2, 3] {
        seats.give_up(person(n)).unwrap();
    }
    assert_eq!(told(&seats.give_up(person(1)).unwrap())[1], (person(4), S::Booked));
}

#[test]
fn only_who_waits_has_a_wish_and_only_while_seats_fall_to_people() {
    let mut seats = with_two_who_wait();
    assert_eq!(code(seats.clone().change_wish(person(1), true)), "not-waiting", "has a seat");
    assert_eq!(code(seats.clone().change_wish(person(9), true)), "not-waiting", "never asked");
    seats.give_up(person(1)).unwrap();
    assert_eq!(code(seats.clone().change_wish(person(2), true)), "not-waiting", "has an offer");
    seats.now = at("2026-11-30T09:00:01");
    assert_eq!(code(seats.clone().change_wish(person(3), true)), "no-more-offers");
    seats.now = at(STARTS);
    assert_eq!(code(seats.change_wish(person(3), true)), "booking-ended");
}

//! Worked cases, one for each sentence of the rules.

use super::*;
use BookingState as S;

#[test]
fn the_last_seat_goes_to_whoever_asked_first_and_the_next_waits() {
    let mut seats = seating(1);
    assert_eq!(told(&seats.book(asks(1)).unwrap()), [(person(1), S::Booked)]);
    assert_eq!(told(&seats.book(asks(2)).unwrap()), [(person(2), S::Waitlisted)]);
    assert_eq!(seats.free(), 0);
}

#[test]
fn a_freed_seat_is_offered_to_the_earliest_for_two_working_days() {
    let mut seats = seating(1);
    for n in 1..=3 {
        seats.book(asks(n)).unwrap();
    }
    let steps = seats.give_up(person(1)).unwrap();
    assert_eq!(told(&steps), [(person(1), S::CancelledByPerson), (person(2), S::Offered)]);
    assert_eq!(steps[1].answer_by, Some(at("2026-11-04T10:00:00")));
    // A newcomer does not take it, and neither does the next in line.
    assert_eq!(told(&seats.book(asks(4)).unwrap()), [(person(4), S::Waitlisted)]);
    assert_eq!(told(&seats.accept(person(2)).unwrap()), [(person(2), S::Booked)]);
}

#[test]
fn an_offer_past_its_deadline_holds_nothing_and_is_passed_on() {
    let mut seats = seating(1);
    for n in 1..=3 {
        seats.book(asks(n)).unwrap();
    }
    seats.give_up(person(1)).unwrap();
    seats.now = at("2026-11-04T10:00:00");
    assert_eq!(seats.free(), 0, "until the deadline it holds its seat");
    seats.now = at("2026-11-04T10:00:01");
    assert_eq!(seats.free(), 1, "whether or not anything has run");
    assert_eq!(code(seats.clone().accept(person(2))), "offer-lapsed");
    assert_eq!(told(&seats.settle()), [(person(3), S::Offered)]);
    // Whoever let it pass joins the list anew, behind those who came later.
    let again = Booking { asked: 9, ..asks(2) };
    assert_eq!(told(&seats.book(again).unwrap()), [(person(2), S::Waitlisted)]);
    assert_eq!(seats.waiting().len(), 1);
}

#[test]
fn who_chose_so_is_booked_at_once() {
    let mut seats = seating(1);
    seats.book(asks(1)).unwrap();
    seats.book(Booking { at_once: true, ..asks(2) }).unwrap();
    assert_eq!(told(&seats.give_up(person(1)).unwrap())[1], (person(2), S::Booked));
}

#[test]
fn with_less_than_four_working_hours_left_a_seat_is_for_whoever_of_the_waiting_takes_it() {
    let mut seats = seating(1);
    for n in 1..=3 {
        seats.book(asks(n)).unwrap();
    }
    // 30 November 2026, 9am to 1pm, is four hours; offers of that morning end when booking does.
    seats.now = at("2026-11-30T09:00:00");
    assert_eq!(seats.answer_by(), Some(at(STARTS)));
    seats.now = at("2026-11-30T09:00:01");
    assert_eq!(told(&seats.give_up(person(1)).unwrap()), [(person(1), S::CancelledByPerson)]);
    let newcomer = seats.clone().book(asks(4)).unwrap();
    assert_eq!(told(&newcomer), [(person(4), S::Waitlisted)], "no newcomer past those who wait");
    assert_eq!(told(&seats.book(asks(3)).unwrap()), [(person(3), S::Booked)]);
    assert_eq!(code(seats.book(asks(2))), "already-waiting");
}

#[test]
fn kept_seats_are_for_their_profession_until_they_are_released() {
    let mut seats = seating(2);
    seats.rules.quotas = vec![nurses(1, None, "2026-11-16")];
    assert_eq!(told(&seats.book(asks(1)).unwrap()), [(person(1), S::Booked)]);
    assert_eq!(told(&seats.book(asks(2)).unwrap()), [(person(2), S::Waitlisted)]);
    // A nurse passes somebody who cannot take that seat.
    let mut with_nurse = seats.clone();
    assert_eq!(told(&with_nurse.book(nurse(3)).unwrap()), [(person(3), S::Booked)]);
    // On the day of its release it goes to whoever waits.
    seats.now = at("2026-11-15T23:59:59");
    assert_eq!(seats.settle(), []);
    seats.now = at("2026-11-16T00:00:00");
    assert_eq!(told(&seats.settle()), [(person(2), S::Offered)]);
}

#[test]
fn a_capped_profession_waits_while_others_book() {
    let mut seats = seating(3);
    seats.rules.quotas = vec![nurses(0, Some(1), "2026-11-16")];
    assert_eq!(told(&seats.book(nurse(1)).unwrap()), [(person(1), S::Booked)]);
    assert_eq!(told(&seats.book(nurse(2)).unwrap()), [(person(2), S::Waitlisted)]);
    assert_eq!(told(&seats.book(asks(3)).unwrap()), [(person(3), S::Booked)]);
    // A seat for a nurse is free again only when the nurse gives hers up.
    assert_eq!(told(&seats.give_up(person(3)).unwrap()).len(), 1);
    assert_eq!(told(&seats.give_up(person(1)).unwrap())[1], (person(2), S::Offered));
}

#[test]
fn a_team_has_its_seats_and_a_guest_counts_as_a_profession() {
    let mut seats = seating(2);
    let group = Group::Team(team(7));
    seats.rules.quotas = vec![
        Quota { group, least: 1, most: None, released_on: day("2026-11-30") },
        nurses(0, Some(1), "2026-11-30"),
    ];
    let visiting = Booking { attendee: guest(1), ..nurse(1) };
    assert_eq!(told(&seats.book(visiting).unwrap()), [(guest(1), S::Booked)]);
    assert_eq!(told(&seats.book(asks(2)).unwrap()), [(person(2), S::Waitlisted)]);
    let of_team = Booking { team: Some(team(7)), ..asks(3) };
    assert_eq!(told(&seats.book(of_team).unwrap()), [(person(3), S::Booked)]);
}

#[test]
fn whoever_fills_two_quotas_frees_a_kept_seat_for_the_next() {
    let mut seats = seating(3);
    let group = Group::Team(team(7));
    let of_team = Quota { group, least: 1, most: None, released_on: day("2026-11-16") };
    seats.rules.quotas = vec![of_team, nurses(1, None, "2026-11-16")];
    seats.book(asks(1)).unwrap();
    assert_eq!(told(&seats.book(asks(2)).unwrap()), [(person(2), S::Waitlisted)]);
    let both = Booking { team: Some(team(7)), ..nurse(3) };
    assert_eq!(told(&seats.book(both).unwrap()), [(person(3), S::Booked), (person(2), S::Offered)]);
}

#[test]
fn approval_books_or_waits_in_the_order_of_asking() {
    let mut seats = seating(1);
    assert_eq!(told(&seats.request(asks(1)).unwrap()), [(person(1), S::Requested)]);
    assert_eq!(seats.free(), 1, "a request holds no seat");
    seats.book(asks(2)).unwrap();
    seats.book(asks(3)).unwrap();
    assert_eq!(told(&seats.approve(person(1)).unwrap()), [(person(1), S::Waitlisted)]);
    assert_eq!(told(&seats.give_up(person(2)).unwrap())[1], (person(1), S::Offered));
    assert_eq!(code(seats.approve(person(1))), "not-requested");
}

#[test]
fn a_declined_request_is_over() {
    let mut seats = seating(1);
    seats.request(asks(1)).unwrap();
    assert_eq!(told(&seats.decline(person(1)).unwrap()), [(person(1), S::Declined)]);
    assert_eq!(code(seats.decline(person(1))), "not-requested");
    assert_eq!(told(&seats.book(asks(1)).unwrap()), [(person(1), S::Booked)]);
}

#[test]
fn nobody_has_two_bookings_in_one_session() {
    let mut seats = seating(1);
    seats.book(asks(1)).unwrap();
    assert_eq!(code(seats.clone().book(asks(1))), "already-booked");
    assert_eq!(code(seats.clone().request(asks(1))), "already-booked");
    seats.book(asks(2)).unwrap();
    assert_eq!(code(seats.clone().book(asks(2))), "already-waiting");
    assert_eq!(code(seats.clone().request(asks(2))), "already-waiting");
    seats.give_up(person(1)).unwrap();
    assert_eq!(code(seats.clone().book(asks(2))), "already-offered");
    seats.request(asks(3)).unwrap();
    assert_eq!(code(seats.clone().book(asks(3))), "already-requested");
    assert_eq!(code(seats.give_up(person(1))), "no-booking");
}

#[test]
fn booking_ends_and_a_seat_can_still_be_given_up() {
    let mut seats = seating(1);
    seats.book(asks(1)).unwrap();
    seats.request(asks(2)).unwrap();
    seats.now = at(STARTS);
    assert_eq!(code(seats.clone().book(asks(3))), "booking-ended");
    assert_eq!(code(seats.clone().approve(person(2))), "booking-ended");
    assert!(seats.clone().decline(person(2)).is_ok());
    assert!(seats.give_up(person(1)).is_ok());
}

#[test]
fn nobody_books_before_booking_opens_and_what_was_asked_for_before_is_answered() {
    let mut seats = seating(1);
    seats.book(asks(1)).unwrap();
    seats.book(asks(2)).unwrap();
    seats.request(asks(3)).unwrap();
    let opens = at("2026-11-09T13:30:00");
    seats.opens_at = Some(opens);
    let refused = seats.clone().book(asks(4)).unwrap_err().to_string();
    assert_eq!(refused, "Booking opens on Monday 9 November 2026, 1:30pm.");
    for now in [at(NOW), opens - TimeDelta::seconds(1)] {
        seats.now = now;
        assert_eq!(code(seats.clone().book(asks(4))), "booking-not-open", "{now}");
        assert_eq!(code(seats.clone().request(asks(4))), "booking-not-open", "{now}");
        assert_eq!(
            code(seats.clone().book(Booking { attendee: guest(4), ..asks(4) })),
            "booking-not-open"
        );
    }
    seats.now = at(NOW);
    let mut answered = seats.clone();
    assert_eq!(told(&answered.approve(person(3)).unwrap()), [(person(3), S::Waitlisted)]);
    assert_eq!(told(&answered.give_up(person(1)).unwrap())[1], (person(2), S::Offered));
    assert_eq!(told(&answered.accept(person(2)).unwrap()), [(person(2), S::Booked)]);
    seats.now = opens;
    assert_eq!(told(&seats.book(asks(4)).unwrap()), [(person(4), S::Waitlisted)]);
}

#[test]
fn what_fell_to_somebody_unseen_is_theirs_when_they_press_book() {
    let mut seats = seating(1);
    seats.rules.quotas = vec![nurses(1, None, "2026-11-16")];
    seats.book(asks(1)).unwrap();
    assert_eq!(seats.waiting().len(), 1);
    seats.now = at("2026-11-16T09:00:00");
    assert_eq!(
        told(&seats.book(asks(1)).unwrap()),
        [(person(1), S::Offered), (person(1), S::Booked)]
    );
}

#[test]
fn more_capacity_gives_seats_to_those_who_wait_and_less_is_refused_unless_somebody_is_named() {
    let mut seats = seating(2);
    for n in 1..=4 {
        seats.book(asks(n)).unwrap();
    }
    let rules = |capacity| SeatRules { capacity, quotas: vec![] };
    let before = seats.clone();
    assert_eq!(seats.change_rules(rules(1), &[]), Err(Crowded { too_many: 1, group: None }));
    assert_eq!(seats, before, "nothing has changed");
    let raised = seats.change_rules(rules(3), &[]).unwrap();
    assert_eq!(told(&raised), [(person(3), S::Offered)]);
    let one_more = Err(Crowded { too_many: 1, group: None });
    assert_eq!(seats.change_rules(rules(1), &[person(1)]), one_more);
    let cut = seats.change_rules(rules(1), &[person(1), person(3)]).unwrap();
    assert_eq!(
        told(&cut),
        [(person(1), S::CancelledBySession), (person(3), S::CancelledBySession)]
    );
}

#[test]
fn whoever_is_named_loses_a_seat_only_where_there_are_too_few_and_nobody_who_waits_gets_one() {
    let mut seats = seating(2);
    for n in 1..=4 {
        seats.book(asks(n)).unwrap();
    }
    let rules = |capacity| SeatRules { capacity, quotas: vec![] };
    assert_eq!(seats.clone().change_rules(rules(2), &[person(1)]), Ok(vec![]), "all fit");
    let too_few = Err(Crowded { too_many: 1, group: None });
    assert_eq!(seats.change_rules(rules(1), &[person(3)]), too_few, "who waits holds none");
    let cut = seats.change_rules(rules(1), &[person(2), person(3), person(9)]).unwrap();
    assert_eq!(told(&cut), [(person(2), S::CancelledBySession)]);
    let waiting: Vec<Attendee> = seats.waiting().iter().map(|one| one.attendee).collect();
    assert_eq!(waiting, [person(3), person(4)]);
}

#[test]
fn a_cap_below_those_who_hold_seats_is_refused_too() {
    let mut seats = seating(3);
    seats.book(nurse(1)).unwrap();
    seats.book(nurse(2)).unwrap();
    let capped = SeatRules { capacity: 3, quotas: vec![nurses(0, Some(1), "2026-11-16")] };
    let group = Some(Group::Profession("Nursing".to_owned()));
    assert_eq!(seats.change_rules(capped.clone(), &[]), Err(Crowded { too_many: 1, group }));
    let released = SeatRules { quotas: vec![nurses(0, Some(1), "2026-11-02")], ..capped };
    assert_eq!(seats.change_rules(released, &[]), Ok(vec![]));
}

#[test]
fn a_session_that_does_not_take_place_cancels_everybody_once() {
    let mut seats = seating(1);
    for n in 1..=2 {
        seats.book(asks(n)).unwrap();
    }
    seats.request(asks(3)).unwrap();
    seats.book(asks(4)).unwrap();
    seats.give_up(person(4)).unwrap();
    let told = told(&seats.cancel_all());
    assert_eq!(told, [1, 2, 3].map(|n| (person(n), S::CancelledBySession)));
    assert_eq!(seats.cancel_all(), []);
}

#[test]
fn quotas_that_cannot_be_are_named() {
    let with = |quotas| SeatRules { capacity: 2, quotas }.check(day("2026-11-02"));
    assert_eq!(with(vec![nurses(2, Some(2), "2026-11-16")]), Ok(()));
    assert_eq!(with(vec![nurses(3, None, "2026-11-16")]), Err(QuotaFault::MoreThanThereAre));
    assert_eq!(with(vec![nurses(2, Some(1), "2026-11-16")]), Err(QuotaFault::LeastAboveMost));
    assert_eq!(
        with(vec![nurses(0, None, "2026-11-16"), nurses(1, None, "2026-11-20")]),
        Err(QuotaFault::Twice)
    );
    // What was released keeps nothing, and may be kept anew.
    let anew = vec![nurses(2, None, "2026-11-02"), nurses(2, None, "2026-11-20")];
    assert_eq!(with(anew), Ok(()));
}

#[test]
fn what_a_booking_would_come_to_looks_at_whom_the_free_seats_are_kept_for() {
    let mut seats = seating(2);
    seats.rules.quotas = vec![nurses(1, None, "2026-11-16")];
    seats.book(asks(1)).unwrap();
    let promised = |seats: &Seating, booking: Booking| seats.would_come_to(booking, false).unwrap();
    assert_eq!(seats.free(), 1, "a seat is free, and it is kept");
    assert_eq!(promised(&seats, asks(2)), S::Waitlisted);
    assert_eq!(promised(&seats, nurse(2)), S::Booked);
    assert_eq!(seats.would_come_to(asks(2), true), Ok(S::Requested), "whatever is free");
    assert_eq!(seats.bookings.len(), 1, "nothing was done");
    // From the day of its release on it is for everybody, and first of all for those who wait.
    let released = Seating { now: at("2026-11-16T09:00:00"), ..seats.clone() };
    assert_eq!(promised(&released, asks(2)), S::Booked);
    seats.book(asks(3)).unwrap();
    let released = Seating { now: at("2026-11-16T09:00:00"), ..seats };
    assert_eq!(promised(&released, asks(2)), S::Waitlisted);
    // No more nurses than the quota allows, whatever is free.
    let mut capped = seating(3);
    capped.rules.quotas = vec![nurses(0, Some(1), "2026-11-16")];
    capped.book(nurse(1)).unwrap();
    assert_eq!(promised(&capped, nurse(2)), S::Waitlisted);
    assert_eq!(promised(&capped, asks(2)), S::Booked);
    assert_eq!(
        seating(1).would_come_to(Booking { may_come: false, ..asks(1) }, false),
        Ok(S::Waitlisted)
    );
    assert!(capped.would_come_to(nurse(1), false).is_err(), "they have a seat");
}

//! Whatever people do and in whichever order: never over capacity or a quota, no newcomer past somebody who could take the
//! seat, nobody lost.

use super::*;
use BookingState as S;
use chrono::TimeDelta;
use proptest::prelude::*;

/// What somebody does, or that time passes.
#[derive(Clone, Debug)]
enum Act {
    Book(u32),
    Request(u32),
    Approve(u32),
    Decline(u32),
    Accept(u32),
    GiveUp(u32),
    /// They wish to be booked at once, or no longer.
    Wish(u32, bool),
    Rules(SeatRules, Vec<u32>),
    CancelOne(u32),
    /// Booking ends this many hours before the session starts.
    Close(i64),
    /// Booking opens this many hours from now, or has opened as many ago.
    Open(i64),
    Hours(i64),
}

fn rules() -> impl Strategy<Value = SeatRules> {
    let quota = (0_u16..3, proptest::option::of(0_u16..4), 3_u32..29, 0_u32..3);
    (1_u16..6, proptest::collection::vec(quota, 0..3))
        .prop_map(|(capacity, quotas)| {
            let of = |(least, most, on, whose): (u16, Option<u16>, u32, u32)| Quota {
                group: match whose {
                    0 => Group::Profession("Nursing".to_owned()),
                    which => Group::Team(team(which)),
                },
                least,
                most,
                released_on: NaiveDate::from_ymd_opt(2026, 11, on).unwrap(),
            };
            SeatRules { capacity, quotas: quotas.into_iter().map(of).collect() }
        })
        .prop_filter("quotas that can be", |rules| rules.check(day("2026-11-01")).is_ok())
}

fn act() -> impl Strategy<Value = Act> {
    let who = 1_u32..12;
    prop_oneof![
        8 => who.clone().prop_map(Act::Book),
        2 => who.clone().prop_map(Act::Request),
        2 => who.clone().prop_map(Act::Approve),
        1 => who.clone().prop_map(Act::Decline),
        4 => who.clone().prop_map(Act::Accept),
        4 => who.clone().prop_map(Act::GiveUp),
        3 => (who.clone(), any::<bool>()).prop_map(|(who, at_once)| Act::Wish(who, at_once)),
        2 => (rules(), proptest::collection::vec(who.clone(), 0..4)).prop_map(|(rules, named)| Act::Rules(rules, named)),
        1 => who.prop_map(Act::CancelOne),
        1 => (0_i64..200).prop_map(Act::Close),
        1 => (-40_i64..40).prop_map(Act::Open),
        4 => (1_i64..80).prop_map(Act::Hours),
    ]
}

/// Somebody of each kind: a third are nurses, half are of two teams, some want to be booked at once, one cannot come.
fn newcomer(n: u32, asked: i64, joined_at: NaiveDateTime) -> Booking {
    let profession = n.is_multiple_of(3).then(|| "Nursing".to_owned());
    let team = (n.is_multiple_of(2)).then(|| team(1 + n / 2 % 2));
    let (at_once, may_come) = (n.is_multiple_of(5), !n.is_multiple_of(7));
    Booking { profession, team, asked, joined_at, may_come, at_once, ..asks(n) }
}

/// Does it; a refusal leaves everything as it was.
fn does(seats: &Seating, act: &Act, asked: i64) -> Option<(Seating, Vec<Step>)> {
    let mut after = seats.clone();
    let steps = match act {
        Act::Book(n) => after.book(newcomer(*n, asked, seats.now)).ok()?,
        Act::Request(n) => after.request(newcomer(*n, asked, seats.now)).ok()?,
        Act::Approve(n) => after.approve(person(*n)).ok()?,
        Act::Decline(n) => after.decline(person(*n)).ok()?,
        Act::Accept(n) => after.accept(person(*n)).ok()?,
        Act::GiveUp(n) => after.give_up(person(*n)).ok()?,
        Act::Wish(n, at_once) => after.change_wish(person(*n), *at_once).ok()?,
        Act::Rules(rules, named) => {
            let named: Vec<Attendee> = named.iter().copied().map(person).collect();
            after.change_rules(rules.clone(), &named).ok()?
        }
        Act::CancelOne(n) => after.cancel(person(*n)).ok()?,
        Act::Close(hours) => {
            let mut steps = after.close_at(at(STARTS) - TimeDelta::hours(*hours));
            steps.extend(after.settle());
            steps
        }
        Act::Open(hours) => {
            after.opens_at = Some(after.now + TimeDelta::hours(*hours));
            after.settle()
        }
        Act::Hours(hours) => {
            after.now += TimeDelta::hours(*hours);
            after.settle()
        }
    };
    Some((after, steps))
}

/// Never over the capacity, nor over what a quota of today allows.
fn nobody_too_many(seats: &Seating) -> Result<(), TestCaseError> {
    prop_assert!(seats.held().count() <= usize::from(seats.rules.capacity), "{seats:#?}");
    for quota in seats.rules.binding(seats.now.date()) {
        let of_group = seats.held().filter(|held| quota.is_for(held)).count();
        prop_assert!(quota.most.is_none_or(|most| of_group <= usize::from(most)), "{seats:#?}");
    }
    Ok(())
}

/// Every seat that was given went to somebody whom nobody else who waited came before; seats kept for others stayed so.
fn nobody_past_anybody(
    before: &Seating,
    after: &Seating,
    steps: &[Step],
) -> Result<(), TestCaseError> {
    let (rules, now, closes_at) = (after.rules.clone(), after.now, after.closes_at);
    let mut seen = Seating { rules, closes_at, now, ..before.clone() };
    for step in steps {
        let own = after.of(step.attendee).unwrap().clone();
        let earlier = seen.of(step.attendee).map(|booking| booking.state);
        let late = seen.answer_by().is_none();
        let gives = matches!(step.state, S::Booked | S::Offered)
            && !seen.held().any(|held| held.attendee == step.attendee);
        if gives {
            let waited = earlier == Some(S::Waitlisted);
            for other in seen.waiting() {
                let could = other.attendee != step.attendee && seen.fits(other);
                // With no time for an offer, the waiting take a seat in any order; a newcomer never, and whoever joined since
                // only after those who waited before.
                let before = match late {
                    true => seen.joined_late(&own) && !seen.joined_late(other),
                    false => other.asked < own.asked,
                };
                let came_before = !waited || before;
                prop_assert!(!(could && came_before), "{other:?} was passed by {own:?}: {seen:#?}");
            }
            for quota in seen.rules.binding(seen.now.date()).filter(|quota| !quota.is_for(&own)) {
                let outside = seen.held().filter(|held| !quota.is_for(held)).count() + 1;
                let open = usize::from(seen.rules.capacity - quota.least);
                prop_assert!(outside <= open, "a seat kept for {:?}: {seen:#?}", quota.group);
            }
        }
        seen.bookings.retain(|booking| booking.attendee != step.attendee);
        seen.bookings.push(Booking { state: step.state, answer_by: step.answer_by, ..own });
    }
    Ok(())
}

/// Nobody asks for a seat before booking opens, not even whoever waits.
fn nobody_before_it_opens(before: &Seating, act: &Act) -> Result<(), TestCaseError> {
    let asks = matches!(act, Act::Book(_) | Act::Request(_));
    let has_opened = before.opens_at.is_none_or(|opens| opens <= before.now);
    prop_assert!(!asks || has_opened, "{act:?}: {before:#?}");
    Ok(())
}

/// What booking or asking is said to come to is what it then comes to, by the last step of whoever asks; what is refused is not promised.
fn what_is_promised_is_done(
    before: &Seating,
    act: &Act,
    (asked, done): (i64, Option<&[Step]>),
) -> Result<(), TestCaseError> {
    let (n, asks) = match act {
        Act::Book(n) => (*n, false),
        Act::Request(n) => (*n, true),
        _ => return Ok(()),
    };
    let promised = before.would_come_to(newcomer(n, asked, before.now), asks).ok();
    let came_to = done.map(|steps| steps.iter().rfind(|step| step.attendee == person(n)));
    prop_assert_eq!(promised, came_to.flatten().map(|step| step.state), "{:?}: {:#?}", act, before);
    Ok(())
}

/// What changed for anybody is told in a step, and the last step of each says where they stand.
fn nobody_lost(before: &Seating, after: &Seating, steps: &[Step]) -> Result<(), TestCaseError> {
    for booking in &after.bookings {
        let last = steps.iter().rev().find(|step| step.attendee == booking.attendee);
        let (state, answer_by) = match last {
            Some(step) => (step.state, step.answer_by),
            None => {
                let earlier = before.of(booking.attendee);
                prop_assert!(earlier.is_some(), "{booking:?} came from nowhere");
                (earlier.unwrap().state, earlier.unwrap().answer_by)
            }
        };
        prop_assert_eq!((booking.state, booking.answer_by), (state, answer_by));
    }
    for earlier in &before.bookings {
        prop_assert!(after.of(earlier.attendee).is_some(), "{earlier:?} is gone");
    }
    let mut all: Vec<_> = after.bookings.iter().map(|booking| booking.attendee).collect();
    all.sort_unstable();
    all.dedup();
    prop_assert_eq!(all.len(), after.bookings.len(), "nobody stands there twice");
    Ok(())
}

/// Other rules cancel nobody but those who were named and held a seat, and only where not all would have fitted.
fn nobody_cancelled_in_vain(
    before: &Seating,
    act: &Act,
    steps: &[Step],
) -> Result<(), TestCaseError> {
    let Act::Rules(rules, named) = act else { return Ok(()) };
    let all_fit = before.clone().change_rules(rules.clone(), &[]).is_ok();
    for step in steps.iter().filter(|step| step.state == S::CancelledBySession) {
        let is_named = named.iter().any(|n| person(*n) == step.attendee);
        let held = before.held().any(|held| held.attendee == step.attendee);
        prop_assert!(is_named && held && !all_fit, "{step:?}: {before:#?}");
    }
    Ok(())
}

/// Another wish says one thing of one person: it gives nobody a seat, and everybody keeps their place in the order of asking.
fn a_wish_moves_nobody(
    before: &Seating,
    act: &Act,
    (after, steps): (&Seating, &[Step]),
) -> Result<(), TestCaseError> {
    let Act::Wish(n, at_once) = act else { return Ok(()) };
    let mut expected = before.clone();
    for booking in expected.bookings.iter_mut().filter(|own| own.attendee == person(*n)) {
        booking.at_once = *at_once;
    }
    prop_assert_eq!(after, &expected);
    prop_assert_eq!(steps.len(), 1);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_seats_hold_whatever_people_do(
        first in rules(),
        acts in proptest::collection::vec(act(), 1..40),
    ) {
        let mut seats = Seating { rules: first, ..seating(1) };
        for (asked, act) in acts.iter().enumerate() {
            let done = does(&seats, act, asked as i64);
            let steps = done.as_ref().map(|(_, steps)| steps.as_slice());
            what_is_promised_is_done(&seats, act, (asked as i64, steps))?;
            let Some((after, steps)) = done else { continue };
            nobody_too_many(&after)?;
            nobody_past_anybody(&seats, &after, &steps)?;
            nobody_lost(&seats, &after, &steps)?;
            nobody_cancelled_in_vain(&seats, act, &steps)?;
            nobody_before_it_opens(&seats, act)?;
            a_wish_moves_nobody(&seats, act, (&after, &steps))?;
            if after.answer_by().is_some() {
                prop_assert!(after.next_in_line().is_none(), "a seat stays empty: {after:#?}");
            }
            seats = after;
        }
    }

    #[test]
    fn no_seat_is_given_twice_by_clocks_that_differ(
        first in rules(),
        acts in proptest::collection::vec((act(), 0_i64..6), 1..40),
    ) {
        let mut seats = Seating { rules: first, ..seating(1) };
        for (asked, (act, behind)) in acts.iter().enumerate() {
            let now = seats.now;
            seats.now -= TimeDelta::hours(*behind);
            let booked = |seats: &Seating| {
                seats.bookings.iter().filter(|booking| booking.state == S::Booked).count()
            };
            if let Some((after, _)) = does(&seats, act, asked as i64) {
                prop_assert!(booked(&after) <= usize::from(after.rules.capacity), "{after:#?}");
                seats = after;
            }
            seats.now = seats.now.max(now);
        }
    }

    #[test]
    fn looking_twice_gives_nothing_twice(
        first in rules(),
        acts in proptest::collection::vec(act(), 1..30),
        hours in 0_i64..200,
    ) {
        let mut seats = Seating { rules: first, ..seating(1) };
        for (asked, act) in acts.iter().enumerate() {
            seats = does(&seats, act, asked as i64).map_or(seats, |(after, _)| after);
        }
        seats.now += TimeDelta::hours(hours);
        seats.settle();
        prop_assert_eq!(seats.settle(), vec![]);
    }
}

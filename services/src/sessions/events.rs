//! What was recorded of bookings, folded: an attendee's booking stands where its latest event left it.

use crate::clock::in_london;
use crate::error::Result;
use domain::ids::{PersonId, SessionId};
use domain::sessions::seats::Booking;
use domain::sessions::{Attendee, BookingState};
use entities::booking_event;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// The events of these sessions, each session's in the order of recording; one query.
pub(crate) async fn events_of(
    db: &impl ConnectionTrait,
    sessions: impl IntoIterator<Item = SessionId>,
) -> Result<Vec<booking_event::Model>> {
    Ok(booking_event::Entity::find()
        .filter(booking_event::Column::SessionId.is_in(sessions))
        .order_by_asc(booking_event::Column::SessionId)
        .order_by_asc(booking_event::Column::Sequence)
        .all(db)
        .await?)
}

/// The events of one person in these sessions, in the same order; one query.
pub(super) async fn events_of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
    sessions: impl IntoIterator<Item = SessionId>,
) -> Result<Vec<booking_event::Model>> {
    Ok(booking_event::Entity::find()
        .filter(booking_event::Column::PersonId.eq(person))
        .filter(booking_event::Column::SessionId.is_in(sessions))
        .order_by_asc(booking_event::Column::SessionId)
        .order_by_asc(booking_event::Column::Sequence)
        .all(db)
        .await?)
}

/// The bookings of each session, by session; without professions, as if everybody could still come, and with
/// what was wished as it was wished.
pub(crate) fn by_session(events: &[booking_event::Model]) -> BTreeMap<SessionId, Vec<Booking>> {
    let of_one = events.chunk_by(|one, next| one.session_id == next.session_id);
    of_one.filter_map(|events| Some((events.first()?.session_id, folded(events)))).collect()
}

/// The bookings of one session, from its events in the order of recording; as if everybody could still come.
pub(super) fn folded(events: &[booking_event::Model]) -> Vec<Booking> {
    let mut bookings: BTreeMap<Attendee, Booking> = BTreeMap::new();
    for event in events {
        let Some(attendee) = attendee_of(event) else { continue };
        let present = bookings.get(&attendee).filter(|before| goes_on(before.state, event.state));
        let said = (event.sequence, in_london(event.recorded_at));
        let (asked, joined_at) = present.map_or(said, |before| (before.asked, before.joined_at));
        let booking = Booking {
            attendee,
            profession: None,
            team: event.team_id,
            state: event.state,
            asked,
            joined_at,
            may_come: true,
            answer_by: event.answer_by.map(in_london),
            at_once: event.at_once,
        };
        bookings.insert(attendee, booking);
    }
    bookings.into_values().collect()
}

/// Whether an event belongs to the booking that stood before it. After an offer that was not answered in time, whoever waits
/// or asks does so anew; whoever has a seat does not wait, so it is no matter when they asked.
const fn goes_on(before: BookingState, now: BookingState) -> bool {
    let offered_before = matches!(before, BookingState::Offered);
    let waits = matches!(now, BookingState::Waitlisted | BookingState::Requested);
    !(before.is_over() || offered_before && waits)
}

fn attendee_of(event: &booking_event::Model) -> Option<Attendee> {
    let person = event.person_id.map(Attendee::Person);
    person.or(event.guest_id.map(Attendee::Guest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use BookingState::{Booked, CancelledByPerson, Offered, Requested, Waitlisted};
    use chrono::DateTime;
    use uuid::Uuid;

    fn event(sequence: i64, person: u128, state: BookingState) -> booking_event::Model {
        booking_event::Model {
            session_id: SessionId(Uuid::nil()),
            sequence,
            person_id: Some(PersonId(Uuid::from_u128(person))),
            guest_id: None,
            team_id: None,
            state,
            answer_by: None,
            at_once: false,
            recorded_at: DateTime::UNIX_EPOCH,
            by_account_id: None,
            import_id: None,
        }
    }

    #[test]
    fn a_booking_was_asked_with_the_first_event_since_the_last_one_ended() {
        let table: [(&[BookingState], i64); 8] = [
            (&[Waitlisted, Offered, Booked], 1),
            (&[Requested, Waitlisted], 1),
            // They wished otherwise meanwhile.
            (&[Waitlisted, Waitlisted, Offered], 1),
            (&[Requested, Requested, Waitlisted], 1),
            (&[Waitlisted, CancelledByPerson, Waitlisted], 3),
            (&[Waitlisted, Offered, Waitlisted], 3),
            (&[Waitlisted, Offered, Requested, Waitlisted], 3),
            (&[Booked, CancelledByPerson, Requested, Waitlisted, Offered], 3),
        ];
        for (states, asked) in table {
            let events: Vec<_> =
                (1..).zip(states).map(|(sequence, state)| event(sequence, 1, *state)).collect();
            let bookings = folded(&events);
            assert_eq!(bookings.len(), 1);
            assert_eq!((bookings[0].asked, Some(&bookings[0].state)), (asked, states.last()));
        }
    }

    #[test]
    fn everybody_has_one_booking_in_a_session() {
        let events = [event(1, 1, Booked), event(2, 2, Waitlisted), event(3, 1, CancelledByPerson)];
        let states: Vec<_> = folded(&events).iter().map(|booking| booking.state).collect();
        assert_eq!(states, [CancelledByPerson, Waitlisted]);
    }
}

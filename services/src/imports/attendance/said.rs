//! What one line changes: where a booking stands, or whether somebody came.

use super::line::Entry;
use super::named::{Fault, Named};
use super::roll::Roll;
use crate::sessions::many::{belongs_to, comes_from};
use domain::ids::{PersonId, TeamId};
use domain::imports::Sort;
use domain::sessions::importing::{Said, may_be_said, seat_and_note};
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::register::{Attendance, NotedBy};
use domain::sessions::{Attendee, BookingState};
use entities::{attendance_event, booking_event};
use sea_orm::ActiveValue::Set;

const CLOSED: &str =
    "the register of this session is closed; open it again on its page, and say why";
const TELL_THEM: &str =
    "they booked on the page of this session: change it there, which tells them";
const NO_TEAM: &str = "has no post on the day of the session in a team that can book it";
const LEADS: &str = "leads this session, and takes no seat in it";

impl Roll<'_> {
    /// What a line changes, of which sort that is; nothing where it is on record already.
    pub(super) fn said(&mut self, named: &mut Named, entry: &Entry) -> Result<Sort, Fault> {
        named.once(entry)?;
        if matches!(entry.said, Said::Booking(_)) {
            self.people.insert(entry.person);
        }
        if named.is_told(entry, self.now) {
            return Ok(Sort::Unchanged);
        }
        let stored = &named.of.stored;
        let row = &stored.row;
        if row.closed_at.is_some() && (row.import_id.is_none() || named.of.is_kept_here()) {
            return Err(("state", CLOSED.to_owned()));
        }
        let has_come = stored.day() <= self.now.date();
        may_be_said(entry.said, stored.state(self.now), has_come)
            .map_err(|message| ("state", message.to_owned()))?;
        match entry.said {
            Said::Booking(state) => self.booked(named, entry, state),
            Said::Came(came) => self.came(named, entry, came),
        }
    }

    fn booked(
        &mut self,
        named: &mut Named,
        entry: &Entry,
        state: BookingState,
    ) -> Result<Sort, Fault> {
        let (stored, attendee) = (&named.of.stored, Attendee::Person(entry.person));
        if !state.is_over() {
            may_take_a_seat(stored.is_led_by(entry.person))
                .map_err(|_| ("employee_number", LEADS.to_owned()))?;
        }
        let own = named.of.seating.of(attendee);
        let here = !named.of.told.contains_key(&entry.person);
        if named.ahead && here && own.is_some_and(|own| own.is_live(self.now)) {
            return Err(("state", TELL_THEM.to_owned()));
        }
        let before = own.is_some();
        let team = comes_from(&self.facts, stored, entry.person);
        if named.ahead && !state.is_over() {
            if team.is_none() {
                return Err(("employee_number", NO_TEAM.to_owned()));
            }
            self.has_time(named, entry.person)?;
        }
        if state.is_over() {
            self.diaries.leave(&stored.row, entry.person);
        }
        let team = team.or_else(|| belongs_to(&self.facts, stored, entry.person));
        let booking = named.booking(&self.facts, attendee, (team, state));
        if named.ahead {
            let seated = named.of.seating.record(booking);
            seated.map_err(|refusal| ("state", refusal.to_string()))?;
        } else {
            named.of.seating.was(booking);
        }
        self.write(named, entry.person, (team, state));
        Ok(if before { Sort::Correction } else { Sort::New })
    }

    /// Notes in somebody's diary that they are in a session to come.
    fn has_time(&mut self, named: &Named, person: PersonId) -> Result<(), Fault> {
        let (row, slot) = (&named.of.stored.row, named.of.stored.slot());
        let clash = self.diaries.clash(self.ctx, &self.facts, person, (row.id, slot));
        self.diaries.enter(row, person, false);
        clash.map_or(Ok(()), |refusal| Err(("employee_number", refusal.to_string())))
    }

    /// Whoever came without a seat on record had one, as long as one was free.
    fn came(&mut self, named: &mut Named, entry: &Entry, came: Attendance) -> Result<Sort, Fault> {
        let attendee = Attendee::Person(entry.person);
        may_take_a_seat(named.of.stored.is_led_by(entry.person))
            .map_err(|_| ("employee_number", LEADS.to_owned()))?;
        let before = named.of.register.entry(attendee).is_some();
        // What came from a file as closed is filled from one, once; later changes take its page, and a reason.
        let (row, seating) = (&named.of.stored.row, &named.of.seating);
        if row.closed_at.is_some() && before {
            return Err(("state", CLOSED.to_owned()));
        }
        let has_seat = seating.of(attendee).is_some_and(|own| own.holds_a_seat(self.now));
        let (books, by) = seat_and_note(has_seat, seating.free(), came);
        if books {
            let stored = &named.of.stored;
            let team = comes_from(&self.facts, stored, entry.person)
                .or_else(|| belongs_to(&self.facts, stored, entry.person));
            let booked = (team, BookingState::Booked);
            let booking = named.booking(&self.facts, attendee, booked);
            named.of.seating.was(booking);
            self.write(named, entry.person, booked);
        }
        self.note(named, entry.person, (came, by));
        Ok(if before { Sort::Correction } else { Sort::New })
    }

    fn write(
        &mut self,
        named: &mut Named,
        person: PersonId,
        (team, state): (Option<TeamId>, BookingState),
    ) {
        named.last += 1;
        let session = named.of.stored.row.id;
        self.counted.insert(session);
        self.bookings.push(booking_event::ActiveModel {
            session_id: Set(session),
            sequence: Set(named.last),
            person_id: Set(Some(person)),
            guest_id: Set(None),
            team_id: Set(team),
            state: Set(state),
            answer_by: Set(None),
            at_once: Set(false),
            recorded_at: Set(self.ctx.now),
            by_account_id: Set(self.ctx.actor.account_id()),
            import_id: Set(self.import),
        });
    }

    fn note(&mut self, named: &Named, person: PersonId, (came, by): (Attendance, NotedBy)) {
        self.attendance.push(attendance_event::ActiveModel {
            session_id: Set(named.of.stored.row.id),
            person_id: Set(Some(person)),
            guest_id: Set(None),
            attendance: Set(came.into()),
            noted_by: Set(by),
            correction: Set(named.of.stored.row.reopened_for),
            recorded_at: Set(self.ctx.now),
            by_account_id: Set(self.ctx.actor.account_id()),
            import_id: Set(self.import),
            ..Default::default()
        });
    }
}

//! Every line held against what is on record of its session, and against the lines before it: each session that the file names is
//! loaded once.

use super::line::{Entry, Referred};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::many::{Attended, Diaries, attended, belongs_to, comes_from};
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{ImportId, PersonId, SessionId, TeamId};
use domain::imports::{Report, Sort};
use domain::sessions::importing::{Said, may_be_said, seat_and_note};
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::register::{Attendance, NotedBy};
use domain::sessions::seats::Booking;
use domain::sessions::{Attendee, BookingState, SessionState};
use entities::{attendance_event, booking_event};
use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

const BOOKINGS: &str = "bookings";
const ATTENDANCE: &str = "attendance";
const CLOSED: &str =
    "the register of this session is closed; open it again on its page, and say why";
const NO_TEAM: &str = "has no post on the day of the session in a team that can book it";
const LEADS: &str = "leads this session, and takes no seat in it";

/// What is wrong with a line: its column, and what to do.
type Fault = (&'static str, String);

/// A session that the file names.
struct Named {
    of: Attended,
    /// The lines that say something, by the person that they are about.
    lines: HashMap<PersonId, u64>,
    /// The number of its last booking event.
    last: i64,
    /// Whether it is scheduled and has not begun: what has is history.
    ahead: bool,
}

/// The sessions that a file names, as the lines leave them.
pub(super) struct Roll<'a> {
    ctx: &'a Ctx,
    facts: Arc<Facts>,
    referred: &'a Referred,
    import: Option<ImportId>,
    now: NaiveDateTime,
    sessions: HashMap<SessionId, Named>,
    diaries: Diaries,
    pub(super) report: Report,
    /// Whose time is taken.
    people: BTreeSet<PersonId>,
    /// What is to be written of the lines taken since the last time.
    pub(super) bookings: Vec<booking_event::ActiveModel>,
    pub(super) attendance: Vec<attendance_event::ActiveModel>,
    /// The sessions of which bookings were written.
    pub(super) counted: BTreeSet<SessionId>,
}

impl<'a> Roll<'a> {
    /// Three queries.
    pub async fn open(
        ctx: &'a Ctx,
        db: &impl ConnectionTrait,
        (referred, import): (&'a Referred, Option<ImportId>),
    ) -> Result<Self> {
        let (facts, now) = (ctx.facts().await?, ctx.rule_now());
        let diaries = Diaries::load(ctx, db).await?;
        Ok(Self {
            ctx,
            facts,
            referred,
            import,
            now,
            sessions: HashMap::new(),
            diaries,
            report: Report::default(),
            people: BTreeSet::new(),
            bookings: Vec::new(),
            attendance: Vec::new(),
            counted: BTreeSet::new(),
        })
    }

    /// Loads the sessions of these lines that are not there yet.
    pub async fn fetch(&mut self, db: &impl ConnectionTrait, batch: &[Entry]) -> Result<()> {
        let named: BTreeSet<SessionId> = batch.iter().map(|entry| entry.session).collect();
        let missing: Vec<SessionId> =
            named.into_iter().filter(|id| !self.sessions.contains_key(id)).collect();
        for of in attended(&self.facts, db, &missing, self.now).await? {
            let scheduled = of.stored.state(self.now) == SessionState::Scheduled;
            let ahead = scheduled && of.stored.slot().starts > self.now;
            let (id, last) = (of.stored.row.id, of.stored.row.bookings);
            self.sessions.insert(id, Named { of, lines: HashMap::new(), last, ahead });
        }
        Ok(())
    }

    /// Takes a line: what it changes is noted, and so is what stands against it.
    pub fn take(&mut self, entry: &Entry) {
        let of = if matches!(entry.said, Said::Booking(_)) { BOOKINGS } else { ATTENDANCE };
        match self.taken(entry) {
            Ok(sort) => {
                let referred = self.referred;
                self.report.count(of, sort, || referred.sentence(entry));
            }
            Err((column, message)) => {
                self.report.faults.add(entry.number, column, "", message);
            }
        }
    }

    fn taken(&mut self, entry: &Entry) -> std::result::Result<Sort, Fault> {
        let Some(mut named) = self.sessions.remove(&entry.session) else {
            return Err(("session_code", "is not on record any more".to_owned()));
        };
        let sort = self.said(&mut named, entry);
        self.sessions.insert(entry.session, named);
        sort
    }

    fn said(&mut self, named: &mut Named, entry: &Entry) -> std::result::Result<Sort, Fault> {
        named.once(entry)?;
        if named.is_told(entry, self.now) {
            return Ok(Sort::Unchanged);
        }
        let stored = &named.of.stored;
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
    ) -> std::result::Result<Sort, Fault> {
        let (stored, attendee) = (&named.of.stored, Attendee::Person(entry.person));
        if !state.is_over() {
            may_take_a_seat(stored.is_led_by(entry.person))
                .map_err(|_| ("employee_number", LEADS.to_owned()))?;
        }
        let before = named.of.seating.of(attendee).is_some();
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
    fn has_time(&mut self, named: &Named, person: PersonId) -> std::result::Result<(), Fault> {
        let (row, slot) = (&named.of.stored.row, named.of.stored.slot());
        self.people.insert(person);
        let clash = self.diaries.clash(self.ctx, &self.facts, person, (row.id, slot));
        self.diaries.enter(row, person, false);
        clash.map_or(Ok(()), |refusal| Err(("employee_number", refusal.to_string())))
    }

    /// Whoever came without a seat on record had one, as long as one was free.
    fn came(
        &mut self,
        named: &mut Named,
        entry: &Entry,
        came: Attendance,
    ) -> std::result::Result<Sort, Fault> {
        let attendee = Attendee::Person(entry.person);
        may_take_a_seat(named.of.stored.is_led_by(entry.person))
            .map_err(|_| ("employee_number", LEADS.to_owned()))?;
        let before = named.of.register.entry(attendee).is_some();
        // What came from a file as closed is filled from one; later changes take its page, and a reason.
        let (row, seating) = (&named.of.stored.row, &named.of.seating);
        if row.closed_at.is_some() && (before || row.import_id.is_none()) {
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
            attendance: Set(came),
            noted_by: Set(by),
            correction: Set(named.of.stored.row.reopened_for),
            recorded_at: Set(self.ctx.now),
            by_account_id: Set(self.ctx.actor.account_id()),
            import_id: Set(self.import),
            ..Default::default()
        });
    }

    /// Forgets what was to be written.
    pub fn forget(&mut self) {
        self.bookings.clear();
        self.attendance.clear();
    }

    /// What was found, whose time it takes, and which sessions the file names.
    pub fn close(self) -> (Report, BTreeSet<PersonId>, BTreeSet<SessionId>) {
        (self.report, self.people, self.sessions.into_keys().collect())
    }
}

impl Named {
    /// # Errors
    /// Returns that an earlier line is about the same person here.
    fn once(&mut self, entry: &Entry) -> std::result::Result<(), Fault> {
        if let Some(first) = self.lines.get(&entry.person) {
            let message =
                format!("stands in line {first} with this session too; keep one of the two");
            return Err(("employee_number", message));
        }
        self.lines.insert(entry.person, entry.number);
        Ok(())
    }

    /// Whether that is on record, or was told by a file before whatever has come of it since.
    fn is_told(&self, entry: &Entry, now: NaiveDateTime) -> bool {
        let attendee = Attendee::Person(entry.person);
        match entry.said {
            Said::Booking(state) => {
                let own = self.of.seating.of(attendee).filter(|own| !own.has_lapsed(now));
                self.of.told.get(&entry.person) == Some(&state)
                    || own.is_some_and(|own| own.state == state)
            }
            Said::Came(came) => {
                self.of.came.get(&entry.person) == Some(&came)
                    || self.of.register.attendance(attendee) == Some(came)
            }
        }
    }

    /// A booking as the rules look at it, after all that were recorded.
    fn booking(
        &self,
        facts: &Facts,
        attendee: Attendee,
        (team, state): (Option<TeamId>, BookingState),
    ) -> Booking {
        let booking = Booking {
            attendee,
            profession: None,
            team,
            state,
            asked: self.last + 1,
            joined_at: self.of.seating.now,
            may_come: true,
            answer_by: None,
            at_once: false,
        };
        self.of.counted(facts, booking)
    }
}

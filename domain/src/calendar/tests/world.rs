//! A session that becomes a series, what happens to it, and the mails that one reader gets of it: each written when it is sent,
//! as the services write them.

use super::super::{
    Appointment, Entry, Method, Part, Parties, Series, What, message, published, sequence,
    series_sequence,
};
use super::client::{Shown, shown};
use crate::ids::{SessionId, SessionSeriesId};
use crate::sessions::series::{Days, Recurrence};
use crate::sessions::times::Slot;
use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

const BASE: &str = "https://esteem.example";
const PARTIES: Parties<'static> =
    Parties { organiser: "esteem@example.nhs.uk", attendee: "amina@staff.example" };

#[derive(Clone, Copy, Debug)]
pub enum Act {
    Repeat,
    Schedule(usize),
    ScheduleAll,
    Book(usize),
    BookAll,
    GiveUp(usize),
    SomebodyElseBooks(usize),
    /// By so many days; by none into another room.
    Move(usize, i64),
    /// Its title becomes another.
    Retitle(usize),
    /// From one on all begin so many hours after 1pm.
    ChangeFrom(usize, i64),
    Cancel(usize),
    CancelFrom(usize),
    Lead(usize),
    StandBack(usize),
}

/// A session, and what the reader has in it.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug)]
struct Session {
    occurs_on: NaiveDateTime,
    starts: NaiveDateTime,
    place: String,
    title: String,
    scheduled: bool,
    cancelled: bool,
    revision: i32,
    bookings: i64,
    /// The number of the last event of their own booking.
    latest: i64,
    seat: bool,
    leads: bool,
}

/// What a mail tells of one session.
#[derive(Clone, Copy, Debug)]
struct Item {
    which: usize,
    event: Option<i64>,
    ended: Option<i64>,
}

#[derive(Debug)]
struct Mail {
    made_at: i64,
    /// When the mail server is there.
    due: i64,
    items: Vec<Item>,
}

#[derive(Debug)]
pub struct World {
    count: u32,
    /// A date of the rule on which no session is made.
    left_out: Option<usize>,
    rule: Option<Recurrence>,
    sessions: Vec<Session>,
    clock: i64,
    waiting: Vec<Mail>,
    told: Vec<String>,
}

impl Default for World {
    fn default() -> Self {
        Self { left_out: Some(3), ..Self::weekly("2026-10-05T13:00:00", Self::MANY as u32) }
    }
}

impl World {
    /// How many sessions the rule gives.
    pub const MANY: usize = 6;

    /// A draft that will be repeated every week, so many times.
    pub fn weekly(first: &str, count: u32) -> Self {
        let first: NaiveDateTime = first.parse().unwrap();
        let draft = Session {
            occurs_on: first,
            starts: first,
            place: "Room 1".to_owned(),
            title: "Safety plans".to_owned(),
            scheduled: false,
            cancelled: false,
            revision: 0,
            bookings: 0,
            latest: 0,
            seat: false,
            leads: false,
        };
        let (waiting, told) = (Vec::new(), Vec::new());
        let sessions = vec![draft];
        Self { count, left_out: None, rule: None, sessions, clock: 0, waiting, told }
    }

    /// Does something that makes one mail at most, which is sent so many acts later.
    pub fn does(&mut self, act: Act, late: usize) {
        self.clock += 1;
        let items = self.happens(act);
        if !items.is_empty() {
            let due = self.clock + late as i64;
            self.waiting.push(Mail { made_at: self.clock, due, items });
        }
        self.send(self.clock);
    }

    /// All that the reader's calendar was told, once every mail has been sent.
    pub fn told(&mut self) -> Vec<String> {
        self.send(i64::MAX);
        self.told.clone()
    }

    /// What the reader has.
    pub fn page(&self) -> Shown {
        let own = self.sessions.iter().filter_map(Session::appointment);
        own.map(|one| (one.slot.starts, one.slot.ends(), one.place, one.title)).collect()
    }

    /// What a file of it comes to.
    pub fn read(&self) -> Shown {
        let entry = self.entry(0);
        shown(&published(None, entry.as_slice(), BASE))
    }

    fn happens(&mut self, act: Act) -> Vec<Item> {
        match act {
            Act::Repeat => self.repeat(),
            Act::Schedule(which) => self.each(which..=which, Session::schedule),
            Act::ScheduleAll => self.each(0..=usize::MAX, Session::schedule),
            Act::Book(which) => self.each(which..=which, Session::book),
            Act::BookAll => self.each(0..=usize::MAX, Session::book),
            Act::GiveUp(which) => self.each(which..=which, Session::give_up),
            Act::SomebodyElseBooks(which) => self.each(which..=which, |one| {
                one.bookings += 1;
                None
            }),
            Act::Move(which, days) => self.each(which..=which, |one| {
                let starts = one.starts + TimeDelta::days(days);
                let room = format!("Room {}", one.revision + 2);
                let place = if days == 0 { room } else { one.place.clone() };
                one.becomes(starts, place, one.title.clone())
            }),
            Act::Retitle(which) => self.each(which..=which, |one| {
                let title = format!("Safety plans {}", one.revision + 2);
                one.becomes(one.starts, one.place.clone(), title)
            }),
            Act::ChangeFrom(which, hours) => self.each(which..=usize::MAX, |one| {
                let starts = one.starts.date().and_hms_opt(13 + hours as u32, 0, 0).unwrap();
                one.becomes(starts, one.place.clone(), one.title.clone())
            }),
            Act::Cancel(which) => self.each(which..=which, Session::cancel),
            Act::CancelFrom(which) => self.each(which..=usize::MAX, Session::cancel),
            Act::Lead(which) => self.each(which..=which, Session::lead),
            Act::StandBack(which) => self.each(which..=which, Session::stand_back),
        }
    }

    /// What is to be told of each of these sessions, if anything: of which event, and whether it stands there no more.
    fn each(
        &mut self,
        which: std::ops::RangeInclusive<usize>,
        does: impl Fn(&mut Session) -> Option<(Option<i64>, bool)>,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        for (nth, one) in self.sessions.iter_mut().enumerate() {
            if which.contains(&nth)
                && let Some((event, gone)) = does(one)
            {
                items.push(Item { which: nth, event, ended: gone.then(|| one.sequence()) });
            }
        }
        items
    }

    fn repeat(&mut self) -> Vec<Item> {
        let first = self.sessions[0].clone();
        if self.rule.is_some() || first.cancelled {
            return Vec::new();
        }
        let days = Days::Weekly(first.starts.weekday());
        let rule = Recurrence { days, every: 1, count: self.count };
        self.rule = Some(rule);
        self.sessions[0].occurs_on = first.starts;
        let mut items = Vec::new();
        for (nth, start) in rule.starts(first.starts).into_iter().enumerate().skip(1) {
            if self.left_out == Some(nth) {
                continue;
            }
            let copy = Session {
                occurs_on: start,
                starts: start,
                revision: 0,
                bookings: 0,
                latest: 0,
                seat: false,
                ..first.clone()
            };
            if copy.scheduled && copy.leads {
                items.push(Item { which: self.sessions.len(), event: None, ended: None });
            }
            self.sessions.push(copy);
        }
        items
    }

    fn send(&mut self, now: i64) {
        self.waiting.sort_by_key(|mail| (mail.due, mail.made_at));
        let later = self.waiting.iter().position(|mail| mail.due > now);
        let later = self.waiting.split_off(later.unwrap_or(self.waiting.len()));
        let due = std::mem::replace(&mut self.waiting, later);
        let written: Vec<String> = due.iter().filter_map(|mail| self.write(mail)).collect();
        self.told.extend(written);
    }

    /// None where nothing of it is true any more.
    fn write(&self, mail: &Mail) -> Option<String> {
        let holds = |item: &&Item| item.ended.is_some() || self.is_true(**item);
        let item = mail.items.iter().find(holds)?;
        let one = &self.sessions[item.which];
        let (method, entry) = match (self.rule, item.ended) {
            (None, Some(ended)) => {
                let what = What::Session(one.as_appointment(Part::Seat));
                (Method::Cancel, Entry { sequence: ended, recorded_at: at(mail.made_at), what })
            }
            _ => {
                let entry = self.entry(mail.made_at)?;
                (if entry.is_empty() { Method::Cancel } else { Method::Request }, entry)
            }
        };
        Some(message(method, &entry, PARTIES, BASE).text)
    }

    fn is_true(&self, Item { which, event, .. }: Item) -> bool {
        let one = &self.sessions[which];
        one.appointment().is_some() && event.is_none_or(|event| event == one.latest)
    }

    /// What stands in the calendar; none where it is a single session that they have no part in.
    fn entry(&self, made_at: i64) -> Option<Entry> {
        let recorded_at = at(made_at);
        let first = &self.sessions[0];
        let Some(rule) = self.rule else {
            let what = What::Session(first.appointment()?);
            return Some(Entry { sequence: first.sequence(), recorded_at, what });
        };
        let counted = self.sessions.iter().map(|one| (one.scheduled, one.sequence()));
        let appointments: BTreeMap<NaiveDateTime, Appointment> = self
            .sessions
            .iter()
            .filter_map(|one| Some((one.occurs_on, one.appointment()?)))
            .collect();
        let series = Series {
            id: SessionSeriesId(Uuid::nil()),
            rule,
            first: Slot { starts: first.occurs_on, minutes: 60 },
            title: "Safety plans".to_owned(),
            appointments,
        };
        let sequence = series_sequence(counted);
        Some(Entry { sequence, recorded_at, what: What::Series(series) })
    }
}

impl Session {
    fn sequence(&self) -> i64 {
        sequence(self.revision, self.latest)
    }

    fn appointment(&self) -> Option<Appointment> {
        let part = match (self.leads, self.seat) {
            (true, _) => Part::Lead,
            (false, true) => Part::Seat,
            (false, false) => return None,
        };
        (self.scheduled && !self.cancelled).then(|| self.as_appointment(part))
    }

    fn as_appointment(&self, part: Part) -> Appointment {
        Appointment {
            session: SessionId(Uuid::nil()),
            slot: Slot { starts: self.starts, minutes: 60 },
            title: self.title.clone(),
            place: self.place.clone(),
            link: None,
            part,
        }
    }

    fn records(&mut self) -> i64 {
        self.bookings += 1;
        self.latest = self.bookings;
        self.latest
    }

    fn schedule(&mut self) -> Option<(Option<i64>, bool)> {
        let opens = !self.scheduled && !self.cancelled;
        self.scheduled |= opens;
        (opens && self.leads).then_some((None, false))
    }

    fn book(&mut self) -> Option<(Option<i64>, bool)> {
        if !self.scheduled || self.cancelled || self.seat || self.leads {
            return None;
        }
        self.seat = true;
        Some((Some(self.records()), false))
    }

    fn give_up(&mut self) -> Option<(Option<i64>, bool)> {
        if !self.seat || self.cancelled {
            return None;
        }
        self.seat = false;
        Some((Some(self.records()), true))
    }

    fn becomes(
        &mut self,
        starts: NaiveDateTime,
        place: String,
        title: String,
    ) -> Option<(Option<i64>, bool)> {
        let same = self.starts == starts && self.place == place && self.title == title;
        if same || self.cancelled {
            return None;
        }
        (self.starts, self.place, self.title) = (starts, place, title);
        self.revision += i32::from(self.scheduled);
        self.appointment().map(|_| (None, false))
    }

    fn cancel(&mut self) -> Option<(Option<i64>, bool)> {
        if self.cancelled {
            return None;
        }
        let stood = self.appointment();
        self.cancelled = true;
        self.revision += 1;
        let event = self.seat.then(|| self.records());
        self.seat = false;
        stood.map(|_| (event, true))
    }

    fn lead(&mut self) -> Option<(Option<i64>, bool)> {
        if self.cancelled || self.leads || self.seat {
            return None;
        }
        self.leads = true;
        self.revision += i32::from(self.scheduled);
        self.scheduled.then_some((None, false))
    }

    fn stand_back(&mut self) -> Option<(Option<i64>, bool)> {
        if self.cancelled || !self.leads {
            return None;
        }
        self.leads = false;
        self.revision += i32::from(self.scheduled);
        self.scheduled.then_some((None, true))
    }
}

/// So many seconds after the series began to be planned.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
}

//! What pages show of sessions: plain values that cross to the browser.

use super::browse::views::FilterChoices;
use super::feedback::Phase;
use super::feedback::views::{AskedLine, Changed};
use super::format::Format;
use super::forms::SessionFields;
use super::planning::Stepwise;
use super::register::Attendance;
use super::series::views::InSeries;
use super::tally::views::SessionFigures;
use super::times::Slot;
use super::{Attendee, BookingState, CancelReason, SessionState};
use crate::coverage::views::Heading;
use crate::frameworks::Level;
use crate::ids::{ProgrammeStepId, SessionId, SessionLeadId, SessionQuotaId};
use crate::paging::Paged;
use crate::programmes::views::Intended;
use crate::protected_time::Shortfall;
use crate::release::DeclineReason;
use crate::release::windows::Protection;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// A session, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    pub id: SessionId,
    pub title: String,
    pub format: Format,
    pub slot: Slot,
    pub state: SessionState,
    /// Where it is, in a few words: the venue, or that it is online.
    pub place: String,
    pub leads: Vec<String>,
    /// How many seats there are.
    pub capacity: usize,
    /// Seats that nobody holds.
    pub free: usize,
    pub waiting: usize,
    /// Whether the reader leads it.
    pub leads_it: bool,
    /// Where the reader's own booking stands.
    pub own: Option<BookingState>,
    /// What the register says of the reader, once it has taken place.
    pub attendance: Option<Attendance>,
    /// For whoever runs or leads it, in the two weeks before: what it lacks of the numbers that it asks for.
    pub lacking: Option<String>,
}

/// A list of sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionsList {
    pub lines: Paged<SessionLine>,
    /// Whether the reader may schedule sessions anywhere.
    pub may_run: bool,
    /// Whether the reader is on record here, and so has a list of their own.
    pub has_own: bool,
    pub choices: FilterChoices,
}

/// One session, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct SessionDetail {
    pub id: SessionId,
    pub code: String,
    pub title: String,
    pub about: Option<String>,
    pub format: Format,
    pub slot: Slot,
    pub state: SessionState,
    pub cancelled_for: Option<CancelReason>,
    /// The name of the place that it is held for; everybody where there is none.
    pub held_for: Option<String>,
    pub invited_only: bool,
    /// Teams that are invited, by name.
    pub invited: Vec<Heading>,
    /// Where it is, in a few words: the venue, that it is online, or that nothing was said yet.
    pub place: String,
    /// Shown to whoever leads it, runs it or holds a seat.
    pub link: Option<String>,
    /// When booking opens, where a moment was said; else once it is scheduled.
    pub booking_opens: Option<NaiveDateTime>,
    pub booking_ends: NaiveDateTime,
    pub leads: Vec<LeadLine>,
    pub outcomes: Vec<OutcomeLine>,
    pub quotas: Vec<QuotaLine>,
    pub seats: Seats,
    pub own: Own,
    pub may_run: bool,
    /// Whether the reader books for others than themselves, of whom any could come.
    pub may_book_for: bool,
    /// Whether its time has passed: a draft can then be recorded as a session that took place, and not scheduled any more.
    pub has_passed: bool,
    /// Whether people can check in now.
    pub checks_in: bool,
    /// For whoever may run it: who brought it in a file, where it came from one.
    pub imported_by: Option<String>,
    /// For whoever may run it: what a draft lacks before it can be scheduled or recorded, or what a scheduled session has lost of
    /// that.
    pub missing: Vec<String>,
    /// The fewest people and professions that it asks for, in words.
    pub least: Option<String>,
    /// For whoever runs or leads it, in the two weeks before: what it lacks of them.
    pub lacking: Option<String>,
    /// For whoever may run it: what the release of the teams it invites says of it.
    pub warnings: Vec<String>,
    /// For whoever may run it: whose protected time does not cover it, and why it goes ahead.
    pub outside: Vec<OutsideLine>,
    /// For whoever may run it: who has a booking, by where it stands.
    pub bookings: Vec<BookingLine>,
    /// For whoever runs or leads it, once its register is closed: what it changed.
    pub changed: Option<Changed>,
    /// For the same, then: what it was in figures.
    pub figures: Option<SessionFigures>,
    /// On the pages that change it: the teams that can still be invited, code and name.
    pub teams: Vec<Heading>,
    /// On those pages: the professions that seats can be kept for.
    pub professions: Vec<String>,
    /// On those pages: the teams that seats can be kept for, code and name.
    pub quota_teams: Vec<Heading>,
    /// Where it stands in its series, where it belongs to one.
    pub series: Option<InSeries>,
    /// The programme whose step it runs, and the title of the step.
    pub runs: Option<(Heading, String)>,
}

/// Who leads a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadLine {
    pub id: SessionLeadId,
    pub name: String,
    /// Their job role, or the organisation they come from.
    pub from: String,
    pub mental_health_professional: bool,
    pub lived_experience: bool,
}

/// Somebody whose protected time did not cover a session that they lead, when it was scheduled or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideLine {
    pub name: String,
    pub shortfall: Shortfall,
    /// The minutes that were not covered.
    pub minutes: u32,
    /// What has become of the session since, where anything has.
    pub since: Option<String>,
    pub reason: String,
}

/// What a session is meant to lead to in one competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeLine {
    pub competency: Heading,
    pub level: Level,
    /// The level is above what taking part supports.
    pub needs_more: bool,
}

/// Seats kept for a group, or the most it may take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaLine {
    pub id: SessionQuotaId,
    /// A profession, or a team's name.
    pub group: String,
    pub least: u16,
    pub most: Option<u16>,
    pub released_on: NaiveDate,
    /// Whether that day has come: it binds nobody any more.
    pub released: bool,
}

impl QuotaLine {
    /// Whether it keeps seats that others cannot take (rules, section 5).
    pub const fn keeps(&self) -> bool {
        self.least > 0 && !self.released
    }
}

/// How full a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    pub capacity: usize,
    pub held: usize,
    pub waiting: usize,
}

/// Where the reader stands with a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    pub state: Option<BookingState>,
    /// Until when an offer holds; in the past where it was not answered in time.
    pub answer_by: Option<NaiveDateTime>,
    /// Whether an offer was not answered in time.
    pub lapsed: bool,
    /// Their place on the waiting list, counted from 1.
    pub place: Option<usize>,
    /// Whether they wait and can take a free seat now, because no offer can be made any more.
    pub may_take: bool,
    /// Whether a seat that falls to them is to be booked without asking, where they wait and can still say so anew.
    pub at_once: Option<bool>,
    /// What the register says of them, from the day of the session on.
    pub attendance: Option<Attendance>,
    /// What feedback they are asked now, where they are.
    pub feedback: Option<Phase>,
    /// Their own line among those who lead it, where they do.
    pub leads: Option<SessionLeadId>,
    /// Whether they confirm anybody, and so may confirm what they saw of those who came.
    pub confirms: bool,
    /// The teams that they can book from, code and name; none where they may not book.
    pub teams: Vec<Heading>,
    /// Why they cannot book, where they cannot.
    pub why_not: Option<String>,
    /// What booking a seat comes to as the session stands, from the team with which it comes to most: a seat, a place on the waiting
    /// list, or a request; none for whoever has a booking. What their team keeps of their profession may make a request of it all the
    /// same.
    pub comes_to: Option<BookingState>,
    /// What the release of their teams says of it: warnings, and that a manager is asked first.
    pub notes: Vec<String>,
    /// Whether it lies in the protected time of the team that they booked from, where they did.
    pub protection: Option<Protection>,
    /// Why their last booking was declined, where it was.
    pub declined_for: Option<DeclineReason>,
    /// The name of whoever booked for them; none where they did themselves, or have no booking.
    pub booked_by: Option<String>,
}

impl Own {
    /// Whether the session belongs into the reader's calendar: they have a seat, or one is offered to them, or they lead.
    pub fn is_in_calendar(&self) -> bool {
        let held = matches!(self.state, Some(BookingState::Booked | BookingState::Offered));
        self.leads.is_some() || held && !self.lapsed
    }
}

/// Somebody's booking, for whoever runs the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingLine {
    pub attendee: Attendee,
    /// `Surname, First name`; of a guest as it was written.
    pub name: String,
    /// The team they come from, or the organisation of a guest.
    pub from: String,
    pub profession: Option<String>,
    pub state: BookingState,
    pub lapsed: bool,
    pub answer_by: Option<NaiveDateTime>,
    /// Whether they have a post in their team on the session's day; no seat is given to whoever has none.
    pub may_come: bool,
}

/// What the form of a session offers, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionForm {
    pub fields: SessionFields,
    /// Of a session that is there: its state.
    pub state: Option<SessionState>,
    /// Of a scheduled session in which people have a seat: whom a change concerns, and how they are told.
    pub concerned: Option<String>,
    /// Places that the asker may hold it for, code and name.
    pub places: Vec<Heading>,
    /// Whether they may hold it for everybody.
    pub everybody: bool,
    /// Templates to start from, code and title.
    pub templates: Vec<Heading>,
    /// Whether they can plan it one decision a page instead.
    pub stepwise: Stepwise,
}

/// A session that the reader has a booking in, or leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MySessions {
    /// Those that ask them for feedback now, the earliest first.
    pub asked: Vec<AskedLine>,
    pub coming: Vec<SessionLine>,
    pub leading: Vec<SessionLine>,
    pub past: Paged<SessionLine>,
}

/// The competencies of today's framework version, with the level that a session intends in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCompetencies {
    pub id: SessionId,
    pub title: String,
    pub format: Format,
    /// Domain by domain, by its title.
    pub domains: Vec<(String, Vec<Intended>)>,
    /// The steps of programmes that it could run, by id and words; and the one that it runs.
    pub steps: Vec<Heading>,
    pub step: Option<ProgrammeStepId>,
    /// Whether it belongs to a series.
    pub in_series: bool,
}

//! Who came to a session: said in events, one after the other, and apart from bookings (rules, section 5). Whether somebody
//! came frees no seat and changes no booking.

mod forms; // what is said of everybody at once, and who walked in
mod taking; // when a register can be written, closed and opened again
#[cfg(test)]
mod tests;
pub mod views; // what pages show
mod word; // what one event says

pub use forms::{RegisterFields, SERVICE_USERS_MOST, TakeRegister, WalkIn, WalkInFields};
pub use taking::{may_be_said, may_close, may_reopen, may_take};
pub use word::{Word, last_said};

use super::Attendee;
use crate::fields::FieldErrors;
use crate::ids::AccountId;
use crate::macros::codes;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

codes! {
    /// Whether somebody came.
    Attendance, "attendance" {
        Attended "attended" "Arrived",
        PartAttended "part_attended" "Came for a part",
        DidNotAttend "did_not_attend" "Did not attend",
    }

    /// How that became known.
    NotedBy, "way in which attendance was noted" {
        Register "register" "In the register",
        CheckIn "check_in" "By check-in code",
        WalkIn "walk_in" "Walked in",
    }

    /// Why a register that was closed is opened again.
    Correction, "reason to open a register again" {
        MarkedWrongly "marked_wrongly" "Somebody was marked wrongly",
        LeftOut "left_out" "Somebody who came was left out",
        Disputed "disputed" "Somebody says that the register is wrong",
        Other "other" "Another reason",
    }
}

/// What nobody said, or somebody took back, as pages tell it.
pub const NOT_SAID: &str = "Not said";

impl Attendance {
    /// Whether they were there, if only for a part.
    pub const fn came(self) -> bool {
        matches!(self, Self::Attended | Self::PartAttended)
    }

    /// What it is for whoever looks back on the session; [`Self::label`] is how the register itself asks.
    pub const fn looking_back(self) -> &'static str {
        match self {
            Self::Attended => "Attended",
            Self::PartAttended => "Part attended",
            Self::DidNotAttend => "Did not attend",
        }
    }
}

/// What was said of one attendee, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted {
    pub attendee: Attendee,
    pub word: Word,
    pub by: NotedBy,
    /// Why the register was open again, where it had been closed before.
    pub correction: Option<Correction>,
    /// When it was recorded, civil time in London.
    pub at: NaiveDateTime,
    /// Whose account said it.
    pub account: Option<AccountId>,
}

/// Where an attendee stands in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// None where what was said was taken back.
    pub attendance: Option<Attendance>,
    /// Whether they came without a seat, beyond the capacity or not.
    pub walked_in: bool,
    /// When they first checked in with the code, civil time in London.
    pub checked_in_at: Option<NaiveDateTime>,
    /// What stood there before the register was opened again, with the reason of the last change since; only where that was
    /// something else.
    pub corrected: Option<(Attendance, Correction)>,
    /// Whose account said it last.
    pub said_by: Option<AccountId>,
}

/// Of everybody of whom something was ever said, what was said last. Whoever it was taken back of stands in the register no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register(BTreeMap<Attendee, Entry>);

/// A mark as a form sends it: what its page showed, and what was chosen. None is *not said*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub attendee: Attendee,
    pub was: Option<Attendance>,
    pub now: Option<Attendance>,
}

impl Register {
    /// The register after these events, in the order of recording.
    pub fn of(noted: impl IntoIterator<Item = Noted>) -> Self {
        let mut register = Self::default();
        for one in noted {
            register.note(one);
        }
        register
    }

    fn note(&mut self, noted: Noted) {
        let before = self.0.get(&noted.attendee).copied();
        let checked_in = (noted.by == NotedBy::CheckIn).then_some(noted.at);
        let first = before.and_then(|entry| entry.corrected).map(|(first, _)| first);
        let first = first.or_else(|| before.and_then(|entry| entry.attendance));
        let corrected = first.zip(noted.correction);
        let entry = Entry {
            attendance: noted.word.0,
            walked_in: noted.by == NotedBy::WalkIn || before.is_some_and(|entry| entry.walked_in),
            checked_in_at: before.and_then(|entry| entry.checked_in_at).or(checked_in),
            corrected: corrected.filter(|(first, _)| noted.word != Word::from(*first)),
            said_by: noted.account,
        };
        self.0.insert(noted.attendee, entry);
    }

    /// Where somebody stands; none where nothing is said of them, or nothing any more.
    pub fn entry(&self, attendee: Attendee) -> Option<&Entry> {
        self.history(attendee).filter(|entry| entry.attendance.is_some())
    }

    /// What is known of somebody of whom something was ever said, whether or not it was taken back since.
    pub fn history(&self, attendee: Attendee) -> Option<&Entry> {
        self.0.get(&attendee)
    }

    pub fn attendance(&self, attendee: Attendee) -> Option<Attendance> {
        self.history(attendee).and_then(|entry| entry.attendance)
    }

    /// Everybody of whom something is said.
    pub fn attendees(&self) -> impl Iterator<Item = Attendee> {
        self.of_whom(|_| true)
    }

    /// Those who came, if only for a part.
    pub fn who_came(&self) -> impl Iterator<Item = Attendee> {
        self.of_whom(Attendance::came)
    }

    fn of_whom(&self, is_so: impl Fn(Attendance) -> bool) -> impl Iterator<Item = Attendee> {
        let meant = self.0.iter().filter(move |(_, entry)| entry.attendance.is_some_and(&is_so));
        meant.map(|(attendee, _)| *attendee)
    }

    /// What is to be written down of these marks. Only what was changed on the page counts, so that a page from before takes
    /// nothing back that others said meanwhile. *Not said* is an answer like the others: chosen, it takes back what was said. Where the
    /// sender said the last word, an answer that got lost on the way does not set them against themselves.
    ///
    /// # Errors
    /// Returns a message beside `came-KEY` of each of whom something was said meanwhile that is neither what the page showed nor
    /// what was chosen on it.
    pub fn changes(
        &self,
        marks: &[Mark],
        sender: Option<AccountId>,
    ) -> Result<Vec<(Attendee, Word)>, FieldErrors> {
        let (mut changes, mut errors) = (Vec::new(), FieldErrors::default());
        for mark in marks.iter().filter(|mark| mark.was != mark.now) {
            let entry = self.history(mark.attendee);
            let said = entry.and_then(|entry| entry.attendance);
            let is_own = sender.is_some() && entry.is_some_and(|entry| entry.said_by == sender);
            if said == mark.now {
                continue;
            }
            if said == mark.was || is_own {
                changes.push((mark.attendee, Word(mark.now)));
            } else {
                errors.add(&format!("came-{}", mark.attendee.key()), said_meanwhile(said));
            }
        }
        errors.into_result()?;
        Ok(changes)
    }
}

/// What whoever sends a mark is told that somebody else said.
fn said_meanwhile(said: Option<Attendance>) -> String {
    let what = match said {
        Some(said) => format!("“{}” was said meanwhile", said.label()),
        None => "What stood here was taken back meanwhile".to_owned(),
    };
    format!("{what}. Look at your answer, and save again if it is right")
}

impl Attendee {
    /// How a form tells them from everybody else: `person-0198f3c0-…`, `guest-0198f3c0-…`.
    pub fn key(self) -> String {
        match self {
            Self::Person(id) => format!("person-{id}"),
            Self::Guest(id) => format!("guest-{id}"),
        }
    }

    /// Whom a key means.
    pub fn of_key(key: &str) -> Option<Self> {
        match key.split_once('-')? {
            ("person", id) => id.parse().ok().map(Self::Person),
            ("guest", id) => id.parse().ok().map(Self::Guest),
            _ => None,
        }
    }
}

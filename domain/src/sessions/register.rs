//! Who came to a session: said in events, one after the other, and apart from bookings (rules, section 5). Whether somebody
//! came frees no seat and changes no booking.

mod forms; // what is said of everybody at once, and who walked in
mod taking; // when a register can be written, closed and opened again
#[cfg(test)]
mod tests;
pub mod views; // what pages show

pub use forms::{RegisterFields, SERVICE_USERS_MOST, TakeRegister, WalkIn, WalkInFields};
pub use taking::{may_be_said, may_close, may_reopen, may_take};

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
    pub attendance: Attendance,
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
    pub attendance: Attendance,
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

/// Of everybody of whom something was said, what was said last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register(BTreeMap<Attendee, Entry>);

/// A mark as a form sends it: what its page showed, and what was chosen. None is *not said yet*.
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
        let first = first.or_else(|| before.map(|entry| entry.attendance));
        let corrected = first.zip(noted.correction);
        let entry = Entry {
            attendance: noted.attendance,
            walked_in: noted.by == NotedBy::WalkIn || before.is_some_and(|entry| entry.walked_in),
            checked_in_at: before.and_then(|entry| entry.checked_in_at).or(checked_in),
            corrected: corrected.filter(|(first, _)| *first != noted.attendance),
            said_by: noted.account,
        };
        self.0.insert(noted.attendee, entry);
    }

    /// Where somebody stands; none where nothing was said of them.
    pub fn entry(&self, attendee: Attendee) -> Option<&Entry> {
        self.0.get(&attendee)
    }

    pub fn attendance(&self, attendee: Attendee) -> Option<Attendance> {
        self.entry(attendee).map(|entry| entry.attendance)
    }

    /// Everybody of whom something was said.
    pub fn attendees(&self) -> impl Iterator<Item = Attendee> {
        self.0.keys().copied()
    }

    /// Those who came, if only for a part.
    pub fn who_came(&self) -> impl Iterator<Item = Attendee> {
        let came = self.0.iter().filter(|(_, entry)| entry.attendance.came());
        came.map(|(attendee, _)| *attendee)
    }

    /// What is to be written down of these marks. Only what was changed on the page counts, so that a page from before takes
    /// nothing back that others said meanwhile; and nothing becomes *not said yet* again. Where the sender said the last word, an answer
    /// that got lost on the way does not set them against themselves.
    ///
    /// # Errors
    /// Returns a message beside `came-KEY` of each of whom something was said meanwhile that is neither what the page showed nor
    /// what was chosen on it.
    pub fn changes(
        &self,
        marks: &[Mark],
        sender: Option<AccountId>,
    ) -> Result<Vec<(Attendee, Attendance)>, FieldErrors> {
        let (mut changes, mut errors) = (Vec::new(), FieldErrors::default());
        for mark in marks {
            let Some(chosen) = mark.now.filter(|now| mark.was != Some(*now)) else { continue };
            let entry = self.entry(mark.attendee);
            let is_own = sender.is_some() && entry.is_some_and(|entry| entry.said_by == sender);
            match entry.map(|entry| entry.attendance) {
                Some(said) if said == chosen => {}
                Some(said) if mark.was != Some(said) && !is_own => {
                    let message = format!(
                        "“{}” was said meanwhile. Look at your answer, and save again if it is right",
                        said.label()
                    );
                    errors.add(&format!("came-{}", mark.attendee.key()), message);
                }
                _ => changes.push((mark.attendee, chosen)),
            }
        }
        errors.into_result()?;
        Ok(changes)
    }
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

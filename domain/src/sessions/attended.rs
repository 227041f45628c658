//! What coming to a session is afterwards: evidence in the record of whoever came, and a question to them. It never raises a
//! confirmed level (rules, section 3).

use super::format::Format;
use super::register::Attendance;
use crate::ids::{EvidenceItemId, PersonId, SessionId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a register says of one person, as their record tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    pub session: SessionId,
    pub title: String,
    pub format: Format,
    pub on: NaiveDate,
    /// How long the whole session took.
    pub minutes: u32,
    /// None where what was said was taken back.
    pub attendance: Option<Attendance>,
}

impl Attended {
    /// Whether they were there, if only for a part.
    pub fn came(&self) -> bool {
        self.attendance.is_some_and(Attendance::came)
    }

    /// In a sentence of the record, which names day and time beside it.
    pub fn words(&self) -> String {
        let what = format!("“{}” ({})", self.title, self.format.label().to_lowercase());
        match self.attendance {
            Some(Attendance::Attended) => format!("Attended {what}"),
            Some(Attendance::PartAttended) => format!("Attended a part of {what}"),
            // Attached to a request before the register was opened again.
            Some(Attendance::DidNotAttend) => {
                format!("Did not attend {what}, says its register now")
            }
            None => format!("Nothing is said now in the register of {what}"),
        }
    }

    /// Time that counts as continuing professional development, in minutes: that of the session where all of it was attended.
    /// How long a part was nobody said, so it counts none.
    pub const fn cpd_minutes(&self) -> Option<u32> {
        match self.attendance {
            Some(Attendance::Attended) => Some(self.minutes),
            Some(Attendance::PartAttended | Attendance::DidNotAttend) | None => None,
        }
    }

    /// The piece of evidence that it is in a person's record. It is computed, and nothing of it is stored but that it was attached;
    /// its id is made of the two, so that it is the same each time and another one for everybody else.
    pub fn piece(session: SessionId, person: PersonId) -> EvidenceItemId {
        EvidenceItemId(Uuid::from_u128(session.0.as_u128() ^ person.0.as_u128()))
    }
}

/// An outcome of a session that somebody came to, in which they have not assessed themselves since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessAgain {
    /// The competency, as it is today.
    pub code: String,
    pub title: String,
    pub session_title: String,
    pub on: NaiveDate,
}

/// Whether coming on a day asks somebody for a new self assessment whose last one is of another day. One of the day itself was
/// made with the session in mind.
pub fn asks_again(came_on: NaiveDate, last_assessed: Option<NaiveDate>) -> bool {
    last_assessed.is_none_or(|last| last < came_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Evidence;
    use crate::frameworks::Level;

    fn attended(attendance: Option<Attendance>) -> Attended {
        Attended {
            session: SessionId(Uuid::from_u128(1)),
            title: "Safety plans".to_owned(),
            format: Format::Workshop,
            on: "2026-12-07".parse().unwrap(),
            minutes: 90,
            attendance,
        }
    }

    #[test]
    fn a_record_tells_what_was_attended_and_for_how_long() {
        let told = Attendance::ALL.iter().map(|one| attended(Some(*one)));
        let told: Vec<_> = told.map(|one| (one.words(), one.cpd_minutes())).collect();
        assert_eq!(told[0], ("Attended “Safety plans” (workshop)".to_owned(), Some(90)));
        assert_eq!(told[1], ("Attended a part of “Safety plans” (workshop)".to_owned(), None));
        assert_eq!(told[2].1, None);
    }

    #[test]
    fn what_was_taken_back_is_no_coming_and_no_time() {
        let came = [None, Some(Attendance::DidNotAttend), Some(Attendance::PartAttended)];
        assert_eq!(came.map(|one| attended(one).came()), [false, false, true]);
        let taken_back = attended(None);
        let words = "Nothing is said now in the register of “Safety plans” (workshop)";
        assert_eq!((taken_back.words().as_str(), taken_back.cpd_minutes()), (words, None));
    }

    #[test]
    fn a_piece_is_another_one_for_everybody_else() {
        let [one, two] = [1, 2].map(|number| PersonId(Uuid::from_u128(number)));
        let session = SessionId(Uuid::from_u128(7));
        assert_ne!(Attended::piece(session, one), Attended::piece(session, two));
        assert_eq!(Attended::piece(session, one), Attended::piece(session, one));
    }

    #[test]
    fn coming_asks_for_a_self_assessment_until_there_is_one_since() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let came = day("2026-12-07");
        let table = [
            (None, true),
            (Some("2026-12-06"), true),
            (Some("2026-12-07"), false),
            (Some("2027-01-04"), false),
        ];
        for (last, asks) in table {
            assert_eq!(asks_again(came, last.map(day)), asks, "{last:?}");
        }
    }

    #[test]
    fn attendance_supports_no_level_above_one_whatever_the_format() {
        for (level, rare_event) in
            Level::ALL.into_iter().flat_map(|one| [(one, false), (one, true)])
        {
            let supports = Evidence::supporting(level, rare_event).contains(&Evidence::Attendance);
            assert_eq!(supports, level.number() <= 1, "{level}");
        }
    }
}

//! What a certificate of attendance says, in the words of its document.

use super::SessionState;
use super::attended::Attended;
use super::register::Attendance;
use super::times::Slot;
use crate::dates::spoken_minutes;

/// What the certificate is, for whoever is shown it.
pub const WHAT_IT_IS: &str = "This says who came to a teaching session, as its closed register has it. Coming is evidence of \
                              learning. It confirms no level of competence.";

/// Whether somebody of whom the register says this has a certificate: they came, and the register is closed.
pub fn is_given(state: SessionState, attendance: Option<Attendance>) -> bool {
    state == SessionState::Closed && attendance.is_some_and(Attendance::came)
}

/// That somebody came to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub person_name: String,
    pub attended: Attended,
    pub slot: Slot,
    /// The code of the session, by which the register is found again.
    pub code: String,
    pub leads: Vec<String>,
    /// What the session was meant to lead to: the titles of its competencies.
    pub outcomes: Vec<String>,
}

impl Certificate {
    /// How much of it they attended.
    pub const fn attendance(&self) -> &'static str {
        match self.attended.attendance {
            Attendance::Attended => "The whole session",
            Attendance::PartAttended => "A part of the session",
            Attendance::DidNotAttend => "None of it",
        }
    }

    /// Time for continuing professional development.
    pub fn cpd_time(&self) -> String {
        match self.attended.cpd_minutes() {
            Some(minutes) => format!("{}, participatory", spoken_minutes(minutes)),
            None => "Not stated, because a part was attended".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SessionId;
    use crate::sessions::format::Format;
    use uuid::Uuid;

    #[test]
    fn a_certificate_is_for_whoever_came_once_the_register_is_closed() {
        let given = |state| Attendance::ALL.iter().map(move |one| is_given(state, Some(*one)));
        let closed: Vec<_> = given(SessionState::Closed).collect();
        assert_eq!(closed, [true, true, false]);
        assert!(!is_given(SessionState::Closed, None));
        assert!(!given(SessionState::Delivered).any(|given| given));
    }

    #[test]
    fn a_certificate_counts_the_time_of_what_was_attended_as_a_whole() {
        let starts = "2026-12-07T13:00:00".parse().unwrap();
        let of = |attendance| Certificate {
            person_name: "Amina Khan".to_owned(),
            attended: Attended {
                session: SessionId(Uuid::nil()),
                title: "Safety plans".to_owned(),
                format: Format::Workshop,
                on: "2026-12-07".parse().unwrap(),
                minutes: 90,
                attendance,
            },
            slot: Slot { starts, minutes: 90 },
            code: "S-1".to_owned(),
            leads: vec!["Ben Okoro".to_owned()],
            outcomes: Vec::new(),
        };
        assert_eq!(of(Attendance::Attended).cpd_time(), "1 hour 30 minutes, participatory");
        assert!(of(Attendance::PartAttended).cpd_time().starts_with("Not stated"));
    }
}

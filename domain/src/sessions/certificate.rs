//! What a certificate of attendance says, in the words of its document.

use super::SessionState;
use super::attended::Attended;
use super::register::Attendance;
use super::times::Slot;
use crate::dates::spoken_minutes;
use crate::passport::Issuer;
use chrono::NaiveDate;

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
    /// The organisation or area that the session was held for; none where it was held for everybody.
    pub host: Option<String>,
    /// The installation that has the register.
    pub installation: Issuer,
    /// The day on which the register was closed.
    pub closed_on: NaiveDate,
}

impl Certificate {
    /// Who issues it, a line each: whom the session was held for, then the installation in whose register it stands.
    pub fn issued_by(&self) -> String {
        let Issuer { name, address } = &self.installation;
        let installation = match (name.trim(), address.trim_end_matches('/')) {
            (name, "") => name.to_owned(),
            // An installation without a name of its own is called by its host.
            (name, address) if address.ends_with(name) => address.to_owned(),
            (name, address) => format!("{name}, {address}"),
        };
        let lines = self.host.iter().cloned().chain(Some(installation));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The day on which it was made out: that on which the register was closed, which is never before the session is over. It is the
    /// same whenever somebody opens it.
    pub fn issued_on(&self) -> NaiveDate {
        // Where today is fixed for a demonstration, the clock that closed the register may be behind it.
        self.closed_on.max(self.slot.ends().date())
    }

    /// How much of it they attended.
    pub const fn attendance(&self) -> &'static str {
        match self.attended.attendance {
            Some(Attendance::Attended) => "The whole session",
            Some(Attendance::PartAttended) => "A part of the session",
            Some(Attendance::DidNotAttend) | None => "None of it",
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

    /// Of a session of an hour and a half on 7 December 2026.
    fn certificate(attendance: Attendance) -> Certificate {
        let day: NaiveDate = "2026-12-07".parse().unwrap();
        let starts = "2026-12-07T13:00:00".parse().unwrap();
        Certificate {
            person_name: "Amina Khan".to_owned(),
            attended: Attended {
                session: SessionId(Uuid::nil()),
                title: "Safety plans".to_owned(),
                format: Format::Workshop,
                on: day,
                minutes: 90,
                attendance: Some(attendance),
            },
            slot: Slot { starts, minutes: 90 },
            code: "S-1".to_owned(),
            leads: vec!["Ben Okoro".to_owned()],
            outcomes: Vec::new(),
            host: Some("Practice 1".to_owned()),
            installation: Issuer {
                name: "Skills passport".to_owned(),
                address: "https://esteem.example/".to_owned(),
            },
            closed_on: day,
        }
    }

    #[test]
    fn whoever_held_it_issues_it_beside_the_installation_that_has_the_register() {
        let named = certificate(Attendance::Attended);
        assert_eq!(named.issued_by(), "Practice 1\nSkills passport, https://esteem.example");
        let everybody = Certificate { host: None, ..named.clone() };
        assert_eq!(everybody.issued_by(), "Skills passport, https://esteem.example");
        let name = "esteem.example".to_owned();
        let unnamed = Issuer { name, ..named.installation.clone() };
        let unnamed = Certificate { installation: unnamed, ..named };
        assert_eq!(unnamed.issued_by(), "Practice 1\nhttps://esteem.example");
    }

    #[test]
    fn it_is_made_out_when_the_register_was_closed_and_never_before_the_session() {
        let on = |closed: &str| {
            let closed_on = closed.parse().unwrap();
            let of = Certificate { closed_on, ..certificate(Attendance::Attended) };
            of.issued_on().to_string()
        };
        assert_eq!(on("2026-12-09"), "2026-12-09");
        assert_eq!(on("2026-12-07"), "2026-12-07");
        assert_eq!(on("2026-11-02"), "2026-12-07");
    }

    #[test]
    fn a_certificate_counts_the_time_of_what_was_attended_as_a_whole() {
        let whole = certificate(Attendance::Attended);
        assert_eq!(whole.cpd_time(), "1 hour 30 minutes, participatory");
        assert!(certificate(Attendance::PartAttended).cpd_time().starts_with("Not stated"));
    }
}

//! Sessions are said anew: whom that concerns is said before, and how many are told of it afterwards.

use super::Attendee;
use crate::figures::counted;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What came of saying anew what a session is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// How many bookings were cancelled.
    pub cancelled: usize,
    /// How many people are told of something, beside whoever changed it.
    pub told: usize,
}

impl Changed {
    /// `Saved Safety plans, and cancelled 2 bookings. 3 people are told`.
    pub fn words(self, title: &str) -> String {
        let cancelled = match self.cancelled {
            0 => String::new(),
            many => format!(", and cancelled {}", counted(many, "booking", "bookings")),
        };
        format!("Saved {title}{cancelled}{}", are_told(self.told))
    }
}

/// What came of changing several sessions of a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeveralChanged {
    pub sessions: usize,
    /// How many people are told of something, beside whoever changed them; each counts once.
    pub told: usize,
}

impl SeveralChanged {
    /// `Changed 4 sessions. 3 people are told`.
    pub fn words(self) -> String {
        let sessions = counted(self.sessions, "session", "sessions");
        format!("Changed {sessions}{}", are_told(self.told))
    }
}

fn are_told(people: usize) -> String {
    match people {
        0 => String::new(),
        many => format!(". {} told", counted(many, "person is", "people are")),
    }
}

/// Who has a seat in sessions that can be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concerned {
    pub sessions: usize,
    /// Each counts once, in however many of the sessions.
    pub people: usize,
    pub guests: usize,
}

impl Concerned {
    /// So many sessions, with whoever has these seats in them.
    pub fn of(sessions: usize, seats: impl IntoIterator<Item = Attendee>) -> Self {
        let whose: BTreeSet<Attendee> = seats.into_iter().collect();
        let people = whose.iter().filter(|one| one.person().is_some()).count();
        Self { sessions, people, guests: whose.len().saturating_sub(people) }
    }

    /// Whether anybody has a seat.
    pub const fn is_anybody(self) -> bool {
        self.people > 0 || self.guests > 0
    }

    /// `4 sessions, in which 3 people and 1 guest have a seat`.
    pub fn words(self) -> String {
        let sessions = counted(self.sessions, "session", "sessions");
        let people = (self.people > 0).then(|| counted(self.people, "person", "people"));
        let guests = (self.guests > 0).then(|| counted(self.guests, "guest", "guests"));
        let all: Vec<String> = people.into_iter().chain(guests).collect();
        let have = if self.people + self.guests == 1 { "has" } else { "have" };
        match all.is_empty() {
            true => sessions,
            false => format!("{sessions}, in which {} {have} a seat", all.join(" and ")),
        }
    }

    /// How they are told when sessions change that are scheduled; none where nobody has a seat.
    pub fn told(self) -> Option<String> {
        let (seat, led, once) = match self.sessions {
            0 | 1 => ("a seat", "it", ""),
            _ => (
                "a seat in one or more of these sessions",
                "them",
                " Each gets one mail, however many sessions you change.",
            ),
        };
        let people = (self.people > 0).then(|| {
            let have = counted(self.people, "person has", "people have");
            format!(
                "{have} {seat}: they are told by mail and in their calendar if you change the title, the time or the place. So are \
                 those who wait and those who lead {led}.{once}"
            )
        });
        let guests = (self.guests > 0).then(|| {
            let have = counted(self.guests, "guest has", "guests have");
            format!("{have} {seat}: tell them yourself, because they get no email.")
        });
        let all: Vec<String> = people.into_iter().chain(guests).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{GuestId, PersonId};
    use uuid::Uuid;

    #[test]
    fn it_is_said_how_many_were_cancelled_and_how_many_are_told() {
        let words = |cancelled, told| Changed { cancelled, told }.words("Plans");
        assert_eq!(words(0, 0), "Saved Plans");
        assert_eq!(words(0, 1), "Saved Plans. 1 person is told");
        assert_eq!(words(2, 3), "Saved Plans, and cancelled 2 bookings. 3 people are told");
        assert_eq!(words(1, 0), "Saved Plans, and cancelled 1 booking");
        let several = |sessions, told| SeveralChanged { sessions, told }.words();
        assert_eq!(several(4, 0), "Changed 4 sessions");
        assert_eq!(several(1, 3), "Changed 1 session. 3 people are told");
    }

    #[test]
    fn whom_a_change_concerns_is_said_before_and_guests_get_no_mail() {
        let said = |people, guests| Concerned { sessions: 1, people, guests }.told();
        assert_eq!(said(0, 0), None);
        let told = |people, guests| said(people, guests).unwrap_or_default();
        assert!(told(3, 0).starts_with("3 people have a seat: they are told by mail"));
        assert!(told(3, 0).ends_with("those who lead it."), "one mail is a matter of course");
        assert!(told(1, 0).starts_with("1 person has a seat") && !told(1, 0).contains("guest"));
        assert_eq!(
            told(0, 2),
            "2 guests have a seat: tell them yourself, because they get no email."
        );
        assert!(
            told(3, 1)
                .ends_with("1 guest has a seat: tell them yourself, because they get no email.")
        );
    }

    #[test]
    fn of_several_sessions_each_person_is_counted_once_and_gets_one_mail() {
        let [ann, ben] = [1, 2].map(|n| Attendee::Person(PersonId(Uuid::from_u128(n))));
        let guest = Attendee::Guest(GuestId(Uuid::from_u128(1)));
        let concerned = Concerned::of(4, [ann, ben, ann, guest, ann]);
        assert_eq!(concerned, Concerned { sessions: 4, people: 2, guests: 1 });
        let words = concerned.words();
        assert_eq!(words, "4 sessions, in which 2 people and 1 guest have a seat");
        let told = concerned.told().unwrap_or_default();
        let begins = "2 people have a seat in one or more of these sessions: they are told";
        assert!(told.starts_with(begins) && told.contains("Each gets one mail"), "{told}");
        assert!(told.contains("those who lead them."), "{told}");
        assert_eq!(Concerned::of(1, [ann]).words(), "1 session, in which 1 person has a seat");
        let nobody = Concerned::of(4, []);
        assert_eq!((nobody.words().as_str(), nobody.told()), ("4 sessions", None));
        assert!(!nobody.is_anybody() && concerned.is_anybody());
    }
}

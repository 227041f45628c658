//! Everybody whom a register is about: whoever has a seat, and whoever something was said of.

use super::super::attend::belongs_to;
use super::super::booked::named;
use super::super::least::counts_as;
use super::super::seats::Seats;
use super::super::stored::Stored;
use super::noted::register_of;
use crate::error::Result;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::TeamId;
use domain::sessions::Attendee;
use domain::sessions::register::Register;
use domain::sessions::register::views::RegisterLine;
use domain::sessions::seats::Seating;
use entities::session_guest;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// A register with those whom it is about.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub register: Register,
    seating: Seating,
    guests: Vec<session_guest::Model>,
}

impl Sheet {
    /// The register as it stands at a moment; three queries.
    pub async fn load(
        facts: &Facts,
        db: &impl ConnectionTrait,
        stored: &Stored,
        now: NaiveDateTime,
    ) -> Result<Self> {
        let register = register_of(db, stored.row.id).await?;
        let Seats { seating, guests, .. } = Seats::load(facts, db, stored, now).await?;
        Ok(Self { register, seating, guests })
    }

    /// Everybody with a seat, and everybody of whom something is said.
    pub fn attendees(&self) -> BTreeSet<Attendee> {
        let seated = self.seating.held().map(|booking| booking.attendee);
        seated.chain(self.register.attendees()).collect()
    }

    /// How many have a seat and nothing is said of.
    pub fn unsaid(&self) -> usize {
        let unsaid = |attendee: &Attendee| self.register.entry(*attendee).is_none();
        self.attendees().into_iter().filter(unsaid).count()
    }

    /// A line for each of them, by name.
    pub fn lines(&self, facts: &Facts, stored: &Stored) -> Vec<RegisterLine> {
        let line = |attendee: Attendee| {
            let (team, profession) = self.comes_as(facts, stored, attendee);
            let (name, from) = named(facts, &self.guests, (attendee, team))?;
            let entry = self.register.entry(attendee);
            // Of whom a correction took something back, it is told what stood there.
            let history = self.register.history(attendee);
            Some(RegisterLine {
                attendee,
                name,
                from,
                profession,
                attendance: entry.and_then(|entry| entry.attendance),
                walked_in: entry.is_some_and(|entry| entry.walked_in),
                checked_in_at: entry.and_then(|entry| entry.checked_in_at),
                corrected: history.and_then(|entry| entry.corrected),
            })
        };
        let mut lines: Vec<RegisterLine> = self.attendees().into_iter().filter_map(line).collect();
        lines.sort_by_cached_key(|line| (line.name.to_lowercase(), line.attendee));
        lines
    }

    /// The team that somebody comes from, and what they count as: by their seat, and where they have none by their post.
    fn comes_as(
        &self,
        facts: &Facts,
        stored: &Stored,
        attendee: Attendee,
    ) -> (Option<TeamId>, Option<String>) {
        let own = self.seating.of(attendee).filter(|own| own.holds_a_seat(self.seating.now));
        match (own, attendee) {
            (Some(own), _) => (own.team, own.profession.clone()),
            (None, Attendee::Person(person)) => {
                let team = belongs_to(facts, stored, person);
                (team, counts_as(facts, (person, team), stored.day()))
            }
            (None, Attendee::Guest(id)) => {
                let guest = self.guests.iter().find(|guest| guest.id == id);
                (None, guest.map(|guest| guest.profession.clone()))
            }
        }
    }
}

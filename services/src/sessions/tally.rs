//! What sessions were, in figures: one of them for whoever teaches it, and those of a period for whoever runs them.

mod file; // the same as CSV
mod period; // sessions of some days, in a place

pub use file::figures_csv;
pub use period::figures;

use super::came::{Came, who_came};
use super::guests::guests_of;
use super::least::{counts_as, least_of};
use super::led::is_professional;
use super::times::slot_of;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::ids::{GuestId, PersonId, SessionId, TeamId};
use domain::sessions::Attendee;
use domain::sessions::tally::views::SessionFigures;
use domain::sessions::tally::{Held, Learner, Present, Tally};
use entities::{session, session_guest, session_lead};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, HashMap};

/// One session in figures; four queries.
pub(super) async fn figures_of(
    facts: &Facts,
    db: &impl ConnectionTrait,
    row: &session::Model,
) -> Result<SessionFigures> {
    let held = held(facts, db, &[row]).await?;
    let professions = held.iter().flat_map(Held::professions);
    Ok(SessionFigures {
        professions: professions.map(str::to_owned).collect(),
        figures: Tally::of(&held).figures(),
    })
}

/// These sessions as figures look at them, in the same order; four queries, however many they are.
pub(crate) async fn held(
    facts: &Facts,
    db: &impl ConnectionTrait,
    sessions: &[&session::Model],
) -> Result<Vec<Held>> {
    let ids = || sessions.iter().map(|row| row.id);
    let leads = session_lead::Entity::find()
        .filter(session_lead::Column::SessionId.is_in(ids()))
        .order_by_asc(session_lead::Column::Id)
        .all(db)
        .await?;
    let guests = guests_of(db, ids()).await?;
    let mut led: BTreeMap<SessionId, Vec<session_lead::Model>> = BTreeMap::new();
    for lead in leads {
        led.entry(lead.session_id).or_default().push(lead);
    }
    let guests = guests.into_iter().map(|guest| (guest.id, guest)).collect();
    let people = People { facts, guests, organisations: organisations(facts) };
    let came = who_came(facts, db, sessions).await?;
    let one = |row: &&session::Model| {
        let day = slot_of(row).starts.date();
        let leads = led.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let came = came.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        Held {
            minutes: slot_of(row).minutes,
            professions_least: least_of(row).professions,
            leads: leads.iter().map(|lead| people.leading(lead, day)).collect(),
            learners: came.iter().map(|one| people.learning(one, day)).collect(),
            service_users: row.service_users.and_then(|many| u16::try_from(many).ok()).unwrap_or(0),
        }
    };
    Ok(sessions.iter().map(one).collect())
}

/// The name of each team's organisation.
fn organisations(facts: &Facts) -> HashMap<TeamId, &str> {
    let named = facts.places.teams.iter().filter_map(|team| {
        let organisation = facts.places.organisations.get(team.organisation)?;
        Some((team.id, organisation.name.as_str()))
    });
    named.collect()
}

/// Who people are on the day of a session.
struct People<'a> {
    facts: &'a Facts,
    guests: HashMap<GuestId, session_guest::Model>,
    organisations: HashMap<TeamId, &'a str>,
}

impl People<'_> {
    fn leading(&self, lead: &session_lead::Model, day: NaiveDate) -> Present {
        match lead.person_id {
            Some(person) => self.on_record((person, None), day),
            None => Present {
                // Who comes with lived experience alone is of no profession.
                mental_health: (lead.mental_health_professional || !lead.lived_experience)
                    .then_some(lead.mental_health_professional),
                organisation: lead.organisation.clone(),
                ..Present::default()
            },
        }
    }

    fn learning(&self, came: &Came, day: NaiveDate) -> Learner {
        let present = match came.attendee {
            Attendee::Person(person) => self.on_record((person, came.team), day),
            Attendee::Guest(id) => self.guests.get(&id).map_or_else(Present::default, |guest| {
                let (profession, organisation) =
                    (Some(guest.profession.clone()), Some(guest.organisation.clone()));
                Present { profession, organisation, ..Present::default() }
            }),
        };
        Learner { attendee: came.attendee, attendance: came.attendance, present }
    }

    fn on_record(&self, (person, team): (PersonId, Option<TeamId>), day: NaiveDate) -> Present {
        let known = self.facts.person(person);
        let organisation = team.and_then(|team| self.organisations.get(&team));
        Present {
            profession: counts_as(self.facts, (person, team), day),
            mental_health: known
                .filter(|known| self.facts.posts_in_scope(known, day).next().is_some())
                .map(|known| is_professional(self.facts, known, day)),
            team,
            organisation: organisation.map(|name| (*name).to_owned()),
        }
    }
}

//! People ask for seats of a session that is held: by themselves, or by whoever books for them.

use super::approval::waits;
use super::engaged::{engaged, free_for};
use super::locked::Locked;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::Releases;
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::sessions::Attendee;
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::seats::Step;
use domain::sessions::times::Engaged;
use sea_orm::ConnectionTrait;

/// What is looked at beside the session: in what else these people are, and what their teams ask.
pub(super) struct Asking {
    engaged: Vec<(PersonId, Engaged)>,
    releases: Releases,
}

impl Asking {
    /// For people who are held, each with the team that they come from; seven queries, however many they are.
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        stored: &Stored,
        people: &[(PersonId, TeamId)],
    ) -> Result<Self> {
        let ids: Vec<PersonId> = people.iter().map(|(person, _)| *person).collect();
        let at = (stored.row.id, stored.slot());
        Ok(Self {
            engaged: engaged(ctx, db, &ids, at).await?,
            releases: Releases::of(db, people.iter().map(|(_, team)| *team)).await?,
        })
    }

    /// Asks for a seat for one of them: what is to be written down. After a refusal the seats are to be thrown away.
    ///
    /// # Errors
    /// Refuses whoever leads the session, is in another session then, or has a seat already; and when booking is over.
    pub async fn ask(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        locked: &mut Locked,
        (person, team, at_once): (PersonId, TeamId, bool),
    ) -> Result<Vec<Step>> {
        let (stored, seats) = (&locked.stored, &mut locked.seats);
        may_take_a_seat(stored.is_led_by(person))?;
        free_for(ctx, facts, (person, stored.slot()), &self.engaged)?;
        let present = seats.seating.of(Attendee::Person(person));
        let is_new = present.is_none_or(|own| !own.is_live(seats.seating.now));
        let release = self.releases.get(team).cloned().unwrap_or_default();
        seats.protect(stored, (team, &release));
        let own = (person, team, &release);
        let waits = is_new && waits(ctx, facts, db, (stored, &seats.seating), own).await?;
        let booking = seats.asks(facts, stored, (person, team), at_once);
        Ok(match waits {
            true => seats.seating.request(booking)?,
            false => seats.seating.book(booking)?,
        })
    }
}

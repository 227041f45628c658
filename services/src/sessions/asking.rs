//! People ask for seats of a session that is held: by themselves, or by whoever books for them.

use super::approval::{Kept, counts_as};
use super::engaged::{free_for, gone, involved};
use super::locked::Locked;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::{Releases, may_manage};
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::release::Release;
use domain::sessions::Attendee;
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::seats::{Seating, Step};
use domain::sessions::times::Engaged;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// What is looked at beside the session: in what else these people are, what their teams ask, and who would stay there. Of those who ask
/// the teams are held by the caller, so that what is counted stays so.
pub(super) struct Asking {
    pub releases: Releases,
    engaged: Vec<(PersonId, Engaged)>,
    kept: Kept,
    /// Those who are in another session at its time.
    gone: BTreeSet<PersonId>,
}

impl Asking {
    /// For people with the team that each comes from; seven queries, however many they are.
    pub async fn load(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        stored: &Stored,
        people: &[(PersonId, TeamId)],
    ) -> Result<Self> {
        let releases = Releases::of(db, people.iter().map(|(_, team)| *team)).await?;
        let kept = Kept::of(facts, stored, &releases, people);
        let asking = people.iter().map(|(person, _)| *person);
        let all: BTreeSet<PersonId> = asking.chain(kept.people()).collect();
        let all: Vec<PersonId> = all.into_iter().collect();
        let slot = stored.slot();
        let involved = involved(ctx, db, &all, (&[stored.row.id], &[slot])).await?;
        let gone = gone(&involved, slot);
        let engaged = involved.into_iter().map(|one| (one.person, one.engaged)).collect();
        Ok(Self { releases, engaged, kept, gone })
    }

    /// # Errors
    /// Refuses whoever leads the session, and whoever is in another one then.
    pub fn may_come(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        stored: &Stored,
        person: PersonId,
    ) -> Result<()> {
        may_take_a_seat(stored.is_led_by(person))?;
        free_for(ctx, facts, (person, stored.slot()), &self.engaged)
    }

    /// How many of somebody's profession their team keeps, where fewer would stay once they go.
    pub fn falls_below(
        &self,
        facts: &Facts,
        at: (&Stored, &Seating),
        of: (PersonId, TeamId),
    ) -> Option<u16> {
        let (release, own, present) = self.leaves(facts, at, of)?;
        let least = release.least_of(own.as_deref())?;
        release.leaves_too_few(own.as_deref(), present).then_some(least)
    }

    /// How many of somebody's profession their team keeps, and how many of these can go together before fewer stay.
    pub fn can_go(
        &self,
        facts: &Facts,
        at: (&Stored, &Seating),
        of: (PersonId, TeamId),
    ) -> Option<(u16, usize)> {
        let (release, own, present) = self.leaves(facts, at, of)?;
        release.least_of(own.as_deref()).zip(release.can_go(own.as_deref(), present))
    }

    /// Asks for a seat for one of them: what is to be written down. After a refusal the seats are to be thrown away.
    ///
    /// # Errors
    /// Refuses whoever leads the session, is in another session then, or has a seat already; and when booking is over.
    pub fn ask(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        locked: &mut Locked,
        (person, team, at_once): (PersonId, TeamId, bool),
    ) -> Result<Vec<Step>> {
        let (stored, seats) = (&locked.stored, &mut locked.seats);
        self.may_come(ctx, facts, stored, person)?;
        let present = seats.seating.of(Attendee::Person(person));
        let is_new = present.is_none_or(|own| !own.is_live(seats.seating.now));
        if let Some(release) = self.releases.get(team) {
            seats.protect(stored, (team, release));
        }
        let waits = is_new && self.waits(ctx, facts, (stored, &seats.seating), (person, team));
        let booking = seats.asks(facts, stored, (person, team), at_once);
        Ok(match waits {
            true => seats.seating.request(booking)?,
            false => seats.seating.book(booking)?,
        })
    }

    /// Whether a person's booking from a team waits for its manager. Whoever would answer the request need not ask.
    fn waits(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        at: (&Stored, &Seating),
        (person, team): (PersonId, TeamId),
    ) -> bool {
        let asks = facts.places.team_at(team).is_some_and(|team| !may_manage(ctx, facts, team));
        let leaves = self.leaves(facts, at, (person, team)).filter(|_| asks);
        leaves.is_some_and(|(release, own, present)| {
            release.waits_for_approval(own.as_deref(), present)
        })
    }

    /// What the team that somebody comes from asks, what they count as there, and how many of these are in it at the session's time:
    /// any number where it keeps none of them.
    fn leaves(
        &self,
        facts: &Facts,
        at: (&Stored, &Seating),
        (person, team): (PersonId, TeamId),
    ) -> Option<(&Release, Option<String>, usize)> {
        let own = counts_as(facts, at.0, (person, team));
        let of = own.clone().map(|own| (team, own));
        let present = of.and_then(|of| self.kept.present(at, &of, &self.gone));
        Some((self.releases.get(team)?, own, present.unwrap_or(usize::MAX)))
    }
}

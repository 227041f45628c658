//! Whether a booking waits for a team manager: because the team asks for all of them, or because too few of a profession would stay.

use super::engaged::{gone, involved};
use super::room::{post_of, profession};
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::may_manage;
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, TeamId};
use domain::organisations::TeamIndex;
use domain::release::Release;
use domain::sessions::seats::Seating;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// Whether a person's booking from a team waits for its manager. Whoever would answer the request need not ask. The team is held
/// by the caller, so that what is counted stays so.
pub(super) async fn waits(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, seats): (&Stored, &Seating),
    (person, team, release): (PersonId, TeamId, &Release),
) -> Result<bool> {
    let Some(at) = team_at(facts, team).filter(|at| !may_manage(ctx, facts, *at)) else {
        return Ok(false);
    };
    let post = post_of(facts, person, Some(team), stored.day());
    let own = post.and_then(|terms| profession(facts, terms));
    let present = match (&own, release.least_of(own.as_deref())) {
        (Some(own), Some(_)) => {
            present(ctx, facts, db, (stored, seats), (at, team, own.as_str())).await?
        }
        _ => usize::MAX,
    };
    Ok(release.waits_for_approval(own.as_deref(), present))
}

/// How many of a profession have a post in the team on the session's day and are in no session at its time; three queries.
async fn present(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, seats): (&Stored, &Seating),
    of: (TeamIndex, TeamId, &str),
) -> Result<usize> {
    let people = of_profession(facts, stored, of);
    let slot = stored.slot();
    let involved = involved(ctx, db, &people, (&[stored.row.id], &[slot])).await?;
    let gone = gone(&involved, slot);
    Ok(staying((stored, seats), &people, &gone))
}

/// Those of a profession who have a post in a team on the session's day.
pub(super) fn of_profession(
    facts: &Facts,
    stored: &Stored,
    (at, team, wanted): (TeamIndex, TeamId, &str),
) -> Vec<PersonId> {
    let day = stored.day();
    let is_in_team =
        |person: &Person| facts.posts_in_scope(person, day).any(|terms| terms.team == at);
    let counts_as = |person: PersonId| {
        let post = post_of(facts, person, Some(team), day);
        post.and_then(|terms| profession(facts, terms))
    };
    let in_team = facts.people.iter().filter(|person| is_in_team(person)).map(|person| person.id);
    in_team.filter(|person| counts_as(*person).as_deref() == Some(wanted)).collect()
}

/// How many of these people are in no session at its time: neither gone to another, nor in this one, with a seat or as a lead. Whoever
/// waits for a seat counts as gone too: nobody is asked again when it falls to them.
pub(super) fn staying(
    (stored, seats): (&Stored, &Seating),
    people: &[PersonId],
    gone: &BTreeSet<PersonId>,
) -> usize {
    let live = seats.bookings.iter().filter(|booking| booking.is_on_its_way(seats.now));
    let held = live.filter_map(|booking| booking.attendee.person());
    let here: BTreeSet<PersonId> = held.chain(stored.people()).collect();
    people.iter().filter(|person| !gone.contains(person) && !here.contains(person)).count()
}

/// The position of a team.
pub(super) fn team_at(facts: &Facts, team: TeamId) -> Option<TeamIndex> {
    facts.places.teams.iter().position(|known| known.id == team)
}

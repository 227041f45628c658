//! One of somebody's people, as their page shows them: what stands in the way, and what is to be known before they are booked.

use super::super::approval::counts_as;
use super::super::asking::Asking;
use super::super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::release::may_manage;
use domain::coverage::{Facts, Person};
use domain::ids::PersonId;
use domain::organisations::TeamIndex;
use domain::people::listed_name;
use domain::sessions::people::{PersonLine, of_another, too_few};
use domain::sessions::seats::Seating;

/// Somebody with the team that they come from.
///
/// # Errors
/// Fails when what they are in cannot be read.
pub(super) fn line(
    ctx: &Ctx,
    facts: &Facts,
    at: (&Stored, &Seating),
    asking: &Asking,
    (person, from): (&Person, TeamIndex),
) -> Result<PersonLine> {
    let team = facts.places.teams.get(from);
    let profession = team.and_then(|team| counts_as(facts, at.0, (person.id, team.id)));
    Ok(PersonLine {
        person: person.id,
        name: listed_name(&person.first_name, &person.last_name),
        team: team.map(|team| team.name.clone()).unwrap_or_default(),
        against: against(ctx, facts, at.0, asking, person.id)?,
        note: below(ctx, facts, at, asking, (person.id, from)),
        profession,
    })
}

/// That too few of somebody's profession would stay once they go, and who decides about it; nothing where enough would.
pub(super) fn below(
    ctx: &Ctx,
    facts: &Facts,
    at: (&Stored, &Seating),
    asking: &Asking,
    (person, from): (PersonId, TeamIndex),
) -> Option<String> {
    let team = facts.places.teams.get(from)?;
    let own = counts_as(facts, at.0, (person, team.id))?;
    let least = asking.falls_below(facts, at, (person, team.id))?;
    Some(too_few(&own, &team.name, least, may_manage(ctx, facts, from)))
}

/// Why somebody cannot be booked.
fn against(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    asking: &Asking,
    person: PersonId,
) -> Result<Option<String>> {
    match asking.may_come(ctx, facts, stored, person) {
        Err(Error::Refused(refusal)) => Ok(Some(of_another(&refusal))),
        other => other.map(|()| None),
    }
}

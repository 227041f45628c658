//! What teams' release says of a session: to the reader, of the teams they book from; to whoever runs it, of those it invites.

use super::attend::teams;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::Releases;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId, TeamId};
use domain::release::DeclineReason;
use domain::release::windows::Protection;
use domain::sessions::scheduling::may_change;
use entities::declined_booking;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// The release of the teams that the reader can book from and, for whoever runs the session, of those it invites; none once it
/// is over. Four queries at most.
pub(super) async fn releases(
    ctx: &Ctx,
    facts: &Facts,
    (stored, now): (&Stored, NaiveDateTime),
    may_run: bool,
) -> Result<Releases> {
    if may_change(stored.state(now)).is_err() {
        return Ok(Releases::default());
    }
    let own = ctx.actor.person().map(|person| teams(facts, stored, person)).unwrap_or_default();
    let own = own.iter().map(|team| team.id);
    let invited = stored.invited.iter().copied().filter(|_| may_run);
    Releases::of(ctx.db().read(), own.chain(invited)).await
}

/// What the release of some teams says of a session, in sentences; also that a manager is asked, where `books` says that it is
/// told to somebody who books.
pub(super) fn told(
    ctx: &Ctx,
    facts: &Facts,
    (stored, releases): (&Stored, &Releases),
    (teams, books): (&[TeamId], bool),
) -> Vec<String> {
    let mut told = Vec::new();
    for team in teams {
        let name = facts.places.team(*team);
        let (Some(named), Some(release)) = (name, releases.get(*team)) else { continue };
        told.extend(release.warnings(&named.name, stored.slot(), ctx.today));
        if books && release.asks_approval {
            told.push(format!("{} asks its manager before each booking.", named.name));
        }
    }
    told
}

/// Whether a session lies in the protected time of a team.
pub(super) fn protection(
    stored: &Stored,
    releases: &Releases,
    team: Option<TeamId>,
) -> Option<Protection> {
    Some(releases.get(team?)?.protection(stored.slot()))
}

/// Why somebody's booking was declined the last time; one query.
pub(super) async fn declined_for(
    ctx: &Ctx,
    session: SessionId,
    person: PersonId,
) -> Result<Option<DeclineReason>> {
    let row = declined_booking::Entity::find()
        .filter(declined_booking::Column::SessionId.eq(session))
        .filter(declined_booking::Column::PersonId.eq(person))
        .order_by_desc(declined_booking::Column::Sequence)
        .one(ctx.db().read())
        .await?;
    Ok(row.map(|row| row.reason))
}

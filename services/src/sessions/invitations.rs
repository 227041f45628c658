//! The people of invited teams are told by mail that they can come: once of a session, and once of a whole series.

use super::mails::{Arguments, accounts_of};
use super::stored::Stored;
use super::times::slot_of;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::outbox::{NewMail, put};
use crate::reminders::not_invited;
use chrono::{DateTime, TimeDelta, Utc};
use domain::coverage::{Facts, Person};
use domain::ids::{AccountId, PersonId, SessionId, TeamId};
use domain::organisations::TeamIndex;
use domain::outbox::MailKind;
use entities::{booking_event, session, session_team};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;

/// How many mails a statement puts into the outbox.
const AT_ONCE: usize = 200;

/// Tells the people of these teams, as long as booking has not ended; where it is still to open, the mail says when. Told is whoever
/// can be reached and wants to be, unless they lead it, or asked for a seat already. Who was told of it, or of its series, is not told again.
pub(super) async fn tell_invited(
    ctx: &Ctx,
    facts: &Facts,
    tx: &impl ConnectionTrait,
    (stored, teams): (&Stored, &[TeamId]),
) -> Result<()> {
    let Some(useful_until) = booked_until(ctx, stored).filter(|_| !teams.is_empty()) else {
        return Ok(());
    };
    let asked = have_asked(tx, stored.row.id).await?;
    let teams = positions(facts, teams);
    let meant = |person: &&Person| {
        let known = asked.contains(&person.id) || stored.is_led_by(person.id);
        !known && comes_from(facts, &stored.row, person, &teams)
    };
    let people: Vec<PersonId> = facts.people.iter().filter(meant).map(|one| one.id).collect();
    let accounts = accounts_of(tx, people).await?;
    let unwanted = not_invited(tx, accounts.values().copied()).await?;
    let mails: Vec<NewMail> = accounts
        .into_values()
        .filter(|account| !unwanted.contains(account))
        .map(|to| mail(&stored.row, to, useful_until))
        .collect();
    for some in mails.chunks(AT_ONCE) {
        put(ctx, tx, some.iter().cloned()).await?;
    }
    Ok(())
}

/// Whether a person's team is invited still.
pub(super) async fn still_invited(
    facts: &Facts,
    db: &impl ConnectionTrait,
    session: &session::Model,
    person: &Person,
) -> Result<bool> {
    let invited = session_team::Entity::find()
        .filter(session_team::Column::SessionId.eq(session.id))
        .all(db)
        .await?;
    let teams: Vec<TeamId> = invited.into_iter().map(|row| row.team_id).collect();
    Ok(comes_from(facts, session, person, &positions(facts, &teams)))
}

fn positions(facts: &Facts, teams: &[TeamId]) -> BTreeSet<TeamIndex> {
    let known = facts.places.teams.iter().enumerate();
    known.filter(|(_, team)| teams.contains(&team.id)).map(|(at, _)| at).collect()
}

/// Whether somebody has a post in one of these teams on the day of a session.
fn comes_from(
    facts: &Facts,
    session: &session::Model,
    person: &Person,
    teams: &BTreeSet<TeamIndex>,
) -> bool {
    let day = slot_of(session).starts.date();
    facts.posts_in_scope(person, day).any(|terms| teams.contains(&terms.team))
}

/// Until when the session can be booked, by the real clock: as long from now as it is by that of the rules.
fn booked_until(ctx: &Ctx, stored: &Stored) -> Option<DateTime<Utc>> {
    let left = stored.closes_at().signed_duration_since(ctx.rule_now());
    (left > TimeDelta::zero()).then(|| ctx.now + left)
}

/// Whoever ever asked for a seat of a session.
async fn have_asked(db: &impl ConnectionTrait, id: SessionId) -> Result<BTreeSet<PersonId>> {
    let people: Vec<PersonId> = booking_event::Entity::find()
        .select_only()
        .column(booking_event::Column::PersonId)
        .distinct()
        .filter(booking_event::Column::SessionId.eq(id))
        .filter(booking_event::Column::PersonId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(people.into_iter().collect())
}

fn mail(session: &session::Model, to: AccountId, useful_until: DateTime<Utc>) -> NewMail {
    let kind = MailKind::SessionInvitation;
    let of = match session.series_id {
        Some(series) => series.to_string(),
        None => session.id.to_string(),
    };
    let arguments = Arguments { session: session.id, event: None, ended: None, day: None };
    NewMail {
        to,
        kind,
        arguments: serde_json::json!(arguments),
        key: format!("{kind}:{to}:{of}"),
        useful_until: Some(useful_until),
    }
}

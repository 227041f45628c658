//! What a session must have to be scheduled, and must keep once it is.

use super::led;
use super::outcomes::asked;
use super::room::rules_of;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDateTime;
use domain::codes::Strand;
use domain::coverage::Facts;
use domain::refusal::Refusal;
use domain::requirements::Asked;
use domain::sessions::SessionState;
use domain::sessions::scheduling::{Drafted, Moved};
use entities::competency;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// What stands against scheduling a session as it is; one query.
pub(super) async fn missing(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    stored: &Stored,
) -> Result<Vec<Refusal>> {
    Ok(drafted(ctx, facts, db, stored).await?.missing(ctx.rule_now()))
}

/// What stands against recording a draft as a session that has taken place; one query.
pub(super) async fn unrecorded(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    stored: &Stored,
) -> Result<Vec<Refusal>> {
    Ok(drafted(ctx, facts, db, stored).await?.unrecorded(ctx.rule_now()))
}

/// What a scheduled session has lost of what it was scheduled with; one query.
pub(super) async fn lost(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, moved): (&Stored, Moved),
) -> Result<Vec<Refusal>> {
    Ok(drafted(ctx, facts, db, stored).await?.lost(ctx.rule_now(), moved))
}

/// A session as scheduling looks at it; one query.
async fn drafted(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    stored: &Stored,
) -> Result<Drafted> {
    let asked = asked(facts, &stored.outcomes, stored.day());
    let integrated_care = integrated_care(facts, db, &asked).await?;
    Ok(as_drafted(facts, stored, (&asked, integrated_care), ctx.rule_now()))
}

/// A session as scheduling looks at it, with what it asks on its day, and in how many of those integrated care.
pub(super) fn as_drafted(
    facts: &Facts,
    stored: &Stored,
    (asked, integrated_care): (&[Asked], usize),
    now: NaiveDateTime,
) -> Drafted {
    Drafted {
        state: stored.state(now),
        starts: stored.slot().starts,
        ends: stored.slot().ends(),
        booking_opens: stored.opens_at(),
        booking_ends: stored.closes_at(),
        has_place: stored.row.venue.is_some() || stored.row.link.is_some(),
        leads: led::ruled(facts, stored, asked),
        outcomes: asked.len(),
        integrated_care,
        seats: rules_of(stored),
        invited_only: stored.row.invited_only,
        invited: stored.invited.len(),
    }
}

/// How many of these competencies are in the strand of integrated care.
async fn integrated_care(
    facts: &Facts,
    db: &impl ConnectionTrait,
    asked: &[Asked],
) -> Result<usize> {
    let competency = |asked: &Asked| facts.competencies.get(usize::from(asked.competency));
    let rows = competency::Entity::find()
        .filter(competency::Column::Id.is_in(asked.iter().filter_map(competency).map(|of| of.id)))
        .filter(competency::Column::Strand.eq(Strand::IntegratedCare))
        .all(db)
        .await?;
    Ok(rows.len())
}

/// Passes a session that is not scheduled, and one that keeps all that it was scheduled with.
///
/// # Errors
/// Refuses with everything that it would lack.
pub(super) async fn stays(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, moved): (&Stored, Moved),
) -> Result<()> {
    if stored.state(ctx.rule_now()) == SessionState::Draft {
        return Ok(());
    }
    nothing(lost(ctx, facts, db, (stored, moved)).await?)
}

/// # Errors
/// Refuses with all of them at once, so that an educator mends all of it at once.
pub(super) fn nothing(missing: Vec<Refusal>) -> Result<()> {
    match missing.as_slice() {
        [] => Ok(()),
        [one] => Err(one.clone().into()),
        several => {
            let sentences: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(Refusal::rule("not-ready", sentences.join(" ")).into())
        }
    }
}

//! First signatures that wait for a second: whose they are to join.

use super::super::save::level_of;
use super::between::Proposed;
use super::requests::{confirms_somewhere, standing_after};
use super::signer::Signers;
use super::{about, team_name};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::dates::days_after;
use domain::ids::JudgementSequence;
use domain::judgements::countersigning::AwaitingSecond;
use domain::policy::{Action, Resource, may};
use domain::standing::REQUEST_LAPSES_AFTER_DAYS;
use entities::judgement;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// First signatures that wait for the asker, the oldest first; never their own.
pub(in super::super) async fn signatures_waiting(ctx: &Ctx) -> Result<Vec<AwaitingSecond>> {
    if !confirms_somewhere(ctx) {
        return Ok(Vec::new());
    }
    let facts = ctx.facts().await?;
    let rows = judgement::Entity::find()
        .filter(judgement::Column::Kind.eq(JudgementKind::FirstSignature))
        .filter(judgement::Column::MadeOn.gte(days_after(ctx.today, -REQUEST_LAPSES_AFTER_DAYS)))
        .order_by_asc(judgement::Column::Sequence)
        .all(ctx.db().read())
        .await?;
    let others = rows.iter().filter(|row| !is_own(ctx, row) && waits(ctx, &facts, row));
    let others: Vec<&judgement::Model> = others.collect();
    let led = led_by(ctx, &facts, &others).await?;
    let mine = others.into_iter().filter(|row| {
        joins(ctx, &facts, row, Action::DecideRequest) || led.contains(&row.sequence)
    });
    Ok(mine.filter_map(|row| line(ctx, &facts, row)).collect())
}

/// Whether the asker signed it themselves.
pub(super) fn is_own(ctx: &Ctx, row: &judgement::Model) -> bool {
    row.by_person_id.is_some() && row.by_person_id == ctx.actor.person()
}

/// Whether it was not joined, sent back or withdrawn yet, and has not lapsed.
pub(super) fn waits(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    let standing = standing_after(ctx, facts, row);
    let signed = standing.and_then(|standing| standing.signed);
    signed.is_some_and(|signed| signed.sequence == row.sequence)
}

/// Whether the asker's grants let them join it: as an assessor who decides requests, or as a workforce lead who
/// countersigns. Where nobody asked for it, only whoever may find the person by name.
pub(super) fn joins(ctx: &Ctx, facts: &Facts, row: &judgement::Model, action: Action) -> bool {
    let posts = subject_posts(ctx, facts, row.person_id);
    let person = Resource::Person { person: row.person_id, posts: &posts };
    let asked = standing_after(ctx, facts, row).is_some_and(|s| s.requested.is_some());
    may(&ctx.actor, action, person) && (asked || may(&ctx.actor, Action::FindPeople, person))
}

/// Those of the signatures that the asker joins as a workforce lead; no query where they lead none of their people.
async fn led_by(
    ctx: &Ctx,
    facts: &Facts,
    rows: &[&judgement::Model],
) -> Result<Vec<JudgementSequence>> {
    let theirs = rows.iter().copied().filter(|row| joins(ctx, facts, row, Action::Countersign));
    let theirs: Vec<&judgement::Model> = theirs.collect();
    if theirs.is_empty() {
        return Ok(Vec::new());
    }
    let signers = Signers::load(ctx, ctx.db().read(), facts, &theirs).await?;
    let mut led = Vec::new();
    for row in theirs {
        if is_for_a_lead(ctx, facts, row, &signers)? {
            led.push(row.sequence);
        }
    }
    Ok(led)
}

/// Whether a workforce lead may sign it second, by the rules: a lead sees what two people signed for each other, and no level
/// 5 that takes two holders of 4.
pub(super) fn is_for_a_lead(
    ctx: &Ctx,
    facts: &Facts,
    row: &judgement::Model,
    signers: &Signers<'_>,
) -> Result<bool> {
    let Some((at, of)) = about(ctx, facts, row) else { return Ok(false) };
    let Some(proposed) = Proposed::as_signed(ctx, row) else { return Ok(false) };
    let first = signers.first(row).with(ctx, row.person_id, Action::DecideRequest)?;
    Ok(first.confirming(at, of, &proposed).lead_may_join(&first.assessor(at, of)))
}

pub(super) fn line(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> Option<AwaitingSecond> {
    let (_, competency) = about(ctx, facts, row)?;
    Some(AwaitingSecond {
        sequence: row.sequence,
        person_name: facts.person(row.person_id)?.name(),
        team_name: team_name(ctx, facts, row.person_id),
        competency_code: competency.code.clone(),
        competency_title: competency.title.clone(),
        level: level_of(row)?,
        signed_by: row.by_person_id.map(|id| facts.name_of(id)).unwrap_or_default(),
        signed_on: row.made_on,
        lapses_on: days_after(row.made_on, REQUEST_LAPSES_AFTER_DAYS),
    })
}

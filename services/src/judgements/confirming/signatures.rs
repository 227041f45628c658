//! First signatures that wait for a second: whose they are to join.

use super::super::save::level_of;
use super::requests::{confirms_somewhere, standing_after};
use super::{about, team_name};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::dates::days_after;
use domain::ids::JudgementSequence;
use domain::judgements::confirming::RECIPROCAL_DAYS;
use domain::judgements::countersigning::AwaitingSecond;
use domain::policy::{Action, Resource, may, reach};
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
    let mutual = mutual(ctx, &facts, &rows).await?;
    let own = ctx.actor.person();
    let others = rows.iter().filter(|row| row.by_person_id != own || own.is_none());
    let mine =
        others.filter(|row| waits(ctx, &facts, row) && is_to_join(ctx, &facts, row, &mutual));
    Ok(mine.filter_map(|row| line(ctx, &facts, row)).collect())
}

/// Whether it was not joined, sent back or withdrawn yet, and has not lapsed.
pub(super) fn waits(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    let standing = standing_after(ctx, facts, row);
    let signed = standing.and_then(|standing| standing.signed);
    signed.is_some_and(|signed| signed.sequence == row.sequence)
}

/// Whether it is the asker's to join: as an assessor of the person, or as a workforce lead where the two confirmed each
/// other. Where the person did not ask for it themselves, only whoever may find them by name.
pub(super) fn is_to_join(
    ctx: &Ctx,
    facts: &Facts,
    row: &judgement::Model,
    mutual: &[JudgementSequence],
) -> bool {
    let posts = subject_posts(ctx, facts, row.person_id);
    let person = Resource::Person { person: row.person_id, posts: &posts };
    let asked = standing_after(ctx, facts, row).is_some_and(|s| s.requested.is_some());
    let joins = may(&ctx.actor, Action::DecideRequest, person)
        || mutual.contains(&row.sequence) && may(&ctx.actor, Action::Countersign, person);
    joins && (asked || may(&ctx.actor, Action::FindPeople, person))
}

/// Those of the first signatures whose subject confirmed the signer in the same competency within a year: a workforce lead
/// sees what two people signed for each other, and nothing else.
pub(super) async fn mutual(
    ctx: &Ctx,
    facts: &Facts,
    rows: &[judgement::Model],
) -> Result<Vec<JudgementSequence>> {
    if reach(&ctx.actor, Action::Countersign).is_empty() || rows.is_empty() {
        return Ok(Vec::new());
    }
    let since = days_after(ctx.today, -RECIPROCAL_DAYS);
    let back = judgement::Entity::find()
        .filter(judgement::Column::Kind.eq(JudgementKind::Confirmed))
        .filter(judgement::Column::PersonId.is_in(rows.iter().filter_map(|r| r.by_person_id)))
        .filter(judgement::Column::ByPersonId.is_in(rows.iter().map(|r| r.person_id)))
        .filter(judgement::Column::MadeOn.gte(since))
        .all(ctx.db().read())
        .await?;
    let code = |row: &judgement::Model| about(ctx, facts, row).map(|(_, of)| &of.code);
    let is_back = |row: &judgement::Model, one: &judgement::Model| {
        row.by_person_id == Some(one.person_id)
            && one.by_person_id == Some(row.person_id)
            && code(row) == code(one)
    };
    let mutual = rows.iter().filter(|row| back.iter().any(|one| is_back(row, one)));
    Ok(mutual.map(|row| row.sequence).collect())
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

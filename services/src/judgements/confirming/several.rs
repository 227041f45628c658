//! Several open requests side by side, and decided in one act: each by its own rules.

use super::super::save::{Said, evidence_of};
use super::about;
use super::between::Proposed;
use super::requests::{is_open_to, opened};
use super::shown::pieces_shown;
use super::signer::Signer;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::evidence;
use crate::frameworks::descriptors;
use crate::redactions::Marks;
use crate::viewings;
use domain::coverage::Facts;
use domain::ids::JudgementSequence;
use domain::judgements::done::{Outcome, Several};
use domain::judgements::views::RequestBeside;
use domain::policy::Action;
use domain::redactions::TextKind;
use domain::refusal::Refusal;
use entities::{competency, judgement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// The most requests that are looked at side by side.
const MOST: usize = 20;

/// Those of the requests that still wait for the asker, each with its evidence beside what its level means; the first 20.
///
/// # Errors
/// Refuses whoever decides no requests.
pub async fn side_by_side(
    ctx: &Ctx,
    sequences: &[JudgementSequence],
) -> Result<Vec<RequestBeside>> {
    ctx.authorise_somewhere(Action::DecideRequest, "this page")?;
    let facts = ctx.facts().await?;
    let rows = waiting(ctx, &facts, ctx.db().read(), sequences).await?;
    let known = rows.iter().filter_map(|row| about(ctx, &facts, row));
    let worded = competency::Entity::find()
        .filter(competency::Column::Id.is_in(known.clone().map(|(_, of)| of.id)))
        .all(ctx.db().read())
        .await?;
    let pieces = pieces_shown(ctx, &facts, &rows).await?;
    let marks = Marks::of(ctx.db().read(), rows.iter().map(|row| row.person_id)).await?;
    let signer = Signer::load(ctx, ctx.db().read(), &facts, &ctx.actor).await?;
    let mut beside = Vec::new();
    for row in &rows {
        let Some(request) = opened(ctx, &facts, row) else { continue };
        let id = about(ctx, &facts, row).map(|(_, of)| of.id);
        let Some(worded) = worded.iter().find(|known| Some(known.id) == id) else { continue };
        let meaning = usize::from(request.level.number() - 1);
        beside.push(RequestBeside {
            statement: worded.statement.clone(),
            meaning: descriptors(worded).get(meaning).cloned().unwrap_or_default(),
            evidence: evidence_of(row),
            items: pieces.under(row.sequence),
            note: marks.words(TextKind::JudgementNote, row.sequence, row.note.clone()),
            cannot: sign(ctx, &facts, &signer, row).err().map(|why| why.to_string()),
            request,
        });
    }
    viewings::note_list(ctx, "requests side by side").await?;
    Ok(beside)
}

/// The rows of requests that wait for the asker: those of others, and closed ones, are passed over.
async fn waiting(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    sequences: &[JudgementSequence],
) -> Result<Vec<judgement::Model>> {
    let sequences = sequences.iter().copied().take(MOST);
    let rows = judgement::Entity::find()
        .filter(judgement::Column::Sequence.is_in(sequences))
        .order_by_asc(judgement::Column::Sequence)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter(|row| is_open_to(ctx, facts, row)).collect())
}

/// The asker's signature under a request, at the level asked and on the evidence named.
fn sign(
    ctx: &Ctx,
    facts: &Facts,
    signer: &Signer<'_>,
    row: &judgement::Model,
) -> Result<(Said, Outcome)> {
    let gone = || Refusal::not_found("this request");
    let level = super::super::save::level_of(row).ok_or_else(gone)?;
    let known = about(ctx, facts, row).ok_or_else(gone)?;
    let between = signer.with(ctx, row.person_id, Action::DecideRequest)?;
    between.sign(ctx, known, Proposed::as_asked(ctx, level, row))
}

/// Confirms each of the requests at the level asked, on the evidence it names. What cannot be confirmed still waits, and is
/// told; the others are confirmed all the same.
///
/// # Errors
/// Refuses whoever decides no requests, and where nothing could be confirmed.
pub async fn confirm_several(ctx: &Ctx, sequences: &[JudgementSequence]) -> Result<Several> {
    ctx.authorise_somewhere(Action::DecideRequest, "these requests")?;
    let change = ctx.change(Touches::Judgements).await?;
    let facts = ctx.facts().await?;
    let rows = waiting(ctx, &facts, change.tx(), sequences).await?;
    if rows.is_empty() {
        return Err(
            Refusal::not_found("these requests. They may have been answered already").into()
        );
    }
    let signer = Signer::load(ctx, change.tx(), &facts, &ctx.actor).await?;
    let mut done = Several::default();
    let mut entries = Vec::new();
    for row in &rows {
        match sign(ctx, &facts, &signer, row) {
            Ok((said, outcome)) => {
                let recorded = said.save(ctx, change.tx()).await?;
                evidence::carry_over(change.tx(), row.sequence, recorded).await?;
                done.add(outcome);
                let code = about(ctx, &facts, row).map(|(_, of)| &of.code);
                entries.push(Entry::new(outcome.act(), "person", row.person_id).after(&code));
            }
            Err(Error::Refused(refusal)) => {
                let title = about(ctx, &facts, row).map(|(_, of)| of.title.clone());
                done.refused.push((title.unwrap_or_default(), refusal.to_string()));
            }
            Err(fault) => return Err(fault),
        }
    }
    done.or_refuse()?;
    change.commit_all(entries).await?;
    Ok(done)
}

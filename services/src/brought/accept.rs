//! A whole record is accepted in one act: everything in it that stands here becomes an `accepted` judgement, with its
//! original day, level and assessor (rules, section 3).

use super::opened::Opened;
use super::rows::{accepted, pieces};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::evidence::attach;
use crate::judgements::{Said, myself};
use domain::brought::views::Acceptance;
use domain::brought::{BroughtTo, confirmed_by, may_decide};
use domain::codes::{Evidence, JudgementKind};
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{AccountId, BroughtRecordId, EvidenceItemId, JudgementSequence, PersonId};
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::{acceptance, accepted_from, brought_record};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};
use std::collections::HashMap;

/// Accepts a record that waits. `same_person` says that a name or registration number that differs is the same person's.
///
/// # Errors
/// Refuses accounts that are no person's, because nobody accepts their own; with *not found* whoever may not accept it, and
/// what does not wait: accepted already, or of an issuer who is not trusted at this moment. Refuses what is somebody else's
/// already, what was declined, what holds nothing to accept, and, beside the field `same`, what nobody has said to be the
/// same person's.
pub async fn accept(ctx: &Ctx, id: BroughtRecordId, same_person: bool) -> Result<Acceptance> {
    let account = ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    ctx.authorise_somewhere(Action::Accept, "this record among those that wait")?;
    // The lock of judgements: what is held, and whether it was accepted, stays as it is meanwhile.
    let change = ctx.change(Touches::Judgements).await?;
    let facts = ctx.facts().await?;
    let opened = Opened::load(ctx, change.tx(), &facts, id).await?;
    let by = myself(ctx)?;
    may_decide(opened.declined.as_ref())?;
    if opened.same.must_be_said() && !same_person {
        return Err(said_to_be_the_same().into());
    }
    nobody_elses(change.tx(), &opened.row).await?;
    let pieces = pieces(change.tx(), id).await?;
    let mut came = Acceptance { accepted: 0, left_out: 0 };
    for level in &opened.levels {
        if !level.fate.is_accepted() {
            came.left_out += 1;
            continue;
        }
        take_over(ctx, change.tx(), &facts, &opened, level, &pieces).await?;
        came.accepted += 1;
    }
    if came.accepted == 0 {
        let sentence = "There is nothing in this record to accept. The list says for each level why it is left out.";
        return Err(Refusal::rule("nothing-to-accept", sentence).into());
    }
    note(ctx, change.tx(), &opened, (account, by), same_person).await?;
    let entry = Entry::new("accept record", "brought_record", id).after(&(
        &opened.issuer.id,
        &opened.row.fingerprint,
        &came,
    ));
    let said = opened.same.must_be_said().then_some("said to be the same person");
    let entry = said.into_iter().fold(entry, Entry::note);
    change.commit(entry).await?;
    Ok(came)
}

fn said_to_be_the_same() -> FieldErrors {
    FieldErrors::one("same", "Say that this is the same person, once you have made sure of it")
}

/// One record is one person's: nobody takes over what was confirmed of somebody else.
async fn nobody_elses(tx: &impl ConnectionTrait, row: &brought_record::Model) -> Result<()> {
    let others = brought_record::Entity::find()
        .filter(brought_record::Column::Fingerprint.eq(&row.fingerprint))
        .filter(brought_record::Column::Digest.eq(&row.digest))
        .filter(brought_record::Column::PersonId.ne(row.person_id))
        .filter(brought_record::Column::Id.in_subquery(accepted()))
        .one(tx)
        .await?;
    if others.is_none() {
        return Ok(());
    }
    let sentence = "This very record was accepted for somebody else here. Ask an administrator which of the two it belongs to.";
    Err(Refusal::rule("record-of-somebody-else", sentence).into())
}

async fn take_over(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    facts: &Facts,
    opened: &Opened,
    level: &BroughtTo,
    pieces: &HashMap<usize, EvidenceItemId>,
) -> Result<JudgementSequence> {
    let held = opened.passport.competencies.get(level.line);
    let here = level.here.and_then(|at| facts.competencies.get(usize::from(at)));
    let (held, here) = held
        .zip(here)
        .ok_or_else(|| Error::fault("accepting a record", "a level without a competency"))?;
    let said = Said {
        level: Some(held.level),
        original_on: Some(held.made_on),
        evidence: vec![Evidence::PriorLearning],
        ..Said::today(ctx, opened.row.person_id, here.id, JudgementKind::Accepted)
    };
    let sequence = said.save(ctx, tx).await?;
    let from = accepted_from::ActiveModel {
        judgement_sequence: Set(sequence),
        record_id: Set(opened.row.id),
        confirmed_by: Set(confirmed_by(held)),
    };
    accepted_from::Entity::insert(from).exec_without_returning(tx).await?;
    attach(tx, sequence, pieces.get(&level.line).copied()).await?;
    Ok(sequence)
}

async fn note(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    opened: &Opened,
    (account, by): (AccountId, PersonId),
    same_person: bool,
) -> Result<()> {
    let row = acceptance::ActiveModel {
        record_id: Set(opened.row.id),
        trusted_issuer_id: Set(opened.issuer.id),
        accepted_on: Set(ctx.today),
        recorded_at: Set(ctx.now),
        by_person_id: Set(by),
        by_account_id: Set(account),
        same_person: Set(same_person),
    };
    row.insert(tx).await?;
    Ok(())
}

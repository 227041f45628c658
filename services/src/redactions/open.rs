//! One text with its words, opened by whoever redacts; and the proposal to blank it.

use super::texts::{Stored, Which, find};
use super::whose::line;
use super::{Marks, addresses, authorise, may_redact};
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::coverage::Facts;
use domain::fields::{FieldErrors, required_text};
use domain::ids::RedactionId;
use domain::judgements::forms::NOTE_MOST;
use domain::policy::Action;
use domain::redactions::TextKind;
use domain::redactions::views::{OpenText, Proposal};
use domain::refusal::Refusal;
use entities::redaction;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};
use uuid::Uuid;

/// A text with its words, or when they were blanked; and what was proposed about it. The owner is told who looked.
///
/// # Errors
/// Refuses texts that are not there, and those of people whose texts are not the asker's to redact, as not found.
pub async fn open(ctx: &Ctx, kind: TextKind, row: &str) -> Result<OpenText> {
    ctx.authorise_somewhere(Action::Redact, "this text")?;
    let facts = ctx.facts().await?;
    let db = ctx.db().read();
    let text = one(db, kind, row).await?;
    authorise(ctx, &facts, &text.whose)?;
    let marks = Marks::of_rows(db, kind, [row.to_owned()]).await?;
    let words = marks.words(kind, row, text.words.clone()).ok_or_else(not_there)?;
    if let Some(person) = text.whose.person() {
        viewings::note_record(ctx, person).await?;
    }
    let copies = match text.words {
        Some(_) => copies(ctx, &facts, db, &text).await?.len(),
        None => 0,
    };
    let proposal = proposal_for(ctx, kind, row).await?;
    Ok(OpenText {
        line: line(ctx, &facts, &text, proposal.is_some()),
        person: text.whose.person(),
        whose: text.whose.name(&facts),
        words,
        copies,
        proposal,
    })
}

/// The text in a row.
pub(super) async fn one(db: &impl ConnectionTrait, kind: TextKind, row: &str) -> Result<Stored> {
    find(db, kind, Which::Row(row)).await?.pop().ok_or_else(|| not_there().into())
}

/// What the same act wrote elsewhere word for word, where that too is the asker's to redact.
pub(super) async fn copies(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    text: &Stored,
) -> Result<Vec<Stored>> {
    let mut copies = find(db, text.kind, Which::CopiesOf(text)).await?;
    copies.retain(|copy| may_redact(ctx, facts, &copy.whose));
    Ok(copies)
}

fn not_there() -> Refusal {
    Refusal::not_found("this text")
}

async fn proposal_for(ctx: &Ctx, kind: TextKind, row: &str) -> Result<Option<Proposal>> {
    let Some(proposed) = open_proposal(ctx.db().read(), kind, row).await? else { return Ok(None) };
    let by = addresses(ctx, [proposed.proposed_by_id]).await?;
    Ok(Some(Proposal {
        id: proposed.id,
        reason: proposed.reason,
        proposed_by: by.into_values().next().unwrap_or_default(),
        proposed_at: in_london(proposed.proposed_at),
        mine: ctx.actor.account_id() == Some(proposed.proposed_by_id),
    }))
}

async fn open_proposal(
    db: &impl ConnectionTrait,
    kind: TextKind,
    row: &str,
) -> Result<Option<redaction::Model>> {
    let open = redaction::Entity::find()
        .filter(redaction::Column::Text.eq(kind))
        .filter(redaction::Column::RowId.eq(row))
        .filter(redaction::Column::DecidedAt.is_null());
    Ok(open.one(db).await?)
}

/// Proposes to blank a text, for somebody else to decide.
///
/// # Errors
/// Refuses without a reason, what was blanked or proposed already, and as [`open`].
pub async fn propose(ctx: &Ctx, kind: TextKind, row: &str, reason: &str) -> Result<()> {
    ctx.authorise_somewhere(Action::Redact, "this text")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let text = one(change.tx(), kind, row).await?;
    let account = authorise(ctx, &facts, &text.whose)?;
    let reason = required_text(reason, "why it has to go", NOTE_MOST)
        .map_err(|message| FieldErrors::one("reason", message))?;
    let passed = ctx.guard(&[("reason", &reason)])?;
    if text.words.is_none() || open_proposal(change.tx(), kind, &text.row).await?.is_some() {
        let sentence =
            "This text was redacted already, or somebody has proposed it. Look at the page again.";
        return Err(Refusal::rule("already-proposed", sentence).into());
    }
    let proposed = redaction::ActiveModel {
        id: Set(RedactionId(Uuid::now_v7())),
        text: Set(kind),
        row_id: Set(text.row.clone()),
        person_id: Set(text.whose.person()),
        reason: Set(reason.clone()),
        proposed_by_id: Set(account),
        proposed_at: Set(ctx.now),
        decided_by_id: Set(None),
        decided_at: Set(None),
        agreed: Set(None),
    };
    proposed.insert(change.tx()).await?;
    let entry = Entry::new("propose redaction", kind.code(), text.row).note(reason);
    change.commit(entry.let_through(passed)).await
}

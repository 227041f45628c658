//! The second person's decision: agreed, and the words are gone; declined, and they stay.

use super::authorise;
use super::open::{copies, one};
use super::texts::{Stored, blank};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::{AccountId, RedactionId};
use domain::policy::Action;
use domain::redactions::{TextKind, may_decide};
use domain::refusal::Refusal;
use entities::redaction;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

/// Agrees to a redaction, and blanks the text wherever its act wrote it; or declines it, and it stays.
///
/// # Errors
/// Refuses the one who proposed it, what is decided already, and what is not the asker's as not found.
pub async fn decide(ctx: &Ctx, id: RedactionId, agreed: bool) -> Result<()> {
    ctx.authorise_somewhere(Action::Redact, "this proposal")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let proposed = redaction::Entity::find_by_id(id).one(change.tx()).await?;
    let proposed = proposed.ok_or_else(|| Refusal::not_found("this proposal"))?;
    let text = one(change.tx(), proposed.text, &proposed.row_id).await?;
    let account = authorise(ctx, &facts, &text.whose)?;
    may_decide(proposed.proposed_by_id, Some(account))?;
    if !note(ctx, change.tx(), id, account, agreed).await? {
        let sentence = "Somebody has decided this already. Look at the page again.";
        return Err(Refusal::rule("already-decided", sentence).into());
    }
    let act = if agreed { "redact" } else { "decline redaction" };
    let mut entries = vec![Entry::new(act, proposed.text.code(), &text.row)];
    if agreed {
        let copies = copies(ctx, &facts, change.tx(), &text).await?;
        blank(change.tx(), &text).await?;
        for copy in copies {
            blank_copy(ctx, change.tx(), &proposed, (account, &copy)).await?;
            entries.push(Entry::new(act, copy.kind.code(), &copy.row));
        }
    }
    change.commit_all(entries).await?;
    if agreed {
        ctx.db().empty_log().await;
    }
    Ok(())
}

/// Notes the decision, unless another was quicker; whether it was noted.
async fn note(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    id: RedactionId,
    account: AccountId,
    agreed: bool,
) -> Result<bool> {
    use redaction::Column::{Agreed, DecidedAt, DecidedById, Id};
    let noted = redaction::Entity::update_many()
        .col_expr(DecidedById, Expr::value(account))
        .col_expr(DecidedAt, Expr::value(ctx.now))
        .col_expr(Agreed, Expr::value(agreed))
        .filter(Id.eq(id))
        .filter(DecidedAt.is_null())
        .exec(tx)
        .await?;
    Ok(noted.rows_affected == 1)
}

/// A copy is blanked with a row of its own that says so; a proposal of its own that was still open is decided by that.
async fn blank_copy(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    proposed: &redaction::Model,
    (account, copy): (AccountId, &Stored),
) -> Result<()> {
    forget(ctx, tx, &[copy.kind], [copy.row.clone()]).await?;
    blank(tx, copy).await?;
    let mut row = proposed.clone().into_active_model().reset_all();
    row.id = Set(RedactionId(Uuid::now_v7()));
    row.row_id = Set(copy.row.clone());
    row.person_id = Set(copy.whose.person());
    row.decided_by_id = Set(Some(account));
    row.decided_at = Set(Some(ctx.now));
    row.agreed = Set(Some(true));
    row.insert(tx).await?;
    Ok(())
}

/// Nobody decides any more about texts that are gone: proposals that are still open are declined by that.
pub(crate) async fn forget(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    kinds: &[TextKind],
    rows: impl IntoIterator<Item = String>,
) -> Result<()> {
    use redaction::Column::{Agreed, DecidedAt, DecidedById, RowId, Text};
    let moot = redaction::Entity::update_many()
        .col_expr(DecidedById, Expr::value(ctx.actor.account_id()))
        .col_expr(DecidedAt, Expr::value(ctx.now))
        .col_expr(Agreed, Expr::value(false))
        .filter(Text.is_in(kinds.iter().copied()))
        .filter(RowId.is_in(rows))
        .filter(DecidedAt.is_null());
    moot.exec(tx).await?;
    Ok(())
}

//! A record is declined: whoever may accept it says why it is not, and it waits no longer.

use super::opened::decidable;
use super::rows::declined_of;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use domain::brought::{DeclineReason, may_decide};
use domain::ids::BroughtRecordId;
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::declined_record;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// Declines a record that waits. It stays with its owner, as evidence.
///
/// # Errors
/// Refuses accounts that are no person's; with *not found* whoever may not accept it, and what was accepted or is of an
/// issuer who is not trusted at this moment. Refuses what was declined already.
pub async fn decline(ctx: &Ctx, id: BroughtRecordId, reason: DeclineReason) -> Result<()> {
    let account = ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    ctx.authorise_somewhere(Action::Accept, "this record among those that wait")?;
    // The lock of judgements: nobody accepts it meanwhile.
    let change = ctx.change(Touches::Judgements).await?;
    let facts = ctx.facts().await?;
    let (record, _) = decidable(ctx, change.tx(), &facts, id).await?;
    let by = myself(ctx)?;
    may_decide(declined_of(change.tx(), &facts, [id]).await?.get(&id))?;
    let row = declined_record::ActiveModel {
        record_id: Set(id),
        reason: Set(reason),
        declined_on: Set(ctx.today),
        recorded_at: Set(ctx.now),
        by_person_id: Set(by),
        by_account_id: Set(account),
    };
    row.insert(change.tx()).await?;
    let entry = Entry::new("decline record", "brought_record", id);
    change.commit(entry.after(&(&record.fingerprint, reason))).await
}

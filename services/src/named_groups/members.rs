//! A member is added from a day on, put right, ended, or taken back where it was added by mistake. Nothing is deleted.

use super::rows::{Told, held, insert, meant, no_member_twice, one, save};
use super::{kept, member};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::changing::EndOn;
use domain::coverage::named_groups::forms::{AddMember, corrected, refuse_changed};
use domain::coverage::named_groups::{never_counted, refuse_left};
use domain::ids::{GroupMemberId, NamedGroupId};
use entities::named_group_member as table;

/// Adds a member to a group.
///
/// # Errors
/// Refuses groups that are others' to keep as not found; beside its field what is not known, not the asker's to make a member or of
/// another kind than the group's; and days on which it is a member already.
pub async fn add_member(ctx: &Ctx, id: NamedGroupId, says: &AddMember) -> Result<()> {
    let facts = ctx.facts().await?;
    let group = kept(ctx, &facts, id)?;
    let unit = meant(ctx, &facts, (group.made_of, says.unit.as_str()))?;
    let change = ctx.change(Touches::Places).await?;
    let row = insert((ctx, change.tx()), &facts, id, (unit, says)).await?;
    no_member_twice(change.tx(), &row, "starts_on").await?;
    let told = Told { group: id, code: &says.unit, held: held(&row) };
    change.commit(Entry::new("add group member", "named_group_member", row.id).after(&told)).await
}

/// Opens the change of a member, with its row as it stands.
///
/// # Errors
/// Refuses members of groups that are others' to keep as not found, those that have left, and what somebody changed meanwhile.
async fn open<'a>(
    ctx: &'a Ctx,
    id: GroupMemberId,
    was: &str,
) -> Result<(Change<'a>, table::Model)> {
    let facts = ctx.facts().await?;
    member(ctx, &facts, id)?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), id).await?;
    refuse_left(held(&before), ctx.today)?;
    refuse_changed(held(&before), was)?;
    Ok((change, before))
}

/// Puts the first day of a member right: figures of past days change with it. Answers with its group.
///
/// # Errors
/// Refuses members of groups that are others' to keep as not found, those that have left, what somebody changed meanwhile; and beside
/// its field a day after the last, and days on which the same is a member already.
pub async fn correct_member(
    ctx: &Ctx,
    id: GroupMemberId,
    first_day: &str,
    was: &str,
) -> Result<NamedGroupId> {
    let (change, before) = open(ctx, id, was).await?;
    let first = corrected(first_day, held(&before))?;
    let after = table::Model { starts_on: first, ..before.clone() };
    no_member_twice(change.tx(), &after, "starts_on").await?;
    save(change.tx(), after).await?;
    let entry = Entry::new("correct group member", "named_group_member", id);
    change.commit(entry.before(&before.starts_on).after(&first)).await?;
    Ok(before.group_id)
}

/// Sets or takes back the last day of a member; answers with its group.
///
/// # Errors
/// Refuses members of groups that are others' to keep as not found, those that have left, what somebody changed meanwhile, a day before
/// the first, and days on which the same is a member again.
pub async fn end_member(
    ctx: &Ctx,
    id: GroupMemberId,
    last_day: &str,
    was: &str,
) -> Result<(NamedGroupId, EndOn)> {
    let (change, before) = open(ctx, id, was).await?;
    let ended = EndOn::parse(last_day, held(&before))?;
    let after = table::Model { ends_on: ended.last_day, ..before.clone() };
    no_member_twice(change.tx(), &after, "last_day").await?;
    save(change.tx(), after).await?;
    let entry = Entry::new("end group member", "named_group_member", id);
    change.commit(entry.before(&before.ends_on).after(&ended.last_day)).await?;
    Ok((before.group_id, ended))
}

/// Takes back a member that was added by mistake: it leaves before its first day, and so never counted. Answers with its group.
///
/// # Errors
/// Refuses members of groups that are others' to keep as not found, those that have left, and what somebody changed meanwhile.
pub async fn take_back(ctx: &Ctx, id: GroupMemberId, was: &str) -> Result<NamedGroupId> {
    let facts = ctx.facts().await?;
    let (group, _) = member(ctx, &facts, id)?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), id).await?;
    let last_day = Some(never_counted(held(&before), ctx.today)?);
    refuse_changed(held(&before), was)?;
    let after = table::Model { ends_on: last_day, ..before.clone() };
    save(change.tx(), after).await?;
    let entry = Entry::new("take back group member", "named_group_member", id);
    change.commit(entry.before(&before.ends_on).after(&last_day)).await?;
    Ok(group.id)
}

//! Named groups: areas, organisations or teams that are asked about together; read, added, renamed, ended, and who is a member when.

mod form; // what the pages offer
mod keep; // a group is added, renamed, ended
mod list; // all groups, and one that is kept
mod members; // added, put right, ended, taken back
mod rows; // as they are stored

pub use form::new_form;
pub use keep::{add, end, rename};
pub use list::{kept_group, kept_member, list};
pub use members::{add_member, correct_member, end_member, take_back};

use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::located_at;
use domain::coverage::named_groups::{GroupMember, NamedGroup};
use domain::coverage::{Facts, Unit};
use domain::ids::{GroupMemberId, NamedGroupId};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;

/// Whether the asker may make something a member of the groups that they keep.
fn may_keep(ctx: &Ctx, facts: &Facts, unit: Unit) -> bool {
    let place = located_at(facts, unit, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, Action::KeepNamedGroups, Resource::Place(&place)))
}

/// A group is kept by whoever may keep everything that is, was or will be a member: what one lead made of their places is not changed
/// from some of them.
fn keeps(ctx: &Ctx, facts: &Facts, group: &NamedGroup) -> bool {
    group.members.iter().all(|member| may_keep(ctx, facts, member.unit))
}

/// A group that the asker keeps.
///
/// # Errors
/// Refuses every other as not found.
fn kept<'f>(ctx: &Ctx, facts: &'f Facts, id: NamedGroupId) -> Result<&'f NamedGroup> {
    ctx.authorise_somewhere(Action::KeepNamedGroups, "this page")?;
    let group = facts.named_groups.iter().find(|group| group.id == id);
    let group = group.filter(|group| keeps(ctx, facts, group));
    group.ok_or_else(|| Refusal::not_found("this group").into())
}

/// A member of a group that the asker keeps.
///
/// # Errors
/// As [`kept`].
fn member<'f>(
    ctx: &Ctx,
    facts: &'f Facts,
    id: GroupMemberId,
) -> Result<(&'f NamedGroup, &'f GroupMember)> {
    ctx.authorise_somewhere(Action::KeepNamedGroups, "this page")?;
    let all = facts.named_groups.iter();
    let mut all = all.flat_map(|group| group.members.iter().map(move |member| (group, member)));
    let found = all.find(|(_, member)| member.id == id);
    let found = found.filter(|(group, _)| keeps(ctx, facts, group));
    found.ok_or_else(|| Refusal::not_found("this member").into())
}

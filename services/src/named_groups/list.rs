//! All named groups that an asker sees or keeps; one of them with its members, and one member.

use super::form::choices;
use super::{keeps, kept, member};
use crate::coverage::seen_groups;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::named_groups::forms::shown;
use domain::coverage::named_groups::views::{
    GroupMemberKept, GroupMemberLine, NamedGroupKept, NamedGroupLine, NamedGroups,
};
use domain::coverage::named_groups::{GroupMember, NamedGroup};
use domain::ids::{GroupMemberId, NamedGroupId};
use domain::paging::Paged;
use domain::policy::{Action, reach};

/// The groups in which the asker sees figures of some team, and those that they keep: first those that hold, the ended ones last.
///
/// # Errors
/// Refuses whoever sees no figures of teams, as not found.
pub async fn list(ctx: &Ctx, page: usize) -> Result<NamedGroups> {
    ctx.authorise_somewhere(Action::ReadFigures, "this page")?;
    let facts = ctx.facts().await?;
    let all = facts.named_groups.iter().zip(seen_groups(ctx, &facts));
    let mut lines: Vec<NamedGroupLine> = all
        .map(|seen| line(ctx, &facts, seen))
        .filter(|line| line.may_see || line.may_change)
        .collect();
    lines.sort_by_cached_key(|line| (line.when, line.name.to_lowercase(), line.code.clone()));
    Ok(NamedGroups {
        groups: Paged::of(lines, page),
        may_add: !reach(&ctx.actor, Action::KeepNamedGroups).is_empty(),
    })
}

/// A group that the asker keeps, with everything that ever was a member.
///
/// # Errors
/// Refuses every other as not found.
pub async fn kept_group(ctx: &Ctx, id: NamedGroupId) -> Result<NamedGroupKept> {
    let facts = ctx.facts().await?;
    let group = kept(ctx, &facts, id)?;
    let mut members: Vec<GroupMemberLine> =
        group.members.iter().map(|member| member_line(ctx, &facts, member)).collect();
    members.sort_by_cached_key(|line| (line.when, line.name.to_lowercase(), line.held.from));
    Ok(NamedGroupKept {
        line: line(ctx, &facts, (group, sees(ctx, &facts, id))),
        members,
        units: choices(ctx, &facts, group.made_of),
        starts_on: typed_last(group).unwrap_or(ctx.today).to_string(),
    })
}

/// The first day of the member that was added last, as the next one is likely to have the same. Identifiers go up as time does.
fn typed_last(group: &NamedGroup) -> Option<NaiveDate> {
    group.members.iter().max_by_key(|member| member.id.0).and_then(|member| member.held.from)
}

/// A member of a group that the asker keeps.
///
/// # Errors
/// Refuses every other as not found.
pub async fn kept_member(ctx: &Ctx, id: GroupMemberId) -> Result<GroupMemberKept> {
    let facts = ctx.facts().await?;
    let (group, member) = member(ctx, &facts, id)?;
    let group = line(ctx, &facts, (group, sees(ctx, &facts, group.id)));
    Ok(GroupMemberKept { group, member: member_line(ctx, &facts, member) })
}

fn sees(ctx: &Ctx, facts: &Facts, id: NamedGroupId) -> bool {
    let mut all = facts.named_groups.iter().zip(seen_groups(ctx, facts));
    all.any(|(group, is_seen)| is_seen && group.id == id)
}

fn line(ctx: &Ctx, facts: &Facts, (group, may_see): (&NamedGroup, bool)) -> NamedGroupLine {
    let members = group.members_at(ctx.today).filter_map(|unit| facts.unit_name(unit));
    let mut members: Vec<String> = members.map(|(_, name)| name.to_owned()).collect();
    members.sort_by_cached_key(|name| name.to_lowercase());
    NamedGroupLine {
        id: group.id,
        code: group.code.clone(),
        name: group.name.clone(),
        made_of: group.made_of,
        members,
        when: group.when(ctx.today),
        may_see,
        may_change: may_change(ctx, facts, group),
    }
}

fn may_change(ctx: &Ctx, facts: &Facts, group: &NamedGroup) -> bool {
    !reach(&ctx.actor, Action::KeepNamedGroups).is_empty() && keeps(ctx, facts, group)
}

fn member_line(ctx: &Ctx, facts: &Facts, member: &GroupMember) -> GroupMemberLine {
    let (code, name) = facts.unit_name(member.unit).unwrap_or_default();
    GroupMemberLine {
        id: member.id,
        code: code.to_owned(),
        name: name.to_owned(),
        held: member.held,
        when: member.when(ctx.today),
        shown: shown(member.held),
    }
}

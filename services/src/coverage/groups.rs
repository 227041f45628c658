//! The named groups in which an asker sees figures of some team. A group widens nobody's sight: only teams that they see count in it.

use crate::ctx::Ctx;
use crate::reach::visible_teams;
use domain::changing::When;
use domain::coverage::named_groups::{GroupIndex, NamedGroup};
use domain::coverage::{Facts, is_among};

/// Whether the asker sees a team of something that is a member of the group, or was: a past day keeps its answer.
pub(super) fn sees_group(ctx: &Ctx, facts: &Facts, group: GroupIndex) -> bool {
    seen_groups(ctx, facts).get(group) == Some(&true)
}

/// The same of every group, by position.
pub(crate) fn seen_groups(ctx: &Ctx, facts: &Facts) -> Vec<bool> {
    let visible = visible_teams(ctx, facts);
    let teams = 0..facts.places.teams.len();
    let seen: Vec<usize> = teams.filter(|team| is_among(visible.as_deref(), *team)).collect();
    let is_seen = |group: &NamedGroup| {
        let holds = |team: &usize| {
            group.members.iter().any(|member| facts.holds(member.unit, *team, ctx.today))
        };
        seen.iter().any(holds)
    };
    facts.named_groups.iter().map(is_seen).collect()
}

/// Those of them that have members today.
pub(super) fn of_today<'f>(ctx: &Ctx, facts: &'f Facts) -> impl Iterator<Item = &'f NamedGroup> {
    let today = ctx.today;
    let seen = if facts.named_groups.is_empty() { Vec::new() } else { seen_groups(ctx, facts) };
    let groups = facts.named_groups.iter().zip(seen).filter(|(_, seen)| *seen);
    groups.map(|(group, _)| group).filter(move |group| group.when(today) == When::Now)
}

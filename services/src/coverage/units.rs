//! The units that figures are asked for: where an asker may begin, what lies above and what below.

use super::ask::unit_with_code;
use super::groups::{of_today, sees_group};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use chrono::NaiveDate;
use domain::codes::AreaKind;
use domain::coverage::named_groups::GroupIndex;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, Unit, is_asked_about};
use domain::policy::{Action, Scope, reach};
use domain::refusal::Refusal;
use std::collections::BTreeSet;

/// Where the asker's figures begin: the units of their grants, else the teams of posts they manage; then the named groups of today
/// in which they see a team.
pub(super) fn tops(ctx: &Ctx, facts: &Facts) -> Vec<Heading> {
    let places = &facts.places;
    let heading =
        |code: &str, name: &str| Heading { code: code.to_owned(), title: name.to_owned() };
    let mut tops: Vec<Heading> = Vec::new();
    for scope in reach(&ctx.actor, Action::ReadFigures).tops() {
        match scope {
            Scope::Everywhere => {
                let roots = places.areas.iter().filter(|a| a.parent.is_none());
                let wide = roots.filter(|a| matches!(a.kind, AreaKind::System | AreaKind::Place));
                tops.extend(wide.map(|a| heading(&a.code, &a.name)));
            }
            Scope::Area(id) => {
                tops.extend(places.area(id).map(|a| heading(&a.code, &a.name)));
            }
            Scope::Organisation(id) => {
                tops.extend(places.organisation(id).map(|o| heading(&o.code, &o.name)));
            }
            Scope::Team(id) => {
                tops.extend(places.team(id).map(|t| heading(&t.code, &t.name)));
            }
        }
    }
    if tops.is_empty() {
        let visible = visible_teams(ctx, facts).unwrap_or_default();
        let seen = places.teams.iter().zip(visible).filter(|(_, seen)| *seen);
        tops.extend(seen.map(|(t, _)| heading(&t.code, &t.name)));
    }
    tops.extend(of_today(ctx, facts).map(|group| heading(&group.code, &group.name)));
    tops
}

/// The unit with a code, and its heading: what had teams on one of the days that are asked about is told of those days, whatever has
/// become of it since.
///
/// # Errors
/// Refuses what is not known, and units in which the asker may see nothing on any of these days nor today, as not found.
pub(super) fn seen(
    ctx: &Ctx,
    facts: &Facts,
    (code, days): (&str, &[NaiveDate]),
) -> Result<(Unit, Heading)> {
    let is_seen = |unit: &Unit| match unit {
        Unit::NamedGroup(group) => sees_group(ctx, facts, *group),
        unit => {
            let mut days = days.iter().chain(std::iter::once(&ctx.today));
            days.any(|day| sees_any(ctx, facts, (*unit, *day)))
        }
    };
    let unit = unit_with_code(facts, code).filter(is_seen);
    let found = unit.and_then(|unit| Some((unit, heading(facts, unit)?)));
    found.ok_or_else(|| Refusal::not_found("these figures").into())
}

/// What a unit lies in at a date, from where the asker begins downwards; nothing for what is a beginning itself.
pub(super) fn above(tops: &[Heading], facts: &Facts, unit: Unit, day: NaiveDate) -> Vec<Heading> {
    let begins_here = |unit: &Unit| {
        let code = facts.unit_name(*unit).map(|(code, _)| code);
        tops.iter().any(|top| Some(&*top.code) == code)
    };
    if begins_here(&unit) {
        return Vec::new();
    }
    let places = &facts.places;
    let (own, area) = match unit {
        Unit::Area(at) => (None, places.areas.get(at).and_then(|area| area.parent)),
        Unit::Organisation(at) => {
            (None, places.organisations.get(at).and_then(|o| o.network_at(day)))
        }
        Unit::Team(at) => {
            let team = places.teams.get(at);
            let own = team.map(|team| Unit::Organisation(team.organisation));
            (own.filter(begins_here), team.and_then(|team| places.home_of(team, day)))
        }
        Unit::NamedGroup(_) => (None, None),
    };
    // Of a team whose organisation the asker begins with, that alone: its areas are not theirs.
    let mut above: Vec<Unit> = match own {
        Some(own) => vec![own],
        None => places.upwards(area).map(Unit::Area).collect(),
    };
    above.reverse();
    let from_top = above.into_iter().skip_while(|unit| !begins_here(unit));
    from_top.filter_map(|unit| heading(facts, unit)).collect()
}

/// A unit by code and name.
pub(crate) fn heading(facts: &Facts, unit: Unit) -> Option<Heading> {
    let (code, title) = facts.unit_name(unit)?;
    Some(Heading { code: code.to_owned(), title: title.to_owned() })
}

fn sees_any(ctx: &Ctx, facts: &Facts, (unit, day): (Unit, NaiveDate)) -> bool {
    let query = everything_in(ctx, facts, (unit, day));
    (0..facts.places.teams.len()).any(|team| is_asked_about(facts, &query, team))
}

fn everything_in(ctx: &Ctx, facts: &Facts, (unit, day): (Unit, NaiveDate)) -> Query {
    Query {
        within: Some(unit),
        visible: visible_teams(ctx, facts),
        ..Query::new(day, ScopeKind::Team, ItemKind::All)
    }
}

/// The organisations with a team in a unit that the asker may see, on a day, by name.
pub(super) fn organisations_in(
    ctx: &Ctx,
    facts: &Facts,
    (unit, day): (Unit, NaiveDate),
) -> Vec<Heading> {
    let query = everything_in(ctx, facts, (unit, day));
    let teams = facts.places.teams.iter().enumerate();
    let seen = teams.filter(|(at, _)| is_asked_about(facts, &query, *at));
    let own: BTreeSet<usize> = seen.map(|(_, team)| team.organisation).collect();
    let headings = own.into_iter().filter_map(|own| heading(facts, Unit::Organisation(own)));
    let mut headings: Vec<Heading> = headings.collect();
    headings.sort_by(|a, b| (&a.title, &a.code).cmp(&(&b.title, &b.code)));
    headings
}

/// What kind of place a unit is.
pub(crate) fn kind_of(facts: &Facts, unit: Unit) -> ScopeKind {
    match unit {
        Unit::Area(at) => facts.places.areas.get(at).map_or(ScopeKind::Place, |a| a.kind.into()),
        Unit::Organisation(_) => ScopeKind::Organisation,
        Unit::Team(_) => ScopeKind::Team,
        Unit::NamedGroup(_) => ScopeKind::NamedGroup,
    }
}

/// The narrowest kind among all that is, was or will be a member of a group: on every day its rows are of the same kinds, so that two
/// days can be compared. None where nothing ever was.
pub(super) fn narrowest_member(facts: &Facts, group: GroupIndex) -> Option<ScopeKind> {
    let members = facts.named_groups.get(group).map(|group| group.members.iter());
    members?.map(|member| kind_of(facts, member.unit)).max()
}

/// What a unit can be broken into, the most useful first: a group into its members.
pub(super) fn narrower(facts: &Facts, unit: Unit) -> Vec<ScopeKind> {
    let Unit::NamedGroup(group) = unit else { return parts_of(kind_of(facts, unit)) };
    let members = narrowest_member(facts, group).unwrap_or(ScopeKind::Team);
    std::iter::once(members).chain(parts_of(members)).collect()
}

/// Teams come first where the next kind of area would leave some out.
fn parts_of(kind: ScopeKind) -> Vec<ScopeKind> {
    use ScopeKind::{Locality, NamedGroup, Network, Organisation, Place, System, Team};
    match kind {
        System => vec![Place, Locality, Network, Organisation, Team],
        Place => vec![Locality, Network, Organisation, Team],
        Locality => vec![Team, Network, Organisation],
        Network => vec![Team, Organisation],
        Organisation => vec![Team],
        Team | NamedGroup => vec![],
    }
}

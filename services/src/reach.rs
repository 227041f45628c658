//! What the asker may see: reach, which the policy knows by ids, turned into teams and people of the facts.

use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{AreaId, PersonId, TeamId};
use domain::organisations::{Area, AreaIndex, Team, TeamIndex};
use domain::people::Presence;
use domain::policy::{Action, Actor, Resource, SubjectPost, may, reach};
use domain::refusal::Refusal;

/// The teams whose exact figures the asker may see, by position; `None` when all are open (the command line).
///
/// Teams of posts that name the asker as line manager count among them.
pub fn visible_teams(ctx: &Ctx, facts: &Facts) -> Option<Vec<bool>> {
    if ctx.actor == Actor::Operator {
        return None;
    }
    let reach = reach(&ctx.actor, Action::ReadFigures);
    let mut seen: Vec<bool> = (0..facts.places.teams.len())
        .map(|team| {
            let located = facts.places.located_team(team, ctx.today);
            located.is_some_and(|located| reach.contains(&located))
        })
        .collect();
    let Some(manager) = reach.manager() else { return Some(seen) };
    for post in facts.people.iter().flat_map(|p| &p.posts) {
        let managed = match post.presence_at(ctx.today, true, |t| facts.team_open(t, ctx.today)) {
            Presence::InScope(terms) | Presence::Away(terms) => Some(terms),
            Presence::Out => None,
        };
        let team = managed.filter(|t| t.line_manager == Some(manager)).map(|t| t.team);
        if let Some(open) = team.and_then(|team| seen.get_mut(team)) {
            *open = true;
        }
    }
    Some(seen)
}

/// The posts of a person, with what the policy must know of them today.
pub fn subject_posts(ctx: &Ctx, facts: &Facts, person: PersonId) -> Vec<SubjectPost> {
    facts.person(person).map_or_else(Vec::new, |person| posts_of(ctx, facts, person))
}

fn posts_of(ctx: &Ctx, facts: &Facts, person: &domain::coverage::Person) -> Vec<SubjectPost> {
    let day = ctx.today;
    let subject = |post: &domain::people::Post| {
        let open = |team| facts.team_open(team, day);
        let in_scope = post.presence_at(day, true, open) != Presence::Out;
        let recently_ended = post.has_recently_ended(day);
        let terms = post.terms_at(day)?;
        let place = facts.places.located_team(terms.team, day)?;
        Some(SubjectPost { place, line_manager: terms.line_manager, in_scope, recently_ended })
    };
    person.posts.iter().filter_map(subject).collect()
}

/// Everyone to whom the asker may do `action`, by position in the facts.
pub fn people_within(ctx: &Ctx, facts: &Facts, action: Action) -> Vec<usize> {
    let everyone = facts.people.iter().enumerate();
    let reach = reach(&ctx.actor, action);
    let own = ctx.actor.person().filter(|_| action.never_to_oneself());
    everyone
        .filter(|(_, person)| Some(person.id) != own)
        .filter(|(_, person)| posts_of(ctx, facts, person).iter().any(|p| reach.contains_post(p)))
        .map(|(at, _)| at)
        .collect()
}

/// The teams in which the asker may do `action`.
///
/// # Errors
/// Fails when the database does.
pub async fn teams_within(ctx: &Ctx, action: Action) -> Result<Vec<TeamId>> {
    let facts = ctx.facts().await?;
    let reach = reach(&ctx.actor, action);
    let teams = facts.places.teams.iter().enumerate();
    Ok(teams
        .filter(|&(at, _)| {
            facts.places.located_team(at, ctx.today).is_some_and(|place| reach.contains(&place))
        })
        .map(|(_, team)| team.id)
        .collect())
}

/// Whether the asker may do `action` in a team.
pub(crate) fn may_in_team(ctx: &Ctx, facts: &Facts, action: Action, team: TeamIndex) -> bool {
    let place = facts.places.located_team(team, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, action, Resource::Place(&place)))
}

/// Whether the asker may do `action` in an area; in all of them where there is none.
pub(crate) fn may_in_area(
    ctx: &Ctx,
    facts: &Facts,
    action: Action,
    area: Option<AreaIndex>,
) -> bool {
    let Some(area) = area else { return may(&ctx.actor, action, Resource::Installation) };
    may(&ctx.actor, action, Resource::Place(&facts.places.located_area(area)))
}

/// The same of an area by its id.
pub(crate) fn may_in_area_with_id(
    ctx: &Ctx,
    facts: &Facts,
    action: Action,
    area: Option<AreaId>,
) -> bool {
    let Some(area) = area else { return may_in_area(ctx, facts, action, None) };
    let at = facts.places.area_at(area);
    at.is_some_and(|at| may_in_area(ctx, facts, action, Some(at)))
}

/// The team with this code, in which the asker may do `action`.
///
/// # Errors
/// Refuses every other as not found.
pub(crate) fn team_with_code<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    action: Action,
    code: &str,
) -> Result<(TeamIndex, &'a Team)> {
    ctx.authorise_somewhere(action, "this team")?;
    let mut teams = facts.places.teams.iter().enumerate();
    let found = teams.find(|(at, team)| team.code == code && may_in_team(ctx, facts, action, *at));
    found.ok_or_else(|| Refusal::not_found("this team").into())
}

/// The area that a form names by its code; none where it names none.
///
/// # Errors
/// Refuses codes that are not known beside the field `area`.
pub(crate) fn area_with_code<'a>(
    facts: &'a Facts,
    code: Option<&str>,
) -> Result<Option<(AreaIndex, &'a Area)>> {
    let Some(code) = code else { return Ok(None) };
    let found = facts.places.areas.iter().enumerate().find(|(_, area)| area.code == code);
    Ok(Some(found.ok_or_else(area_unknown)?))
}

/// What is said beside the field of an area that is not among those to choose from.
pub(crate) fn area_unknown() -> FieldErrors {
    FieldErrors::one("area", "Choose an area from the list")
}

//! Who may confirm what on a day: everybody with an assessor's grant, as the load and the list of assessors look at them.

use super::rights::Rights;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::frameworks::{Level, version_at};
use domain::ids::PersonId;
use domain::judgements::load::Capacity;
use domain::policy::{Action, Actor, Resource, may, reach};
use domain::requirements::CompetencyIndex;
use std::collections::BTreeMap;

/// Everybody who assesses on `day`, by name.
pub(crate) async fn capacities(ctx: &Ctx, facts: &Facts, day: NaiveDate) -> Result<Vec<Capacity>> {
    let assessors = Rights::of_assessors(ctx, facts, day).await?;
    let capacity = |rights: &Rights<'_>| {
        let (reaches, confirms) =
            (reaches(facts, &rights.actor, day), confirms(facts, rights, day));
        Some(Capacity { person: rights.person?.id, reaches, confirms })
    };
    let mut capacities: Vec<Capacity> = assessors.iter().filter_map(capacity).collect();
    capacities.sort_by_cached_key(|one| (facts.name_of(one.person), one.person));
    Ok(capacities)
}

fn reaches(facts: &Facts, assessor: &Actor, day: NaiveDate) -> Vec<bool> {
    let reach = reach(assessor, Action::DecideRequest);
    let teams = 0..facts.places.teams.len();
    let contains =
        |team| facts.places.located_team(team, day).is_some_and(|at| reach.contains(&at));
    teams.map(contains).collect()
}

/// In which competencies of the version in use somebody may confirm, and up to which level.
fn confirms(
    facts: &Facts,
    rights: &Rights<'_>,
    day: NaiveDate,
) -> BTreeMap<CompetencyIndex, Level> {
    let version = version_at(&facts.versions, day);
    let in_use = facts.competencies.iter().enumerate().filter(|(_, c)| Some(c.version) == version);
    let in_use = in_use.map(|(at, of)| (at as CompetencyIndex, of));
    in_use.filter_map(|(at, of)| Some((at, rights.most(at, of)?))).collect()
}

/// The name of an assessor where the asker may find them by name; else where they work.
pub(super) fn name_for(ctx: &Ctx, facts: &Facts, person: PersonId) -> String {
    let posts = subject_posts(ctx, facts, person);
    let resource = Resource::Person { person, posts: &posts };
    let own = ctx.actor.person() == Some(person);
    if own || ctx.actor == Actor::Operator || may(&ctx.actor, Action::FindPeople, resource) {
        return facts.name_of(person);
    }
    let terms = facts.person(person).and_then(|who| facts.posts_in_scope(who, ctx.today).next());
    let team = terms.and_then(|terms| facts.places.teams.get(terms.team));
    let organisation = team.and_then(|team| facts.places.organisations.get(team.organisation));
    organisation.map_or_else(|| "An assessor".to_owned(), |o| format!("An assessor of {}", o.name))
}

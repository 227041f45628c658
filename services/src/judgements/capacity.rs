//! Who may confirm what on a day: everybody with an assessor's grant, as the load and the list of assessors look at them.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants;
use crate::reach::subject_posts;
use chrono::NaiveDate;
use domain::coverage::{Competency, Facts, Person};
use domain::frameworks::{Level, version_at};
use domain::ids::PersonId;
use domain::judgements::confirming::{founded, holds};
use domain::judgements::load::Capacity;
use domain::policy::{Action, Actor, Resource, may, reach};
use domain::requirements::CompetencyIndex;
use std::collections::BTreeMap;

/// Everybody who assesses on `day`, by name.
pub(super) async fn capacities(ctx: &Ctx, facts: &Facts, day: NaiveDate) -> Result<Vec<Capacity>> {
    let foundings = grants::foundings_on(ctx, facts, day).await?;
    let mut capacities: Vec<Capacity> = Vec::new();
    for actor in grants::assessors_on(ctx, day).await? {
        let Some(person) = actor.person().and_then(|id| facts.person(id)) else { continue };
        let own = foundings.iter().filter(|(account, _)| Some(*account) == actor.account_id());
        let founded_in = |at: CompetencyIndex, of: &Competency| {
            let names = own.clone().filter(|(_, grant)| grant.names(at, of));
            let standing = names.filter(|(_, grant)| founded(&grant.founding, day));
            standing.map(|(_, grant)| grant.founding.highest).max()
        };
        capacities.push(Capacity {
            person: person.id,
            reaches: reaches(facts, &actor, day),
            confirms: confirms(facts, person, day, founded_in),
        });
    }
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

/// In which competencies somebody may confirm: those they hold at 4 or above, current or not long past due, at every
/// level (a 5 with a second signature); and those a founding grant names, up to its level.
fn confirms(
    facts: &Facts,
    person: &Person,
    day: NaiveDate,
    founded_in: impl Fn(CompetencyIndex, &Competency) -> Option<Level>,
) -> BTreeMap<CompetencyIndex, Level> {
    let version = version_at(&facts.versions, day);
    let in_use = facts.competencies.iter().enumerate().filter(|(_, c)| Some(c.version) == version);
    let confirms = in_use.filter_map(|(at, of)| {
        let at = at as CompetencyIndex;
        let standing = person.standing_in(at, of, day);
        let held = holds(&standing, Level::PRACTISES_INDEPENDENTLY, day);
        let most = held.then_some(Level::LEADS_AND_TEACHES).or_else(|| founded_in(at, of))?;
        Some((at, most))
    });
    confirms.collect()
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

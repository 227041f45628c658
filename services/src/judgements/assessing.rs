//! Who can still confirm what: of everybody for a workforce lead, of herself for an assessor.

use super::capacity::{capacities, name_for};
use super::load::counted_teams;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::coverage::Facts;
use domain::judgements::assessing::{Confirmer, Confirmers, Reached, WhoConfirms, lapses, reached};
use domain::judgements::load::Capacity;
use domain::organisations::TeamIndex;
use domain::policy::{Action, reach};

/// Each competency that is asked in the teams within the asker's reach (and in or below `within`, where it is not empty),
/// with who may confirm it and the teams that have none or one. Whoever assesses and plans nobody's work sees what they
/// may confirm themselves.
///
/// # Errors
/// Refuses whoever neither plans nor assesses, and codes that are not known.
pub async fn who_confirms(ctx: &Ctx, within: &str) -> Result<WhoConfirms> {
    let own = reach(&ctx.actor, Action::ReadLoad).is_empty();
    let action = if own { Action::DecideRequest } else { Action::ReadLoad };
    ctx.authorise_somewhere(action, "this page")?;
    let facts = ctx.facts().await?;
    let counted = counted_teams(ctx, &facts, (action, ctx.today), within)?;
    let assessors = capacities(ctx, &facts, ctx.today).await?;
    let me = assessors.iter().position(|one| Some(one.person) == ctx.actor.person());
    let all = reached(&facts, ctx.today, &counted, &assessors);
    let mine = |one: &Reached| !own || me.is_some_and(|me| one.by.contains(&me));
    let competencies = all
        .iter()
        .filter(|one| mine(one))
        .filter_map(|one| line(ctx, &facts, &assessors, (one, me.filter(|_| own))))
        .collect();
    viewings::note_list(ctx, "who confirms what").await?;
    Ok(WhoConfirms { own, competencies })
}

fn line(
    ctx: &Ctx,
    facts: &Facts,
    assessors: &[Capacity],
    (one, only): (&Reached, Option<usize>),
) -> Option<Confirmers> {
    let of = facts.competencies.get(usize::from(one.competency))?;
    let name = |team: &TeamIndex| facts.places.teams.get(*team).map(|team| team.name.clone());
    let confirmer = |at: &usize| {
        let person = facts.person(assessors.get(*at)?.person)?;
        let standing = person.standing_in(one.competency, of, ctx.today);
        let lapses_on = lapses(&standing, ctx.today);
        Some(Confirmer { name: name_for(ctx, facts, person.id), lapses_on })
    };
    let shown = |at: &&usize| only.is_none_or(|only| only == **at);
    let alone = one.one.iter().filter(|(_, at)| only.is_none_or(|only| only == *at));
    Some(Confirmers {
        code: of.code.clone(),
        title: of.title.clone(),
        assessors: one.by.iter().filter(shown).filter_map(confirmer).collect(),
        teams: one.asking.len(),
        nobody: one.nobody.iter().filter_map(name).collect(),
        one: alone.filter_map(|(team, _)| name(team)).collect(),
    })
}

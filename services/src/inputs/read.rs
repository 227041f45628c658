//! A team's input over time, with the names of those who come as far as the reader may know them.

use super::{may_manage, of_teams};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::work_emails;
use crate::teams::Sight;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::ids::{PersonId, TeamId};
use domain::inputs::Input;
use domain::inputs::views::{InputLine, InputOverTime, Named};
use domain::refusal::Refusal;
use std::collections::HashMap;

/// The input of a team: what holds now, what is ahead, what was before.
///
/// # Errors
/// Refuses teams the asker may not see as not found.
pub async fn team_input(ctx: &Ctx, code: &str) -> Result<InputOverTime> {
    let facts = ctx.facts().await?;
    let sight = Sight::of(ctx, &facts)?;
    let at = sight.find(ctx, &facts, code)?;
    let team = facts.places.teams.get(at).ok_or_else(|| Refusal::not_found("this team"))?;
    let names = if sight.sees_names(ctx, &facts, at) { Names::Shown } else { Names::Hidden };
    let inputs = of_teams(ctx.db().read(), &[team.id]).await?;
    let mut rows = lines(ctx, &facts, &inputs.iter().collect::<Vec<_>>(), names).await?;
    rows.sort_by_key(|row| row.when);
    Ok(InputOverTime {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        rows,
        may_manage: may_manage(ctx, &facts, at),
        sees_figures: sight.sees_figures(at),
    })
}

/// How mental health professionals reach a team today, a line each: `Link worker from Bow crisis team, 0.50 WTE`. It names
/// nobody.
pub(crate) async fn today_in_words(ctx: &Ctx, facts: &Facts, team: TeamId) -> Result<Vec<String>> {
    let inputs = of_teams(ctx.db().read(), &[team]).await?;
    let today: Vec<&Input> = inputs.iter().filter(|i| i.held.contains(ctx.today)).collect();
    let lines = lines(ctx, facts, &today, Names::Hidden).await?;
    Ok(lines.iter().map(InputLine::words).collect())
}

/// Whether the people in a row are named to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    Shown,
    Hidden,
}

/// Rows as pages show them; one query for the addresses of everybody named.
pub(crate) async fn lines(
    ctx: &Ctx,
    facts: &Facts,
    inputs: &[&Input],
    names: Names,
) -> Result<Vec<InputLine>> {
    let mut named: Vec<PersonId> = Vec::new();
    if names == Names::Shown {
        let people = inputs.iter().flat_map(|i| [i.says.from_person, i.says.supervisor]);
        named.extend(people.flatten());
    }
    let emails = work_emails(ctx.db().read(), named).await?;
    let named = |person: Option<PersonId>| match (person, names) {
        (None, _) => Named::Nobody,
        (Some(_), Names::Hidden) => Named::Hidden,
        (Some(person), Names::Shown) => known(ctx, facts, person, &emails),
    };
    let line = |input: &&Input| {
        let says = &input.says;
        let team = says.from_team.and_then(|id| facts.places.team(id));
        InputLine {
            id: input.id,
            when: input.when(ctx.today),
            held: input.held,
            kind: says.kind,
            population: says.population,
            from_team: team.map(|team| team.name.clone()),
            named: named(says.from_person),
            wte: says.wte,
            target_wte: says.target_wte,
            is_vacant: says.is_vacant(),
            times: says.times.clone(),
            reach: says.reach.clone(),
            case_discussions: says.case_discussions,
            supervisor: named(says.supervisor),
            supervised_every: says.supervised_every,
        }
    };
    Ok(inputs.iter().map(line).collect())
}

fn known(ctx: &Ctx, facts: &Facts, id: PersonId, emails: &HashMap<PersonId, String>) -> Named {
    let person = facts.person(id);
    Named::Person {
        name: facts.name_of(id),
        email: emails.get(&id).cloned(),
        at_work: person.is_some_and(|p| facts.posts_in_scope(p, ctx.today).next().is_some()),
    }
}

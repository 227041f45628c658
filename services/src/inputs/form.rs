//! The form of a row: what stands in it, which teams it offers, and whom a typed address means.

use super::read::{Names, lines};
use super::{managed, rows};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::{with_address, work_emails};
use domain::changing::first_of_change;
use domain::codes::CareSetting;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::fields::FieldErrors;
use domain::fte::Fte;
use domain::ids::{MentalHealthInputId, PersonId};
use domain::inputs::forms::{InputFields, KeepInput};
use domain::inputs::views::{InputForm, InputNow};
use domain::inputs::{Input, Population, Said};
use domain::judgements::views::Choice;
use domain::organisations::Team;
use std::collections::BTreeSet;

/// The form of a new row.
///
/// # Errors
/// Refuses teams whose input the asker does not keep as not found.
pub async fn new_form(ctx: &Ctx, code: &str) -> Result<InputForm> {
    let facts = ctx.facts().await?;
    let team = managed(ctx, &facts, code)?;
    let fields = InputFields {
        population: Population::All.code().to_owned(),
        starts_on: ctx.today.to_string(),
        ..InputFields::default()
    };
    Ok(form(ctx, &facts, team, (fields, None)))
}

/// The form of a row that holds or is ahead.
///
/// # Errors
/// Refuses teams whose input the asker does not keep, and rows of others, as not found; and rows that are over.
pub async fn change_form(ctx: &Ctx, code: &str, id: MentalHealthInputId) -> Result<InputForm> {
    let facts = ctx.facts().await?;
    let team = managed(ctx, &facts, code)?;
    let input = rows::one(ctx.db().read(), team.id, id).await?;
    input.refuse_over(ctx.today)?;
    let begun = input.has_begun(ctx.today);
    let line = lines(ctx, &facts, &[&input], Names::Shown).await?.into_iter().next();
    let row = line.map(|line| InputNow { id, line, begun });
    let fields = fields_of(ctx, &facts, &input).await?;
    Ok(form(ctx, &facts, team, (fields, row)))
}

fn form(
    ctx: &Ctx,
    facts: &Facts,
    team: &Team,
    (fields, row): (InputFields, Option<InputNow>),
) -> InputForm {
    let heading = Heading { code: team.code.clone(), title: team.name.clone() };
    let teams = sources(ctx, facts, &fields.from_team);
    InputForm { team: heading, teams, fields, row, today: ctx.today }
}

/// What stands in the form of a row: a change begins today, where the row has begun before.
async fn fields_of(ctx: &Ctx, facts: &Facts, input: &Input) -> Result<InputFields> {
    let says = &input.says;
    let people = [says.from_person, says.supervisor].into_iter().flatten().collect();
    let emails = work_emails(ctx.db().read(), people).await?;
    let email =
        |id: Option<PersonId>| id.and_then(|id| emails.get(&id)).cloned().unwrap_or_default();
    let from_team = says.from_team.and_then(|id| facts.places.team(id));
    Ok(InputFields {
        kind: says.kind.code().to_owned(),
        population: says.population.unwrap_or(Population::All).code().to_owned(),
        from_team: from_team.map(|team| team.code.clone()).unwrap_or_default(),
        from_person: email(says.from_person),
        wte: says.wte.map(Fte::exact).unwrap_or_default(),
        target_wte: says.target_wte.map(Fte::exact).unwrap_or_default(),
        times: says.times.clone().unwrap_or_default(),
        reach: says.reach.clone().unwrap_or_default(),
        case_discussions: says.case_discussions.map(|c| c.to_string()).unwrap_or_default(),
        supervisor: email(says.supervisor),
        supervised_every: says.supervised_every.map(|every| every.to_string()).unwrap_or_default(),
        starts_on: first_of_change(input.held, ctx.today).to_string(),
        ends_on: input.held.to.map(|day| day.to_string()).unwrap_or_default(),
    })
}

/// The teams that somebody could come from: those of mental health services, those with a mental health professional at work
/// today, and the one that is chosen already.
fn sources(ctx: &Ctx, facts: &Facts, chosen: &str) -> Vec<Choice> {
    let with_professionals: BTreeSet<usize> = facts
        .people
        .iter()
        .flat_map(|person| facts.posts_in_scope(person, ctx.today))
        .filter(|terms| facts.roles.get(terms.role).is_some_and(|r| r.mental_health_professional))
        .map(|terms| terms.team)
        .collect();
    let sends = |(at, team): &(usize, &Team)| {
        let serves = matches!(team.setting, CareSetting::MentalHealth | CareSetting::Crisis);
        let open = team.open.contains(ctx.today);
        team.code == chosen || open && (serves || with_professionals.contains(at))
    };
    let teams = facts.places.teams.iter().enumerate().filter(sends);
    let mut choices: Vec<Choice> =
        teams.map(|(_, t)| Choice { value: t.code.clone(), label: t.name.clone() }).collect();
    choices.sort_by_cached_key(|choice| (choice.label.to_lowercase(), choice.value.clone()));
    choices
}

/// What was typed, with the people and the team it means.
///
/// # Errors
/// Refuses, each beside its field, addresses that nobody at work has, and teams that are not on record.
pub(super) async fn said(ctx: &Ctx, facts: &Facts, kept: &KeepInput) -> Result<Said> {
    let mut errors = FieldErrors::default();
    let from_person = meant(ctx, facts, kept.from_person.as_deref()).await?;
    let from_person = errors.keep("from_person", from_person);
    let supervisor = meant(ctx, facts, kept.supervisor.as_deref()).await?;
    let supervisor = errors.keep("supervisor", supervisor);
    let from_team = kept.from_team.as_deref().map(|code| {
        let found = facts.places.teams.iter().find(|team| team.code == code);
        found.map(|team| team.id).ok_or_else(|| "Choose a team from the list".to_owned())
    });
    let from_team = errors.keep("from_team", from_team.transpose());
    errors.into_result()?;
    Ok(Said {
        kind: kept.kind,
        population: Some(kept.population),
        from_team: from_team.flatten(),
        from_person: from_person.flatten(),
        wte: kept.wte,
        target_wte: kept.target_wte,
        case_discussions: Some(kept.case_discussions),
        supervisor: supervisor.flatten(),
        supervised_every: kept.supervised_every,
        times: kept.times.clone(),
        reach: kept.reach.clone(),
    })
}

/// The person at work today with this address.
async fn meant(
    ctx: &Ctx,
    facts: &Facts,
    email: Option<&str>,
) -> Result<std::result::Result<Option<PersonId>, String>> {
    let Some(email) = email else { return Ok(Ok(None)) };
    let found = with_address(ctx.db().read(), email).await?;
    let person = found.and_then(|row| facts.person(row.id));
    let at_work = person.filter(|p| facts.posts_in_scope(p, ctx.today).next().is_some());
    Ok(at_work.map(|person| Some(person.id)).ok_or_else(|| {
        "Nobody at work today has this email address. Check it, or ask them which one is on record"
            .to_owned()
    }))
}

//! What the forms of posts offer: the teams somebody manages, the roles there are, and who can be a line manager.

use super::managed::managed_teams;
use crate::ctx::Ctx;
use chrono::NaiveDate;
use domain::codes::PostStatus;
use domain::coverage::{Facts, Person};
use domain::fields::FieldErrors;
use domain::judgements::views::Choice;
use domain::organisations::TeamIndex;
use domain::people::forms::Wanted;
use domain::people::views::PostForm;
use domain::people::{Terms, listed_name};

/// The choices for a post of `holder` (nobody yet, for a starter). What `held` has can stay as it is.
pub(super) fn offer(
    ctx: &Ctx,
    facts: &Facts,
    holder: Option<&Person>,
    held: Option<&Terms>,
) -> PostForm {
    let mut teams = managed_teams(ctx, facts);
    let mut managers = people_in(facts, &teams, ctx.today);
    if let Some(held) = held {
        teams.push(held.team);
        managers.extend(held.line_manager.and_then(|id| facts.person(id)));
    }
    managers.retain(|person| Some(person.id) != holder.map(|holder| holder.id));
    let roles = facts.roles.iter();
    PostForm {
        person_name: holder.map(Person::name).unwrap_or_default(),
        today: ctx.today,
        teams: teams_worded(facts, &teams),
        roles: in_order(roles.map(|r| Choice { value: r.code.clone(), label: r.title.clone() })),
        line_managers: in_order(managers.into_iter().map(|person| Choice {
            value: person.id.to_string(),
            label: listed_name(&person.first_name, &person.last_name),
        })),
        post: None,
    }
}

fn in_order(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by(|a, b| (&a.label, &a.value).cmp(&(&b.label, &b.value)));
    choices.dedup();
    choices
}

/// Everybody who works in one of the teams today.
fn people_in<'a>(facts: &'a Facts, teams: &[TeamIndex], today: NaiveDate) -> Vec<&'a Person> {
    let works_there = |person: &&Person| {
        facts.posts_in_scope(person, today).any(|terms| teams.binary_search(&terms.team).is_ok())
    };
    facts.people.iter().filter(works_there).collect()
}

/// Teams by name, with their organisation where the choice is between several.
fn teams_worded(facts: &Facts, teams: &[TeamIndex]) -> Vec<Choice> {
    let teams: Vec<_> = teams.iter().filter_map(|&at| facts.places.teams.get(at)).collect();
    let several =
        teams.iter().any(|team| Some(team.organisation) != teams.first().map(|t| t.organisation));
    in_order(teams.into_iter().map(|team| {
        let organisation = facts.places.organisations.get(team.organisation).filter(|_| several);
        let label = organisation.map(|o| format!("{}, {}", team.name, o.name));
        Choice { value: team.code.clone(), label: label.unwrap_or_else(|| team.name.clone()) }
    }))
}

/// The terms that are wanted, from the post's start on and with its holder at work.
///
/// # Errors
/// Returns the message beside each choice that was not offered.
pub(super) fn terms_of(
    facts: &Facts,
    offered: &PostForm,
    wanted: &Wanted,
) -> Result<Terms, FieldErrors> {
    let mut errors = FieldErrors::default();
    let unless_offered = |choices: &[Choice], value: &str, what: &str| {
        let offered = choices.iter().any(|choice| choice.value == value);
        if offered { Ok(()) } else { Err(format!("Choose a {what} from the list")) }
    };
    errors.keep("team", unless_offered(&offered.teams, &wanted.team, "team"));
    errors.keep("role", unless_offered(&offered.roles, &wanted.role, "role"));
    if let Some(manager) = wanted.line_manager {
        let chosen = unless_offered(&offered.line_managers, &manager.to_string(), "line manager");
        errors.keep("line_manager", chosen);
    }
    let team = facts.places.teams.iter().position(|team| team.code == wanted.team);
    let role = facts.roles.iter().position(|role| role.code == wanted.role);
    let (Some(team), Some(role), true) = (team, role, errors.0.is_empty()) else {
        return Err(errors);
    };
    Ok(Terms {
        from: None,
        team,
        role,
        fte: wanted.fte,
        category: wanted.category,
        status: PostStatus::Active,
        line_manager: wanted.line_manager,
    })
}

/// # Errors
/// Returns the message beside the first day when the team is not open on it.
pub(super) fn open_on_start(
    facts: &Facts,
    terms: &Terms,
    starts_on: NaiveDate,
) -> Result<(), FieldErrors> {
    if facts.team_open(terms.team, starts_on) {
        return Ok(());
    }
    let team = facts.places.teams.get(terms.team).map_or("", |team| &team.name);
    Err(FieldErrors::one("starts_on", format!("{team} is not open on that day. Enter another day")))
}

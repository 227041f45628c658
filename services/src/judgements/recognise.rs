//! Recognition: a workforce lead grants levels to people of a role, in one act, with a reason.

use super::judging;
use super::save::Said;
use crate::audit::Entry;
use crate::change::Touches;
use crate::coverage::domains;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::{people_within, subject_posts};
use crate::viewings;
use domain::codes::JudgementKind;
use domain::coverage::{Facts, Person};
use domain::frameworks::version_at;
use domain::ids::PersonId;
use domain::judgements::recognising::{
    Candidate, Chosen, Granted, HIGHEST, Outcome, Recognition, may_recognise,
};
use domain::judgements::views::Choice;
use domain::people::{RoleIndex, Terms};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use domain::requirements::{Asked, asked_at};
use std::collections::HashSet;

/// What is to be recognised, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Recognise {
    pub role_code: String,
    pub people: Vec<String>,
    /// Only competencies of this domain; all that the role asks when empty.
    pub domain_code: String,
    pub reason: String,
}

/// The roles of the people whom the asker may recognise; with a role, its people, and how much of what the role asks
/// (in one domain, where one is given) they do not hold currently.
///
/// # Errors
/// Refuses whoever recognises nobody, and roles that are not known.
pub async fn recognition(ctx: &Ctx, role_code: &str, domain_code: &str) -> Result<Recognition> {
    ctx.authorise_somewhere(Action::Recognise, "this page")?;
    let facts = ctx.facts().await?;
    let within = people_within(ctx, &facts, Action::Recognise);
    let people: Vec<&Person> = within.iter().filter_map(|&at| facts.people.get(at)).collect();
    let (candidates, levels) = match role_code {
        "" => (None, Vec::new()),
        code => {
            let role = role_with_code(&facts, code)?;
            viewings::note_list(ctx, &format!("recognise role={code}")).await?;
            let levels = granted(&facts, &asked_of_role(ctx, &facts, role, domain_code));
            (Some(candidates(ctx, &facts, &people, role, domain_code)), levels)
        }
    };
    let domains = domains_today(ctx, &facts);
    Ok(Recognition { roles: roles_of(ctx, &facts, &people), domains, levels, candidates })
}

/// Those of the people `shown` who are of a role and do not hold something currently, as a form names them. Whoever took
/// on the role since was not looked at, and is not among them.
///
/// # Errors
/// As [`recognition`].
pub async fn everyone_to_recognise(
    ctx: &Ctx,
    role_code: &str,
    domain_code: &str,
    shown: &[String],
) -> Result<Vec<String>> {
    ctx.authorise_somewhere(Action::Recognise, "this page")?;
    let facts = ctx.facts().await?;
    let within = people_within(ctx, &facts, Action::Recognise);
    let people: Vec<&Person> = within.iter().filter_map(|&at| facts.people.get(at)).collect();
    let role = role_with_code(&facts, role_code)?;
    let shown: HashSet<PersonId> = shown.iter().filter_map(|id| id.parse().ok()).collect();
    let candidates = candidates(ctx, &facts, &people, role, domain_code).into_iter();
    let meant = candidates.filter(|one| one.open > 0 && shown.contains(&one.person));
    Ok(meant.map(|one| one.person.to_string()).collect())
}

/// What each person is given who does not hold it currently.
fn granted(facts: &Facts, asked: &[Asked]) -> Vec<Granted> {
    let one = |asked: &Asked| {
        let of = facts.competencies.get(usize::from(asked.competency))?;
        let (code, title) = (of.code.clone(), of.title.clone());
        Some(Granted { code, title, level: asked.level.min(HIGHEST) })
    };
    asked.iter().filter_map(one).collect()
}

fn role_with_code(facts: &Facts, code: &str) -> Result<RoleIndex> {
    let role = facts.roles.iter().position(|r| r.code == code);
    role.ok_or_else(|| Refusal::not_found("this role").into())
}

/// The roles that these people hold, by title.
fn roles_of(ctx: &Ctx, facts: &Facts, people: &[&Person]) -> Vec<Choice> {
    let posts = people.iter().flat_map(|person| facts.posts_in_scope(person, ctx.today));
    let mut held: Vec<RoleIndex> = posts.map(|terms| terms.role).collect();
    held.sort_unstable();
    held.dedup();
    let roles = held.into_iter().filter_map(|at| facts.roles.get(at));
    let mut roles: Vec<Choice> =
        roles.map(|role| Choice { value: role.code.clone(), label: role.title.clone() }).collect();
    roles.sort_by(|a, b| a.label.cmp(&b.label));
    roles
}

fn domains_today(ctx: &Ctx, facts: &Facts) -> Vec<Choice> {
    let domains = domains(facts, ctx.today).into_iter();
    domains.map(|domain| Choice { value: domain.code, label: domain.title }).collect()
}

fn candidates(
    ctx: &Ctx,
    facts: &Facts,
    people: &[&Person],
    role: RoleIndex,
    domain_code: &str,
) -> Vec<Candidate> {
    let asked = asked_of_role(ctx, facts, role, domain_code);
    let candidate = |person: &Person, terms: &Terms| {
        let team = facts.places.teams.get(terms.team);
        Candidate {
            person: person.id,
            name: person.name(),
            team_name: team.map(|team| team.name.clone()).unwrap_or_default(),
            open: asked.iter().filter(|asked| !holds(ctx, facts, person, **asked)).count(),
            asked: asked.len(),
        }
    };
    let in_role = people.iter().filter_map(|person| {
        let mut posts = facts.posts_in_scope(person, ctx.today);
        Some(candidate(person, posts.find(|terms| terms.role == role)?))
    });
    let mut candidates: Vec<Candidate> = in_role.collect();
    candidates.sort_by(|a, b| (&a.team_name, &a.name).cmp(&(&b.team_name, &b.name)));
    candidates
}

fn asked_of_role(ctx: &Ctx, facts: &Facts, role: RoleIndex, domain_code: &str) -> Vec<Asked> {
    let Some(role) = facts.roles.get(role) else { return Vec::new() };
    let version = version_at(&facts.versions, ctx.today);
    let is_meant = |asked: &Asked| {
        let competency = facts.competencies.get(usize::from(asked.competency));
        competency.filter(|c| Some(c.version) == version).is_some_and(|competency| {
            let domain = facts.domains.get(competency.domain);
            domain_code.is_empty() || domain.is_some_and(|d| d.code == domain_code)
        })
    };
    let mut asked = asked_at(&role.requirements, ctx.today);
    asked.retain(is_meant);
    asked
}

fn holds(ctx: &Ctx, facts: &Facts, person: &Person, asked: Asked) -> bool {
    let competency = facts.competencies.get(usize::from(asked.competency));
    competency.is_some_and(|of| {
        person.standing_in(asked.competency, of, ctx.today).current(ctx.today).is_some()
    })
}

/// Recognises each chosen person at the level their role asks, 4 at most, in everything they do not hold currently.
///
/// # Errors
/// Refuses accounts that are no person's, without people or a reason, and people whom the asker may not recognise; then nobody is recognised.
pub async fn recognise(ctx: &Ctx, typed: &Recognise) -> Result<Outcome> {
    ctx.authorise_somewhere(Action::Recognise, "this page")?;
    let Chosen { people, reason } = Chosen::parse(&typed.people, &typed.reason)?;
    let passed = ctx.guard(&[("reason", &reason)])?;
    let change = ctx.change(Touches::Judgements).await?;
    // Read after the counter's lock is held: nobody confirms in between what is recognised here.
    let facts = ctx.facts().await?;
    let role = role_with_code(&facts, &typed.role_code)?;
    let asked = asked_of_role(ctx, &facts, role, &typed.domain_code);
    let mut outcome = Outcome::default();
    for &id in &people {
        let posts = subject_posts(ctx, &facts, id);
        let resource = Resource::Person { person: id, posts: &posts };
        ctx.authorise(Action::Recognise, resource, "one of these people")?;
        judging(ctx)?;
        let holder = facts.person(id).filter(|person| has_role(ctx, &facts, person, role));
        let person =
            holder.ok_or_else(|| Refusal::not_found("one of these people in this role"))?;
        let open = open_to(ctx, &facts, person, &asked);
        for said in &open {
            Said { note: Some(reason.clone()), ..said.clone() }.save(ctx, change.tx()).await?;
        }
        outcome.add(person.name(), open.len(), asked.len());
    }
    let entry = Entry::new("recognise", "role", &typed.role_code).after(&people);
    change.commit(entry.let_through(passed)).await?;
    Ok(outcome)
}

fn has_role(ctx: &Ctx, facts: &Facts, person: &Person, role: RoleIndex) -> bool {
    facts.posts_in_scope(person, ctx.today).any(|terms| terms.role == role)
}

/// The recognitions that nothing stands against.
fn open_to(ctx: &Ctx, facts: &Facts, person: &Person, asked: &[Asked]) -> Vec<Said> {
    let is_self = ctx.actor.person() == Some(person.id);
    let said = |one: &Asked| {
        let of = facts.competencies.get(usize::from(one.competency))?;
        let level = one.level.min(HIGHEST);
        let standing = person.standing_in(one.competency, of, ctx.today);
        may_recognise(level, &standing, is_self, ctx.today).ok()?;
        let recognised = Said::today(ctx, person.id, of.id, JudgementKind::Recognised);
        Some(Said { level: Some(level), ..recognised })
    };
    asked.iter().filter_map(said).collect()
}

//! Recognition: a workforce lead grants levels to people of a role, in one act, with a reason.

use super::save::Said;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::{people_within, subject_posts};
use crate::viewings;
use domain::codes::JudgementKind;
use domain::coverage::{Facts, Person};
use domain::fields::{FieldErrors, required_text};
use domain::frameworks::Level;
use domain::ids::PersonId;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::recognising::{HIGHEST, may_recognise};
use domain::judgements::views::{Candidate, RecognitionOutcome};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use domain::requirements::Asked;

/// What is to be recognised, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Recognise {
    pub role_code: String,
    pub people: Vec<String>,
    /// Only competencies of this domain; all that the role asks when empty.
    pub domain_code: String,
    pub reason: String,
}

/// The people of a role whom the asker may recognise, and how much of what the role asks they do not hold currently.
///
/// # Errors
/// Refuses roles that are not known.
pub async fn candidates(ctx: &Ctx, role_code: &str) -> Result<Vec<Candidate>> {
    let facts = ctx.facts().await?;
    let role = facts.roles.iter().position(|r| r.code == role_code);
    let role = role.ok_or_else(|| Refusal::not_found("this role"))?;
    viewings::note_list(ctx, &format!("recognise role={role_code}")).await?;
    let within = people_within(ctx, &facts, Action::Recognise);
    let in_role: Vec<(&Person, usize)> = within
        .iter()
        .filter_map(|&at| facts.people.get(at))
        .filter_map(|person| {
            let mut posts = facts.posts_in_scope(person, ctx.today);
            posts.find(|terms| terms.role == role).map(|terms| (person, terms.team))
        })
        .collect();
    let mut candidates: Vec<Candidate> = in_role
        .into_iter()
        .map(|(person, team)| {
            let asked = asked_of_role(ctx, &facts, role, "");
            let open = asked.iter().filter(|asked| !holds(ctx, &facts, person, asked)).count();
            let team = facts.places.teams.get(team);
            Candidate {
                person: person.id,
                name: person.name(),
                team_name: team.map(|t| t.name.clone()).unwrap_or_default(),
                open,
                asked: asked.len(),
            }
        })
        .collect();
    candidates.sort_by(|a, b| (&a.team_name, &a.name).cmp(&(&b.team_name, &b.name)));
    Ok(candidates)
}

fn asked_of_role(ctx: &Ctx, facts: &Facts, role: usize, domain_code: &str) -> Vec<Asked> {
    let Some(role) = facts.roles.get(role) else { return Vec::new() };
    let in_domain = |asked: &Asked| {
        let competency = facts.competencies.get(usize::from(asked.competency));
        let domain = competency.and_then(|c| facts.domains.get(c.domain));
        domain_code.is_empty() || domain.is_some_and(|d| d.code == domain_code)
    };
    let mut asked = domain::requirements::asked_at(&role.requirements, ctx.today);
    asked.retain(in_domain);
    asked
}

fn holds(ctx: &Ctx, facts: &Facts, person: &Person, asked: &Asked) -> bool {
    let competency = facts.competencies.get(usize::from(asked.competency));
    competency.is_some_and(|of| {
        person.standing_in(asked.competency, of, ctx.today).current(ctx.today).is_some()
    })
}

/// Recognises each chosen person at the level their role asks, 4 at most, in everything they do not hold currently.
///
/// # Errors
/// Refuses without people or a reason, and people whom the asker may not recognise; then nobody is recognised.
pub async fn recognise(ctx: &Ctx, typed: &Recognise) -> Result<RecognitionOutcome> {
    let mut errors = FieldErrors::default();
    let reason = required_text(
        &typed.reason,
        "the reason, such as a registration or qualification",
        NOTE_MOST,
    );
    let reason = errors.keep("reason", reason);
    let people: Vec<PersonId> = typed.people.iter().filter_map(|id| id.parse().ok()).collect();
    if people.is_empty() {
        errors.add("people", "Choose at least one person");
    }
    errors.into_result()?;
    let facts = ctx.facts().await?;
    let role = facts.roles.iter().position(|r| r.code == typed.role_code);
    let role = role.ok_or_else(|| Refusal::not_found("this role"))?;
    let asked = asked_of_role(ctx, &facts, role, &typed.domain_code);
    let change = ctx.change(Touches::Judgements).await?;
    let mut outcome = RecognitionOutcome::default();
    for id in people {
        let posts = subject_posts(ctx, &facts, id);
        let person = facts.person(id).filter(|_| {
            may(&ctx.actor, Action::Recognise, Resource::Person { person: id, posts: &posts })
        });
        let person = person.ok_or_else(|| Refusal::not_found("one of these people"))?;
        let before = outcome.recognised;
        for one in &asked {
            let Some(of) = facts.competencies.get(usize::from(one.competency)) else { continue };
            let level = one.level.min(HIGHEST);
            let standing = person.standing_in(one.competency, of, ctx.today);
            if may_recognise(level, &standing, ctx.actor.person() == Some(id), ctx.today).is_err() {
                outcome.left_alone += 1;
                continue;
            }
            said(ctx, id, of.id, level, reason.clone()).save(ctx, change.tx()).await?;
            outcome.recognised += 1;
        }
        outcome.people += usize::from(outcome.recognised > before);
    }
    let entry = Entry::new("recognise", "role", &typed.role_code).after(&typed.people);
    change.commit(entry).await?;
    Ok(outcome)
}

fn said(
    ctx: &Ctx,
    person: PersonId,
    competency: domain::ids::CompetencyId,
    level: Level,
    reason: Option<String>,
) -> Said {
    let level = Some(level);
    let recognised = Said::today(ctx, person, competency, JudgementKind::Recognised);
    Said { level, note: reason, ..recognised }
}

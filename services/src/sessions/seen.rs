//! What a session showed is confirmed from its register, by the use case that confirms people together.

use super::outcomes;
use super::register::register_of;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::{confirm_together, team_name};
use crate::reach::people_within;
use crate::viewings;
use domain::coverage::{Facts, Person};
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId};
use domain::judgements::done::Several;
use domain::judgements::together::{Seen, SeenFields};
use domain::people::listed_name;
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::sessions::Attendee;
use domain::sessions::register::Register;
use domain::sessions::seen::Witness;
use domain::sessions::seen::views::{SeenOne, SeenPage};
use std::collections::BTreeSet;

/// What the form offers: the outcomes of a session, and those who came to it whom the asker assesses. The list is noted.
///
/// # Errors
/// Refuses whoever confirms nobody, and sessions that the asker neither runs nor leads, as not found.
pub async fn session_seen(ctx: &Ctx, id: SessionId) -> Result<SeenPage> {
    ctx.authorise_somewhere(Action::RecordObservation, "this page")?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::taught_by(ctx, &facts, db, id).await?;
    let why_not = witness(ctx, &stored).may_confirm().err();
    let register = match why_not {
        Some(_) => Register::default(),
        None => register_of(db, id).await?,
    };
    let came = who_came(&register);
    let mut people: Vec<&Person> = people_within(ctx, &facts, Action::RecordObservation)
        .into_iter()
        .filter_map(|at| facts.people.get(at))
        .filter(|person| came.contains(&person.id))
        .collect();
    people.sort_by_cached_key(|person| {
        (listed_name(&person.first_name, &person.last_name).to_lowercase(), person.id)
    });
    if !people.is_empty() {
        let query = format!("confirm what session {} showed", stored.row.code);
        viewings::note_list(ctx, &query).await?;
    }
    let asked = outcomes::asked(&facts, &stored.outcomes, ctx.today);
    Ok(SeenPage {
        id,
        slot: stored.slot(),
        why_not: why_not.map(|refusal| refusal.to_string()),
        outcomes: outcomes::lines(&facts, &asked, stored.row.format),
        others: came.len().saturating_sub(people.len()),
        people: people.iter().map(|person| one(ctx, &facts, person)).collect(),
        title: stored.row.title,
    })
}

fn one(ctx: &Ctx, facts: &Facts, person: &Person) -> SeenOne {
    SeenOne {
        person: person.id,
        name: listed_name(&person.first_name, &person.last_name),
        team: team_name(ctx, facts, person.id),
    }
}

fn witness(ctx: &Ctx, stored: &Stored) -> Witness {
    let leads = ctx.actor.person().is_some_and(|person| stored.is_led_by(person));
    Witness { state: stored.state(ctx.rule_now()), leads }
}

fn who_came(register: &Register) -> BTreeSet<PersonId> {
    register.who_came().filter_map(Attendee::person).collect()
}

/// Confirms these people in what a knowledge check or case discussion of the session showed the asker: each by their own rules, so
/// that what cannot be confirmed is told by name and the others are confirmed. `typed` says the level, the kind and the
/// competencies; its day is the session's.
///
/// # Errors
/// Refuses whoever did not lead it or does not say that they saw it, while the register is open, competencies that the session
/// does not build (beside `codes`), and all that [`confirm_together`] refuses; people who did not come, and sessions that the asker
/// neither runs nor leads, as not found.
pub async fn confirm_seen(
    ctx: &Ctx,
    id: SessionId,
    typed: &SeenFields,
    (people, seen_it): (&[PersonId], bool),
) -> Result<Several> {
    ctx.authorise_somewhere(Action::RecordObservation, "this page")?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::taught_by(ctx, &facts, db, id).await?;
    witness(ctx, &stored).may_confirm_having(seen_it)?;
    let fields = SeenFields { seen_on: stored.day().to_string(), ..typed.clone() };
    let seen = Seen::parse(&fields, ctx.today)?;
    builds(ctx, &facts, &stored, &seen)?;
    let came = who_came(&register_of(db, id).await?);
    if people.iter().any(|person| !came.contains(person)) {
        return Err(Refusal::not_found("one of these people in this register").into());
    }
    confirm_together(ctx, &seen, people).await
}

/// # Errors
/// Refuses competencies that are no outcome of the session.
fn builds(ctx: &Ctx, facts: &Facts, stored: &Stored, seen: &Seen) -> Result<()> {
    let asked = outcomes::asked(facts, &stored.outcomes, ctx.today);
    let built = outcomes::lines(facts, &asked, stored.row.format);
    let is_built = |code: &String| built.iter().any(|line| line.competency.code == *code);
    if seen.codes().iter().all(is_built) {
        return Ok(());
    }
    let message =
        "Choose from what this session builds. Confirm anything else from each person’s own page";
    Err(FieldErrors::one("codes", message).into())
}

//! Time that educators were promised: half of the psychiatrist's post, as in West Cheshire, and some hours a week of mental
//! health nurses. Psychologists, other psychiatrists and whoever works with the police were promised none.

use super::cast::{PSYCHIATRIST, WORKFORCE_LEAD};
use super::history::at_work;
use super::people::Person;
use super::plan::Plan;
use super::requests::as_person;
use super::staffing::TeamKind;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::with_address;
use crate::protected_time;
use domain::protected_time::forms::{GiveTime, TimeFields};

/// How much a week, in which unit, where it comes from, and who agreed to it.
type Terms = [&'static str; 4];

/// Half of ten programmed activities.
const HALF_A_POST: Terms = ["5", "pa", "Job plan", "The medical director"];
const OF_INTEGRATED_TEAMS: Terms = ["4", "hours", "Training contract", "The head of nursing"];
const OF_PRIMARY_CARE: Terms = ["2", "hours", "Training contract", "The head of nursing"];

/// What each person was promised, by position.
pub(super) fn promised(plan: &Plan) -> Vec<(usize, TimeFields)> {
    let everybody = plan.people.iter().enumerate();
    everybody
        .filter_map(|(at, person)| Some((at, fields(plan, person, terms(plan, at)?)?)))
        .collect()
}

fn terms(plan: &Plan, at: usize) -> Option<Terms> {
    use TeamKind::{Integrated, Liaison, PrimaryCareMentalHealth};
    let person = plan.people.get(at).filter(|person| at_work(person, plan.today))?;
    let kind = plan.places.teams.get(person.team()?)?.kind;
    match (person.role(), kind) {
        _ if at == PSYCHIATRIST => Some(HALF_A_POST),
        ("ICMHN", Integrated) => Some(OF_INTEGRATED_TEAMS),
        ("PCMHN", PrimaryCareMentalHealth | Liaison) => Some(OF_PRIMARY_CARE),
        _ => None,
    }
}

fn fields(plan: &Plan, person: &Person, terms: Terms) -> Option<TimeFields> {
    let (start, _) = person.held()?;
    let first = start.max(plan.since());
    let [amount, unit, source, agreed_by] = terms.map(str::to_owned);
    let (starts_on, ends_on) = (first.to_string(), String::new());
    Some(TimeFields { amount, unit, starts_on, ends_on, source, agreed_by })
}

/// The workforce lead gives it to each of them.
pub(super) async fn give(ctx: &Ctx, plan: &Plan) -> Result<()> {
    let lead = as_person(ctx, plan, WORKFORCE_LEAD).await?;
    for (at, fields) in promised(plan) {
        let Some(person) = plan.people.get(at) else { continue };
        let Some(row) = with_address(ctx.db().read(), &person.email).await? else { continue };
        protected_time::give(&lead, row.id, &GiveTime::parse(&fields)?).await?;
    }
    Ok(())
}

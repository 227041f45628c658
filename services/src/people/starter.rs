//! Somebody new: the person with their first post. Whoever is known already is not made a second time.

use super::addresses::with_address;
use super::forms::{offer, open_on_start, terms_of};
use super::managed::managed_team;
use super::person::Sight;
use super::save::{TermsSaid, save_post};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::fields::FieldErrors;
use domain::ids::{OrganisationId, PersonId};
use domain::organisations::{Organisation, Team};
use domain::people::done::Started;
use domain::people::forms::{AddStarter, NewPerson, PersonFields, PostFields};
use domain::people::views::StarterForm;
use domain::refusal::Refusal;
use entities::{other_employee_number, person};
use sea_orm::sea_query::Query;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr,
    EntityTrait, QueryFilter, SqlErr,
};
use uuid::Uuid;

/// The form of a starter in a team. Where the number or address that was typed belongs to somebody the asker may see,
/// it says to whom.
///
/// # Errors
/// Refuses teams whose posts the asker does not manage as not found.
pub async fn starter_form(ctx: &Ctx, team: &str, typed: &PersonFields) -> Result<StarterForm> {
    let facts = ctx.facts().await?;
    let team = managed_team(ctx, &facts, team)?;
    let employer = employer_of(&facts, team)?;
    let known = with_number(ctx.db().read(), employer.id, &typed.employee_number).await?;
    let known = match known {
        Some(known) => Some(known),
        None => with_address(ctx.db().read(), &typed.work_email).await?,
    };
    let known = known.and_then(|row| facts.person(row.id));
    let known = known.filter(|person| Sight::of(ctx, &facts, person).sees_anything());
    Ok(StarterForm {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        organisation: employer.name.clone(),
        post: offer(ctx, &facts, None, None),
        known: known.map(|person| (person.id, person.name())),
    })
}

/// Adds a person and their first post in one team.
///
/// # Errors
/// Refuses teams the asker does not manage as not found; and employee numbers and addresses that somebody has, without
/// saying who.
pub async fn add_starter(
    ctx: &Ctx,
    person: &PersonFields,
    post: &PostFields,
    starts_on: &str,
) -> Result<Started> {
    let facts = ctx.facts().await?;
    let employer = employer_of(&facts, managed_team(ctx, &facts, &post.team)?)?;
    let AddStarter { person, post } = AddStarter::parse(person, post, starts_on)?;
    let terms = terms_of(&facts, &offer(ctx, &facts, None, None), &post.wanted)?;
    open_on_start(&facts, &terms, post.starts_on)?;
    let change = ctx.change(Touches::Places).await?;
    refuse_known(change.tx(), employer, &person).await?;
    let id = save_person(change.tx(), employer, &person).await?;
    let first = save_post(ctx, change.tx(), &facts, id, post.starts_on, &terms).await?;
    let entries = vec![
        Entry::new("add person", "person", id).after(&person.employee_number),
        Entry::new("add post", "post", first).after(&TermsSaid::of(&facts, &terms)?),
    ];
    change.commit_all(entries).await?;
    Ok(Started {
        person: id,
        person_name: format!("{} {}", person.first_name, person.last_name),
        role_title: facts.roles.get(terms.role).map(|r| r.title.clone()).unwrap_or_default(),
        starts_on: post.starts_on,
    })
}

fn employer_of<'a>(facts: &'a Facts, team: &Team) -> Result<&'a Organisation> {
    let employer = facts.places.organisations.get(team.organisation);
    employer.ok_or_else(|| Refusal::not_found("this team").into())
}

async fn refuse_known(
    tx: &impl ConnectionTrait,
    employer: &Organisation,
    person: &NewPerson,
) -> Result<()> {
    let mut errors = FieldErrors::default();
    if with_number(tx, employer.id, &person.employee_number).await?.is_some() {
        errors.add("employee_number", number_taken(employer));
    }
    if with_address(tx, person.work_email.as_deref().unwrap_or_default()).await?.is_some() {
        let message = "Somebody else has this email address. Check it, or leave it empty";
        errors.add("work_email", message);
    }
    Ok(errors.into_result()?)
}

fn number_taken(employer: &Organisation) -> String {
    let name = &employer.name;
    format!("This employee number is already in use at {name}. Check it in your staff records")
}

/// Whoever has this number, now or before, at this employer or at one that no file named.
async fn with_number(
    db: &impl ConnectionTrait,
    employer: OrganisationId,
    number: &str,
) -> Result<Option<person::Model>> {
    let number = number.trim();
    let others = Query::select()
        .column(other_employee_number::Column::PersonId)
        .from(other_employee_number::Entity)
        .and_where(other_employee_number::Column::EmployeeNumber.eq(number))
        .to_owned();
    let by_number = Condition::any()
        .add(person::Column::EmployeeNumber.eq(number))
        .add(person::Column::Id.in_subquery(others));
    let at_employer = Condition::any()
        .add(person::Column::EmployerId.eq(employer))
        .add(person::Column::EmployerId.is_null());
    Ok(person::Entity::find().filter(by_number).filter(at_employer).one(db).await?)
}

async fn save_person(
    tx: &impl ConnectionTrait,
    employer: &Organisation,
    person: &NewPerson,
) -> Result<PersonId> {
    let id = PersonId(Uuid::now_v7());
    let row = person::ActiveModel {
        id: Set(id),
        employer_id: Set(Some(employer.id)),
        employee_number: Set(person.employee_number.clone()),
        first_name: Set(person.first_name.clone()),
        last_name: Set(person.last_name.clone()),
        work_email: Set(person.work_email.clone()),
        professional_registration_number: Set(None),
    };
    row.insert(tx).await.map_err(|error| taken(error, employer))?;
    Ok(id)
}

/// The number is unique at its employer: somebody else may have added it a moment ago.
fn taken(error: DbErr, employer: &Organisation) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => {
            FieldErrors::one("employee_number", number_taken(employer)).into()
        }
        _ => error.into(),
    }
}

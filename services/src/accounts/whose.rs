//! Whose account it is: the person, by number at their employer or by work email, who has no other account.

use crate::error::Result;
use domain::accounts::forms::StaffNumber;
use domain::fields::FieldErrors;
use domain::ids::PersonId;
use domain::refusal::Refusal;
use entities::{account, organisation, person};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// The person with this number.
///
/// # Errors
/// Refuses numbers nobody has, or several people have, and people who have an account.
pub(super) async fn with_number(
    db: &impl ConnectionTrait,
    staff: &StaffNumber,
) -> Result<PersonId> {
    let mut known =
        person::Entity::find().filter(person::Column::EmployeeNumber.eq(&staff.employee_number));
    if let Some(code) = &staff.employer_code {
        let employer =
            organisation::Entity::find().filter(organisation::Column::Code.eq(code)).one(db);
        let unknown = || fault("employer_code", "There is no organisation with this code");
        known =
            known.filter(person::Column::EmployerId.eq(employer.await?.ok_or_else(unknown)?.id));
    }
    let found = known.all(db).await?;
    let several = "Several people have this number: enter the code of the employer";
    match found.as_slice() {
        [one] => refuse_second_account(db, one.id).await.map(|()| one.id),
        [] => Err(fault("employee_number", "There is nobody with this number").into()),
        _ => Err(fault("employer_code", several).into()),
    }
}

/// The only person with this work email, where they have no account.
pub(super) async fn with_work_email(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<PersonId>> {
    let spelt = Func::lower(Expr::col((person::Entity, person::Column::WorkEmail)));
    let found = person::Entity::find().filter(Expr::expr(spelt).eq(email)).all(db).await?;
    let [one] = found.as_slice() else { return Ok(None) };
    let held = account_of(db, one.id).await?;
    Ok(held.is_none().then_some(one.id))
}

/// The accounts of those of these people who can sign in: whom mail reaches.
pub(crate) async fn reached(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<Vec<account::Model>> {
    Ok(account::Entity::find()
        .filter(account::Column::PersonId.is_in(people))
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::PasswordHash.is_not_null())
        .all(db)
        .await?)
}

/// # Errors
/// Refuses people who have an account, and whoever is not known.
pub(super) async fn refuse_second_account(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<()> {
    if let Some(held) = account_of(db, person).await? {
        let sentence = format!("This person already signs in as {}", held.email);
        return Err(fault("employee_number", &sentence).into());
    }
    let known = person::Entity::find_by_id(person).one(db).await?;
    known.map(|_| ()).ok_or_else(|| Refusal::not_found("this person").into())
}

async fn account_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<account::Model>> {
    Ok(account::Entity::find().filter(account::Column::PersonId.eq(person)).one(db).await?)
}

fn fault(field: &str, message: &str) -> FieldErrors {
    FieldErrors::one(field, message)
}

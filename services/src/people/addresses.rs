//! Work email addresses: whose one is, and which ones people have.

use crate::error::Result;
use domain::ids::PersonId;
use entities::person;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// Whoever has this address, in whatever case it was written.
pub(crate) async fn with_address(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<person::Model>> {
    Ok(all_with_address(db, email).await?.into_iter().next())
}

/// Everybody who has this address, in whatever case it was written: of one human two records may stand.
pub(crate) async fn all_with_address(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Vec<person::Model>> {
    let email = email.trim().to_lowercase();
    if email.is_empty() {
        return Ok(Vec::new());
    }
    let address = Expr::expr(Func::lower(Expr::col(person::Column::WorkEmail)));
    Ok(person::Entity::find().filter(address.eq(email)).all(db).await?)
}

/// The addresses of these people, as far as they have one; one query, and none for nobody.
pub(crate) async fn work_emails(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(PersonId, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::WorkEmail])
        .filter(person::Column::Id.is_in(people))
        .filter(person::Column::WorkEmail.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

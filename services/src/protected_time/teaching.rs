//! Who teaches: whoever holds the grant of an educator, was promised time, or leads a session of the year.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::of_year;
use domain::codes::GrantKind;
use domain::ids::PersonId;
use domain::years::Year;
use entities::{account, grant, protected_time_allocation, session, session_lead};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::BTreeSet;

/// Everybody who teaches in a year, or could today; three queries.
pub(super) async fn who_teach(ctx: &Ctx, year: Year) -> Result<BTreeSet<PersonId>> {
    let mut teach = educators(ctx).await?;
    teach.extend(promised(ctx, year).await?);
    teach.extend(leading(ctx, year).await?);
    Ok(teach)
}

/// Those who hold the grant today.
async fn educators(ctx: &Ctx) -> Result<BTreeSet<PersonId>> {
    let not_over = Condition::any()
        .add(grant::Column::EndsOn.is_null())
        .add(grant::Column::EndsOn.gte(ctx.today));
    let held = grant::Entity::find()
        .select_only()
        .column(grant::Column::AccountId)
        .filter(grant::Column::Kind.eq(GrantKind::Educator))
        .filter(grant::Column::StartsOn.lte(ctx.today))
        .filter(not_over)
        .into_query();
    let people: Vec<Option<PersonId>> = account::Entity::find()
        .select_only()
        .column(account::Column::PersonId)
        .filter(account::Column::Id.in_subquery(held))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    Ok(people.into_iter().flatten().collect())
}

/// Those to whom time was promised on a day of the year.
async fn promised(ctx: &Ctx, year: Year) -> Result<Vec<PersonId>> {
    use protected_time_allocation::Column::{EndsOn, PersonId as Whose, StartsOn};
    let not_over = Condition::any().add(EndsOn.is_null()).add(EndsOn.gte(year.first_day()));
    Ok(protected_time_allocation::Entity::find()
        .select_only()
        .column(Whose)
        .distinct()
        .filter(StartsOn.lte(year.last_day()))
        .filter(not_over)
        .into_tuple()
        .all(ctx.db().read())
        .await?)
}

/// Those who lead a scheduled session of the year.
async fn leading(ctx: &Ctx, year: Year) -> Result<Vec<PersonId>> {
    let sessions = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(of_year(year))
        .into_query();
    let people: Vec<Option<PersonId>> = session_lead::Entity::find()
        .select_only()
        .column(session_lead::Column::PersonId)
        .distinct()
        .filter(session_lead::Column::SessionId.in_subquery(sessions))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    Ok(people.into_iter().flatten().collect())
}

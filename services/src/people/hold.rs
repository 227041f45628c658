//! People who are held while something about them is decided.

use crate::error::Result;
use domain::ids::PersonId;
use entities::person;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Holds these people until the transaction ends: of two who decide about the same people at once, the second waits and sees
/// what the first did. Always in the order of their ids, and never their keys: whoever writes rows that refer to them need not
/// wait.
pub(crate) async fn hold_people(
    tx: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<()> {
    person::Entity::find()
        .filter(person::Column::Id.is_in(people))
        .order_by_asc(person::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx)
        .await?;
    Ok(())
}

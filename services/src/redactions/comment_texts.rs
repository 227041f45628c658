//! Comments on drafts of the framework, by people with a staff record and by others.

use super::texts::{Beside, Stored, Which, Whose};
use crate::error::Result;
use domain::ids::{FrameworkCommentId, PersonId};
use domain::redactions::TextKind;
use entities::{account, framework_comment};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

const BLANK: &str = "";
/// How many comments of people without a staff record are listed.
const MOST: u64 = 100;

/// The comments that are meant.
pub(super) async fn comments(db: &impl ConnectionTrait, which: Which<'_>) -> Result<Vec<Stored>> {
    use framework_comment::Column::{AccountId, Id, Text};
    let meant = match which {
        Which::Row(row) => match row.parse::<FrameworkCommentId>() {
            Ok(id) => Condition::all().add(Id.eq(id)),
            Err(_) => return Ok(Vec::new()),
        },
        Which::Of(person) => {
            let own = account::Entity::find().filter(account::Column::PersonId.eq(person));
            let own: Vec<_> = own.all(db).await?.into_iter().map(|account| account.id).collect();
            Condition::all().add(AccountId.is_in(own)).add(Text.ne(BLANK))
        }
        Which::CopiesOf(_) => return Ok(Vec::new()),
    };
    let rows = framework_comment::Entity::find().filter(meant).all(db).await?;
    stored(db, rows).await
}

/// These comments.
pub(super) async fn of_ids(
    db: &impl ConnectionTrait,
    ids: Vec<FrameworkCommentId>,
) -> Result<Vec<Stored>> {
    let rows = framework_comment::Entity::find().filter(framework_comment::Column::Id.is_in(ids));
    let rows = rows.all(db).await?;
    stored(db, rows).await
}

/// The latest comments of people without a staff record.
pub(super) async fn of_outsiders(db: &impl ConnectionTrait) -> Result<Vec<Stored>> {
    use framework_comment::Column::{AccountId, Id, Text};
    let people =
        account::Entity::find().filter(account::Column::PersonId.is_not_null()).all(db).await?;
    let outside = Condition::any()
        .add(AccountId.is_null())
        .add(AccountId.is_not_in(people.iter().map(|account| account.id)));
    let rows = framework_comment::Entity::find()
        .filter(outside)
        .filter(Text.ne(BLANK))
        .order_by_desc(Id)
        .limit(MOST)
        .all(db)
        .await?;
    stored(db, rows).await
}

async fn stored(
    db: &impl ConnectionTrait,
    rows: Vec<framework_comment::Model>,
) -> Result<Vec<Stored>> {
    let writers = rows.iter().filter_map(|row| row.account_id);
    let accounts = account::Entity::find().filter(account::Column::Id.is_in(writers));
    let accounts = accounts.all(db).await?.into_iter();
    let people: HashMap<_, Option<PersonId>> =
        accounts.map(|account| (account.id, account.person_id)).collect();
    let text = |row: framework_comment::Model| {
        let person = row.account_id.and_then(|id| people.get(&id).copied().flatten());
        let outsider = || Whose::Outsider { name: row.name.clone(), account: row.account_id };
        Stored {
            kind: TextKind::FrameworkComment,
            row: row.id.to_string(),
            whose: person.map_or_else(outsider, Whose::Person),
            words: Some(row.text.clone()).filter(|text| text != BLANK),
            beside: Beside::Comment(Box::new(row)),
        }
    };
    Ok(rows.into_iter().map(text).collect())
}

pub(super) async fn blank(tx: &impl ConnectionTrait, id: FrameworkCommentId) -> Result<()> {
    let row = framework_comment::Entity::update_many()
        .col_expr(framework_comment::Column::Text, Expr::value(BLANK))
        .filter(framework_comment::Column::Id.eq(id));
    row.exec(tx).await?;
    Ok(())
}

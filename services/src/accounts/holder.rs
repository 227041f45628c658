//! Who holds a token: the sign-in, its account and what the account was granted, read by one statement, because every page of
//! somebody signed in begins with it.

use super::account_of;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::policy::Account;
use entities::{account, grant, post_terms, sign_in};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, IdenStatic,
    Iterable, QueryFilter, QueryResult, QuerySelect, QueryTrait,
};

/// One grant of whoever holds a token; one row without a grant where they have none.
struct Held {
    sign_in: sign_in::Model,
    account: Option<account::Model>,
    grant: Option<grant::Model>,
    manages_posts: bool,
}

impl FromQueryResult for Held {
    fn from_query_result(row: &QueryResult, _: &str) -> std::result::Result<Self, DbErr> {
        Ok(Self {
            sign_in: sign_in::Model::from_query_result(row, "A_")?,
            account: account::Model::from_query_result_optional(row, "B_")?,
            grant: grant::Model::from_query_result_optional(row, "C_")?,
            manages_posts: row.try_get("", "manages_posts")?,
        })
    }
}

/// The sign-in with this hash and its account as it is on a day; none where it is unknown, ended or past its time, or where the
/// account is shut.
pub(super) async fn holder(
    db: &impl ConnectionTrait,
    token_hash: Vec<u8>,
    (now, day): (DateTime<Utc>, NaiveDate),
) -> Result<Option<(sign_in::Model, Account)>> {
    let mut asked = sign_in::Entity::find_by_id(token_hash)
        .filter(sign_in::Column::EndedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(now))
        .find_also_related(account::Entity);
    let statement = QuerySelect::query(&mut asked);
    let theirs = (account::Entity, account::Column::Id);
    statement.left_join(
        grant::Entity,
        Expr::col((grant::Entity, grant::Column::AccountId)).equals(theirs),
    );
    for column in grant::Column::iter() {
        let read = column.select_as(column.into_expr());
        statement.expr_as(read, format!("C_{}", column.as_str()));
    }
    let managed = post_terms::Entity::find()
        .select_only()
        .column(post_terms::Column::Id)
        .filter(
            Expr::col((post_terms::Entity, post_terms::Column::LineManagerId))
                .equals((account::Entity, account::Column::PersonId)),
        )
        .into_query();
    statement.expr_as(Expr::exists(managed), "manages_posts");
    let asked = db.get_database_backend().build(&*statement);
    let mut rows = Held::find_by_statement(asked).all(db).await?.into_iter();
    let Some(Held { sign_in, account: Some(account), grant, manages_posts }) = rows.next() else {
        return Ok(None);
    };
    if account.disabled_at.is_some() {
        return Ok(None);
    }
    let grants: Vec<grant::Model> =
        grant.into_iter().chain(rows.filter_map(|row| row.grant)).collect();
    Ok(Some((sign_in, account_of(account, (&grants, manages_posts), day))))
}

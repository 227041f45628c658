//! Holds entities and migrations together: every table has the columns its entity names, and every type of ours comes
//! back from the database as it went in.
//!
//! Runs on a new SQLite file, or on the database that `ESTEEM_TEST_DATABASE_URL` names, and commits no rows.

#[cfg(test)]
mod rows;

use domain::ids::PersonId;
use entities::*;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, Database, DatabaseConnection, DbErr,
    EntityTrait, IntoActiveModel, ModelTrait, TransactionTrait,
};
use std::fmt::Debug;

#[tokio::test]
async fn every_table_has_the_columns_its_entity_names() -> Result<(), DbErr> {
    let db = migrated("columns").await?;
    macro_rules! read {
        ($($table:ident)+) => { $($table::Entity::find().one(&db).await?;)+ };
    }
    read!(area organisation network_membership team mental_health_input);
    read!(role person other_employee_number post post_terms);
    read!(framework_version competency_domain competency requirement session_template);
    read!(account grant sharing_level sign_in invitation import_run import_chunk);
    read!(judgement reflection audit_entry viewing revision);
    Ok(())
}

#[tokio::test]
async fn what_is_stored_comes_back_as_it_was() -> Result<(), DbErr> {
    let db = migrated("rows").await?.begin().await?;
    comes_back(&db, rows::area()).await?;
    comes_back(&db, rows::organisation()).await?;
    comes_back(&db, rows::team()).await?;
    comes_back(&db, rows::role()).await?;
    comes_back(&db, rows::person()).await?;
    comes_back(&db, rows::mental_health_input()).await?;
    comes_back(&db, rows::post()).await?;
    comes_back(&db, rows::post_terms()).await?;
    comes_back(&db, rows::framework_version()).await?;
    comes_back(&db, rows::competency_domain()).await?;
    comes_back(&db, rows::competency()).await?;
    comes_back(&db, rows::account()).await?;
    comes_back(&db, rows::grant()).await?;
    comes_back(&db, rows::sign_in()).await?;
    comes_back(&db, rows::import_run()).await?;
    comes_back(&db, rows::import_chunk()).await?;
    comes_back(&db, rows::judgement()).await
}

#[tokio::test]
async fn the_database_counts_and_refuses() -> Result<(), DbErr> {
    let db = migrated("refusals").await?.begin().await?;
    comes_back(&db, rows::area()).await?;
    comes_back(&db, rows::organisation()).await?;
    comes_back(&db, rows::person()).await?;
    let mut terms = rows::post_terms();
    terms.id = 0;
    let refused = fresh(terms).insert(&db.begin().await?).await;
    assert!(refused.is_err(), "terms of a post that does not exist");

    let mut namesake = rows::person();
    namesake.id = PersonId(rows::uuid(99));
    let refused = fresh(namesake).insert(&db.begin().await?).await;
    assert!(refused.is_err(), "two people without an employer under one number");
    Ok(())
}

async fn comes_back<M>(db: &impl ConnectionTrait, row: M) -> Result<(), DbErr>
where
    M: ModelTrait + IntoActiveModel<Active<M>> + Debug + PartialEq,
    M::Entity: EntityTrait<Model = M>,
    Active<M>: ActiveModelBehavior + Send,
{
    let inserted = fresh(row.clone()).insert(db).await?;
    assert_eq!(inserted, row);
    assert_eq!(M::Entity::find().one(db).await?, Some(row));
    Ok(())
}

type Active<M> = <<M as ModelTrait>::Entity as EntityTrait>::ActiveModel;

/// The row with every column to be written.
fn fresh<M>(row: M) -> Active<M>
where
    M: ModelTrait + IntoActiveModel<Active<M>>,
    Active<M>: ActiveModelTrait,
{
    row.into_active_model().reset_all()
}

async fn migrated(name: &str) -> Result<DatabaseConnection, DbErr> {
    let url = std::env::var("ESTEEM_TEST_DATABASE_URL").unwrap_or_else(|_| {
        let file = format!("{}/round_trip_{name}.db", env!("CARGO_TARGET_TMPDIR"));
        // Left by an earlier run; there is nothing to remove on the first.
        let _ = std::fs::remove_file(&file);
        format!("sqlite://{file}?mode=rwc")
    });
    let db = Database::connect(url).await?;
    migrations::migrate(&db).await?;
    Ok(db)
}

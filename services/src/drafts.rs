//! What the signed-in person began to type: kept until it is sent, and read by nobody else.

use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::drafts::Draft;
use domain::ids::PersonId;
use entities::draft;
use sea_orm::sea_query::{self, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect,
};

/// Keeps the answers in place of those kept before.
pub(crate) async fn keep(
    ctx: &Ctx,
    person: PersonId,
    about: &str,
    answers: &[(String, String)],
) -> Result<()> {
    let change = ctx.change(Touches::Nothing).await?;
    put(ctx, change.tx(), (person, about), answers).await?;
    // A draft is not an act: it is audited as what it becomes.
    change.commit_unaudited().await
}

/// The same within a change, for whoever has held what was kept before.
pub(crate) async fn put(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    (person, about): (PersonId, &str),
    answers: &[(String, String)],
) -> Result<()> {
    let answers = serde_json::to_string(answers).map_err(|e| Error::fault("keeping a draft", e))?;
    let row = draft::ActiveModel {
        person_id: Set(person),
        about: Set(about.to_owned()),
        answers: Set(answers),
        saved_at: Set(ctx.now),
    };
    let key = [draft::Column::PersonId, draft::Column::About];
    let kept = sea_query::OnConflict::columns(key)
        .update_columns([draft::Column::Answers, draft::Column::SavedAt])
        .to_owned();
    draft::Entity::insert(row).on_conflict(kept).exec_without_returning(tx).await?;
    Ok(())
}

/// What is kept about this.
pub(crate) async fn kept(ctx: &Ctx, person: PersonId, about: &str) -> Result<Option<Draft>> {
    let key = (person, about.to_owned());
    let row = draft::Entity::find_by_id(key).one(ctx.db().read()).await?;
    Ok(row.map(|row| read(&row)))
}

/// The same, held until the change ends: of a form that is sent twice at once, the second finds nothing any more.
pub(crate) async fn held(
    tx: &DatabaseTransaction,
    person: PersonId,
    about: &str,
) -> Result<Option<Draft>> {
    let key = (person, about.to_owned());
    let row = draft::Entity::find_by_id(key).lock(LockType::NoKeyUpdate).one(tx).await?;
    Ok(row.map(|row| read(&row)))
}

/// What is kept of one form, by what each is about.
pub(crate) async fn all(ctx: &Ctx, person: PersonId, form: &str) -> Result<Vec<(String, Draft)>> {
    let rows = draft::Entity::find()
        .filter(draft::Column::PersonId.eq(person))
        .filter(draft::Column::About.starts_with(form))
        .all(ctx.db().read())
        .await?;
    let about = |row: &draft::Model| Some((row.about.strip_prefix(form)?.to_owned(), read(row)));
    Ok(rows.iter().filter_map(about).collect())
}

/// It was sent, so it is no draft any more.
pub(crate) async fn forget(tx: &impl ConnectionTrait, person: PersonId, about: &str) -> Result<()> {
    draft::Entity::delete_by_id((person, about.to_owned())).exec(tx).await?;
    Ok(())
}

fn read(row: &draft::Model) -> Draft {
    Draft { answers: answers(row) }
}

/// The names and values of its fields.
pub(crate) fn answers(row: &draft::Model) -> Vec<(String, String)> {
    serde_json::from_str(&row.answers).unwrap_or_default()
}

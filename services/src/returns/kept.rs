//! What was computed of a revision, as it is stored: pages show it without counting again.

use super::compute::Packed;
use super::may::readable;
use super::not_found;
use super::pack::sha256;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::ids::{AccountId, ReturnRevisionId};
use domain::returns::checks::Concern;
use domain::returns::contents::Correction;
use domain::returns::views::PublishedText;
use domain::returns::{Contents, ReturnId};
use entities::{return_file, return_kept};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the page of a revision shows of what was computed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Summary {
    /// Its name and version: `Tower Hamlets, version 1`.
    pub framework: String,
    pub findings: Vec<String>,
    pub concerns: Vec<Concern>,
    pub correction: Option<Correction>,
    /// The titles of the domains in which it corrects figures, by their codes.
    #[serde(default)]
    pub titles: BTreeMap<String, String>,
    /// The submitted returns that it was held against.
    pub beside: Vec<ReturnId>,
    /// Whose words or local measures stand in it: none of them approves it.
    #[serde(default)]
    pub wrote: Vec<AccountId>,
    /// What people wrote in its files.
    #[serde(default)]
    pub texts: Vec<PublishedText>,
}

/// What stands of a revision, without all that its files say.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// Of its files.
    pub digest: String,
    pub recipient: String,
    pub summary: Summary,
    /// The codes of the teams of its place on its day.
    pub teams: BTreeSet<String>,
}

/// What stands of a revision; one query.
///
/// # Errors
/// Refuses what is not there as not found.
pub(super) async fn kept(db: &impl ConnectionTrait, id: ReturnRevisionId) -> Result<Kept> {
    let row: Option<(String, String, String, String)> = return_kept::Entity::find_by_id(id)
        .select_only()
        .columns([
            return_kept::Column::Digest,
            return_kept::Column::Recipient,
            return_kept::Column::Summary,
            return_kept::Column::Teams,
        ])
        .into_tuple()
        .one(db)
        .await?;
    let (digest, recipient, summary, teams) = row.ok_or_else(not_found)?;
    let teams = teams.lines().map(str::to_owned).collect();
    Ok(Kept { digest, recipient, summary: read(&summary)?, teams })
}

/// Whose words or local measures stand in each of these; one query, and none where there are none.
pub(super) async fn wrote(
    db: &impl ConnectionTrait,
    of: &[ReturnRevisionId],
) -> Result<HashMap<ReturnRevisionId, Vec<AccountId>>> {
    /// The rest of the summary is passed over.
    #[derive(Deserialize)]
    struct Wrote {
        #[serde(default)]
        wrote: Vec<AccountId>,
    }
    if of.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(ReturnRevisionId, String)> = return_kept::Entity::find()
        .select_only()
        .columns([return_kept::Column::RevisionId, return_kept::Column::Summary])
        .filter(return_kept::Column::RevisionId.is_in(of.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut all = HashMap::new();
    for (id, summary) in rows {
        let Wrote { wrote } = read(&summary)?;
        all.insert(id, wrote);
    }
    Ok(all)
}

/// All that the files of a revision say, as it is written; one query.
///
/// # Errors
/// Refuses what is not there as not found.
pub(super) async fn contents_written(
    db: &impl ConnectionTrait,
    id: ReturnRevisionId,
) -> Result<String> {
    let written: Option<String> = return_kept::Entity::find_by_id(id)
        .select_only()
        .column(return_kept::Column::Contents)
        .into_tuple()
        .one(db)
        .await?;
    written.ok_or_else(not_found)
}

/// The same, read beside what answers browsers: it may be long.
///
/// # Errors
/// As [`contents_written`], and fails where it cannot be read.
pub(super) async fn contents(db: &impl ConnectionTrait, id: ReturnRevisionId) -> Result<Contents> {
    let written = contents_written(db, id).await?;
    let reading = tokio::task::spawn_blocking(move || read(&written));
    reading.await.map_err(|e| Error::fault("reading a return", e))?
}

/// The same of a revision by its name.
///
/// # Errors
/// Refuses returns that the asker may not read, as not found; and as [`contents`].
pub(super) async fn contents_as_kept(ctx: &Ctx, id: &ReturnId) -> Result<Contents> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    contents(ctx.db().read(), of.stored.row.id).await
}

pub(super) fn read<T: DeserializeOwned>(written: &str) -> Result<T> {
    serde_json::from_str(written).map_err(|e| Error::fault("reading a return", e))
}

pub(super) fn written(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::fault("writing a return", e))
}

/// As they are stored.
fn lines(teams: &BTreeSet<String>) -> String {
    teams.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// Puts a state of a revision in the place of the one that stood. Whoever calls has seen that it is not submitted.
pub(super) async fn replace(
    tx: &impl ConnectionTrait,
    id: ReturnRevisionId,
    packed: Packed,
) -> Result<()> {
    return_kept::Entity::delete_by_id(id).exec(tx).await?;
    return_file::Entity::delete_many()
        .filter(return_file::Column::RevisionId.eq(id))
        .exec(tx)
        .await?;
    let row = return_kept::Model {
        revision_id: id,
        digest: packed.digest,
        recipient: packed.recipient,
        summary: packed.summary,
        contents: packed.contents,
        frozen: packed.frozen,
        teams: lines(&packed.teams),
    };
    row.into_active_model().reset_all().insert(tx).await?;
    for file in packed.files {
        let row = return_file::Model {
            revision_id: id,
            bytes: i32::try_from(file.content.len())
                .map_err(|e| Error::fault("keeping a file of a return", e))?,
            sha256: sha256(&file.content),
            name: file.name,
            content: file.content,
        };
        row.into_active_model().reset_all().insert(tx).await?;
    }
    Ok(())
}

/// Brings what pages show of a revision, and what later returns are held against, up to date where its files are the same. Says whether
/// there was anything new.
pub(super) async fn refresh(
    tx: &impl ConnectionTrait,
    id: ReturnRevisionId,
    packed: Packed,
) -> Result<bool> {
    use return_kept::Column::{Frozen, RevisionId, Summary as Told, Teams};
    let teams = lines(&packed.teams);
    let is_other = Condition::any()
        .add(Told.ne(packed.summary.as_str()))
        .add(Frozen.ne(packed.frozen.as_str()))
        .add(Teams.ne(teams.as_str()));
    let updated = return_kept::Entity::update_many()
        .col_expr(Told, Expr::value(packed.summary))
        .col_expr(Frozen, Expr::value(packed.frozen))
        .col_expr(Teams, Expr::value(teams))
        .filter(RevisionId.eq(id))
        .filter(is_other)
        .exec(tx)
        .await?;
    Ok(updated.rows_affected > 0)
}

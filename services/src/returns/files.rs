//! The files of a revision: one of them, all of them, and a line about each.

use super::kept::{Kept, kept};
use super::may::{Readable, readable};
use super::not_found;
use super::one::by_whom;
use super::pack::{Corrects, File, SUBMISSION, StepTaken, Submission, what};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::Actors;
use domain::coverage::Facts;
use domain::ids::ReturnRevisionId;
use domain::returns::ReturnId;
use domain::returns::views::FileLine;
use entities::{return_event, return_file};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// One file of a revision by its name, `submission.json` too.
///
/// # Errors
/// Refuses returns that the asker may not read, and files that there are not, as not found.
pub async fn file(ctx: &Ctx, id: &ReturnId, name: &str) -> Result<File> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    if name == SUBMISSION {
        return submission(ctx, &facts, &of).await;
    }
    let key = (of.stored.row.id, name.to_owned());
    let row = return_file::Entity::find_by_id(key).one(ctx.db().read()).await?;
    row.map(as_file).ok_or_else(not_found)
}

/// All files of a revision, sorted by name, and `submission.json` last.
///
/// # Errors
/// Refuses returns that the asker may not read, as not found.
pub async fn files(ctx: &Ctx, id: &ReturnId) -> Result<Vec<File>> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    let mut files = all(ctx.db().read(), of.stored.row.id).await?;
    files.push(submission(ctx, &facts, &of).await?);
    Ok(files)
}

/// The files that are stored of a revision, sorted by name; one query.
pub(crate) async fn all(db: &impl ConnectionTrait, id: ReturnRevisionId) -> Result<Vec<File>> {
    let rows = return_file::Entity::find()
        .filter(return_file::Column::RevisionId.eq(id))
        .order_by_asc(return_file::Column::Name)
        .all(db)
        .await?;
    let mut files: Vec<File> = rows.into_iter().map(as_file).collect();
    // Databases sort text in orders of their own.
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn as_file(row: return_file::Model) -> File {
    File { name: row.name, content: row.content }
}

/// Who did what with a revision, as the asker is told; two queries.
async fn submission(ctx: &Ctx, facts: &Facts, of: &Readable<'_>) -> Result<File> {
    told(ctx, facts, of, of.sees_accounts(ctx)).await?.file()
}

/// The same as those are told who see addresses of accounts, and those who do not: somebody else may have exported it. Nobody is shown either.
///
/// # Errors
/// As [`files`].
pub(super) async fn submissions(ctx: &Ctx, id: &ReturnId) -> Result<[Submission; 2]> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    Ok([told(ctx, &facts, &of, true).await?, told(ctx, &facts, &of, false).await?])
}

async fn told(
    ctx: &Ctx,
    facts: &Facts,
    of: &Readable<'_>,
    sees_accounts: bool,
) -> Result<Submission> {
    let db = ctx.db().read();
    let Kept { digest, recipient, summary, .. } = kept(db, of.stored.row.id).await?;
    let taken = &of.stored.taken;
    let accounts = taken.iter().filter_map(|row| row.by_account_id);
    let actors = Actors::of(facts, db, accounts).await?;
    let step = |row: &return_event::Model| StepTaken {
        step: row.step,
        by: by_whom(&actors, row, sees_accounts),
        at: row.at,
    };
    let corrects = summary
        .correction
        .map(|correction| Corrects { return_id: correction.of, reason: correction.reason });
    let steps = taken.iter().map(step).collect();
    let return_id = of.stored.id.clone();
    Ok(Submission { return_id, recipient, digest, steps, corrects })
}

/// A line about each file, by name; one query, which reads no file.
pub(super) async fn lines(
    db: &impl ConnectionTrait,
    id: ReturnRevisionId,
) -> Result<Vec<FileLine>> {
    let rows: Vec<(String, i32, String)> = return_file::Entity::find()
        .select_only()
        .columns([
            return_file::Column::Name,
            return_file::Column::Bytes,
            return_file::Column::Sha256,
        ])
        .filter(return_file::Column::RevisionId.eq(id))
        .into_tuple()
        .all(db)
        .await?;
    let line = |(name, bytes, sha256): (String, i32, String)| FileLine {
        what: what(&name).to_owned(),
        name,
        bytes: u64::try_from(bytes).unwrap_or_default(),
        sha256,
    };
    let mut lines: Vec<FileLine> = rows.into_iter().map(line).collect();
    lines.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(lines)
}

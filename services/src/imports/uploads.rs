//! Files that pages send: kept until they are merged, in pieces, so that neither a request nor a row holds a whole file.

use super::source::{self, Source};
use super::{Kind, Options, within};
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::TimeDelta;
use domain::ids::ImportId;
use domain::refusal::Refusal;
use entities::{import_chunk, import_run};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QuerySelect, QueryTrait,
};
use uuid::Uuid;

/// The largest file that a page takes.
const LARGEST: u64 = 64 * 1024 * 1024;
const PIECE: usize = 1024 * 1024;
/// How long an upload waits for somebody to import it.
const KEPT: TimeDelta = TimeDelta::days(7);

/// A file that is on its way.
#[derive(Debug)]
pub struct Upload {
    id: ImportId,
    size: u64,
    pieces: i32,
    pending: Vec<u8>,
}

impl Upload {
    /// Makes room for a file.
    ///
    /// # Errors
    /// Refuses whoever may not bring in such files.
    pub async fn begin(ctx: &Ctx, kind: Kind, name: &str, options: &Options) -> Result<Self> {
        within::authorise(ctx, kind).await?;
        let change = ctx.change(Touches::Nothing).await?;
        forget_abandoned(ctx, change.tx()).await?;
        let id = ImportId(Uuid::now_v7());
        let row = import_run::ActiveModel {
            id: Set(id),
            kind: Set(kind.code().to_owned()),
            file_name: Set(name.to_owned()),
            digest: Set(String::new()),
            as_at: Set(options.as_at),
            started_at: Set(ctx.now),
            finished_at: Set(None),
            actor: Set(ctx.actor.name().to_owned()),
            account_id: Set(ctx.actor.account_id()),
            state: Set("uploaded".to_owned()),
            options: Set(serde_json::to_string(options).ok()),
            progress: Set(0),
            total: Set(0),
            outcome: Set(None),
        };
        row.insert(change.tx()).await?;
        change.commit_unaudited().await?;
        Ok(Self { id, size: 0, pieces: 0, pending: Vec::new() })
    }

    /// Takes some more of the file in.
    ///
    /// # Errors
    /// Refuses files over 64 MB: the command line takes larger ones.
    pub async fn push(&mut self, ctx: &Ctx, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > LARGEST {
            let sentence = "The file is larger than 64 MB. Split it, or use 'esteem import'.";
            return Err(Refusal::rule("upload-too-large", sentence).into());
        }
        self.pending.extend_from_slice(bytes);
        while self.pending.len() >= PIECE {
            let rest = self.pending.split_off(PIECE);
            let piece = std::mem::replace(&mut self.pending, rest);
            self.keep(ctx, piece).await?;
        }
        Ok(())
    }

    /// The whole file has come.
    ///
    /// # Errors
    /// Fails when the database does.
    pub async fn end(mut self, ctx: &Ctx) -> Result<ImportId> {
        let last = std::mem::take(&mut self.pending);
        self.keep(ctx, last).await?;
        let change = ctx.change(Touches::Nothing).await?;
        let row = import_run::ActiveModel {
            id: Unchanged(self.id),
            total: Set(self.size as i64),
            ..Default::default()
        };
        row.update(change.tx()).await?;
        change.commit_unaudited().await?;
        Ok(self.id)
    }

    /// Each piece in a transaction of its own: nobody waits for a slow line.
    async fn keep(&mut self, ctx: &Ctx, bytes: Vec<u8>) -> Result<()> {
        let change = ctx.change(Touches::Nothing).await?;
        let piece = import_chunk::ActiveModel {
            import_id: Set(self.id),
            position: Set(self.pieces),
            bytes: Set(bytes),
        };
        import_chunk::Entity::insert(piece).exec_without_returning(change.tx()).await?;
        self.pieces += 1;
        change.commit_unaudited().await
    }
}

/// Removes what was uploaded and never imported: nothing has happened with it.
async fn forget_abandoned(ctx: &Ctx, tx: &impl ConnectionTrait) -> Result<()> {
    let abandoned = Condition::all()
        .add(import_run::Column::FinishedAt.is_null())
        .add(import_run::Column::StartedAt.lt(ctx.now - KEPT));
    let ids = import_run::Entity::find()
        .select_only()
        .column(import_run::Column::Id)
        .filter(abandoned.clone())
        .into_query();
    let pieces = import_chunk::Column::ImportId.in_subquery(ids);
    import_chunk::Entity::delete_many().filter(pieces).exec(tx).await?;
    import_run::Entity::delete_many().filter(abandoned).exec(tx).await?;
    Ok(())
}

impl Source {
    /// An upload that is waiting to be merged, with its kind and what was decided when it came.
    ///
    /// # Errors
    /// *Not found* where it does not exist, was merged already, or belongs to somebody else.
    pub async fn uploaded(ctx: &Ctx, id: ImportId) -> Result<(Self, Kind, Options)> {
        let not_found = || Refusal::not_found("this upload");
        let row = import_run::Entity::find_by_id(id).one(ctx.db().read()).await?;
        let row = row.filter(|row| row.state != "done").ok_or_else(not_found)?;
        if row.account_id != ctx.actor.account_id() {
            return Err(not_found().into());
        }
        let kind: Kind = row.kind.parse().map_err(|_| not_found())?;
        within::authorise(ctx, kind).await?;
        let options = row.options.as_deref().and_then(|options| serde_json::from_str(options).ok());
        let upload = source::Upload {
            id,
            name: row.file_name,
            size: row.total as u64,
            db: ctx.db().clone(),
        };
        Ok((Self::Upload(upload), kind, options.unwrap_or_else(|| Options::at(row.as_at))))
    }
}

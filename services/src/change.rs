//! One change: a transaction that is kept together with its audit entry.

use crate::audit::Entry;
use crate::ctx::Ctx;
use crate::error::Result;
use entities::revision;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter};

/// Which facts a change touches; processes that hold a copy are told by a counter in the same transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touches {
    /// Accounts, sign-ins, drafts: nothing a figure is computed from.
    Nothing,
    /// Areas, organisations, teams, their mental health input and cover rules, named groups, roles, requirements, frameworks, people and posts.
    Places,
    Judgements,
    /// Sessions from files, which come one file after the other.
    Sessions,
    /// Local measures, which come one file after the other: no figure is computed from them.
    LocalMeasures,
}

impl Touches {
    /// The counter of such changes; those without one go on beside each other.
    pub(crate) const fn counter(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::Places => Some("places"),
            Self::Judgements => Some("judgements"),
            Self::Sessions => Some("sessions"),
            Self::LocalMeasures => Some("local_measures"),
        }
    }
}

/// An open change. Dropped without [`Change::commit`], it leaves nothing behind.
#[must_use]
pub struct Change<'a> {
    tx: DatabaseTransaction,
    ctx: &'a Ctx,
}

impl<'a> Change<'a> {
    pub(crate) async fn begin(ctx: &'a Ctx, touches: Touches) -> Result<Self> {
        let tx = ctx.db().begin().await?;
        // Counted up first: the row's lock puts the changes of one kind in a queue, so that judgements get their
        // sequence in the order in which they become visible.
        if let Some(counter) = touches.counter() {
            revision::Entity::update_many()
                .col_expr(revision::Column::Value, Expr::col(revision::Column::Value).add(1))
                .filter(revision::Column::Name.eq(counter))
                .exec(&tx)
                .await?;
        }
        Ok(Self { tx, ctx })
    }

    /// The same change in the name of somebody it has made known.
    pub(crate) fn by(self, ctx: &Ctx) -> Change<'_> {
        Change { tx: self.tx, ctx }
    }

    /// The transaction, for loading and saving.
    pub const fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Keeps the change and says in the audit log what it was.
    ///
    /// # Errors
    /// Fails when the database does; then nothing is kept.
    pub async fn commit(self, entry: Entry) -> Result<()> {
        self.commit_all(vec![entry]).await
    }

    /// As [`Change::commit`], for a change that is several acts at once.
    ///
    /// # Errors
    /// Fails when the database does; then nothing is kept.
    pub async fn commit_all(self, entries: Vec<Entry>) -> Result<()> {
        for entry in entries {
            entry.save(self.ctx, &self.tx).await?;
        }
        Ok(self.tx.commit().await?)
    }

    /// Keeps what is not yet an act: a file on its way to being imported, which is audited when it is.
    ///
    /// # Errors
    /// Fails when the database does; then nothing is kept.
    pub async fn commit_unaudited(self) -> Result<()> {
        self.commit_all(Vec::new()).await
    }
}

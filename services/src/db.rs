//! One way to reach both databases; where they differ, the difference stands in this file.

mod pages; // a page of what a query finds
mod queries; // how many are sent

pub(crate) use pages::page_of;
pub use queries::counted;

use crate::error::{Error, Result};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::time::Duration;

/// Saves wait for an import that is merging, without an error; longer than this and something is broken.
pub const PATIENCE: Duration = Duration::from_mins(10);
const READERS: u32 = 6;
const POSTGRES_WRITERS: u32 = 8;
const POSTGRES_READERS: u32 = 12;

/// Connections for writing and for reading. SQLite has one writer: queueing for it is five to ten times faster than
/// many writers that wait for each other's lock. PostgreSQL has several, but they keep to themselves: a change that reads
/// facts must not wait for a connection behind changes that wait for it.
#[derive(Clone, Debug)]
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
}

impl Db {
    /// Connects; a SQLite file that is not there is created.
    ///
    /// # Errors
    /// Fails with what the database says when it cannot be reached.
    pub async fn connect(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") {
            let write = Database::connect(sqlite(url, 1)).await.map_err(unreachable(url))?;
            let read = Database::connect(sqlite(url, READERS)).await.map_err(unreachable(url))?;
            return Ok(Self { write: queries::count(write), read: queries::count(read) });
        }
        let pool = async |connections| {
            let pool = Database::connect(postgres(url, connections)).await;
            pool.map(queries::count).map_err(unreachable(url))
        };
        Ok(Self { write: pool(POSTGRES_WRITERS).await?, read: pool(POSTGRES_READERS).await? })
    }

    /// Brings the schema up to date; several processes may try at once.
    ///
    /// # Errors
    /// Fails when a migration does; none is ever half applied.
    pub async fn migrate(&self) -> Result<()> {
        migrations::migrate(&self.write).await.map_err(|e| Error::fault("migrating", e))
    }

    /// Ends every connection. SQLite then moves what its log holds into the one file, which can be copied by itself.
    ///
    /// # Errors
    /// Fails with what the database says.
    pub async fn close(self) -> Result<()> {
        self.read.close().await?;
        Ok(self.write.close().await?)
    }

    /// What was deleted is overwritten in SQLite's file at once (`secure_delete`), but the log still holds what stood there
    /// before, until it is emptied into the file. Waits for whoever reads; where that fails, the log is emptied later, as
    /// always. PostgreSQL overwrites nothing by itself: `docs/operate.md` says what is to be done.
    pub(crate) async fn empty_log(&self) {
        if self.write.get_database_backend() == DbBackend::Sqlite {
            let emptied = self.write.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await;
            if let Err(error) = emptied {
                tracing::warn!(%error, "the database's log could not be emptied");
            }
        }
    }

    pub const fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Opens a transaction that may write. On SQLite it takes the write lock at once, so that it never fails half way
    /// because somebody else wrote in between.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction> {
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.write.get_database_backend() == DbBackend::Sqlite)
                .then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.write.begin_with_options(options).await?)
    }
}

fn unreachable(url: &str) -> impl Fn(sea_orm::DbErr) -> Error {
    // The address may hold a password: only its scheme is repeated.
    let scheme = url.split(':').next().unwrap_or_default().to_owned();
    move |error| Error::fault(&format!("cannot open the {scheme} database"), error)
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        // A file does not hang up: no need to ask before each statement whether it is still there.
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(PATIENCE)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "NORMAL")
                .pragma("temp_store", "MEMORY")
                // Kilobytes of each connection's own pages. The system keeps the file's pages for all of them, once: with the
                // usual 2 MB each, a few connections hold as much as all else that a waiting server does.
                .pragma("cache_size", "-1000")
                .pragma("secure_delete", "ON")
        });
    options
}

fn postgres(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).acquire_timeout(PATIENCE).sqlx_logging(false);
    options
}

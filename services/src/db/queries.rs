//! How many statements some work sends to the database: the log tells it for each request, and a test keeps it fixed.

use sea_orm::DatabaseConnection;
use std::cell::Cell;

tokio::task_local! {
    static SENT: Cell<u64>;
}

/// Does the work and counts the statements that it sends itself; what it leaves to other tasks is not counted. Work may
/// be counted within work: its statements belong to both.
pub async fn counted<T>(work: impl Future<Output = T>) -> (T, u64) {
    let counting = async {
        let outcome = work.await;
        (outcome, SENT.with(Cell::get))
    };
    let (outcome, sent) = SENT.scope(Cell::new(0), counting).await;
    add(sent);
    (outcome, sent)
}

/// Work that nobody counts is the usual case.
fn add(sent: u64) {
    let _ = SENT.try_with(|before| before.set(before.get() + sent));
}

/// Counts every statement of a connection from now on.
pub(super) fn count(mut connection: DatabaseConnection) -> DatabaseConnection {
    connection.set_metric_callback(|_| add(1));
    connection
}

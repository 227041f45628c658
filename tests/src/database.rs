//! A fresh database for each test: a SQLite file, or a database of its own on the PostgreSQL of the environment.

use sea_orm::{ConnectionTrait, Database};
use std::path::PathBuf;
use uuid::Uuid;

/// The setting that chooses PostgreSQL; without it, SQLite.
const SETTING: &str = "ESTEEM_TEST_DATABASE_URL";

/// An empty database, not yet migrated, and where a signing key may be kept. Files are deleted with it.
#[derive(Debug)]
pub struct TestDatabase {
    pub url: String,
    pub signing_key: PathBuf,
    file: Option<PathBuf>,
}

impl TestDatabase {
    /// # Panics
    /// Where PostgreSQL was asked for and cannot be reached.
    pub async fn new() -> Self {
        let name = format!("esteem_{}", Uuid::now_v7().simple());
        let signing_key = std::env::temp_dir().join(format!("{name}.signing-key.pem"));
        match std::env::var(SETTING) {
            Ok(server) => Self { url: postgres(&server, &name).await, signing_key, file: None },
            Err(_) => {
                let file = std::env::temp_dir().join(format!("{name}.db"));
                Self { url: format!("sqlite://{}", file.display()), signing_key, file: Some(file) }
            }
        }
    }
}

/// Makes a database of this name beside the one in the address, and returns its address.
async fn postgres(server: &str, name: &str) -> String {
    let connection = Database::connect(server).await.expect("the PostgreSQL of the tests");
    let made = connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await;
    made.expect("a database for this test");
    connection.close().await.expect("the connection closed");
    let (start, options) = server.split_once('?').unwrap_or((server, ""));
    let (host, _) = start.rsplit_once('/').expect("an address with a database");
    format!("{host}/{name}?{options}")
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        // A file that was never made is as good as deleted.
        let _ = std::fs::remove_file(&self.signing_key);
        let Some(file) = &self.file else { return };
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", file.display()));
        }
    }
}

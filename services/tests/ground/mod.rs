//! A new database for every test, and what a test asks of it.

mod people; // who asks
// The one copy: the crate `tests` needs the server, and through it this crate.
#[path = "../../../tests/src/shared.rs"]
mod data; // the design's data beside the project

pub use data::data as shared;

use domain::imports::Tally;
use domain::passport::Issuer;
use domain::policy::Actor;
use sea_orm::{ConnectionTrait, Database, EntityTrait};
use services::clock::Clock;
use services::db::Db;
use services::imports::{self, Checked, Kind, Options, Outcome, Source, Watch};
use services::passport::Issuing;
use services::{Ctx, Services};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What every test calls today.
pub const TODAY: &str = "2026-11-01";

/// A database with a schema and nothing in it.
pub struct Ground {
    pub services: Services,
    /// Where the signing key is, once there is one.
    pub key_file: PathBuf,
    /// The SQLite file, removed at the end.
    file: Option<PathBuf>,
}

impl Drop for Ground {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.key_file);
        for ending in ["", "-wal", "-shm"] {
            // Nothing depends on it: the folder is the build's own.
            let _ = self
                .file
                .as_ref()
                .map(|f| std::fs::remove_file(format!("{}{ending}", f.display())));
        }
    }
}

/// A new database.
pub async fn ground() -> Ground {
    let (url, file) = if let Ok(server) = std::env::var("ESTEEM_TEST_DATABASE_URL") {
        (new_database(&server).await, None)
    } else {
        let file = temporary("db");
        (format!("sqlite://{}", file.display()), Some(file))
    };
    let db = Db::connect(&url).await.unwrap();
    db.migrate().await.unwrap();
    let today = TODAY.parse().unwrap();
    let key_file = temporary("pem");
    let services = Services::new(db, Clock::new(Some(today))).issuing(issuing(Some(&key_file)));
    Ground { services, key_file, file }
}

/// A file of the build's own folder that is not there yet.
fn temporary(ending: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.{ending}", Uuid::now_v7()))
}

/// Who issues passports in the tests, with the key in this file.
pub fn issuing(key_file: Option<&Path>) -> Issuing {
    let (name, address) = ("Skills passport".to_owned(), "https://esteem.example".to_owned());
    Issuing { issuer: Issuer { name, address }, key_file: key_file.map(Path::to_owned) }
}

/// Makes a database on a PostgreSQL server; returns the address with its name in place of the one there.
async fn new_database(server: &str) -> String {
    let name = format!("it_{}", Uuid::now_v7().simple());
    let connection = Database::connect(server).await.unwrap();
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let (address, query) = server.split_once('?').map_or((server, ""), |(a, q)| (a, q));
    let (host, _) = address.rsplit_once('/').unwrap();
    format!("{host}/{name}?{query}")
}

pub fn nobody_listens() -> Watch {
    Watch::default()
}

pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

impl Ground {
    /// Everything that stands in the SQLite file and in its log; none on PostgreSQL.
    pub fn stored_bytes(&self) -> Option<Vec<u8>> {
        let file = self.file.as_ref()?;
        let log = std::fs::read(format!("{}-wal", file.display())).unwrap_or_default();
        Some([std::fs::read(file).unwrap(), log].concat())
    }

    /// A request without a sign-in.
    pub fn nobody(&self) -> Ctx {
        self.services.as_actor(Actor::Nobody)
    }

    pub fn operator(&self) -> Ctx {
        self.services.as_actor(Actor::Operator)
    }

    /// Checks a text as the operator, as at today.
    pub async fn check(&self, kind: Kind, text: &str) -> Checked {
        self.check_with(kind, text, &Options::at(day(TODAY))).await
    }

    pub async fn check_with(&self, kind: Kind, text: &str, options: &Options) -> Checked {
        let source = Source::text(&format!("{kind}.csv"), text);
        imports::check(&self.operator(), kind, &source, options, &nobody_listens()).await.unwrap()
    }

    /// The faults of a text, each as it is told.
    pub async fn faults(&self, kind: Kind, text: &str) -> Vec<String> {
        let checked = self.check(kind, text).await;
        checked.report.faults.listed.iter().map(ToString::to_string).collect()
    }

    /// Brings a text in as the operator, as at today.
    pub async fn bring(&self, kind: Kind, text: &str) -> Outcome {
        self.bring_with(kind, text, &Options::at(day(TODAY))).await
    }

    pub async fn bring_with(&self, kind: Kind, text: &str, options: &Options) -> Outcome {
        let checked = self.check_with(kind, text, options).await;
        self.merge(checked).await
    }

    pub async fn bring_source(&self, kind: Kind, source: &Source) -> Outcome {
        let options = Options::at(day(TODAY));
        let checked = imports::check(&self.operator(), kind, source, &options, &nobody_listens())
            .await
            .unwrap();
        self.merge(checked).await
    }

    pub async fn merge(&self, checked: Checked) -> Outcome {
        let told: Vec<_> = checked.report.faults.listed.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{told:#?}");
        imports::merge(&self.operator(), checked, &nobody_listens()).await.unwrap()
    }

    pub async fn all<E: EntityTrait>(&self) -> Vec<E::Model> {
        E::find().all(self.services.db.read()).await.unwrap()
    }

    pub async fn only<E: EntityTrait>(&self) -> E::Model {
        let mut rows = self.all::<E>().await;
        assert_eq!(rows.len(), 1);
        rows.remove(0)
    }

    /// Every fact there is, as text: two of these are equal when nothing has changed.
    pub async fn facts(&self) -> String {
        let mut text = String::new();
        macro_rules! tell {
            ($($table:ident)+) => {$(
                let mut rows: Vec<String> = self
                    .all::<entities::$table::Entity>()
                    .await
                    .iter()
                    .map(|row| format!("{row:?}"))
                    .collect();
                rows.sort_unstable();
                text.push_str(&rows.join("\n"));
            )+};
        }
        tell!(area organisation network_membership team mental_health_input role person);
        tell!(other_employee_number post post_terms framework_version competency_domain);
        tell!(competency requirement session_template judgement);
        tell!(programme programme_role programme_setting programme_step programme_outcome);
        text
    }
}

/// The tally of one kind of thing.
pub fn tally(outcome: &Outcome, of: &str) -> Tally {
    outcome.tallies.iter().find(|tally| tally.of == of).cloned().unwrap_or_default()
}

//! The history of the database schema: one table a file, applied in order, and nothing else.
//!
//! It goes forward only. Going back would delete what people have recorded since, so there is no `down`: a mistake is
//! mended by the next migration, and a backup is the way back. A migration uses nothing else of ours and is never
//! changed once it has run anywhere, because what it means must not change when the code does.
//!
//! Codes are text without a list of the allowed ones: a place may add its own, and SQLite cannot change a `CHECK`.
//! Foreign keys have no action on delete: facts end by a date, and a row that something refers to stays.

mod chapters; // the migrations in the order in which they are applied, by what they are about
mod m20261121_000001_create_area;
mod m20261121_000002_create_organisation;
mod m20261121_000003_create_network_membership;
mod m20261121_000004_create_team;
mod m20261121_000005_create_role;
mod m20261121_000006_create_person;
mod m20261121_000007_create_other_employee_number;
mod m20261121_000008_create_mental_health_input;
mod m20261121_000009_create_post;
mod m20261121_000010_create_post_terms;
mod m20261121_000011_create_framework_version;
mod m20261121_000012_create_competency_domain;
mod m20261121_000013_create_competency;
mod m20261121_000014_create_requirement;
mod m20261121_000015_create_session_template;
mod m20261121_000016_create_account;
mod m20261121_000017_create_grant;
mod m20261121_000018_create_sharing_level;
mod m20261121_000019_create_sign_in;
mod m20261121_000020_create_invitation;
mod m20261121_000021_create_import_run;
mod m20261121_000022_create_import_chunk;
mod m20261121_000023_create_judgement;
mod m20261121_000024_create_reflection;
mod m20261121_000025_create_audit_entry;
mod m20261121_000026_create_viewing;
mod m20261121_000027_create_revision;
mod m20261126_000101_create_mail;
mod m20261126_000102_create_job;
mod m20261126_000103_create_mail_preference;
mod m20261126_000201_create_redaction;
mod m20261126_000301_create_crosswalk;
mod m20261126_000302_create_framework_invitation;
mod m20261126_000303_create_framework_comment;
mod m20261126_000401_create_evidence_item;
mod m20261126_000402_create_evidence_about;
mod m20261126_000403_create_evidence_file;
mod m20261126_000404_create_evidence_content;
mod m20261126_000405_create_judgement_evidence;
mod m20261126_000406_create_draft;
mod m20261126_000501_add_second_signature;
mod m20261126_000502_create_role_sign_off;
mod m20261126_000601_create_framework_source;
mod m20261126_000602_create_predecessor;
mod m20261126_000701_create_supervision;
mod m20261126_000702_create_nudge;
mod m20261127_000101_add_nudges_by_mail;
mod m20261127_000201_extend_mental_health_input;
mod m20261127_000202_create_help_agreement;
mod m20261127_000301_create_programme;
mod m20261127_000302_create_programme_role;
mod m20261127_000303_create_programme_setting;
mod m20261127_000304_create_programme_step;
mod m20261127_000305_create_programme_outcome;
mod m20261127_000401_create_signing_key;
mod m20261127_000402_create_passport;
mod m20261127_000501_create_course;
mod m20261127_000502_create_course_about;
mod m20261127_000503_create_imported_evidence;
mod m20261127_000504_create_trusted_issuer;
mod m20261127_000505_create_brought_record;
mod m20261127_000506_create_brought_evidence;
mod m20261127_000507_create_acceptance;
mod m20261127_000508_create_accepted_from;
mod m20261127_000601_redact_what_is_nobodys;
mod m20261127_000701_create_declined_record;
mod m20261127_000801_create_session;
mod m20261127_000802_create_session_lead;
mod m20261127_000803_create_session_outcome;
mod m20261127_000804_create_session_quota;
mod m20261127_000805_create_session_team;
mod m20261127_000806_create_session_guest;
mod m20261127_000807_create_booking_event;
mod m20261127_000901_create_calendar_feed;
mod m20261127_000902_add_session_reminders;
mod m20261127_001001_add_register;
mod m20261127_001002_create_attendance_event;
mod m20261127_001003_create_check_in_secret;
mod m20261127_001004_create_check_in_try;
mod m20261127_001005_create_judgement_attendance;
mod m20261127_001006_create_feedback;
mod m20261127_001007_create_feedback_confidence;
mod m20261127_001101_create_protected_time_allocation;
mod m20261127_001102_create_protected_time_entry;
mod m20261127_001103_create_team_release;
mod m20261127_001104_create_release_window;
mod m20261127_001105_create_release_exception;
mod m20261127_001106_create_release_minimum;
mod m20261127_001107_create_declined_booking;
mod m20261127_001201_create_session_series;
mod m20261127_001202_add_series_of_session;
mod m20261127_001301_add_import_of_sessions;
mod m20261127_001501_add_session_invitations;
mod m20261127_001502_create_session_request;
mod m20261127_001503_create_session_request_competency;
mod m20261127_001504_create_session_request_event;
mod m20261127_001601_add_least_numbers;
mod m20261127_001602_add_step_of_session;
mod m20261127_001603_create_funding_scheme;
mod m20261127_001604_create_funding_claim;
mod m20261127_001605_create_funding_claim_session;
mod m20261127_001606_create_series_action;
mod m20261127_001701_create_wellbeing_count;
mod m20261127_001801_add_booking_opens;
mod m20261127_001901_add_counts_from;
mod m20261127_002001_create_cover_rule;
mod m20261128_000101_add_target_wte;
mod m20261128_000401_create_named_group;
mod m20261128_000402_create_named_group_member;
mod m20261128_000501_create_return_revision;
mod m20261128_000502_create_return_event;
mod m20261128_000503_create_return_file;
mod m20261128_000504_create_return_kept;
mod m20261128_000505_create_return_note;
mod m20261128_000506_create_return_word;
mod m20261128_000601_create_local_measure;
mod m20261128_000602_create_return_recipient;
mod m20261128_000603_create_return_schedule;
mod m20261128_000604_count_local_measures;
mod m20261128_000701_add_teams_of_return;
mod prelude; // what every migration brings in
mod shapes; // columns, constraints and indexes that recur

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    DatabaseConnection, DbBackend, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

/// Any number, the same in every process: PostgreSQL makes a second migrating process wait on it.
const LOCK: &str = "SELECT pg_advisory_xact_lock(20261121)";

/// Applies what is pending, all of it or none. A process that starts meanwhile waits, and then finds nothing to do.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), DbErr> {
    let at_once = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = db.begin_with_options(at_once).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(LOCK).await?;
    }
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

/// What a database still lacks of the schema, by name; nothing is changed.
///
/// # Errors
/// Fails where the database has seen a migration that this program does not know: a newer one made it.
pub async fn pending(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let pending = Migrator::get_pending_migrations_read_only(db).await?;
    Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
}

/// Every migration there is, for whoever asks which of them a database has seen.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        chapters::all()
    }
}
